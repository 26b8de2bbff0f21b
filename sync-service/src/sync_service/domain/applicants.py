"""The waiting list's rules: what a name and an e-mail address look like."""

import re
import unicodedata

EMAIL_LENGTH_MAX = 254
NAME_LENGTH_MAX = 200
_EMAIL = re.compile(
    r"[^\s@<>,;:\"()\[\]\\]{1,64}@[^\s@<>,;:\"()\[\]\\.]+(\.[^\s@<>,;:\"()\[\]\\.]+)*"
)


def normal_email(text: str) -> str | None:
    """The address in lower case, or None if it cannot be one."""
    email = unicodedata.normalize("NFC", text.strip()).lower()
    if len(email) > EMAIL_LENGTH_MAX or not _EMAIL.fullmatch(email) or not email.isprintable():
        return None
    return email


def normal_name(text: str) -> str | None:
    """The name with single spaces, or None if nothing or too much is left."""
    visible = "".join(
        " " if character.isspace() else character
        for character in unicodedata.normalize("NFC", text)
        if character.isspace() or character.isprintable()
    )
    name = " ".join(visible.split())
    return name if 0 < len(name) <= NAME_LENGTH_MAX else None
