"""Second factor by RFC 6238: six digits, 30 s, SHA-1, as every authenticator app expects."""

import base64
import hashlib
import hmac
from typing import Final
from urllib.parse import quote

STEP_S: Final = 30
_DIGITS: Final = 6
_SECRET_BYTES: Final = 20
_DRIFT_STEPS: Final = 1


def secret(key: bytes, username: str, nonce: str) -> bytes:
    """The shared secret. The database holds only the nonce: a copy of it yields no codes."""
    return hmac.digest(key, f"{username}\0{nonce}".encode(), hashlib.sha256)[:_SECRET_BYTES]


def code(shared_secret: bytes, step: int) -> str:
    """The digits of one time step (RFC 4226 §5.3)."""
    digest = hmac.digest(shared_secret, step.to_bytes(8, "big"), hashlib.sha1)
    offset = digest[-1] & 15
    number = int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFF_FFFF
    return str(number % 10**_DIGITS).zfill(_DIGITS)


def matching_step(shared_secret: bytes, given: str, unix_s: int) -> int | None:
    """The step whose code was given, one step early or late allowed; None if it is none."""
    current = unix_s // STEP_S
    for step in range(current - _DRIFT_STEPS, current + _DRIFT_STEPS + 1):
        if hmac.compare_digest(code(shared_secret, step), given.strip()):
            return step
    return None


def uri(shared_secret: bytes, username: str) -> str:
    """What an authenticator app reads from a QR code."""
    text = base64.b32encode(shared_secret).decode("ascii")
    label = quote(f"Credits:{username}", safe=":")
    return f"otpauth://totp/{label}?secret={text}&issuer=Credits&digits={_DIGITS}&period={STEP_S}"
