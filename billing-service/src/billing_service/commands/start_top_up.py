"""Starts buying lasting credits: a package, or any amount where that is allowed."""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from http import HTTPStatus

from billing_service.commands.apply_promo_code import apply_promo_code
from billing_service.commands.redeem_promo_code import redeem_promo_code
from billing_service.commands.reuse_checkout import Wish, answered_before, reuse_checkout
from billing_service.commands.send_payment import send_payment
from billing_service.commands.start_payment import CONSENT, Started
from billing_service.commands.store_intent import Sale, store_intent
from billing_service.domain.payments import WIRE_STATUS, Payment
from billing_service.domain.policy import Policy
from billing_service.domain.provider import Provider, ProviderError, ProviderRefused
from billing_service.domain.provider_problems import problem_of
from billing_service.domain.top_ups import checked_amount
from billing_service.store import subscriptions
from shared.db import Connection, Database


@dataclass(frozen=True, slots=True)
class TopUp:
    """`save_method` is the payer's consent to automatic top-ups; setting them is another step."""

    user_id: str
    email: str
    amount: Decimal
    return_url: str
    client_key: str | None = None
    promo_code: str | None = None
    save_method: bool = False


async def start_top_up(
    db: Database, provider: Provider, policy: Policy, wish: TopUp, now: datetime
) -> Started:
    """Store the intent, then ask the provider where the payer confirms it."""
    sale = _sale(wish, policy)

    async def decide(conn: Connection) -> Payment:
        await subscriptions.lock_user(conn, sale.user_id)
        known = await answered_before(
            conn, Wish(sale.user_id, sale.client_key, None, wish.promo_code, sale.amount)
        )
        if known:
            return known
        wanted = sale
        if wish.promo_code:
            wanted = await apply_promo_code(conn, sale, wish.promo_code, now)
        known = await reuse_checkout(conn, wanted, now)
        if known:
            return known
        payment = await store_intent(conn, provider, wanted, now)
        assert payment is not None  # noqa: S101 - the user's lock is held
        await redeem_promo_code(conn, wanted, payment.id, now)
        return payment

    try:
        payment = await db.run(decide)
        if payment.confirmation_url is None and payment.status in ("created", "sent"):
            payment = await send_payment(db, provider, policy, payment, now)
    except ProviderRefused as error:
        if error.http_status == HTTPStatus.FORBIDDEN and sale.consent_text:
            # A shop without recurring charges must still be able to sell once.
            once = replace(wish, save_method=False, client_key=None)
            return await start_top_up(db, provider, policy, once, now)
        raise problem_of(error) from error
    except ProviderError as error:
        raise problem_of(error) from error
    return Started(
        transaction_id=str(payment.id),
        payment_id=payment.provider_id,
        confirmation_url=payment.confirmation_url or wish.return_url,
        status=WIRE_STATUS[payment.status],
    )


def _sale(wish: TopUp, policy: Policy) -> Sale:
    amount = checked_amount(wish.amount, policy)
    lot = amount * policy.credits_per_unit
    return Sale(
        user_id=wish.user_id,
        email=wish.email,
        kind="top_up",
        amount=amount,
        currency=policy.currency,
        credits=lot,
        description=f"{lot.normalize():f} credits",
        terms={"credits": str(lot), "rate": str(policy.credits_per_unit)},
        return_url=wish.return_url,
        consent_text=CONSENT if wish.save_method and policy.recurring_enabled else None,
        client_key=wish.client_key,
    )
