"""Keeps a copy of the ledger's transfers, so that users read their history beside payments."""

from billing_service.store import ledger_entries
from shared import inbox
from shared.contracts import Event
from shared.contracts.ledger import TransferPosted
from shared.db import Database


async def copy_transfer(db: Database, event: Event[TransferPosted]) -> None:
    """Store once per event. The ledger stays the only authority on balances."""
    async with db.transaction() as conn:
        if await inbox.first_time(conn, event.id):
            await ledger_entries.add_transfer(conn, event.data)
