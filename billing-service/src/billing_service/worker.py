"""The second process of billing: relay and consumer of events, notices, renewals, reconciler."""

import asyncio

from billing_service.settings import Settings
from shared.db import Database
from shared.outbox import Relay
from shared.settings import load
from shared.streams import redis_client
from shared.telemetry import configure_logging
from shared.worker import run


async def work(settings: Settings) -> None:
    """Run every task until SIGTERM."""
    db = Database(settings.database_url.get_secret_value())
    await db.open()
    redis = redis_client(settings.redis_url.get_secret_value())
    try:
        await run([Relay(db, redis, "billing").run])
    finally:
        await redis.aclose()
        await db.close()


def main() -> None:
    """Work until SIGTERM."""
    settings = load(Settings)
    configure_logging("billing-worker", settings.log_level)
    asyncio.run(work(settings))


if __name__ == "__main__":
    main()
