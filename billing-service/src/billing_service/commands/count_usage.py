"""Counts a charge of the ledger towards the quotas of the period in which it was made."""

from datetime import UTC

from billing_service.domain.usage import counted
from billing_service.store import ledger_entries, periods, usage
from shared import inbox
from shared.contracts import Event
from shared.contracts.ledger import ChargePosted
from shared.db import Database


async def count_usage(db: Database, event: Event[ChargePosted]) -> None:
    """Count once per event."""
    charge = event.data
    async with db.transaction() as conn:
        if not await inbox.first_time(conn, event.id):
            return
        period = await periods.covering(conn, charge.account_id, charge.posted_at)
        await usage.count(
            conn,
            charge.account_id,
            str(period.id) if period else "",
            charge.posted_at.astimezone(UTC).date(),
            counted(charge.usage),
        )
        await ledger_entries.add_charge(conn, charge)
