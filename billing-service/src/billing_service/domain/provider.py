"""The payment provider as billing sees it: words, three kinds of failure, and the port.

Adapters (clients/) translate; no other room knows a vendor's field or error name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class ReceiptConfig:
    """54-FZ: what stands on every receipt. `vat_codes` are (effective from, code), oldest first."""

    vat_codes: tuple[tuple[datetime, int], ...]
    payment_subject: str = "service"
    payment_mode: str = "full_payment"
    tax_system_code: int | None = None


@dataclass(frozen=True, slots=True)
class ProviderConfig:
    """One shop. `receipt` is None where the shop does not register receipts."""

    shop_id: str
    secret_key: str
    api_url: str
    receipt: ReceiptConfig | None = None
    connect_timeout_s: float = 3.05
    read_timeout_s: float = 35.0
    calls_at_once: int = 16


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """What was sold to whom; the adapter makes the vendor's receipt of it."""

    description: str
    amount: Decimal
    currency: str
    email: str | None
    phone: str | None
    sold_at: datetime


@dataclass(frozen=True, slots=True)
class PaymentIntent:
    """A wish to be paid, stored with its key and its frozen body before the provider hears of it.

    `body` is the exact request as `Provider.freeze_payment` made it: the same key is only ever
    sent with the same bytes. `payment_method_id` charges a saved method without the payer;
    otherwise `return_url` is where the payer comes back.
    """

    idempotence_key: str
    amount: Decimal
    currency: str
    description: str
    metadata: Mapping[str, str] = field(default_factory=dict)
    return_url: str | None = None
    save_payment_method: bool = False
    payment_method_id: str | None = None
    receipt: Mapping[str, Any] | None = None
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class RefundIntent:
    """A wish to give money of one payment back; `payment_id` is the provider's."""

    idempotence_key: str
    payment_id: str
    amount: Decimal
    currency: str
    description: str = ""
    receipt: Mapping[str, Any] | None = None
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class BindingIntent:
    """A wish to save a payer's card without charging it."""

    idempotence_key: str
    return_url: str
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProviderMethod:
    """A payment method as the provider answered it: `pending`, `active` or `inactive`."""

    id: str
    status: str
    title: str | None = None
    shop_id: str | None = None
    confirmation_url: str | None = None


@dataclass(frozen=True, slots=True)
class ProviderPayment:
    """A payment as the provider answered it. Statuses and reasons are open: new ones may come.

    `shop_id` and `is_test` are compared before anything is granted; `raw` is kept as evidence.
    """

    id: str
    status: str
    paid: bool
    amount: Decimal
    currency: str
    created_at: datetime
    refunded_amount: Decimal = Decimal(0)
    shop_id: str | None = None
    is_test: bool = False
    confirmation_url: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    captured_at: datetime | None = None
    method_id: str | None = None
    method_saved: bool = False
    method_title: str | None = None
    cancel_party: str | None = None
    cancel_reason: str | None = None
    receipt_registration: str | None = None
    raw: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProviderRefund:
    """A refund as the provider answered it."""

    id: str
    payment_id: str
    status: str
    amount: Decimal
    currency: str
    created_at: datetime
    cancel_reason: str | None = None
    receipt_registration: str | None = None
    raw: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PaymentPage:
    """Some payments, newest first; `next_cursor` is None on the last page."""

    items: tuple[ProviderPayment, ...]
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class RefundPage:
    items: tuple[ProviderRefund, ...]
    next_cursor: str | None


class ProviderError(Exception):
    """Any failure of the provider."""


class ProviderRefused(ProviderError):  # noqa: N818 - an outcome, not a fault of ours
    """A definite no (4xx): nothing happened, and the same request will be refused again."""

    def __init__(self, code: str, http_status: int, message: str) -> None:
        super().__init__(f"{http_status} {code}: {message}")
        self.code = code
        self.http_status = http_status
        self.message = message

    @property
    def is_busy(self) -> bool:
        """Say whether it was only too much at once, which tells nothing about the request."""
        return self.http_status in (408, 409, 425, 429)

    @property
    def is_general(self) -> bool:
        """Say whether the shop, its key or its pace is meant: the next request would fare alike."""
        return self.is_busy or self.http_status in (401, 403)


class OutcomeUnknown(ProviderError):  # noqa: N818 - an outcome, not a fault of ours
    """The request may have taken effect: send it again with the same key and body."""


class ProviderUnavailable(ProviderError):  # noqa: N818 - an outcome, not a fault of ours
    """Nothing was sent: no connection, no free slot, or a circuit is open."""


class ReceiptContactMissing(ProviderError):  # noqa: N818 - an outcome, not a fault of ours
    """The shop must issue a receipt and the payer has neither e-mail nor phone."""


class Provider(Protocol):
    """What billing asks of a provider. Building requests is pure; the rest goes over the wire."""

    def receipt(self, line: ReceiptLine) -> Mapping[str, Any] | None:
        """Return the receipt to put into an intent, None where the shop issues none."""
        ...

    def freeze_payment(self, intent: PaymentIntent) -> bytes:
        """Return the exact request body of the intent, to be stored before it is sent."""
        ...

    def freeze_refund(self, intent: RefundIntent) -> bytes: ...

    def freeze_binding(self, intent: BindingIntent) -> bytes: ...

    async def create_payment(self, intent: PaymentIntent) -> ProviderPayment: ...

    async def get_payment(self, payment_id: str) -> ProviderPayment:
        """ProviderRefused with code `not_found` where no such payment is ours."""
        ...

    async def list_payments(
        self, since: datetime, until: datetime, cursor: str | None = None
    ) -> PaymentPage: ...

    async def create_refund(self, intent: RefundIntent) -> ProviderRefund: ...

    async def get_refund(self, refund_id: str) -> ProviderRefund: ...

    async def list_refunds(
        self, since: datetime, until: datetime, cursor: str | None = None
    ) -> RefundPage: ...

    async def create_method(self, key: str, body: bytes) -> ProviderMethod: ...

    async def get_method(self, method_id: str) -> ProviderMethod: ...

    async def close(self) -> None: ...
