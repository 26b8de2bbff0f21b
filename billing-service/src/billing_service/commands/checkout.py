"""Opens a checkout: stored first, then told to the provider, who says where it is confirmed."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from http import HTTPStatus
from typing import Literal

from billing_service.commands.apply_promo_code import SLUG, apply_promo_code
from billing_service.commands.begin_gift import begin_gift
from billing_service.commands.redeem_promo_code import redeem_promo_code
from billing_service.commands.reuse_checkout import (
    Wish,
    answered_before,
    given_before,
    reuse_checkout,
)
from billing_service.commands.send_payment import send_payment
from billing_service.commands.store_intent import Sale, store_intent
from billing_service.domain.payments import CONSENT, WIRE_STATUS, Payment
from billing_service.domain.policy import Policy
from billing_service.domain.provider import Provider, ProviderError, ProviderRefused
from billing_service.domain.provider_problems import problem_of
from billing_service.store import subscriptions
from shared.db import Connection, Database
from shared.problems import Malformed, Unavailable

# Of a wish for which nothing is to be paid now.
Outcome = Literal["succeeded", "scheduled"]


@dataclass(frozen=True, slots=True)
class Started:
    """Without a `payment_id` there was nothing to pay; `scheduled` begins with the next period."""

    transaction_id: str | None
    payment_id: str | None
    confirmation_url: str
    status: str


async def checkout(
    db: Database,
    provider: Provider | None,
    policy: Policy,
    wish: Wish,
    choose: Callable[[Connection], Awaitable[Sale | Outcome]],
    now: datetime,
) -> Started:
    """`choose` says what is to be sold, or what it did instead; it runs under the user's lock."""

    async def decide(conn: Connection) -> Payment | Outcome:
        await subscriptions.lock_user(conn, wish.user_id)
        # Before anything else: what was asked and answered is not judged by what came of it.
        known = await answered_before(conn, wish)
        if known:
            return known
        if await given_before(conn, wish):
            return "succeeded"
        return await _decide(conn, provider, policy, wish, await choose(conn), now)

    try:
        decided = await db.run(decide)
        if not isinstance(decided, Payment):
            return Started(None, None, wish.return_url, decided)
        payment = await _sent(db, provider, policy, decided, now)
    except ProviderRefused as error:
        if error.http_status == HTTPStatus.FORBIDDEN and wish.save_method:
            # A shop without recurring charges must still be able to sell once.
            once = replace(wish, save_method=False, client_key=None)
            return await checkout(db, provider, policy, once, choose, now)
        raise problem_of(error) from error
    except ProviderError as error:
        raise problem_of(error) from error
    return Started(
        transaction_id=str(payment.id),
        payment_id=payment.provider_id,
        confirmation_url=payment.confirmation_url or wish.return_url,
        status=WIRE_STATUS[payment.status],
    )


async def _decide(
    conn: Connection,
    provider: Provider | None,
    policy: Policy,
    wish: Wish,
    chosen: Sale | Outcome,
    now: datetime,
) -> Payment | Outcome:
    if not isinstance(chosen, Sale):
        if wish.promo_code:
            # Raised inside the transaction: what was done is undone.
            raise Malformed("There is nothing to pay now, so no promo code to use", slug=SLUG)
        return chosen
    sale = replace(
        chosen,
        return_url=wish.return_url,
        client_key=wish.client_key,
        consent_text=CONSENT if wish.save_method and policy.recurring_enabled else None,
    )
    if wish.promo_code:
        sale = await apply_promo_code(conn, sale, wish.promo_code, now)
        if sale.amount == 0:
            await begin_gift(conn, sale, now)
            return "succeeded"
    known = await reuse_checkout(conn, sale, now)
    if known:
        return known
    payment = await store_intent(conn, _shop(provider), sale, now)
    assert payment is not None  # noqa: S101 - the user's lock is held and no open one was found
    await redeem_promo_code(conn, sale, payment.id, now)
    return payment


async def _sent(
    db: Database, provider: Provider | None, policy: Policy, payment: Payment, now: datetime
) -> Payment:
    if payment.confirmation_url is not None or payment.status not in ("created", "sent"):
        return payment
    return await send_payment(db, _shop(provider), policy, payment, now)


def _shop(provider: Provider | None) -> Provider:
    if provider is None:
        raise Unavailable("Payment system is not configured", slug="payments-not-configured")
    return provider
