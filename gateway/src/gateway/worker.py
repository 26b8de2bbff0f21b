"""The gateway's second process: forgets what is over. It emits no events."""

import asyncio
from datetime import UTC, datetime, timedelta

from gateway.commands.forget_expired import forget_expired
from gateway.settings import GatewaySettings
from shared.db import Database
from shared.settings import load
from shared.telemetry import configure_logging
from shared.worker import every, run

_INTERVAL = timedelta(minutes=10)


async def _work(settings: GatewaySettings) -> None:
    db = Database(settings.database_url.get_secret_value(), pool_max=1)
    await db.open()

    async def forget() -> None:
        await forget_expired(db, datetime.now(UTC))

    try:
        await run([every(_INTERVAL.total_seconds(), forget)])
    finally:
        await db.close()


def main() -> None:
    settings = load(GatewaySettings)
    configure_logging("gateway-worker", settings.log_level)
    asyncio.run(_work(settings))


if __name__ == "__main__":
    main()
