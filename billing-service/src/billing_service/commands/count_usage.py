"""Counts a charge of the ledger towards the quotas of the period in which it was made."""

from datetime import UTC

from billing_service.commands.tell_usage import tell_balance, tell_usage
from billing_service.domain.policy import Policy
from billing_service.domain.usage import counted
from billing_service.store import ledger_entries, periods, usage
from shared import inbox
from shared.contracts import Event
from shared.contracts.ledger import ChargePosted
from shared.db import Database


async def count_usage(db: Database, event: Event[ChargePosted], policy: Policy) -> None:
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
        if period:
            await tell_usage(conn, policy, period, charge.posted_at)
        entry = (charge.account_id, charge.transfer_id)
        await tell_balance(
            conn, policy, entry, charge.balance_after, -charge.amount, charge.posted_at
        )
