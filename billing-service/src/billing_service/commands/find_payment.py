"""Finds our payment by the provider's; money that we never asked for is flagged."""

from datetime import datetime
from typing import Any
from uuid import UUID

from billing_service.domain.provider import ProviderPayment
from billing_service.store import alarms, payments
from shared.db import Connection


async def find_payment(conn: Connection, told: ProviderPayment, now: datetime) -> UUID | None:
    """By the provider's id, else by the id that we sent along."""
    payment = await payments.by_provider_id(conn, told.id)
    if payment is None:
        named = _uuid(told.metadata.get("transaction_id"))
        payment = await payments.get(conn, named) if named else None
    if payment is None and told.status == "succeeded":
        details = {"amount": str(told.amount), "currency": told.currency}
        await alarms.raise_alarm(conn, "payment_without_intent", told.id, details, now)
    return payment.id if payment else None


def _uuid(text: Any) -> UUID | None:
    try:
        return UUID(str(text))
    except ValueError:
        return None
