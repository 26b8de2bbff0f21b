"""Drop first answers that nobody repeats any more."""

from pricing_service.store import answers
from shared.db import Database


async def forget_answers(db: Database) -> None:
    async with db.transaction() as conn:
        await answers.forget_old(conn)
