"""Prices in dollars and credits, and the guard against slips of units."""

from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Final

from shared.money import EXACT, QUANTUM, ZERO, checked, to_wire
from shared.problems import Conflict, Invalid
from shared.rating import UNITS, Prices, unit_price

_WIDE: Final = Context(prec=80, rounding=ROUND_HALF_EVEN)
_HUNDRED: Final = Decimal(100)

# Older clients know two prices by these names.
WIRE_NAMES: Final[Mapping[str, str]] = {"input": "context_price", "output": "generation_price"}


def field_of(unit: str) -> str:
    """The request field that carries the price of `unit`."""
    return WIRE_NAMES.get(unit, f"prices.{unit}")


def in_credits(unit: str, dollars: Decimal, ratio: Decimal) -> Decimal:
    """Exact credits for a price in dollars; Invalid if it has more digits than a price may."""
    try:
        return checked(EXACT.multiply(dollars, ratio))
    except ValueError as error:
        raise Invalid(field_of(unit), f"in credits it {error}") from None


def rounded(amount: Decimal) -> Decimal:
    """To 12 decimals, half to even: for what a person sees before it counts."""
    return to_wire(amount.quantize(QUANTUM, context=_WIDE))


def in_dollars(amount: Decimal, ratio: Decimal) -> Decimal:
    """For display: rounded to 12 decimals, because a ratio need not divide evenly."""
    return rounded(_WIDE.divide(amount, ratio))


def completed(named: Mapping[str, Decimal | None], current: Prices) -> dict[str, Decimal]:
    """All prices of a new version: those named, and the current ones for units not named."""
    for unit in named:
        if unit not in UNITS:
            raise Invalid(f"prices.{unit}", f"is no unit; the units are {', '.join(UNITS)}")
    whole = {**current, **named}
    for unit in ("input", "output"):
        if whole.get(unit) is None:
            raise Invalid(field_of(unit), "is required")
    return {unit: price for unit in UNITS if (price := whole.get(unit)) is not None}


def jumps(old: Prices, new: Prices, percent_max: Decimal) -> list[str]:
    """Units whose price changes by more than the bound, in either direction.

    A fall is measured like the rise that would undo it, so dividing by 1,000,000 by mistake is
    caught like multiplying. A rise from 0 has no measure and passes; so does a price taken away.
    """
    found = []
    for unit in UNITS:
        if unit not in new:
            continue
        before, after = unit_price(old, unit), unit_price(new, unit)
        low, high = sorted((before, after))
        if before == ZERO or low == high:
            continue
        if EXACT.multiply(high - low, _HUNDRED) > EXACT.multiply(low, percent_max):
            found.append(unit)
    return found


def refuse_jumps(model_id: str, old: Prices, new: Prices, percent_max: Decimal) -> None:
    """Conflict that names each unit that jumps, with both prices."""
    found = jumps(old, new, percent_max)
    if found:
        raise Conflict(
            f"The price of {model_id} would change by more than {percent_max:f} %: "
            f"{', '.join(found)}. Send confirm_jump to publish it all the same.",
            slug="price-jump",
            model_id=model_id,
            jumps={
                unit: {"from": unit_price(old, unit), "to": to_wire(unit_price(new, unit))}
                for unit in found
            },
        )
