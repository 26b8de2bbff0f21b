"""Prices as the templates show them: numbers written out in the visitor's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pricing_service.domain.amount_text import Language, words_per_credit, written
from pricing_service.domain.price_history import Period
from pricing_service.domain.price_view import (
    TOKEN_UNITS,
    Entry,
    View,
    example_cost,
    matches,
    ordered,
    stated,
)
from shared.rating import UNITS, Prices, Rating

_COLUMNS = ("input", "output")
_SIZES = (1, 1_000, 1_000_000)


@dataclass(frozen=True, slots=True)
class Row:
    """One model of the list; `more` has the units beside input and output."""

    id: str
    name: str
    hidden: bool
    free: bool
    restricted: bool
    input: str
    output: str
    more: list[tuple[str, str]]
    cost: str
    words: str | None


def rows_of(entries: Iterable[Entry], view: View, language: Language) -> list[Row]:
    """In order; what does not match the search is there but hidden, so that it can be found."""
    return [_row(entry, view, language) for entry in ordered(entries, view)]


def _row(entry: Entry, view: View, language: Language) -> Row:
    prices, free = entry["prices"], entry["is_free"]
    shown = {unit: written(price, language) for unit, price in stated(prices, view.per).items()}
    return Row(
        id=entry["id"],
        name=entry["name"],
        hidden=not matches(entry, view.q),
        free=free,
        restricted=entry["is_restricted"],
        input="0" if free else shown["input"],
        output="0" if free else shown["output"],
        more=[] if free else [(unit, shown[unit]) for unit in shown if unit not in _COLUMNS],
        cost=written(example_cost(entry, view), language),
        words=None if free else words_per_credit(prices["output"], language),
    )


def unit_rows(prices: Prices, language: Language) -> list[dict[str, Any]]:
    """Each unit that has a price, for one, a thousand and a million where it is a token."""
    return [
        {
            "unit": unit,
            "prices": [
                written(stated({unit: price}, size)[unit], language)
                if size == 1 or unit in TOKEN_UNITS
                else ""
                for size in _SIZES
            ],
        }
        for unit in UNITS
        if (price := prices.get(unit)) is not None
    ]


def countable(prices: Prices) -> list[str]:
    """Units of which a visitor may enter a number."""
    return [unit for unit in UNITS if unit in prices]


def bill(rating: Rating, language: Language) -> dict[str, Any]:
    """The arithmetic of a calculation."""
    return {
        "total": written(rating.total, language),
        "lines": [
            {
                "unit": line.unit,
                "count": written(line.count, language),
                "price": written(line.price, language),
                "amount": written(line.amount, language),
            }
            for line in rating.lines
        ],
    }


def period_rows(periods: Iterable[Period], per: int, language: Language) -> list[dict[str, Any]]:
    """The history of a price."""
    return [
        {
            "starts": period.starts,
            "state": period.state,
            "free": period.is_free,
            "prices": [
                (unit, written(price, language))
                for unit, price in stated(period.prices, per).items()
            ],
        }
        for period in periods
    ]
