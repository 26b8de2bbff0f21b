"""The prices that a model had, has and will have, for anybody."""

from datetime import datetime

from pricing_service.domain.price_history import Period, price_history
from pricing_service.store import publications
from shared.db import Database

_ANNOUNCEMENTS_MAX = 200


async def list_price_history(db: Database, model_id: str, now: datetime) -> list[Period]:
    """Newest first; changes further back than the last announcements are left out."""
    async with db.reader() as conn:
        announced = await publications.newest_of(conn, model_id, _ANNOUNCEMENTS_MAX)
    return price_history(announced, now)
