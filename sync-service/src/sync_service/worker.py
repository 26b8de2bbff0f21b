"""The second process of sync-service: poller, relay of our facts, retention."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Final

import structlog

from shared import inbox, outbox, worker
from shared.db import Database
from shared.problems import Unavailable
from shared.revisions import require_schema
from shared.settings import load
from shared.streams import redis_client
from shared.telemetry import configure_logging
from sync_service.commands.forget_old import forget_old
from sync_service.commands.synchronize import Order, synchronize
from sync_service.settings import SyncSettings

_HOUR_S: Final = 3600.0
# How late a hint may be noticed; the question is one small UPDATE that matches nothing.
_LOOK_S: Final = 0.3
# A database that is away is not asked, nor complained about, three times a second.
_AWAY_S: Final = 3.0
log = structlog.get_logger(__name__)


async def work(settings: SyncSettings) -> None:
    """Run everything until SIGTERM."""
    db = Database(settings.database_url.get_secret_value(), pool_max=4)
    source = settings.source()
    redis = redis_client(settings.redis_url.get_secret_value())
    await db.open()

    async def poll() -> None:
        try:
            await synchronize(db, source, Order(), settings.rules())
        except Unavailable:
            await asyncio.sleep(_AWAY_S)
            raise

    async def forget() -> None:
        await outbox.forget_old(db, "sync")
        await inbox.forget_old(db)
        kept = timedelta(days=settings.sync_run_retention_days)
        await forget_old(db, datetime.now(UTC), kept)

    relay = outbox.Relay(db, redis, "sync")
    tasks = [relay.run, worker.every(_HOUR_S, forget)]
    if any(source.told_by().values()):
        tasks.append(worker.every(_LOOK_S, poll))
    else:
        log.warning("no_openwebui", hint="set OWC_OPENWEBUI_URL or OWC_OPENWEBUI_SQLITE")
    try:
        await worker.run(tasks)
    finally:
        await source.close()
        await redis.aclose()
        await db.close()


def main() -> None:
    settings = load(SyncSettings)
    configure_logging("sync-worker", settings.log_level)
    require_schema(settings)
    asyncio.run(work(settings))


if __name__ == "__main__":
    main()
