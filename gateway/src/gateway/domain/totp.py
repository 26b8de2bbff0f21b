"""Second factor by RFC 6238: six digits, 30 s, SHA-1, as every authenticator app expects."""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

STEP_S: Final = 30
_DIGITS: Final = 6
_SECRET_BYTES: Final = 20
_DRIFT_STEPS: Final = 1
_KEPT: Final = "kept:"


def secret(key: bytes, username: str, nonce: str) -> bytes:
    """The shared secret. The database holds only the nonce: a copy of it yields no codes."""
    if nonce.startswith(_KEPT):
        salt, _, masked = nonce.removeprefix(_KEPT).partition(":")
        return _masked(key, username, salt, bytes.fromhex(masked))
    return hmac.digest(key, f"{username}\0{nonce}".encode(), hashlib.sha256)[:_SECRET_BYTES]


def kept(key: bytes, username: str, nonce: str, shared_secret: bytes) -> str:
    """Another nonce, with which `key` yields the secret that is in the authenticator app."""
    # The nonce before was never used with this key, so neither is this mask.
    salt = hashlib.sha256(nonce.encode()).hexdigest()
    return f"{_KEPT}{salt}:{_masked(key, username, salt, shared_secret).hex()}"


def _masked(key: bytes, username: str, salt: str, text: bytes) -> bytes:
    mask = hmac.digest(key, f"{username}\0{_KEPT}{salt}".encode(), hashlib.sha256)
    return bytes(one ^ other for one, other in zip(text, mask, strict=False))


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


def recognised(
    keys: Sequence[bytes], username: str, nonce: str, given: str, unix_s: int
) -> tuple[int, str] | None:
    """The step whose code was given, and the nonce to store: it moves to the first of `keys`."""
    for key in keys:
        shared_secret = secret(key, username, nonce)
        step = matching_step(shared_secret, given, unix_s)
        if step is not None:
            moved = nonce if key is keys[0] else kept(keys[0], username, nonce, shared_secret)
            return step, moved
    return None


def uri(shared_secret: bytes, username: str) -> str:
    """What an authenticator app reads from a QR code."""
    text = base64.b32encode(shared_secret).decode("ascii")
    label = quote(f"Credits:{username}", safe=":")
    return f"otpauth://totp/{label}?secret={text}&issuer=Credits&digits={_DIGITS}&period={STEP_S}"
