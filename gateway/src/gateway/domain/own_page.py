"""What the pages of one user show besides plain facts: bars, shares, what to offer next."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

ZERO: Final = Decimal(0)
_NUMBER: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-")
# How the ledger words the reason of credits that billing gave, and which lot they went to.
_SOURCES: Final = {"Plan": "plan", "Payment": "purchase"}
_FULL: Final = 100
_IN: Final = ("input", "cached_input", "cache_write")
_OUT: Final = ("output", "reasoning")
_LEAST_SEEN: Final = 2  # per cent: a day with any use at all is not drawn as none


@dataclass(frozen=True, slots=True)
class Bar:
    """One day of a chart; `height` in per cent of the highest."""

    day: date
    amount: Decimal
    charges: int
    height: int


def bars(rows: Iterable[Mapping[str, Any]], first: date, last: date) -> list[Bar]:
    """One bar for every day, also for those on which nothing was used."""
    found = {date.fromisoformat(row["day"]): row for row in rows}
    top = max((Decimal(row["amount"]) for row in found.values()), default=ZERO)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [_bar(day, found.get(day), top) for day in days]


def _bar(day: date, row: Mapping[str, Any] | None, top: Decimal) -> Bar:
    if row is None:
        return Bar(day, ZERO, 0, 0)
    amount = Decimal(row["amount"])
    height = 0
    if amount > 0:
        height = max(_LEAST_SEEN, int(amount * _FULL / top))
    return Bar(day, amount, row["charges"], height)


def told(entry: Mapping[str, Any]) -> str:
    """The reason of an entry where it is for people: not the number of a payment or a period."""
    reason = str(entry["reason"] or "")
    is_code = entry["type"] == "allowance" or source(entry) or _NUMBER.search(reason)
    return "" if is_code else reason


def source(entry: Mapping[str, Any]) -> str:
    """The kind of lot that a grant of billing's made, empty for every other entry."""
    return (
        _SOURCES.get(str(entry["reason"]).partition(" ")[0], "") if entry["type"] == "grant" else ""
    )


def share(part: Decimal | int, whole: Decimal | int) -> int:
    """Whole per cent between 0 and 100; all of nothing is nothing."""
    if whole <= 0:
        return 0
    return min(_FULL, max(0, int(Decimal(part) * _FULL / Decimal(whole))))


def with_shares(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows of a usage table, dearest first, each with its share of the dearest."""
    dearest = sorted(rows, key=lambda row: -Decimal(row["amount"]))
    top = Decimal(dearest[0]["amount"]) if dearest else ZERO
    return [
        {
            **row,
            "share": share(Decimal(row["amount"]), top),
            "tokens_in": sum(row["usage"].get(unit, 0) for unit in _IN),
            "tokens_out": sum(row["usage"].get(unit, 0) for unit in _OUT),
        }
        for row in dearest
    ]


def quotas(plan: Mapping[str, Any] | None, usage: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What of a plan's quotas is used; metrics without a limit are no quota."""
    limits = (plan or {}).get("quotas") or {}
    used = {metric: (usage.get(metric) or {}).get("current") or 0 for metric in limits}
    return [
        {
            "metric": metric,
            "used": used[metric],
            "limit": limit,
            "share": share(used[metric], limit),
        }
        for metric, limit in limits.items()
    ]
