"""The second process of sync-service: relay of our facts and timers."""

import asyncio

from shared import inbox, outbox, worker
from shared.db import Database
from shared.settings import load
from shared.streams import redis_client
from shared.telemetry import configure_logging
from sync_service.settings import SyncSettings

_DAY_S = 24 * 3600.0


async def work(settings: SyncSettings) -> None:
    """Run everything until SIGTERM."""
    configure_logging("sync-worker", settings.log_level)
    db = Database(settings.database_url.get_secret_value(), pool_max=4)
    await db.open()
    redis = redis_client(settings.redis_url.get_secret_value())

    async def forget_old() -> None:
        await outbox.forget_old(db)
        await inbox.forget_old(db)

    try:
        await worker.run((outbox.Relay(db, redis, "sync").run, worker.every(_DAY_S, forget_old)))
    finally:
        await redis.aclose()
        await db.close()


def main() -> None:
    asyncio.run(work(load(SyncSettings)))


if __name__ == "__main__":
    main()
