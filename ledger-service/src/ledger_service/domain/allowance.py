"""The monthly allowance: which period a moment belongs to, and how much a member of groups gets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from decimal import Decimal
from typing import Final, Literal

from shared.money import ZERO

Rule = Literal["sum", "max", "priority"]
# An allowance is a grant whose idempotency key begins so.
KEY: Final = "allowance:"
# Everybody belongs to it.
DEFAULT_GROUP: Final = "default"


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar month in the installation's time zone; bounds in UTC, end exclusive."""

    name: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class GroupDefault:
    """What one group gives its members for a period; lower `priority` wins under that rule."""

    group_id: str
    default_credits: Decimal
    priority: int = 0


def period_of(moment: datetime, zone: tzinfo) -> Period:
    """The calendar month of `moment` (aware) as people in `zone` see it."""
    local = moment.astimezone(zone)
    starts = datetime(local.year, local.month, 1, tzinfo=zone)
    year, month = (local.year + 1, 1) if local.month == 12 else (local.year, local.month + 1)  # noqa: PLR2004 - December
    ends = datetime(year, month, 1, tzinfo=zone)
    return Period(f"{local:%Y-%m}", starts.astimezone(UTC), ends.astimezone(UTC))


def period_before(period: Period, zone: tzinfo) -> Period:
    """The calendar month that ended when `period` began."""
    return period_of(period.starts_at - timedelta(microseconds=1), zone)


def is_allowance(kind: str, key: str) -> bool:
    return kind == "grant" and key.startswith(KEY)


def may_have_allowance(status: str, role: str) -> bool:
    """Who waits for approval may be charged, but is given nothing, like those who are gone."""
    return status != "closed" and role != "pending"


def carried_over(unspent: Decimal, cap: Decimal) -> Decimal:
    """The part of an ended period's allowance that the next one begins with beside its own."""
    return min(max(unspent, ZERO), cap)


def allowance(groups: Sequence[GroupDefault], rule: Rule = "sum") -> Decimal:
    """Credits per period for a member of `groups` (the default group included by the caller)."""
    if not groups:
        return ZERO
    if rule == "sum":
        return sum((group.default_credits for group in groups), ZERO)
    if rule == "max":
        return max(group.default_credits for group in groups)
    return min(groups, key=lambda group: (group.priority, group.group_id)).default_credits
