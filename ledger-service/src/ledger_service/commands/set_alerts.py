"""Set the thresholds at which the owner of an account wants to be told."""

from collections.abc import Sequence

from ledger_service.commands.raise_alerts import check
from ledger_service.domain.alerts import Step, Threshold
from ledger_service.store import accounts, alerts
from ledger_service.store.alerts import Watch
from ledger_service.store.books import Books
from shared.db import Connection
from shared.problems import NotFound


async def set_alerts(books: Books, account_id: str, thresholds: Sequence[Threshold]) -> Watch:
    """Replace the thresholds. One that is crossed already is told of now, and not a second time."""

    async def work(connection: Connection) -> Watch:
        # The account's lock also keeps two first settings apart.
        account = await accounts.lock(connection, account_id)
        if account is None:
            raise NotFound("User not found", slug="unknown-account")
        known = await alerts.find(connection, account_id, lock=True)
        if known and known.thresholds:
            known = await _catch_up(connection, known)
        now = await books.moment(connection)
        sequence = await alerts.sequence_of(connection, account_id)
        watch = Watch(account_id, thresholds, known.raised if known else {}, sequence, now)
        return await check(connection, watch, [Step(sequence, account.balance, now)])

    return await books.db.run(work)


async def _catch_up(connection: Connection, watch: Watch) -> Watch:
    # What happened before belongs to the thresholds of then.
    steps = await alerts.steps_after(connection, watch.account_id, watch.checked_sequence)
    return await check(connection, watch, steps) if steps else watch
