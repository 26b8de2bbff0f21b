"""Keeps name and e-mail of Open WebUI's users, for receipts and lists of subscribers."""

from datetime import UTC, datetime

from billing_service.store import customers
from shared import inbox
from shared.contracts import Event
from shared.contracts.sync import UserChanged
from shared.db import Database


async def copy_user(db: Database, event: Event[UserChanged]) -> None:
    """Store the newest state; an older one that arrives late changes nothing."""
    user = event.data
    async with db.transaction() as conn:
        if not await inbox.first_time(conn, event.id):
            return
        fields = (user.name, user.email, user.role, user.status == "closed")
        await customers.copy_user(conn, user.user_id, fields, event.sequence, datetime.now(UTC))
