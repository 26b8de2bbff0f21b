"""What an API key looks like, what it may do, and how it is recognised without being stored."""

import base64
import hashlib
import hmac
from typing import Final

PREFIX: Final = "owc_"
ID_LENGTH: Final = 12
# A scope is what a program needs, not what a page shows.
SCOPES: Final = frozenset(
    {"credits:read", "credits:charge", "prices:read", "metrics:read", "models:use", "links:issue"}
)


def derive(secret_key: str, purpose: str) -> bytes:
    """A key for one purpose, so that no two uses of the secret can be played against another."""
    return hmac.digest(secret_key.encode(), f"owc gateway: {purpose}".encode(), hashlib.sha256)


def compose(key_id: str, secret: str) -> str:
    """The text that its owner keeps; it is shown once."""
    return f"{PREFIX}{key_id}.{secret}"


def split(text: str) -> tuple[str, str] | None:
    """(id, secret) of a key's text, or None where it cannot be one."""
    key_id, dot, secret = text.removeprefix(PREFIX).partition(".")
    if not text.startswith(PREFIX) or not dot or not secret or len(key_id) != ID_LENGTH:
        return None
    return (key_id, secret) if key_id.isascii() and key_id.isalnum() else None


def secret_of(pepper: bytes, key_id: str, nonce: str) -> str:
    """The secret of a new key. The pepper alone does not tell it, nor does the nonce."""
    mixed = hmac.digest(pepper, f"secret of {key_id}: {nonce}".encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(mixed).decode().rstrip("=")


def mac(pepper: bytes, secret: str) -> bytes:
    """What is stored instead of the secret; useless without the pepper."""
    return hmac.digest(pepper, secret.encode(), hashlib.sha256)


def matches(pepper: bytes, secret: str, stored: bytes) -> bool:
    """Compare in a time that does not tell how much was right."""
    return hmac.compare_digest(mac(pepper, secret), stored)
