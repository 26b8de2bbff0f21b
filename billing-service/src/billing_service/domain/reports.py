"""Figures of reports: the span they are about, and ratios of money and people."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from billing_service.domain.calendar import boundary
from billing_service.domain.plans import CENT

SPAN_MAX: Final = timedelta(days=366)
SPAN_USUAL: Final = timedelta(days=30)
_RATE: Final = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Span:
    """From `since` to just before `until`."""

    since: datetime
    until: datetime


def span_of(since: datetime | None, until: datetime | None, now: datetime) -> Span:
    """Return the span, the last 30 days by default; ValueError says what is wrong with it."""
    end = until or now
    begin = since or end - SPAN_USUAL
    if begin >= end:
        raise ValueError("from must be before to")
    if end - begin > SPAN_MAX:
        raise ValueError(f"date range cannot exceed {SPAN_MAX.days} days")
    return Span(begin, end)


def months_of(span: Span, now: datetime) -> Iterator[Span]:
    """Split a span at the first days of months (UTC); nothing is known after `now`."""
    end = min(span.until, now)
    first = span.since.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    number, begin = 1, span.since
    while begin < end:
        step = min(boundary(first, "month", number), end)
        yield Span(begin, step)
        begin, number = step, number + 1


def share_of(part: int, whole: int) -> Decimal | None:
    """Return a ratio with four digits, None of nothing."""
    return (Decimal(part) / whole).quantize(_RATE, ROUND_HALF_UP) if whole else None


def per_head(amount: Decimal, heads: int) -> Decimal | None:
    """Return an amount per person to the cent, None where there is nobody."""
    return (amount / heads).quantize(CENT, ROUND_HALF_UP) if heads else None
