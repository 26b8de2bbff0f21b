"""Keeps name and e-mail of Open WebUI's users, for receipts and lists of subscribers."""

import contextlib

from billing_service.commands.cancel_subscription import cancel_subscription
from billing_service.commands.unlink_methods import unlink_methods
from billing_service.store import customers
from shared import inbox
from shared.clock import Clock
from shared.contracts import Event
from shared.contracts.sync import UserChanged
from shared.db import Database
from shared.problems import NotFound


async def copy_user(db: Database, event: Event[UserChanged], clock: Clock) -> None:
    """Store the newest state; an older one that arrives late changes nothing."""
    user, now = event.data, clock.now()
    async with db.transaction() as conn:
        if await inbox.first_time(conn, event.id):
            fields = (user.name, user.email, user.role, user.status == "closed")
            await customers.copy_user(conn, user.user_id, fields, event.sequence, now)
        known = await customers.get(conn, user.user_id)
    if known and known.is_closed:
        # Nobody who is gone is charged. Both may be repeated, should this be cut off in between.
        await unlink_methods(db, user.user_id, now)
        with contextlib.suppress(NotFound):
            await cancel_subscription(db, user.user_id, now, immediate=False, actor="sync")
