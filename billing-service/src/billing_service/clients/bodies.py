"""Request bodies, frozen to bytes: the same key may only ever be sent with the same ones."""

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from yookassa.domain.request import (
    PaymentRequest,
    RefundRequest,
    SavePaymentMethodDataBankCardRequest,
)

from billing_service.domain.provider import (
    BindingIntent,
    PaymentIntent,
    ProviderRefused,
    RefundIntent,
)

_KOPECK: Final = Decimal("0.01")
_DESCRIPTION_LENGTH_MAX = 128
_REFUND_DESCRIPTION_LENGTH_MAX = 250
_METADATA_KEYS_MAX = 16
_METADATA_KEY_LENGTH_MAX = 32
_METADATA_VALUE_LENGTH_MAX = 512
_BAD_REQUEST = 400


def money(amount: Decimal, currency: str) -> dict[str, str]:
    """Return the provider's amount. A fraction of a kopeck is a mistake, never rounded away."""
    if amount.quantize(_KOPECK) != amount:
        raise ValueError(f"{amount} {currency} is not a whole number of kopecks")
    return {"value": f"{amount:.2f}", "currency": currency}


def freeze_payment(intent: PaymentIntent) -> bytes:
    """Return the body that opens a payment, or charges a saved method."""
    _check_metadata(intent.metadata)
    body: dict[str, Any] = {
        "amount": money(intent.amount, intent.currency),
        # Without it the provider only holds the money and gives it back after some days.
        "capture": True,
        "description": intent.description[:_DESCRIPTION_LENGTH_MAX],
        "metadata": dict(intent.metadata),
    }
    if intent.payment_method_id:
        body["payment_method_id"] = intent.payment_method_id
    elif intent.return_url:
        body["confirmation"] = {"type": "redirect", "return_url": intent.return_url}
        body["save_payment_method"] = intent.save_payment_method
    else:
        raise _refusal("a payment needs a return_url or a saved method")
    if intent.receipt is not None:
        body["receipt"] = dict(intent.receipt)
    return _frozen(body, PaymentRequest)


def freeze_refund(intent: RefundIntent) -> bytes:
    """Return the body that gives money of a payment back."""
    body: dict[str, Any] = {
        "payment_id": intent.payment_id,
        "amount": money(intent.amount, intent.currency),
    }
    if intent.description:
        body["description"] = intent.description[:_REFUND_DESCRIPTION_LENGTH_MAX]
    if intent.receipt is not None:
        body["receipt"] = dict(intent.receipt)
    return _frozen(body, RefundRequest)


def freeze_binding(intent: BindingIntent) -> bytes:
    """Return the body that asks a payer for a card without charging it."""
    _check_metadata(intent.metadata)
    body = {
        "type": "bank_card",
        "confirmation": {"type": "redirect", "return_url": intent.return_url},
        "metadata": dict(intent.metadata),
    }
    return _frozen(body, SavePaymentMethodDataBankCardRequest)


def _frozen(body: dict[str, Any], request: Callable[[dict[str, Any]], Any]) -> bytes:
    """Let the SDK judge the body, then freeze ours: its own form passes amounts through float."""
    text = json.dumps(body, sort_keys=True, separators=(",", ":"))
    try:
        # A copy: the SDK keeps and changes what it is given.
        request(json.loads(text)).validate()
    except (TypeError, ValueError) as error:
        raise _refusal(str(error)) from error
    return text.encode()


def _check_metadata(metadata: Mapping[str, str]) -> None:
    if len(metadata) > _METADATA_KEYS_MAX:
        raise _refusal(f"metadata has more than {_METADATA_KEYS_MAX} keys")
    for name, value in metadata.items():
        if len(name) > _METADATA_KEY_LENGTH_MAX or len(value) > _METADATA_VALUE_LENGTH_MAX:
            raise _refusal(f"metadata {name[:_METADATA_KEY_LENGTH_MAX]!r} is too long")


def _refusal(message: str) -> ProviderRefused:
    return ProviderRefused("invalid_request", _BAD_REQUEST, message)
