"""Starts buying lasting credits: a package, or any amount where that is allowed."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from billing_service.commands.checkout import Started, checkout
from billing_service.commands.reuse_checkout import Wish
from billing_service.commands.store_intent import Sale
from billing_service.domain.policy import Policy
from billing_service.domain.provider import Provider
from billing_service.domain.top_ups import checked_amount
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
    db: Database, provider: Provider, policy: Policy, order: TopUp, now: datetime
) -> Started:
    """Open a checkout of the amount at the rate of now."""
    amount = checked_amount(order.amount, policy)
    lot = amount * policy.credits_per_unit
    sale = Sale(
        user_id=order.user_id,
        email=order.email,
        kind="top_up",
        amount=amount,
        currency=policy.currency,
        credits=lot,
        description=f"{lot.normalize():f} credits",
        terms={"credits": str(lot), "rate": str(policy.credits_per_unit)},
    )
    wish = Wish(
        user_id=order.user_id,
        return_url=order.return_url,
        amount=amount,
        save_method=order.save_method,
        client_key=order.client_key,
        promo_code=order.promo_code,
    )

    async def choose(_: Connection) -> Sale:
        return sale

    return await checkout(db, provider, policy, wish, choose, now)
