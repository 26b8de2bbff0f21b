"""Headers that every answer carries, and which other sites may call us from a browser: none."""

from collections.abc import Sequence
from typing import Final

from gateway.domain.headers import Header

_HEADERS: Final[tuple[Header, ...]] = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
_HSTS: Final[Header] = (b"strict-transport-security", b"max-age=31536000; includeSubDomains")
_METHODS: Final = b"GET, POST, PUT, PATCH, DELETE"
_ALLOWED: Final = b"authorization, content-type, idempotency-key, x-api-key, traceparent"
_EXPOSED: Final = b"x-request-id, retry-after, etag, content-disposition"


class Safety:
    """Answers with credentials of a browser never go to a site that is not on the list."""

    def __init__(self, origins: str, *, tls: bool) -> None:
        self._origins = frozenset(o.strip().encode() for o in origins.split(",") if o.strip())
        self.headers: tuple[Header, ...] = (*_HEADERS, _HSTS) if tls else _HEADERS

    def cross_origin(self, origin: bytes | None) -> Sequence[Header]:
        """What a listed origin gets on top; nothing for others, so their browser refuses."""
        if origin is None or origin not in self._origins:
            return ()
        return (
            (b"access-control-allow-origin", origin),
            (b"access-control-allow-credentials", b"true"),
            (b"access-control-expose-headers", _EXPOSED),
            (b"vary", b"Origin"),
        )

    def preflight(self, origin: bytes | None) -> Sequence[Header]:
        """The answer to a browser's question before it sends; empty if the answer is no."""
        allowed = self.cross_origin(origin)
        if not allowed:
            return ()
        return (
            *allowed,
            (b"access-control-allow-methods", _METHODS),
            (b"access-control-allow-headers", _ALLOWED),
            (b"access-control-max-age", b"600"),
        )
