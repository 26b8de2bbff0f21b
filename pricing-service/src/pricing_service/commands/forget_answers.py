"""Drop first answers that nobody repeats any more."""

from shared import idempotency
from shared.db import Database


async def forget_answers(db: Database) -> None:
    async with db.transaction() as conn:
        await idempotency.forget_old(conn)
