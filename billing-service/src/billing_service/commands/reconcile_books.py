"""An administrator compares our books with the provider's now, instead of waiting for the timer."""

from datetime import datetime, timedelta

from billing_service.commands.compare_books import Compared, compare_books
from billing_service.domain.policy import Policy
from billing_service.domain.provider import Provider, ProviderError
from billing_service.domain.provider_problems import problem_of
from billing_service.store import audit
from shared.db import Database


async def reconcile_books(
    db: Database, provider: Provider, policy: Policy, span: timedelta, actor: str, now: datetime
) -> Compared:
    """Heal what differs and keep who asked. Repeated it finds nothing more."""
    try:
        compared = await compare_books(db, provider, policy, now, span)
    except ProviderError as error:
        raise problem_of(error) from error
    async with db.transaction() as conn:
        await audit.add(
            conn,
            actor=actor,
            action="books_compared",
            entity=("provider", policy.shop_id or ""),
            now=now,
            metadata={"listed": compared.listed, "changed": compared.changed},
        )
    return compared
