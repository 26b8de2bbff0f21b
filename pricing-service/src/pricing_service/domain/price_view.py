"""What a visitor of the public prices asked for: which models, in what order, for what unit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal

from shared.money import EXACT, to_wire
from shared.rating import Prices, rate

Entry = Mapping[str, Any]
Access = Literal["all", "free", "open", "restricted"]
Sort = Literal["name", "-name", "input", "-input", "output", "-output", "cost", "-cost"]
TOKEN_UNITS: Final = ("input", "cached_input", "cache_write", "output", "reasoning")


@dataclass(frozen=True, slots=True)
class View:
    """`per` tokens make one price; `question` and `answer` are the tokens of the example call."""

    q: str = ""
    sort: Sort = "name"
    access: Access = "all"
    per: int = 1
    question: int = 1000
    answer: int = 500


def accessible(entries: Iterable[Entry], access: Access) -> list[Entry]:
    """Those that `access` names."""
    if access == "free":
        return [entry for entry in entries if entry["is_free"]]
    restricted = {"all": (True, False), "open": (False,), "restricted": (True,)}[access]
    return [entry for entry in entries if entry["is_restricted"] in restricted]


def matches(entry: Entry, q: str) -> bool:
    """Whether name and id contain every word of `q`."""
    text = f"{entry['name']} {entry['id']}".casefold()
    return all(word in text for word in q.casefold().split())


def ordered(entries: Iterable[Entry], view: View) -> list[Entry]:
    """Sorted as the view says; equal ones by name."""
    key, descending = view.sort.removeprefix("-"), view.sort.startswith("-")
    named = sorted(entries, key=lambda entry: (entry["name"].casefold(), entry["id"]))
    if key == "name":
        return named[::-1] if descending else named
    return sorted(named, key=lambda entry: _measure(entry, key, view), reverse=descending)


def _measure(entry: Entry, key: str, view: View) -> Decimal:
    if key == "cost":
        return example_cost(entry, view)
    price: Decimal = entry["prices"][key]
    return price * 0 if entry["is_free"] else price


def example_cost(entry: Entry, view: View) -> Decimal:
    """What the example call costs with this model, as a charge would be rated."""
    usage = {"input": view.question, "output": view.answer}
    return rate(usage, entry["prices"], free=entry["is_free"]).total


def stated(prices: Prices, per: int) -> dict[str, Decimal]:
    """Prices for `per` tokens; units that are no tokens stay single."""
    factor = Decimal(per)
    return {
        unit: to_wire(EXACT.multiply(price, factor)) if unit in TOKEN_UNITS else price
        for unit, price in prices.items()
    }
