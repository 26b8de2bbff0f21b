"""A period was cut off: what is unspent of its credits expires now instead of at its end."""

from ledger_service.commands.take_from_lot import Taking, take_from_lot
from ledger_service.domain.lots import Lot
from ledger_service.store.books import Books
from ledger_service.store.postings import HOUSE_EXPIRY
from shared.contracts import Event
from shared.contracts.billing import PeriodCut


async def expire_period_credits(books: Books, event: Event[PeriodCut]) -> None:
    """The lot keeps its date: what it had paid for before is told from the order of dates."""
    period = event.data

    def rest(lot: Lot) -> Taking:
        return Taking(
            amount=lot.remaining,
            kind="expiry",
            house_account=HOUSE_EXPIRY,
            # Not the key of the expiry at its date: a reversal may fill the lot again until then.
            idempotency_key=f"expiry:{lot.id}:cut",
            reason=f"{lot.source} credits ended with the plan",
        )

    reference = period.payment_id or period.period_id
    await take_from_lot(books, event.id, period.user_id, reference, rest)
