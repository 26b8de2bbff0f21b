"""How usage becomes credits: the same pure function for charges, previews and receipts.

Usage counts are integers and prices have at most 12 decimals, so a charge is exact.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from msgspec import Struct

from shared.money import EXACT, ZERO

UNITS: Final = (
    "input",
    "cached_input",
    "cache_write",
    "output",
    "reasoning",
    "image",
    "audio_second",
    "request",
)
# A unit without a price of its own is charged as the unit that it is a kind of.
FALLBACK: Final[Mapping[str, str]] = {
    "cached_input": "input",
    "cache_write": "input",
    "reasoning": "output",
}
COUNT_LIMIT: Final = 2**31 - 1

Usage = Mapping[str, int]
Prices = Mapping[str, Decimal]


class Line(Struct, frozen=True):
    """One row of a receipt: `count` units at `price` credits each make `amount`."""

    unit: str
    count: int
    price: Decimal
    amount: Decimal


class Rating(Struct, frozen=True):
    """What a usage costs, with the arithmetic that led to it."""

    total: Decimal
    lines: tuple[Line, ...]


def unit_price(prices: Prices, unit: str) -> Decimal:
    """Credits for one `unit`, following the fallback of its kind; 0 if neither has a price."""
    own = prices.get(unit)
    if own is not None:
        return own
    return prices.get(FALLBACK.get(unit, unit), ZERO)


def rate(usage: Usage, prices: Prices, *, free: bool = False) -> Rating:
    """Price each counted unit; `free` keeps the counts on the receipt at price 0."""
    lines, total = [], ZERO
    for unit in UNITS:
        count = usage.get(unit, 0)
        if count:
            price = ZERO if free else unit_price(prices, unit)
            amount = EXACT.multiply(price, count)
            lines.append(Line(unit, count, price, amount))
            total = EXACT.add(total, amount)
    return Rating(total, tuple(lines))


def token_usage(prompt: int, completion: int, cached: int = 0, reasoning: int = 0) -> Usage:
    """Usage map of a chat call as providers report it.

    Cached tokens are part of the prompt and reasoning tokens part of the completion (OpenAI's
    definition); a larger part than its whole is cut to the whole, so no token is charged twice.
    """
    cached, reasoning = min(cached, prompt), min(reasoning, completion)
    counts = {
        "input": prompt - cached,
        "cached_input": cached,
        "output": completion - reasoning,
        "reasoning": reasoning,
    }
    return {unit: count for unit, count in counts.items() if count}
