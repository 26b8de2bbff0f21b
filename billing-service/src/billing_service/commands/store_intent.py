"""Stores what is about to be paid: row, key and frozen body, before the provider hears of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID, uuid4

from billing_service.domain.payments import CONFIRM_WITHIN, Kind, Payment
from billing_service.domain.provider import PaymentIntent, Provider, ReceiptLine
from billing_service.store import customers, payments
from shared.db import Connection

_DESCRIPTION_MAX: Final = 128


@dataclass(frozen=True, slots=True)
class Sale:
    """One thing to be paid. With a `method` the saved method is charged without the payer."""

    user_id: str
    email: str
    kind: Kind
    amount: Decimal
    currency: str
    credits: Decimal
    description: str
    terms: dict[str, Any]
    plan_id: str | None = None
    subscription_id: UUID | None = None
    period_number: int | None = None
    attempt_number: int = 1
    return_url: str | None = None
    consent_text: str | None = None
    client_key: str | None = None
    idempotence_key: str | None = None
    method: tuple[UUID, str] | None = None


async def store_intent(
    conn: Connection, provider: Provider, sale: Sale, now: datetime
) -> Payment | None:
    """Return the stored payment, marked as sent; None if a live one for the same thing exists.

    The caller holds the user's lock and its transaction; the network is not touched here.
    """
    payment_id = uuid4()
    key = sale.idempotence_key or str(payment_id)
    customer = await customers.get(conn, sale.user_id)
    description = sale.description[:_DESCRIPTION_MAX]
    line = ReceiptLine(
        description=description,
        amount=sale.amount,
        currency=sale.currency,
        email=(customer.contact_email or customer.email if customer else "") or sale.email or None,
        phone=customer.contact_phone if customer else None,
        sold_at=now,
    )
    intent = PaymentIntent(
        idempotence_key=key,
        amount=sale.amount,
        currency=sale.currency,
        description=description,
        metadata=_metadata(payment_id, sale),
        return_url=sale.return_url,
        save_payment_method=sale.consent_text is not None,
        payment_method_id=sale.method[1] if sale.method else None,
        receipt=provider.receipt(line),
    )
    payment = _payment(payment_id, sale, intent, provider.freeze_payment(intent), now)
    return payment if await payments.insert(conn, payment) else None


def is_fresh(payment: Payment, now: datetime) -> bool:
    """Say whether the payer has still time to confirm."""
    return now - payment.created_at < CONFIRM_WITHIN


def _metadata(payment_id: UUID, sale: Sale) -> dict[str, str]:
    said = {"transaction_id": str(payment_id), "user_id": sale.user_id, "kind": sale.kind}
    return said | ({"plan_id": sale.plan_id} if sale.plan_id else {})


def _payment(
    payment_id: UUID, sale: Sale, intent: PaymentIntent, body: bytes, now: datetime
) -> Payment:
    return Payment(
        id=payment_id,
        user_id=sale.user_id,
        kind=sale.kind,
        plan_id=sale.plan_id,
        subscription_id=sale.subscription_id,
        period_number=sale.period_number,
        attempt_number=sale.attempt_number,
        terms=sale.terms,
        amount=sale.amount,
        currency=sale.currency,
        credits=sale.credits,
        description=intent.description,
        return_url=sale.return_url,
        idempotence_key=intent.idempotence_key,
        request=body,
        client_key=sale.client_key,
        payment_method_id=sale.method[0] if sale.method else None,
        consent_text=sale.consent_text,
        status="sent",
        provider_id=None,
        provider_status=None,
        confirmation_url=None,
        cancel_reason=None,
        error=None,
        receipt_registration=None,
        refunded_amount=Decimal(0),
        superseded_at=None,
        # If this process dies in the call, the reconciler sends the same again.
        next_check_at=now + timedelta(minutes=2),
        checks=0,
        sent_at=now,
        paid_at=None,
        created_at=now,
        updated_at=now,
    )
