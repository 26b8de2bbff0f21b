"""What a service of ours refused, as this door says it."""

from collections.abc import Mapping
from typing import Any, Final

from shared.problems import (
    Conflict,
    Malformed,
    NotFound,
    NotPermitted,
    PaymentRequired,
    Problem,
    TooManyRequests,
)

_URN: Final = "urn:owc:problem:"
_KINDS: Final[Mapping[int, type[Problem]]] = {
    400: Malformed,
    402: PaymentRequired,
    403: NotPermitted,
    404: NotFound,
    409: Conflict,
    422: Malformed,
}
_ALL_HAVE: Final = frozenset({"detail", "type", "title", "status", "trace_id"})


def refusal(
    status: int, content: Any, retry_after: str = "", otherwise: type[Problem] | None = None
) -> Problem | None:
    """None where a caller could do nothing about it: the service is as good as away.

    `otherwise` tells in the service's words what it cannot do, as a shop without its provider.
    """
    if not isinstance(content, dict) or "type" not in content:
        return None
    detail = content.get("detail")
    slug = str(content["type"]).removeprefix(_URN)
    extra = {name: content[name] for name in content.keys() - _ALL_HAVE}
    if status == TooManyRequests.status:
        seconds = int(retry_after) if retry_after.isdigit() else 1
        return TooManyRequests(detail, retry_after_s=seconds, slug=slug, **extra)
    kind = _KINDS.get(status, otherwise)
    return kind(detail, slug=slug, **extra) if kind else None
