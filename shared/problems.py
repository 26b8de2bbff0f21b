"""Every refusal a caller can meet. One tree, one wire form, rendered in one place (shared.http).

Problem
├── Malformed           400  the request cannot be read
├── NotAuthenticated    401  who are you
├── PaymentRequired     402  not enough credits
├── NotPermitted        403  known, but not allowed
├── NotFound            404
├── MethodNotAllowed    405
├── RequestTimeout      408  the body did not arrive in time
├── Conflict            409  same key with another body, or a state that excludes it
├── TooLarge            413
├── Invalid             422  a field is wrong; names the field
├── TooManyRequests     429  with Retry-After
├── BadGateway          502  a third party answered nonsense
├── Unavailable         503  a dependency is away; with Retry-After
└── GatewayTimeout      504  a service or a third party did not answer in time
"""

from collections.abc import Mapping
from typing import Any, ClassVar


class Problem(Exception):  # noqa: N818 - the field's word for it (RFC 9457)
    """A refusal with a stable slug. `detail` is for people, `extra` is for programs."""

    status: ClassVar[int] = 500
    title: ClassVar[str] = "Internal error"
    default_slug: ClassVar[str] = "internal"

    def __init__(
        self,
        detail: object,
        *,
        slug: str | None = None,
        headers: Mapping[str, str] | None = None,
        **extra: Any,
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.slug = slug or self.default_slug
        self.headers = dict(headers or {})
        self.extra = extra

    def wire(self, trace_id: str) -> dict[str, Any]:
        """Return the JSON body: the `detail` old clients read, and problem+json members."""
        return {
            "detail": self.detail,
            "type": f"urn:owc:problem:{self.slug}",
            "title": self.title,
            "status": self.status,
            "trace_id": trace_id,
            **self.extra,
        }


class Malformed(Problem):
    status, title, default_slug = 400, "Malformed request", "malformed"


class NotAuthenticated(Problem):
    status, title, default_slug = 401, "Not authenticated", "not-authenticated"

    def __init__(self, detail: object = "Not authenticated", **kwargs: Any) -> None:
        kwargs.setdefault("headers", {"WWW-Authenticate": "Bearer"})
        super().__init__(detail, **kwargs)


class PaymentRequired(Problem):
    status, title, default_slug = 402, "Not enough credits", "insufficient-credits"


class NotPermitted(Problem):
    status, title, default_slug = 403, "Not permitted", "not-permitted"

    def __init__(self, detail: object = "Not enough permissions", **kwargs: Any) -> None:
        super().__init__(detail, **kwargs)


class NotFound(Problem):
    status, title, default_slug = 404, "Not found", "not-found"


class MethodNotAllowed(Problem):
    status, title, default_slug = 405, "Method not allowed", "method-not-allowed"


class RequestTimeout(Problem):
    status, title, default_slug = 408, "Request timeout", "request-timeout"


class Conflict(Problem):
    status, title, default_slug = 409, "Conflict", "conflict"


class TooLarge(Problem):
    status, title, default_slug = 413, "Request too large", "too-large"


class Invalid(Problem):
    """A value that cannot be accepted; `detail` has the list form of validation errors."""

    status, title, default_slug = 422, "Invalid value", "invalid"

    def __init__(self, field: str, message: str, *, where: str = "body", **kwargs: Any) -> None:
        error = {
            "type": "value_error",
            "loc": [where, *filter(None, field.split("."))],
            "msg": message,
        }
        super().__init__([error], **kwargs)


class TooManyRequests(Problem):
    status, title, default_slug = 429, "Too many requests", "too-many-requests"

    def __init__(self, detail: object, *, retry_after_s: int, **kwargs: Any) -> None:
        super().__init__(detail, headers={"Retry-After": str(retry_after_s)}, **kwargs)


class BadGateway(Problem):
    status, title, default_slug = 502, "Bad gateway", "bad-gateway"


class Unavailable(Problem):
    status, title, default_slug = 503, "Temporarily unavailable", "unavailable"

    def __init__(self, detail: object, *, retry_after_s: int = 1, **kwargs: Any) -> None:
        super().__init__(detail, headers={"Retry-After": str(retry_after_s)}, **kwargs)


class GatewayTimeout(Problem):
    status, title, default_slug = 504, "Gateway timeout", "upstream-timeout"
