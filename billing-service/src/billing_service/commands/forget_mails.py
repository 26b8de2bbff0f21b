"""Erases old mails: they are personal data and of no further use."""

from datetime import datetime, timedelta
from typing import Final

from billing_service.store import mails
from shared.db import Database

# Longer than the longest period, whose subjects must not come up again.
KEPT: Final = timedelta(days=400)


async def forget_mails(db: Database, now: datetime) -> None:
    """Those that wait stay, whatever their age."""
    async with db.transaction() as conn:
        await mails.forget(conn, now - KEPT)
