"""A provider in memory, which does what its tests tell it to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

from billing_service.domain import provider as port

from shared import codec

SHOP = "100500"


@dataclass
class MemoryProvider:
    """Keeps payments by key; `trouble` fails the next writes, if `after` with their effect.

    `charged` tells whose saved method paid without the payer.
    """

    payments: dict[str, port.ProviderPayment] = field(default_factory=dict)
    refunds: dict[str, port.ProviderRefund] = field(default_factory=dict)
    methods: dict[str, port.ProviderMethod] = field(default_factory=dict)
    by_key: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    trouble: list[tuple[Exception, bool]] = field(default_factory=list)
    autopay: list[str] = field(default_factory=list)
    charged: dict[str, tuple[str, str]] = field(default_factory=dict)
    writes: int = 0
    now: datetime = datetime(2026, 1, 15, 12, tzinfo=UTC)

    def fail(self, error: Exception | None = None, *, after: bool = False) -> None:
        self.trouble.append((error or port.OutcomeUnknown("no answer"), after))

    def receipt(self, _line: port.ReceiptLine) -> Mapping[str, Any] | None:
        return None

    def freeze_payment(self, intent: port.PaymentIntent) -> bytes:
        return codec.encode(replace(intent, body=b""))

    def freeze_refund(self, intent: port.RefundIntent) -> bytes:
        return codec.encode(replace(intent, body=b""))

    def _once(self, key: str, body: bytes, make: Callable[[], str]) -> str:
        self.writes += 1
        error, after = self.trouble.pop(0) if self.trouble else (None, False)
        if error and not after:
            raise error
        if key in self.by_key:
            known_body, made = self.by_key[key]
            if known_body != body:
                raise port.ProviderRefused("invalid_request", 400, "Idempotence key duplicated")
        else:
            made = make()
            self.by_key[key] = (body, made)
        if error:
            raise error
        return made

    def freeze_binding(self, intent: port.BindingIntent) -> bytes:
        return codec.encode(intent)

    async def create_method(self, key: str, body: bytes) -> port.ProviderMethod:
        def make() -> str:
            url = "https://pay.example/bind"
            made = port.ProviderMethod(str(uuid4()), "pending", "*4444", SHOP, url)
            self.methods[made.id] = made
            return made.id

        return self.methods[self._once(key, body, make)]

    async def get_method(self, method_id: str) -> port.ProviderMethod:
        return self.methods[method_id]

    def bind(self, method_id: str, status: str = "active") -> None:
        self.methods[method_id] = replace(self.methods[method_id], status=status)

    async def create_payment(self, intent: port.PaymentIntent) -> port.ProviderPayment:
        asked = codec.decode(intent.body)

        def make() -> str:
            made = port.ProviderPayment(
                id=str(uuid4()),
                status="pending",
                paid=False,
                amount=Decimal(asked["amount"]),
                currency=asked["currency"],
                created_at=self.now,
                shop_id=SHOP,
                is_test=True,
                confirmation_url=None if asked["payment_method_id"] else "https://pay.example/1",
                metadata=asked["metadata"],
            )
            self.payments[made.id] = made
            if asked["payment_method_id"]:
                self.charged[made.id] = (asked["metadata"]["user_id"], asked["payment_method_id"])
                outcome = self.autopay.pop(0) if self.autopay else "succeeded"
                if outcome == "succeeded":
                    self.pay(made.id)
                elif outcome != "pending":
                    self.cancel(made.id, outcome)
            elif asked["save_payment_method"]:
                saved = replace(made, method_id=made.id, method_saved=True, method_title="*4444")
                self.payments[made.id] = saved
            return made.id

        return self.payments[self._once(intent.idempotence_key, intent.body, make)]

    async def create_refund(self, intent: port.RefundIntent) -> port.ProviderRefund:
        def make() -> str:
            paid = self.payments[intent.payment_id].amount
            if self.refunded(intent.payment_id) + intent.amount > paid:
                raise port.ProviderRefused("invalid_request", 400, "more than was paid")
            return self.refund_in_cabinet(intent.payment_id, intent.amount).id

        return self.refunds[self._once(intent.idempotence_key, intent.body, make)]

    async def get_payment(self, payment_id: str) -> port.ProviderPayment:
        if payment_id not in self.payments:
            raise port.ProviderRefused("not_found", 404, "no such payment")
        return self.payments[payment_id]

    async def get_refund(self, refund_id: str) -> port.ProviderRefund:
        if refund_id not in self.refunds:
            raise port.ProviderRefused("not_found", 404, "no such refund")
        return self.refunds[refund_id]

    async def list_payments(
        self, since: datetime, until: datetime, _: Any = None
    ) -> port.PaymentPage:
        found = [made for made in self.payments.values() if since <= made.created_at <= until]
        return port.PaymentPage(tuple(found), None)

    async def list_refunds(
        self, since: datetime, until: datetime, _: Any = None
    ) -> port.RefundPage:
        found = [made for made in self.refunds.values() if since <= made.created_at <= until]
        return port.RefundPage(tuple(found), None)

    async def close(self) -> None:
        self.payments.clear()

    def pay(self, payment_id: str) -> None:
        self.change(payment_id, status="succeeded", paid=True)

    def cancel(self, payment_id: str, reason: str) -> None:
        self.change(payment_id, status="canceled", cancel_reason=reason)

    def change(self, payment_id: str, **fields: Any) -> None:
        self.payments[payment_id] = replace(self.payments[payment_id], **fields)

    def refunded(self, payment_id: str) -> Decimal:
        made = (refund for refund in self.refunds.values() if refund.payment_id == payment_id)
        return sum((refund.amount for refund in made), Decimal(0))

    def refund_in_cabinet(self, payment_id: str, amount: Decimal) -> port.ProviderRefund:
        made = port.ProviderRefund(str(uuid4()), payment_id, "succeeded", amount, "RUB", self.now)
        self.refunds[made.id] = made
        return made
