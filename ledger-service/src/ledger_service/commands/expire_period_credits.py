"""A period was cut off: what is unspent of its credits expires now instead of at its end."""

from ledger_service.commands.take_from_lot import take_from_lot
from ledger_service.domain.lots import Taking
from ledger_service.store.books import Books
from shared.contracts import Event
from shared.contracts.billing import PeriodCut


async def expire_period_credits(books: Books, event: Event[PeriodCut]) -> None:
    """The lot keeps its date: what it had paid for before is told from the order of dates."""
    period = event.data
    taking = Taking(period.payment_id or period.period_id)
    await take_from_lot(books, event.id, period.user_id, taking)
