"""The JSON price lists that OpenRouter and LiteLLM publish, read into quotes in dollars."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pricing_service.domain.quotes import Entry, Quote, Skipped, amount, quote_of
from shared.money import ZERO

_OPENROUTER: Final[Mapping[str, str]] = {
    "input": "prompt",
    "output": "completion",
    "cached_input": "input_cache_read",
    "cache_write": "input_cache_write",
    "reasoning": "internal_reasoning",
    "image": "image",
    "request": "request",
}
_LITELLM: Final[Mapping[str, tuple[str, ...]]] = {
    "input": ("input_cost_per_token",),
    "output": ("output_cost_per_token",),
    "cached_input": ("cache_read_input_token_cost",),
    "cache_write": ("cache_creation_input_token_cost",),
    "reasoning": ("output_cost_per_reasoning_token",),
    "image": ("output_cost_per_image", "input_cost_per_image"),
    "audio_second": (
        "input_cost_per_audio_per_second",
        "input_cost_per_second",
        "output_cost_per_second",
    ),
    "request": ("input_cost_per_request", "input_cost_per_query"),
}
# In these lists 0 beside a price for tokens means "not charged apart", not "free of charge".
_APART: Final = ("cached_input", "cache_write", "reasoning", "image", "audio_second", "request")


def openrouter(document: Any) -> Iterator[Entry]:
    """`{"data": [{"id", "name", "pricing": {"prompt": "0.0000025", …}}]}`, dollars per unit."""
    data = document.get("data") if isinstance(document, dict) else None
    if not isinstance(data, list):
        raise ValueError('must be an object with a list "data"')  # noqa: TRY004
    for entry in data:
        pricing = entry.get("pricing") if isinstance(entry, dict) else None
        if not isinstance(pricing, dict):
            yield Skipped(_id_of(entry), "has no pricing")
            continue
        fields = {unit: pricing.get(name) for unit, name in _OPENROUTER.items()}
        name = entry.get("name")
        note = "Dearer above a number of tokens." if pricing.get("overrides") else ""
        yield _settled(_without_zeros(entry.get("id"), fields, _text(name), note))


def litellm(document: Any) -> Iterator[Entry]:
    """`{"<model>": {"input_cost_per_token": 2.5e-06, …}}`, dollars per unit."""
    if not isinstance(document, dict):
        raise ValueError("must be an object of models")  # noqa: TRY004
    for model_id, entry in document.items():
        if model_id == "sample_spec":
            continue
        if not isinstance(entry, dict):
            yield Skipped(model_id[:100], "is no model")
            continue
        fields = {
            unit: next((entry[name] for name in names if entry.get(name) is not None), None)
            for unit, names in _LITELLM.items()
        }
        tiers = any("_above_" in name and entry[name] is not None for name in entry)
        note = "Dearer above a number of tokens." if tiers else ""
        yield _settled(_without_zeros(model_id, fields, None, note))


def _without_zeros(model_id: object, fields: dict[str, Any], name: str | None, note: str) -> Entry:
    return quote_of(
        model_id,
        {u: v for u, v in fields.items() if u not in _APART or not _is_zero(v)},
        name=name,
        note=note,
    )


def _settled(entry: Entry) -> Entry:
    """Both token prices, 0 where only other units cost; free where nothing costs."""
    if isinstance(entry, Skipped):
        return entry
    if not entry.prices:
        return Skipped(entry.model_id, "states no price that we charge by")
    prices = {"input": ZERO, "output": ZERO, **entry.prices}
    free = None if any(prices.values()) else True
    return Quote(entry.model_id, prices, entry.name, free, entry.note)


def _is_zero(value: object) -> bool:
    try:
        return amount(value) == ZERO
    except ValueError:
        return False


def _text(value: object) -> str | None:
    return value[:512] if isinstance(value, str) and value else None


def _id_of(entry: object) -> str:
    found = entry.get("id") if isinstance(entry, dict) else entry
    return str(found)[:100]
