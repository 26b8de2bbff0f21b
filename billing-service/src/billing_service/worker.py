"""The second process of billing: relay and consumer of events, notices, renewals, reconciler."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

from redis.asyncio import Redis

from billing_service.commands.apply_notice import apply_notice
from billing_service.commands.charge_auto_top_up import charge_auto_top_ups
from billing_service.commands.compare_books import compare_books
from billing_service.commands.end_period import end_due_periods
from billing_service.commands.forget_mails import forget_mails
from billing_service.commands.reconcile_binding import reconcile_binding
from billing_service.commands.reconcile_payment import reconcile_payment
from billing_service.commands.reconcile_refund import reconcile_refund
from billing_service.commands.remind_renewals import remind_renewals
from billing_service.commands.renew_subscription import renew_due
from billing_service.commands.send_mail import send_mail
from billing_service.domain.mails import Mailer
from billing_service.domain.policy import Policy
from billing_service.domain.provider import Provider
from billing_service.events import handlers
from billing_service.settings import Settings
from shared import inbox, outbox
from shared.clock import Clock
from shared.db import Database
from shared.revisions import require_schema
from shared.settings import load
from shared.streams import redis_client
from shared.telemetry import configure_logging
from shared.worker import Task, every, run

# One notice that hangs at the provider must not keep the others waiting.
NOTICES_AT_ONCE: Final = 4
HOUR_S: Final = 3600.0
LETTERS_AT_ONCE: Final = 2
_ROUNDS_MAX: Final = 1000

Step = Callable[[datetime], Awaitable[bool]]


def drained(name: str, step: Step, clock: Clock) -> Task:
    """Return a task that repeats `step` until it finds nothing more to do."""

    async def drain() -> None:
        for _ in range(_ROUNDS_MAX):
            if not await step(clock.now()):
                return

    drain.__name__ = name
    return drain


def provider_tasks(db: Database, provider: Provider, policy: Policy, clock: Clock) -> list[Task]:
    """What needs a shop."""

    async def notice(now: datetime) -> bool:
        return await apply_notice(db, provider, policy, now)

    async def payment(now: datetime) -> bool:
        return await reconcile_payment(db, provider, policy, now)

    async def binding(now: datetime) -> bool:
        return await reconcile_binding(db, provider, policy, now)

    async def refund(now: datetime) -> bool:
        return await reconcile_refund(db, provider, now)

    async def renewals() -> None:
        await renew_due(db, provider, policy, clock.now())

    async def top_ups() -> None:
        await charge_auto_top_ups(db, provider, policy, clock.now())

    async def hourly_comparison() -> None:
        await compare_books(db, provider, policy, clock.now(), timedelta(hours=2))

    async def daily_comparison() -> None:
        await compare_books(db, provider, policy, clock.now(), timedelta(days=3))

    notices = [every(0.3, drained("apply_notices", notice, clock)) for _ in range(NOTICES_AT_ONCE)]
    tasks = [
        *notices,
        every(5, drained("reconcile_payments", payment, clock)),
        every(5, drained("reconcile_refunds", refund, clock)),
        every(5, drained("reconcile_bindings", binding, clock)),
        every(HOUR_S, hourly_comparison),
        every(24 * HOUR_S, daily_comparison),
    ]
    if policy.recurring_enabled:
        tasks += [every(10, renewals), every(10, top_ups)]
    return tasks


def own_tasks(db: Database, redis: Redis, policy: Policy, clock: Clock) -> list[Task]:
    """What goes on without a shop, too."""

    async def periods(now: datetime) -> bool:
        return await end_due_periods(db, policy, now)

    async def forgetting() -> None:
        await outbox.forget_old(db, "billing")
        await inbox.forget_old(db)
        await forget_mails(db, clock.now())

    return [
        outbox.Relay(db, redis, "billing").run,
        inbox.Consumer(db, redis, "billing", handlers(policy, clock)).run,
        every(1, drained("end_periods", periods, clock)),
        every(HOUR_S, forgetting),
    ]


def mail_tasks(db: Database, mailer: Mailer, policy: Policy, clock: Clock) -> list[Task]:
    """What needs a mail server."""

    async def letter(now: datetime) -> bool:
        return await send_mail(db, mailer, now)

    async def reminder(now: datetime) -> bool:
        return await remind_renewals(db, policy, now)

    tasks = [every(2, drained("send_mail", letter, clock)) for _ in range(LETTERS_AT_ONCE)]
    if policy.recurring_enabled:
        tasks.append(every(60, drained("remind_renewals", reminder, clock)))
    return tasks


async def work(settings: Settings) -> None:
    """Run every task until SIGTERM."""
    db = Database(settings.database_url.get_secret_value())
    await db.open()
    redis = redis_client(settings.redis_url.get_secret_value())
    policy, clock = settings.policy(), settings.clock()
    tasks = own_tasks(db, redis, policy, clock)
    config = settings.provider()
    provider: Provider | None = None
    if config:
        from billing_service.clients.yookassa import open_provider

        provider = open_provider(config)
        tasks += provider_tasks(db, provider, policy, clock)
    smtp = settings.smtp()
    if smtp:
        from billing_service.clients.smtp import SmtpMailer

        tasks += mail_tasks(db, SmtpMailer(smtp), policy, clock)
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
    require_schema(settings)
    asyncio.run(work(settings))


if __name__ == "__main__":
    main()
