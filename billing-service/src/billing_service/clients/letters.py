"""The words of mails: one template per reason and language, the subject on its first line."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from billing_service.domain.mails import Language, Letter

TEXTS: Final = Path(__file__).parent / "letter_texts"


def _day(moment: str, language: Language = "en") -> str:
    day = datetime.fromisoformat(moment).astimezone(UTC)
    return f"{day:%d.%m.%Y}" if language == "ru" else f"{day:%Y-%m-%d}"


@cache
def _texts() -> Environment:
    # Plain text: what would be escaped in HTML has to stay as it is.
    texts = Environment(
        loader=FileSystemLoader(TEXTS),
        autoescape=False,  # noqa: S701
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    texts.filters["day"] = _day
    return texts


def render(letter: Letter, language: Language) -> tuple[str, str]:
    """Return subject and body. A name that people gave cannot break out of its line."""
    facts = {
        name: " ".join(value.split()) if isinstance(value, str) else value
        for name, value in letter.facts.items()
    }
    name = " ".join(letter.name.split())
    text = _texts().get_template(f"{language}/{letter.reason}.txt").render(facts, name=name)
    subject, _, body = text.partition("\n")
    return subject.strip(), body.strip() + "\n"
