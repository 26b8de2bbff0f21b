"""A top-up was paid: grant the bought credits, once."""

from ledger_service.commands.issue_grant import GrantRequest, grant_for_event
from ledger_service.store.books import Books
from ledger_service.store.postings import HOUSE_PAYMENTS
from shared.contracts import Event
from shared.contracts.billing import TopUpPaid


async def grant_top_up(books: Books, event: Event[TopUpPaid]) -> None:
    """Bought credits last."""
    payment = event.data
    await grant_for_event(
        books,
        event.id,
        GrantRequest(
            account_id=payment.user_id,
            source="purchase",
            amount=payment.credits,
            reason=f"Payment {payment.payment_id}",
            actor="billing",
            key=f"payment:{payment.payment_id}",
            reference=payment.payment_id,
            house_account=HOUSE_PAYMENTS,
        ),
    )
