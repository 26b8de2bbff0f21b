"""Usage metrics of plans, counted from the units of the ledger's charges."""

from collections.abc import Mapping
from typing import Final

METRICS: Final = ("tokens_input", "tokens_output", "requests", "images", "audio_minutes")
_UNITS: Final[Mapping[str, tuple[str, ...]]] = {
    "tokens_input": ("input", "cached_input", "cache_write"),
    "tokens_output": ("output", "reasoning"),
    "requests": ("request",),
    "images": ("image",),
    "audio_minutes": ("audio_second",),
}


def metric_of(counts: Mapping[str, int], metric: str) -> int:
    """Return the amount of a metric; a begun minute of audio counts whole."""
    total = sum(counts.get(unit, 0) for unit in _UNITS[metric])
    return -(-total // 60) if metric == "audio_minutes" else total


def counted(usage: Mapping[str, int]) -> dict[str, int]:
    """Return the units of one charge that are counted; every charge is one request."""
    known = {unit for units in _UNITS.values() for unit in units}
    counts = {unit: amount for unit, amount in usage.items() if unit in known and amount > 0}
    counts["request"] = max(counts.get("request", 0), 1)
    return counts


def remaining(used: int, limit: int | None) -> int | None:
    """Return how much is left, None without a limit."""
    return None if limit is None else max(0, limit - used)
