"""Figures of a system that counted in floats, as exact decimals. Nothing is repaired silently."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation, localcontext

from shared.money import DECIMALS, LIMIT, ZERO

# Balances of whole or coarse prices were also set by hand: nobody types more decimals than these.
DECIMALS_MIN = 6
WIDE = 400  # digits that the sum of any floats below LIMIT needs


@dataclass(frozen=True, slots=True)
class Figure:
    """What was recorded, and what is taken: None with the reason why it cannot be."""

    recorded: str
    taken: Decimal | None
    reason: str = ""

    @property
    def dust(self) -> Decimal:
        """What rounding added."""
        with localcontext(prec=WIDE):
            return ZERO if self.taken is None else self.taken - Decimal(self.recorded)


def figure(text: str | None, decimals: int = DECIMALS) -> Figure:
    """Read a float by its shortest text and round it to `decimals`."""
    recorded = "nothing" if text is None else text.strip()
    try:
        number = Decimal(recorded)
    except InvalidOperation:
        return Figure(recorded, None, "is no number")
    if not number.is_finite():
        return Figure(recorded, None, "is not finite")
    if abs(number) >= LIMIT:
        return Figure(recorded, None, "is beyond 10^18")
    with localcontext(prec=WIDE):
        rounded = number.quantize(Decimal(1).scaleb(-decimals))
        return Figure(recorded, rounded.normalize() + ZERO)


def decimals_of(prices: Iterable[Figure]) -> int:
    """How fine a balance can be that was only charged with these prices."""
    finest = DECIMALS_MIN
    for price in prices:
        if price.taken is not None:
            exponent = price.taken.normalize().as_tuple().exponent
            finest = max(finest, -exponent if isinstance(exponent, int) else 0)
    return min(finest, DECIMALS)


def plain(number: Decimal) -> str:
    """Without an exponent and closing zeros, as people read it."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
