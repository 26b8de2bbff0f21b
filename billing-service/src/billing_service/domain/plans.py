"""Plans: what is sold, for how much and how often. Rules of editing them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

from billing_service.domain.calendar import Interval

CENT: Final = Decimal("0.01")
# How many times a year's twelfth holds the interval; the week's figure is the contract's.
_MONTHLY: Final[Mapping[str, Decimal]] = {
    "month": Decimal(1),
    "year": Decimal(1) / 12,
    "week": Decimal("4.33"),
    "day": Decimal(30),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """`quotas` None, or a metric that is not in it, means no limit."""

    id: str
    name: str
    name_ru: str | None
    description: str | None
    description_ru: str | None
    price: Decimal
    currency: str
    interval: Interval
    quotas: dict[str, int] | None
    features: list[str] | None
    included_credits: Decimal
    trial_days: int
    is_active: bool
    display_order: int
    plan_extra_metadata: dict[str, Any] | None
    created_at: datetime
    updated_at: datetime


def plan_id_of(name: str, suffix: str) -> str:
    """Return an id people can read: letters of any script, digits and `_`, then the suffix."""
    plain = name.lower().replace(" ", "_").replace("-", "_")
    return "".join(char for char in plain if char.isalnum() or char == "_") + f"_{suffix}"


def monthly_revenue(price: Decimal, interval: Interval, subscriptions: int) -> Decimal:
    """Return the monthly recurring revenue of so many subscriptions, to the cent."""
    return (price * subscriptions * _MONTHLY[interval]).quantize(CENT, ROUND_HALF_UP)


def fallen_quota(
    old: Mapping[str, int] | None, new: Mapping[str, int] | None
) -> tuple[str, int | None, int] | None:
    """Return the first metric whose limit falls as (metric, old, new); old None was no limit."""
    before = old or {}
    for metric, limit in (new or {}).items():
        was = before.get(metric)
        if was is None or limit < was:
            return metric, was, limit
    return None


def changed_fields(old: Plan, new: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return {field: {old, new}} for the fields of `new` that really differ."""
    before = asdict(old)
    return {
        field: {"old": before[field], "new": value}
        for field, value in new.items()
        if before[field] != value
    }
