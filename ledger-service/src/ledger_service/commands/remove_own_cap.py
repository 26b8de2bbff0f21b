"""Take one's own cap away; those of administrators and plans stay."""

from ledger_service.store import accounts, own_caps
from ledger_service.store.books import Books
from shared.db import Connection
from shared.problems import NotFound


async def remove_own_cap(books: Books, account_id: str, per: str) -> None:
    async def work(connection: Connection) -> None:
        if await accounts.lock(connection, account_id) is None:
            raise NotFound("User not found", slug="unknown-account")
        if not await own_caps.remove(connection, account_id, per):
            raise NotFound("There is no such cap", slug="unknown-limit")

    await books.db.run(work)
