"""What a change of plan in the middle of a period costs. Computed once and stored, to the cent."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Final

from billing_service.domain.calendar import boundary
from billing_service.domain.plans import CENT, Plan
from billing_service.domain.subscriptions import Period
from shared.money import QUANTUM

# The provider takes nothing below this.
CHARGE_MIN: Final = Decimal("1.00")
ZERO: Final = Decimal("0.00")
_TICK: Final = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Change:
    """`value` is the price of the new period, `charge` what is still to be paid for it.

    Not an upgrade: nothing changes now, the new plan begins with the next period.
    """

    is_upgrade: bool
    value: Decimal
    charge: Decimal
    credits: Decimal


def _part(span: timedelta, whole: timedelta) -> Decimal:
    share = Decimal(span // _TICK) / Decimal(whole // _TICK)
    return min(max(share, Decimal(0)), Decimal(1))


def price_change(current: Period, new: Plan, now: datetime) -> Change:
    """Return what moving to `new` now costs after the unused part of what was paid.

    Same interval: the rest of this period at the new price. Another interval: a whole new
    period from now. A charge below CHARGE_MIN is forgiven.
    """
    unused = _part(current.ends_at - now, current.ends_at - current.starts_at)
    paid_back = (current.price * unused).quantize(CENT, ROUND_HALF_UP)
    share = Decimal(1)
    if new.interval == current.interval:
        # The period may itself be the rest of one that was split: compare with a whole one.
        step = current.number - current.anchor_number
        begin = boundary(current.anchor_at, current.interval, step)
        share = _part(
            current.ends_at - now, boundary(current.anchor_at, current.interval, step + 1) - begin
        )
    value = (new.price * share).quantize(CENT, ROUND_HALF_UP)
    if value <= paid_back:
        return Change(is_upgrade=False, value=ZERO, charge=ZERO, credits=Decimal(0))
    charge = value - paid_back
    gained = new.included_credits * share - current.credits * unused
    return Change(
        is_upgrade=True,
        value=value,
        charge=charge if charge >= CHARGE_MIN else ZERO,
        credits=max(gained, Decimal(0)).quantize(QUANTUM, ROUND_DOWN),
    )


def after_carry(price: Decimal, carry: Decimal) -> tuple[Decimal, Decimal]:
    """Return (charge, carry used) of a renewal; a charge is nothing or at least CHARGE_MIN."""
    used = min(price, carry)
    charge = price - used
    if ZERO < charge < CHARGE_MIN:
        # Kopecks that the provider would refuse stay in the carry instead.
        charge = min(price, CHARGE_MIN)
        used = price - charge
    return charge, used
