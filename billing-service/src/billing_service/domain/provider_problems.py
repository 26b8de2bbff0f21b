"""What a caller is told when the provider fails: the contract's map of statuses and texts."""

from http import HTTPStatus

from billing_service.domain.provider import (
    ProviderError,
    ProviderRefused,
    ProviderUnavailable,
    ReceiptContactMissing,
)
from shared.problems import BadGateway, Malformed, Problem, Unavailable


def problem_of(error: ProviderError) -> Problem:
    """Return the refusal for the caller. Nothing of the provider's own text is passed on."""
    if isinstance(error, ReceiptContactMissing):
        return Malformed(
            "Set billing contact email or phone in billing settings to issue a payment receipt",
            slug="receipt-contact-missing",
        )
    if isinstance(error, ProviderRefused):
        return _refused(error)
    if isinstance(error, ProviderUnavailable):
        return Unavailable("Payment system temporarily unavailable", slug="payments-away")
    return Unavailable("Payment provider is temporarily unavailable", slug="provider-away")


def _refused(error: ProviderRefused) -> Problem:
    denied = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
    if error.http_status in denied or error.code == "invalid_credentials":
        return BadGateway("Payment provider credentials are invalid", slug="provider-credentials")
    if error.http_status == HTTPStatus.TOO_MANY_REQUESTS:
        return Unavailable("Payment provider is rate-limiting requests", slug="provider-busy")
    if error.http_status == HTTPStatus.BAD_REQUEST:
        return BadGateway("Payment provider rejected the payment request", slug="provider-refused")
    return BadGateway("Payment provider is temporarily unavailable", slug="provider-away")
