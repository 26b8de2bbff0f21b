"""The second process of pricing-service: relay of our facts, consumer of sync's, and timers."""

import asyncio

from pricing_service.commands.forget_answers import forget_answers
from pricing_service.commands.repeat_announcements import repeat_announcements
from pricing_service.events import handlers
from pricing_service.settings import PricingSettings
from shared import inbox, outbox, worker
from shared.db import Database
from shared.revisions import require_schema
from shared.settings import load
from shared.streams import redis_client
from shared.telemetry import configure_logging

_HOUR_S = 3600.0


async def work(settings: PricingSettings) -> None:
    """Run everything until SIGTERM."""
    db = Database(settings.database_url.get_secret_value(), pool_max=4)
    await db.open()
    redis = redis_client(settings.redis_url.get_secret_value())
    clock = settings.clock()

    async def keep_announced() -> None:
        await repeat_announcements(db, clock.now())

    async def forget_old() -> None:
        await outbox.forget_old(db, "pricing")
        await inbox.forget_old(db)
        await forget_answers(db)

    try:
        await worker.run(
            (
                outbox.Relay(db, redis, "pricing").run,
                inbox.Consumer(db, redis, "pricing", handlers(clock.now)).run,
                worker.every(_HOUR_S, keep_announced),
                worker.every(_HOUR_S, forget_old),
            )
        )
    finally:
        await redis.aclose()
        await db.close()


def main() -> None:
    settings = load(PricingSettings)
    configure_logging("pricing-worker", settings.log_level)
    require_schema(settings)
    asyncio.run(work(settings))


if __name__ == "__main__":
    main()
