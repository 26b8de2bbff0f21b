"""Money went back: take back what is left of the credits that it had bought, once."""

from ledger_service.commands.take_from_lot import Taking, take_from_lot
from ledger_service.domain.lots import Lot
from ledger_service.store.books import Books
from ledger_service.store.postings import HOUSE_PAYMENTS
from shared.contracts import Event
from shared.contracts.billing import RefundSucceeded


async def take_back_credits(books: Books, event: Event[RefundSucceeded]) -> None:
    """What was spent is not taken: a refund never makes a debt."""
    refund = event.data

    def refunded(bought: Lot) -> Taking:
        return Taking(
            amount=min(refund.credits, bought.remaining),
            kind="refund",
            house_account=HOUSE_PAYMENTS,
            idempotency_key=f"refund:{refund.refund_id}",
            reason=f"Refund of payment {refund.payment_id}",
        )

    await take_from_lot(books, event.id, refund.user_id, refund.payment_id, refunded)
