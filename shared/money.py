"""Exact credits: how a decimal amount is bounded, read and written. Nothing here ever rounds."""

from decimal import (
    Context,
    Decimal,
    DefaultContext,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
    getcontext,
)
from typing import Annotated, Final

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

DECIMALS: Final = 12
QUANTUM: Final = Decimal(1).scaleb(-DECIMALS)
# NUMERIC(30,12) leaves 18 digits before the point.
LIMIT: Final = Decimal(10) ** 18
ZERO: Final = Decimal(0)
_ONE_DECIMAL: Final = Decimal("0.1")
_ZERO_SHOWN: Final = Decimal("0.0")
# Wide enough for any product of a price and a count; a digit that would be lost raises Inexact.
EXACT: Final = Context(prec=80, traps=[Inexact, InvalidOperation, Overflow, DivisionByZero])
# The operators, the sign's too, round to the digits of the context that is in force: 28 unless told
# otherwise, while an amount has up to 30.
for _context in (DefaultContext, getcontext()):
    _context.prec = EXACT.prec


def checked(amount: Decimal) -> Decimal:
    """Return `amount` if NUMERIC(30,12) holds it exactly, else raise ValueError."""
    if not amount.is_finite():
        raise ValueError("must be a finite number")
    if abs(amount) >= LIMIT:
        raise ValueError("must be below 10^18")
    try:
        exponent = EXACT.normalize(amount).as_tuple().exponent
    except Inexact:
        exponent = -DECIMALS - 1
    if isinstance(exponent, int) and exponent < -DECIMALS:
        raise ValueError(f"must have at most {DECIMALS} decimals")
    return amount


def parse(text: str) -> Decimal:
    """Read a decimal amount as a person or another system wrote it; ValueError if it is none."""
    try:
        return checked(Decimal(text.strip()))
    except InvalidOperation:
        raise ValueError("must be a decimal number") from None


def to_wire(amount: Decimal) -> Decimal:
    """Shortest exact form with at least one decimal: 5.0, 499.25, 0.000000000001.

    Older clients read these fields as floats, so a whole number keeps its `.0`.
    """
    if not amount:
        return _ZERO_SHOWN
    shortest = EXACT.normalize(amount)
    text = str(shortest)
    if "." in text and "E" not in text:
        return shortest
    if shortest == shortest.to_integral_value(context=EXACT):
        return shortest.quantize(_ONE_DECIMAL, context=EXACT)
    return Decimal(f"{shortest:f}")


def _not_negative(amount: Decimal) -> Decimal:
    if amount < 0:
        raise ValueError("must not be negative")
    return amount


def _no_boolean(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError("must be a number")  # noqa: TRY004 - pydantic reports ValueError by field
    if isinstance(value, float):
        # Only a caller inside Python can pass a float; its repr is what the sender wrote.
        return Decimal(repr(value))
    return value


JsonNumber = Annotated[Decimal, WithJsonSchema({"type": "number"})]
"""A decimal in an answer: a JSON number with all its digits, and documented as one."""

Credits = Annotated[Decimal, BeforeValidator(_no_boolean), AfterValidator(checked)]
"""A signed amount of credits in a request: exact, below 10^18, at most 12 decimals."""

Price = Annotated[
    Decimal, BeforeValidator(_no_boolean), AfterValidator(checked), AfterValidator(_not_negative)
]
"""Credits for one unit (token, image, second, request); never negative."""
