"""Keeps a copy of the ledger's transfers, so that users read their history beside payments."""

from billing_service.commands.tell_usage import tell_balance
from billing_service.domain.policy import Policy
from billing_service.store import ledger_entries
from shared import inbox
from shared.contracts import Event
from shared.contracts.ledger import TransferPosted
from shared.db import Database


async def copy_transfer(db: Database, event: Event[TransferPosted], policy: Policy) -> None:
    """Store once per event. The ledger stays the only authority on balances."""
    transfer = event.data
    async with db.transaction() as conn:
        if not await inbox.first_time(conn, event.id):
            return
        await ledger_entries.add_transfer(conn, transfer)
        entry = (transfer.account_id, transfer.transfer_id)
        await tell_balance(
            conn, policy, entry, transfer.balance_after, transfer.amount, transfer.posted_at
        )
