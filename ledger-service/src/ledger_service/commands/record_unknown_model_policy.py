"""What a model without a price costs was changed."""

from ledger_service.store import prices
from ledger_service.store.books import Books
from shared import inbox
from shared.contracts import Event
from shared.contracts.pricing import UnknownModelPolicyChanged


async def record_unknown_model_policy(
    books: Books, event: Event[UnknownModelPolicyChanged]
) -> None:
    async with books.db.transaction() as connection:
        if await inbox.first_time(connection, event.id):
            await prices.set_policy(connection, event)
