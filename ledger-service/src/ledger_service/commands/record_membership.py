"""The groups of a user changed: a larger allowance counts at once, a smaller one next period."""

from ledger_service.commands.renew_account import renew
from ledger_service.store import accounts, groups
from ledger_service.store.books import Books
from shared import inbox
from shared.contracts import Event
from shared.contracts.sync import MembershipChanged
from shared.db import Connection


async def record_membership(books: Books, event: Event[MembershipChanged]) -> None:
    """Store the full set of groups and grant what the current period still lacks."""
    user_id = event.data.user_id

    async def work(connection: Connection) -> None:
        if not await inbox.first_time(connection, event.id):
            return
        await accounts.open_empty(connection, user_id)
        account = await accounts.lock(connection, user_id)
        changed = await groups.replace_memberships(
            connection, user_id, event.data.group_ids, event.sequence
        )
        if changed and account is not None:
            await renew(books, connection, account, raise_allowance=True)

    await books.db.run(work)
