"""Gives money back on an administrator's word: the same discipline as for taking it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from http import HTTPStatus
from typing import Final
from uuid import UUID, uuid4

from billing_service.commands.send_refund import send_refund
from billing_service.domain.payments import Payment
from billing_service.domain.provider import (
    Provider,
    ProviderError,
    ProviderRefused,
    ReceiptLine,
    RefundIntent,
)
from billing_service.domain.provider_problems import problem_of
from billing_service.domain.refunds import Refund, refusal_of
from billing_service.store import audit, customers, payments, refunds, subscriptions
from shared.db import Connection, Database
from shared.problems import Conflict, Malformed, NotFound

# It knows the payment better than we do: nothing is wrong with the shop or its key.
REFUSED: Final = (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND)


@dataclass(frozen=True, slots=True)
class RefundOrder:
    """`amount` None gives back what is left."""

    payment_id: UUID
    amount: Decimal | None
    reason: str
    actor: str
    client_key: str | None = None


async def refund_payment(
    db: Database, provider: Provider, order: RefundOrder, now: datetime
) -> Refund:
    """Store the intent, then ask the provider; the reconciler finds out an unknown outcome."""

    async def decide(conn: Connection) -> Refund:
        known = await payments.get(conn, order.payment_id)
        if known is None:
            raise NotFound(f"Payment '{order.payment_id}' not found", slug="unknown-payment")
        await subscriptions.lock_user(conn, known.user_id)
        payment = await payments.get(conn, order.payment_id, lock=True)
        assert payment is not None  # noqa: S101 - payments are never deleted
        return await _decide(conn, provider, payment, order, now)

    try:
        refund = await db.run(decide)
        if refund.provider_id is None and refund.status == "sent":
            refund = await send_refund(db, provider, refund, now)
    except ProviderRefused as error:
        if error.http_status in REFUSED:
            raise Conflict(
                "The provider refuses this refund; was it made in its cabinet already?",
                slug="refund-refused",
            ) from error
        raise problem_of(error) from error
    except ProviderError as error:
        raise problem_of(error) from error
    return refund


async def _decide(
    conn: Connection, provider: Provider, payment: Payment, order: RefundOrder, now: datetime
) -> Refund:
    if order.client_key:
        known = await refunds.by_client_key(conn, payment.id, order.client_key)
        if known:
            if order.amount not in (None, known.amount) or order.reason != known.reason:
                raise Conflict(
                    "This Idempotency-Key was used for another refund", slug="key-reused"
                )
            return known
    if payment.status != "succeeded" or payment.provider_id is None:
        raise Conflict("Only a paid payment can be refunded", slug="not-paid")
    if await refunds.open_of(conn, payment.id):
        raise Conflict("A refund of this payment is under way", slug="refund-under-way")
    amount = order.amount or payment.amount - payment.refunded_amount
    refusal = refusal_of(amount, payment.amount, payment.refunded_amount)
    if refusal:
        raise Malformed(refusal, slug="refund-amount")
    refund = await _stored(conn, provider, payment, amount, order, now)
    await audit.add(
        conn,
        actor=order.actor,
        action="payment_refunded",
        entity=("payment", str(payment.id)),
        now=now,
        description=order.reason or None,
        metadata={"refund_id": str(refund.id), "amount": str(amount)},
    )
    return refund


async def _stored(
    conn: Connection,
    provider: Provider,
    payment: Payment,
    amount: Decimal,
    order: RefundOrder,
    now: datetime,
) -> Refund:
    customer = await customers.get(conn, payment.user_id)
    email = (customer.contact_email or customer.email or None) if customer else None
    phone = customer.contact_phone if customer else None
    line = ReceiptLine(payment.description, amount, payment.currency, email, phone, now)
    refund_id = uuid4()
    intent = RefundIntent(
        idempotence_key=str(refund_id),
        payment_id=payment.provider_id or "",
        amount=amount,
        currency=payment.currency,
        description=order.reason[:250],
        receipt=provider.receipt(line),
    )
    refund = Refund(
        id=refund_id,
        payment_id=payment.id,
        amount=amount,
        currency=payment.currency,
        origin="admin",
        reason=order.reason,
        actor=order.actor,
        idempotence_key=intent.idempotence_key,
        request=provider.freeze_refund(intent),
        client_key=order.client_key,
        status="sent",
        provider_id=None,
        cancel_reason=None,
        error=None,
        next_check_at=now + timedelta(minutes=2),
        checks=0,
        succeeded_at=None,
        created_at=now,
        updated_at=now,
    )
    await refunds.insert(conn, refund)
    return refund
