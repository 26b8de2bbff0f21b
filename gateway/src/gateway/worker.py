"""The gateway's second process: tells the log what was done here, forgets what is over."""

import asyncio
from datetime import UTC, datetime, timedelta

from gateway.commands.forget_expired import forget_expired
from gateway.settings import GatewaySettings
from shared import outbox
from shared.db import Database
from shared.revisions import require_schema
from shared.settings import load
from shared.streams import redis_client
from shared.telemetry import configure_logging
from shared.worker import every, run

_INTERVAL = timedelta(minutes=10)


async def _work(settings: GatewaySettings) -> None:
    db = Database(settings.database_url.get_secret_value(), pool_max=2)
    await db.open()
    redis = redis_client(settings.redis_url.get_secret_value())

    async def forget() -> None:
        await forget_expired(db, datetime.now(UTC))
        await outbox.forget_old(db, "gateway")

    try:
        relay = outbox.Relay(db, redis, "gateway")
        await run([relay.run, every(_INTERVAL.total_seconds(), forget)])
    finally:
        await redis.aclose()
        await db.close()


def main() -> None:
    settings = load(GatewaySettings)
    configure_logging("gateway-worker", settings.log_level)
    require_schema(settings)
    asyncio.run(_work(settings))


if __name__ == "__main__":
    main()
