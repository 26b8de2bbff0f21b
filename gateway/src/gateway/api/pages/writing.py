"""Numbers, moments and sentences as a reader of one language expects them."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import ROUND_DOWN, Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

TEXTS: Final = Path(__file__).resolve().parents[2] / "texts"
_SHOWN: Final = Decimal("0.001")
_SMALL_DIGITS: Final = 3
_SYMBOLS: Final = {"RUB": "₽", "USD": "$", "EUR": "€"}
_LEADING: Final = "$€"


class Writer:
    """One language. A template has it as its only source of words."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._locale = Locale(language)
        self._texts: Mapping[str, Any] = json.loads((TEXTS / f"{language}.json").read_text())

    def text(self, key: str, **values: Any) -> str:
        """The sentence named `key`; `n` chooses its plural form."""
        found = self._texts[key]
        if isinstance(found, dict):
            found = found[str(self._locale.plural_form(values["n"]))]
        shown = {k: self.number(v) if isinstance(v, int) else v for k, v in values.items()}
        return str(found).format(**shown)

    def known(self, key: str, fallback: str) -> str:
        """The sentence named `key` where there is one: names that services may add to."""
        return str(self._texts.get(key, fallback))

    def number(self, value: int | Decimal) -> str:
        return format_decimal(value, locale=self._locale)

    def exact(self, value: Decimal | int) -> str:
        """All digits, as on a receipt."""
        return format_decimal(
            Decimal(value),
            format="#,##0.############",
            locale=self._locale,
            decimal_quantization=False,
        )

    def credits(self, value: Decimal | int) -> str:
        """What a person reads: three decimals at most, cut and never rounded up."""
        amount = Decimal(value)
        if 0 < abs(amount) < _SHOWN:
            digits = _SMALL_DIGITS - 1 - amount.adjusted()
            amount = amount.quantize(Decimal(1).scaleb(-digits), ROUND_DOWN)
            return self.exact(amount.normalize())
        return format_decimal(
            amount.quantize(_SHOWN, ROUND_DOWN), format="#,##0.###", locale=self._locale
        )

    def signed(self, value: Decimal | int) -> str:
        amount = Decimal(value)
        return ("+" if amount > 0 else "\u2212" if amount < 0 else "") + self.credits(abs(amount))

    def money(self, value: Decimal | int, currency: str) -> str:
        """As shops write it; a whole amount without its zeros."""
        amount = Decimal(value)
        pattern = "#,##0" if amount == amount.to_integral_value() else "#,##0.00"
        number = format_decimal(amount, format=pattern, locale=self._locale)
        symbol = _SYMBOLS.get(currency, currency)
        leads = self.language == "en" and symbol in _LEADING
        return f"{symbol}{number}" if leads else f"{number}\u00a0{symbol}"

    def day(self, value: str | int | date | datetime) -> str:
        return format_date(_moment(value), format="d MMMM y", locale=self._locale)

    def short_day(self, value: str | date) -> str:
        return format_date(_moment(value), format="d MMM", locale=self._locale)

    def moment(self, value: str | int | datetime) -> str:
        """In UTC, and it says so: the reader's zone is not known here."""
        zone = ZoneInfo("UTC")
        return format_datetime(
            _moment(value), format="d MMM y, HH:mm 'UTC'", tzinfo=zone, locale=self._locale
        )


def _moment(value: str | float | date | datetime) -> date | datetime:
    if isinstance(value, str):
        return (
            date.fromisoformat(value)
            if len(value) == len("2026-01-01")
            else datetime.fromisoformat(value)
        )
    return value if isinstance(value, date) else datetime.fromtimestamp(value, UTC)


@cache
def writer(language: str) -> Writer:
    return Writer(language)
