"""A user appeared, changed or is gone in Open WebUI: open, update or close the account."""

from ledger_service.store import accounts
from ledger_service.store.books import Books
from shared import inbox, outbox
from shared.contracts import Event
from shared.contracts.ledger import AccountOpened
from shared.contracts.sync import UserChanged


async def record_user(books: Books, event: Event[UserChanged]) -> None:
    """The allowance follows with the membership event, or when the account is first touched."""
    async with books.db.transaction() as connection:
        if not await inbox.first_time(connection, event.id):
            return
        user_id = event.data.user_id
        if await accounts.open_empty(connection, user_id):
            await outbox.add(connection, AccountOpened(account_id=user_id), aggregate_id=user_id)
        await accounts.upsert_owner(connection, event)
