"""A paid or trial period began: grant the plan's credits for it, once."""

from ledger_service.commands.issue_grant import GrantRequest, grant_for_event
from ledger_service.store.books import Books
from ledger_service.store.postings import HOUSE_PAYMENTS
from shared.contracts import Event
from shared.contracts.billing import PeriodStarted


async def grant_period_credits(books: Books, event: Event[PeriodStarted]) -> None:
    """The credits live as long as the period."""
    period = event.data
    await grant_for_event(
        books,
        event.id,
        GrantRequest(
            account_id=period.user_id,
            source="plan",
            amount=period.credits,
            reason=f"Plan {period.plan_id}",
            actor="billing",
            key=f"period:{period.period_id}",
            expires_at=period.ends_at,
            reference=period.payment_id or period.period_id,
            house_account=HOUSE_PAYMENTS,
        ),
    )
