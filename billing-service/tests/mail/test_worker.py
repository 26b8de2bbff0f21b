"""The real worker process sends what waits."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from billing_service.store import mails

from shared.db import Database
from shared.testing import eventually, running

MakeDatabase = Callable[[str], Awaitable[str]]


async def test_the_worker_sends_a_mail_that_waits(
    make_database: MakeDatabase, redis_url: str, box: Any
) -> None:
    url, now = await make_database("billing"), datetime.now(UTC)
    db = Database(url)
    await db.open()
    async with db.transaction() as conn:
        await conn.execute(
            "INSERT INTO customer (user_id, email, language, updated_at) "
            "VALUES ('u1', 'ann@example.org', 'ru', $1)",
            now,
        )
        facts = {"balance": "3", "threshold": "10"}
        await mails.add(conn, "u1", "low_balance", "u1/1", facts, now)
    env = {
        "OWC_DATABASE_URL": url,
        "OWC_REDIS_URL": redis_url,
        "OWC_SMTP_URL": f"smtp://127.0.0.1:{box.port}",
        "OWC_SMTP_FROM": "billing@example.org",
    }

    async def is_sent() -> bool:
        async with db.reader() as conn:
            return bool(await conn.fetchval("SELECT sent_at IS NOT NULL FROM mail"))

    async with running("billing_service.worker", env):
        await eventually(is_sent, within=20)
    assert box.subjects() == ["Кредиты заканчиваются: осталось 3"]
    await db.close()
