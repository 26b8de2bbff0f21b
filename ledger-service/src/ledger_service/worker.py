"""The ledger's second process: relay, consumer, and what happens by time."""

import asyncio
from datetime import timedelta
from typing import Final

from ledger_service.commands.conduct_monthly_reset import conduct_monthly_reset
from ledger_service.commands.expire_holds import expire_holds
from ledger_service.commands.finish_grant_batch import finish_grant_batches
from ledger_service.commands.keep_usage_windows import keep_usage_windows
from ledger_service.commands.raise_alerts import raise_alerts
from ledger_service.commands.resume_forced_resets import resume_forced_resets
from ledger_service.commands.roll_up_usage import roll_up_usage
from ledger_service.commands.verify_books import verify_books
from ledger_service.events import handlers
from ledger_service.settings import Settings
from ledger_service.store.books import Books
from shared import idempotency, inbox, outbox, worker
from shared.db import Database
from shared.outbox import Relay
from shared.revisions import require_schema
from shared.settings import load
from shared.streams import redis_client
from shared.telemetry import configure_logging

_VERIFY_WITHIN_S: Final = 3600


def _alerting(books: Books) -> worker.Task:
    async def alert() -> None:
        await raise_alerts(books)

    return alert


def _keeping(books: Books) -> worker.Task:
    async def keep() -> None:
        await keep_usage_windows(books)

    return keep


def _verifying(db: Database, every_h: int) -> worker.Task:
    async def verify() -> None:
        await verify_books(db, timedelta(hours=every_h))

    return verify


def _expiring(books: Books) -> worker.Task:
    async def expire() -> None:
        while await expire_holds(books):
            pass

    return expire


def _forgetting(db: Database) -> worker.Task:
    async def forget() -> None:
        await outbox.forget_old(db, "ledger", read_by=["usage_position"])
        await inbox.forget_old(db)
        async with db.transaction() as connection:
            await idempotency.forget_old(connection)

    return forget


async def run(settings: Settings) -> None:
    """Work until SIGTERM."""
    url = settings.database_url.get_secret_value()
    books = Books(
        Database(url, pool_max=5),
        settings.zone,
        settings.ledger_allowance_rule,
        settings.clock().moved,
        carry_over_max=settings.ledger_carry_over_max,
    )
    # Reads every row there is, which may take minutes.
    patient = Database(url, pool_max=1, timeout_s=_VERIFY_WITHIN_S)
    redis = redis_client(settings.redis_url.get_secret_value())
    await books.open()
    await patient.open()

    async def renew() -> None:
        await conduct_monthly_reset(books)

    async def force() -> None:
        await resume_forced_resets(books)

    async def finish() -> None:
        await finish_grant_batches(books)

    async def roll_up() -> None:
        await roll_up_usage(books)

    try:
        await worker.run(
            [
                Relay(books.db, redis, "ledger", source="fact").run,
                inbox.Consumer(books.db, redis, "ledger", handlers(books)).run,
                worker.every(1, _expiring(books)),
                worker.every(1, roll_up),
                worker.every(60, _keeping(books)),
                worker.every(5, renew),
                worker.every(5, force),
                worker.every(5, finish),
                worker.every(2, _alerting(books)),
                worker.every(3600, _forgetting(books.db)),
                worker.every(300, _verifying(patient, settings.ledger_verify_hours)),
            ]
        )
    finally:
        await books.close()
        await patient.close()
        await redis.aclose()


def main() -> None:
    settings = load(Settings)
    configure_logging("ledger-worker", settings.log_level)
    require_schema(settings)
    asyncio.run(run(settings))


if __name__ == "__main__":
    main()
