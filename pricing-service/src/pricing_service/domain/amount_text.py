"""Amounts as people read them in their language: every digit of a price, few of an estimate."""

from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Final, Literal

from shared.money import EXACT

Language = Literal["en", "ru"]
LANGUAGES: Final[tuple[Language, ...]] = ("en", "ru")
# (between thousands, before the fraction)
_MARKS: Final[Mapping[str, tuple[str, str]]] = {"en": (",", "."), "ru": ("\N{NO-BREAK SPACE}", ",")}
_ROUGH: Final = Context(prec=2, rounding=ROUND_HALF_EVEN)
# Rules of thumb: a token is most of an English word and about half of a Russian one.
_WORDS_PER_TOKEN: Final[Mapping[str, Decimal]] = {"en": Decimal("0.75"), "ru": Decimal("0.5")}


def written(amount: Decimal | int, language: Language) -> str:
    """The exact amount: 1234.50 is "1,234.5" in English."""
    thousands, point = _MARKS[language]
    whole, _, fraction = f"{EXACT.normalize(Decimal(amount)):,f}".partition(".")
    whole = whole.replace(",", thousands)
    return f"{whole}{point}{fraction}" if fraction else whole


def words(tokens: int, language: Language) -> str:
    """About how many words that many tokens are."""
    return written(_ROUGH.multiply(_WORDS_PER_TOKEN[language], Decimal(tokens)), language)


def words_per_credit(price: Decimal, language: Language) -> str | None:
    """About how many words one credit pays for: None where they are free, "" if not even one."""
    if not price:
        return None
    count = _ROUGH.divide(_WORDS_PER_TOKEN[language], price)
    return written(count, language) if count >= 1 else ""
