"""What a form brings: texts that can be kept, and the token by which we know our own again."""

import hashlib
import hmac
from typing import Final

LIFETIME_S: Final = 12 * 3600
_DIGITS_MAX: Final = 12


def storable(text: str) -> str:
    """`text`; ValueError where no text column can hold it."""
    if "\x00" in text:
        raise ValueError("must not contain the NUL character")
    return text


def form_token(secret: bytes, user_id: str, now_s: int) -> str:
    """A text that only we can make, for this user, until it is old.

    No other page can send a form in a user's name without it.
    """
    until = now_s + LIFETIME_S
    return f"{until}.{_mac(secret, user_id, until)}"


def is_ours(secret: bytes, user_id: str, token: str, now_s: int) -> bool:
    until, _, given = token.partition(".")
    if (
        not (until.isascii() and until.isdigit() and len(until) <= _DIGITS_MAX)
        or int(until) <= now_s
    ):
        return False
    return hmac.compare_digest(given.encode(), _mac(secret, user_id, int(until)).encode())


def _mac(secret: bytes, user_id: str, until: int) -> str:
    return hmac.new(secret, f"{until} {user_id}".encode(), hashlib.sha256).hexdigest()
