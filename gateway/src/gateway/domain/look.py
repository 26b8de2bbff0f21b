"""The language and the colours in which somebody wants to read a page."""

from dataclasses import dataclass
from typing import Final

LANGUAGES: Final = ("en", "ru")
THEMES: Final = ("system", "light", "dark", "oled-dark")


@dataclass(frozen=True, slots=True)
class Look:
    language: str = "en"
    theme: str = "system"


def look_of(language: str | None, theme: str | None, accepted: str) -> Look:
    """What was chosen; else the first language of `accepted` that we speak."""
    if language not in LANGUAGES:
        language = _preferred(accepted)
    return Look(language, theme if theme in THEMES else THEMES[0])


def _preferred(accepted: str) -> str:
    """RFC 9110 §12.5.4, as far as two languages need it."""
    best, best_weight = LANGUAGES[0], 0.0
    for part in accepted.split(","):
        name, _, weight_text = part.partition(";")
        language = name.strip()[:2].lower()
        try:
            weight = float(weight_text.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
        if language in LANGUAGES and weight > best_weight:
            best, best_weight = language, weight
    return best
