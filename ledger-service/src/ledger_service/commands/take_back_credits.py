"""Money went back: take back what is left of the credits that it had bought, once."""

from ledger_service.commands.take_from_lot import take_from_lot
from ledger_service.domain.lots import Taking
from ledger_service.store.books import Books
from shared.contracts import Event
from shared.contracts.billing import RefundSucceeded


async def take_back_credits(books: Books, event: Event[RefundSucceeded]) -> None:
    """What was spent is not taken: a refund never makes a debt."""
    refund = event.data
    taking = Taking(refund.payment_id, refund.credits, refund.refund_id)
    await take_from_lot(books, event.id, refund.user_id, taking)
