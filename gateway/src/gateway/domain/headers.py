"""Which headers may cross the door, and how a request head is written so that none can forge one.

Framing (RFC 9112 §6) is never copied: each side of the door has its own.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from shared.problems import Malformed

Header = tuple[bytes, bytes]

# RFC 9110 §7.6.1, and Expect, which the server in front has answered already.
_HOP_BY_HOP: Final = frozenset(
    {
        b"connection",
        b"keep-alive",
        b"proxy-connection",
        b"proxy-authenticate",
        b"proxy-authorization",
        b"te",
        b"trailer",
        b"transfer-encoding",
        b"upgrade",
    }
)
# A service sees the signed identity alone: no password, no key, no session of a browser.
_CREDENTIALS: Final = frozenset({b"authorization", b"cookie", b"x-api-key"})
_OURS: Final = frozenset(
    {
        b"host",
        b"content-length",
        b"expect",
        b"x-owc-identity",
        b"x-forwarded-for",
        b"x-forwarded-host",
        b"x-forwarded-proto",
        b"x-forwarded-user",
        b"x-forwarded-email",
        b"x-forwarded-groups",
        b"x-forwarded-preferred-username",
        b"x-real-ip",
        b"x-request-id",
        b"forwarded",
        b"traceparent",
        b"remote-user",
    }
)
_DROPPED: Final = _HOP_BY_HOP | _CREDENTIALS | _OURS
_ANSWER_DROPPED: Final = _HOP_BY_HOP | {b"x-request-id", b"x-owc-identity"}
_HARMLESS_OPTIONS: Final = frozenset({b"keep-alive", b"close", b""})


def _named_by_connection(values: Iterable[bytes]) -> frozenset[bytes]:
    options = {option.strip().lower() for value in values for option in value.split(b",")}
    return frozenset(options - _HARMLESS_OPTIONS)


def framing(headers: Sequence[Header]) -> tuple[int | None, bool]:
    """(content length, chunked) of a request; Malformed where two readers could disagree."""
    length: int | None = None
    chunked = False
    for name, value in headers:
        if name == b"content-length":
            if length is not None or not value.isdigit():
                raise Malformed("The request has an unclear Content-Length")
            length = int(value)
        elif name == b"transfer-encoding":
            if chunked or value.strip().lower() != b"chunked":
                raise Malformed("The request has an unclear Transfer-Encoding")
            chunked = True
    if chunked and length is not None:
        raise Malformed("The request has both Content-Length and Transfer-Encoding")
    return length, chunked


def is_small(headers: Sequence[Header], limit: int) -> bool:
    """Whether the body has at most `limit` bytes, and says so in a way that nobody can doubt."""
    told = b"0"
    for name, value in headers:
        if name == b"transfer-encoding":
            return False
        if name == b"content-length":
            if told != b"0" or not value.isdigit():
                return False
            told = value
    return int(told) <= limit


def request_head(
    method: str, target: bytes, headers: Sequence[Header], added: Sequence[Header]
) -> bytes:
    """The bytes of a request head: what may pass of `headers`, then `added`.

    Malformed if any part would end a line: counting line ends finds every trick at once.
    """
    dropped = _DROPPED
    for name, value in headers:
        if name == b"connection" and value not in {b"keep-alive", b"close"}:
            dropped = dropped | _named_by_connection([value])
    parts = [method.encode("ascii"), b" ", target, b" HTTP/1.1\r\n"]
    lines = 2
    for name, value in headers:
        if name not in dropped:
            parts += (name, b": ", value, b"\r\n")
            lines += 1
    for name, value in added:
        parts += (name, b": ", value, b"\r\n")
        lines += 1
    parts.append(b"\r\n")
    head = b"".join(parts)
    if head.count(b"\r") != lines or head.count(b"\n") != lines or b"\0" in head:
        raise Malformed("The request has a header that is not one line")
    if b" " in target:
        raise Malformed("The address must not contain a space")
    return head


def answer_headers(headers: Sequence[Header], added: Sequence[Header]) -> list[Header]:
    """The headers of an upstream's answer that may pass, then `added` where it said nothing."""
    dropped = _ANSWER_DROPPED
    for name, value in headers:
        if name == b"connection" and value.lower() not in {b"keep-alive", b"close"}:
            dropped = dropped | _named_by_connection([value])
    kept, present = [], set()
    for header in headers:
        if header[0] not in dropped:
            kept.append(header)
            present.add(header[0])
    kept += [header for header in added if header[0] not in present]
    return kept
