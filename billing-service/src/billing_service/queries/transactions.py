"""A user's own payments."""

from billing_service.domain.payments import Payment
from billing_service.store import payments
from shared.db import Database


async def transactions_of(db: Database, user_id: str, limit: int, skip: int) -> list[Payment]:
    """Newest first."""
    async with db.reader() as conn:
        return await payments.list_of(conn, user_id, limit, skip)
