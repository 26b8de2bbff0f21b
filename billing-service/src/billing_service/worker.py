"""The second process of billing: relay and consumer of events, notices, renewals, reconciler."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Final

from billing_service.commands.apply_notice import apply_notice
from billing_service.commands.reconcile_payment import reconcile_payment
from billing_service.domain.policy import Policy
from billing_service.domain.provider import Provider
from billing_service.settings import Settings
from shared.db import Database
from shared.outbox import Relay
from shared.settings import load
from shared.streams import redis_client
from shared.telemetry import configure_logging
from shared.worker import Task, every, run

# One notice that hangs at the provider must not keep the others waiting.
NOTICES_AT_ONCE: Final = 4
_ROUNDS_MAX: Final = 1000

Step = Callable[[datetime], Awaitable[bool]]


def drained(name: str, step: Step) -> Task:
    """Return a task that repeats `step` until it finds nothing more to do."""

    async def drain() -> None:
        for _ in range(_ROUNDS_MAX):
            if not await step(datetime.now(UTC)):
                return

    drain.__name__ = name
    return drain


def provider_tasks(db: Database, provider: Provider, policy: Policy) -> list[Task]:
    """What needs a shop."""

    async def notice(now: datetime) -> bool:
        return await apply_notice(db, provider, policy, now)

    async def payment(now: datetime) -> bool:
        return await reconcile_payment(db, provider, policy, now)

    notices = [every(0.3, drained("apply_notices", notice)) for _ in range(NOTICES_AT_ONCE)]
    return [*notices, every(10, drained("reconcile_payments", payment))]


async def work(settings: Settings) -> None:
    """Run every task until SIGTERM."""
    db = Database(settings.database_url.get_secret_value())
    await db.open()
    redis = redis_client(settings.redis_url.get_secret_value())
    tasks: list[Task] = [Relay(db, redis, "billing").run]
    config = settings.provider()
    provider: Provider | None = None
    if config:
        from billing_service.clients.yookassa import open_provider

        provider = open_provider(config)
        tasks += provider_tasks(db, provider, settings.policy())
    try:
        await run(tasks)
    finally:
        if provider:
            await provider.close()
        await redis.aclose()
        await db.close()


def main() -> None:
    """Work until SIGTERM."""
    settings = load(Settings)
    configure_logging("billing-worker", settings.log_level)
    asyncio.run(work(settings))


if __name__ == "__main__":
    main()
