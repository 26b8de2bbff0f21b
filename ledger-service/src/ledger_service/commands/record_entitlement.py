"""A plan's quotas for a period: the ledger enforces them with the hold."""

from decimal import Decimal
from typing import Final
from uuid import uuid4

from ledger_service.domain.limits import Metric, Rule
from ledger_service.store import accounts, limits
from ledger_service.store.books import Books
from shared import inbox
from shared.contracts import Event
from shared.contracts.billing import EntitlementChanged

# Plans count audio in minutes, usage in seconds.
_METRICS: Final[dict[str, tuple[Metric, int]]] = {
    "tokens_input": ("tokens_input", 1),
    "tokens_output": ("tokens_output", 1),
    "requests": ("requests", 1),
    "images": ("images", 1),
    "audio_minutes": ("audio_seconds", 60),
}


async def record_entitlement(books: Books, event: Event[EntitlementChanged]) -> None:
    """Replace the plan's limits of the user; a metric without a quota is not limited.

    What billing said before it said what is known changes nothing.
    """
    entitlement = event.data
    rules = [
        Rule(
            id=uuid4(),
            scope="user",
            subject=entitlement.user_id,
            metric=_METRICS[metric][0],
            model_id=None,
            per="period",
            cap=Decimal(quota * _METRICS[metric][1]),
            source="plan",
            starts_at=entitlement.starts_at,
            ends_at=entitlement.ends_at,
        )
        for metric, quota in entitlement.quotas.items()
        if metric in _METRICS
    ]
    async with books.db.transaction() as connection:
        if not await inbox.first_time(connection, event.id):
            return
        await accounts.open_empty(connection, entitlement.user_id)
        if not await limits.is_newest_of_plan(connection, entitlement.user_id, event.sequence):
            return
        kept = [rule.metric for rule in rules]
        await limits.remove_of_plan(connection, entitlement.user_id, kept)
        for rule in rules:
            await limits.save(connection, rule, "billing")
