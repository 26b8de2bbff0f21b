"""Numbers as people type them into a form."""

import re
from decimal import ROUND_CEILING, Decimal
from typing import Final

from shared.money import parse
from shared.problems import Malformed

_KOPEKS: Final = 100
# In English, where a comma is else taken for a decimal point that a foreign keyboard has.
_THOUSANDS: Final = re.compile(r"\d{1,3}(,\d{3})+(\.\d*)?")


def number(form: dict[str, str], field: str, language: str) -> Decimal:
    """With a comma or a point, and with thousands set apart."""
    text = form.get(field, "").replace("\u00a0", "").replace(" ", "")
    if language == "en" and _THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    try:
        return parse(text.replace(",", "."))
    except ValueError:
        raise Malformed("Please give a number", slug="no-number", field=field) from None


def kopeks(form: dict[str, str], field: str, language: str) -> int:
    """An amount of money."""
    amount = number(form, field, language) * _KOPEKS
    if amount != amount.to_integral_value():
        raise Malformed("No amount has more than two decimals", slug="no-amount", field=field)
    return int(amount)


def kopeks_worth(credits_: Decimal, per_unit: Decimal) -> int:
    """What so many credits cost, in whole kopeks."""
    return int((credits_ * _KOPEKS / per_unit).to_integral_value(ROUND_CEILING))
