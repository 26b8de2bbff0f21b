"""Prices as a file states them, before anybody has approved them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from pricing_service.domain.price import PriceMode
from pricing_service.domain.quoting import rounded
from shared.money import EXACT, ZERO, checked, parse
from shared.rating import UNITS, Prices

ROWS_MAX: Final = 20_000
ID_LENGTH_MAX: Final = 1024
# PostgreSQL's text cannot hold it, and no model is called so.
_NUL: Final = "\x00"


@dataclass(frozen=True, slots=True)
class Quote:
    """One model's prices in a file. `note` says what a person should know before approving.

    `is_free` is None where the file does not say: then the model stays as it is.
    """

    model_id: str
    prices: Prices
    name: str | None = None
    is_free: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """An entry of a file that proposes nothing, and why."""

    model_id: str
    reason: str


Entry = Quote | Skipped


def amount(value: object) -> Decimal:
    """A price that a file states as text or number; ValueError unless finite and not negative."""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise ValueError("must be a number")  # noqa: TRY004 - one kind of refusal for callers
    number = Decimal(value) if isinstance(value, int | Decimal) else parse_wide(value)
    if not number.is_finite():
        raise ValueError("must be a finite number")
    if number < ZERO:
        raise ValueError("must not be negative")
    return number


def parse_wide(text: str) -> Decimal:
    """Like shared.money.parse, but more decimals than a price has are still a number."""
    try:
        return parse(text)
    except ValueError:
        try:
            return Decimal(text.strip())
        except ArithmeticError:
            raise ValueError("must be a decimal number") from None


def in_credits(entries: Iterable[Entry], mode: PriceMode, ratio: Decimal) -> Iterator[Entry]:
    """Every quote in credits. More than 12 decimals are rounded, and the note says so."""
    for entry in entries:
        if isinstance(entry, Skipped):
            yield entry
            continue
        try:
            yield _converted(entry, ratio if mode == "usd" else Decimal(1))
        except ValueError as error:
            yield Skipped(entry.model_id, str(error))
        except ArithmeticError:
            yield Skipped(entry.model_id, "has a price with too many digits")


def _converted(quote: Quote, ratio: Decimal) -> Quote:
    prices, was_rounded = {}, False
    for unit, price in quote.prices.items():
        exact = EXACT.multiply(price, ratio)
        short = checked(rounded(exact))
        was_rounded |= short != exact
        prices[unit] = short
    note = f"{quote.note} Rounded to 12 decimals.".strip() if was_rounded else quote.note
    return replace(quote, prices=prices, note=note)


def matched(entries: Iterable[Entry], known: Iterable[str]) -> tuple[list[Entry], list[Quote]]:
    """Entries under the ids that we know, and the quotes that no model of ours takes.

    Files often prefix an id with the provider's name: a model of ours takes the entry of its own
    id, else the only one that ends in `/<its id>`.
    """
    taken: list[Entry] = []
    quotes: dict[str, Quote] = {}
    tails: dict[str, list[str]] = {}
    for entry in entries:
        if isinstance(entry, Skipped):
            taken.append(entry)
        elif entry.model_id in quotes:
            reason = "appears more than once; the first one counts"
            taken.append(Skipped(entry.model_id, reason))
        else:
            quotes[entry.model_id] = entry
            tails.setdefault(entry.model_id.rpartition("/")[2], []).append(entry.model_id)
    used = set()
    for model_id in sorted(set(known)):
        found = model_id if model_id in quotes else _only(tails.get(model_id, []))
        if found is not None:
            used.add(found)
            taken.append(_under(quotes[found], model_id))
    return taken, [quote for model_id, quote in quotes.items() if model_id not in used]


def _only(found: list[str]) -> str | None:
    return found[0] if len(found) == 1 else None


def _under(quote: Quote, model_id: str) -> Quote:
    if quote.model_id == model_id:
        return quote
    note = f"{quote.note} Listed as {quote.model_id}.".strip()
    return replace(quote, model_id=model_id, name=None, note=note)


def quote_of(model_id: object, fields: Mapping[str, object], **more: object) -> Entry:
    """A quote from unit -> stated price; an absent, empty or null price says nothing."""
    if not isinstance(model_id, str) or not 0 < len(model_id) <= ID_LENGTH_MAX or _NUL in model_id:
        return Skipped(str(model_id)[:100], "is no model id")
    prices = {}
    for unit in UNITS:
        stated = fields.get(unit)
        if stated is None or stated == "":
            continue
        try:
            prices[unit] = amount(stated)
        except ValueError as error:
            return Skipped(model_id, f"{unit} {error}")
    return Quote(model_id, prices, **more)  # type: ignore[arg-type]
