"""A user names the address to which receipts go."""

from datetime import datetime

from billing_service.store import customers
from shared.db import Database


async def set_contacts(
    db: Database, user_id: str, contacts: dict[str, str | None], now: datetime
) -> None:
    """Store `contact_email`, `contact_phone` and `language`, whichever is given; None clears."""
    if not contacts:
        return
    async with db.transaction() as conn:
        await customers.set_fields(conn, user_id, now, **contacts)
