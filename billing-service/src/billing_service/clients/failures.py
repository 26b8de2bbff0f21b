"""What an answer other than 200 means: a definite no, try later, or nobody knows."""

import json
from typing import Any, Final

from billing_service.clients.transport import Exchange
from billing_service.domain.provider import (
    OutcomeUnknown,
    ProviderError,
    ProviderRefused,
    ProviderUnavailable,
)

_CLIENT_ERRORS: Final = range(400, 500)
_REQUEST_TIMEOUT = 408
# Where the provider gives no code.
_CODES: Final = {
    400: "invalid_request",
    401: "invalid_credentials",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    410: "gone",
    415: "unsupported_media_type",
    429: "too_many_requests",
}
_MISSING_PARAMETERS: Final = ("payment_id", "refund_id")
_BAD_REQUEST = 400
_MESSAGE_LENGTH_MAX = 300


def failure_of(answer: Exchange, *, is_write: bool) -> ProviderError:
    """Return the failure an answer stands for.

    Only a 4xx is a definite no, and 429 is one for now. After 5xx, 202 and anything unheard of
    a write may or may not have taken place; a read cannot have changed anything, so it is merely
    unavailable.
    """
    error = _error_body(answer.content)
    if answer.status in _CLIENT_ERRORS and answer.status != _REQUEST_TIMEOUT:
        return _refusal(answer.status, error, is_write=is_write)
    return unsure(f"status {answer.status}", is_write=is_write)


def unsure(message: str, *, is_write: bool) -> ProviderError:
    return OutcomeUnknown(message) if is_write else ProviderUnavailable(message)


def _refusal(status: int, error: dict[str, Any], *, is_write: bool) -> ProviderRefused:
    code = str(error.get("code") or _CODES.get(status, "refused"))
    parameter = error.get("parameter")
    # The provider says of an unknown id that it is incorrect (400) or not found (404).
    if not is_write and status == _BAD_REQUEST and parameter in _MISSING_PARAMETERS:
        code = "not_found"
    text = str(error.get("description") or "no description")
    message = f"{text} ({parameter})" if parameter else text
    return ProviderRefused(code, status, message[:_MESSAGE_LENGTH_MAX])


def _error_body(content: bytes) -> dict[str, Any]:
    """Return the error object; a gateway's HTML page counts as an empty one."""
    try:
        body = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}
