"""A payer came back from the provider's page: look at once instead of waiting for a notice."""

from dataclasses import dataclass
from datetime import datetime

from billing_service.commands.record_answer import record_answer
from billing_service.domain.payments import WIRE_STATUS
from billing_service.domain.policy import Policy
from billing_service.domain.provider import Provider, ProviderError
from billing_service.domain.provider_problems import problem_of
from billing_service.store import payments
from shared.db import Database
from shared.problems import Malformed, NotPermitted


@dataclass(frozen=True, slots=True)
class Reconciled:
    payment_id: str
    provider_status: str | None
    payment_status: str
    credited: bool


async def reconcile_own_payment(
    db: Database, provider: Provider, policy: Policy, user_id: str, provider_id: str, now: datetime
) -> Reconciled:
    """Bring one of the user's own payments to the provider's state. Others' look like unknown."""
    if not provider_id:
        raise Malformed("payment_id is required", slug="payment-id-required")
    async with db.reader() as conn:
        payment = await payments.by_provider_id(conn, provider_id)
    if payment is None or payment.user_id != user_id:
        raise NotPermitted("Payment does not belong to the current user", slug="not-own-payment")
    if payment.status != "succeeded":
        try:
            told = await provider.get_payment(provider_id)
        except ProviderError as error:
            raise problem_of(error) from error
        payment = (await record_answer(db, payment.id, told, policy, now)).payment
    return Reconciled(
        payment_id=provider_id,
        provider_status=payment.provider_status,
        payment_status=WIRE_STATUS[payment.status],
        credited=payment.status == "succeeded",
    )
