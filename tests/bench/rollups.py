"""Reading many transfers: how long roll-ups, statistics and pages of the history take.

Usage: python -m tests.bench.rollups [million transfers]
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
from ledger_service.queries.filters import Wanted, searching
from ledger_service.queries.history import transactions, transactions_before
from ledger_service.queries.own_history import Filter, own_history
from ledger_service.queries.statistics import (
    current_usage,
    monthly_statistics,
    user_statistics,
    yearly_statistics,
)
from ledger_service.queries.usage_breakdown import usage_breakdown
from ledger_service.store import usage

from shared.db import Connection, Database
from shared.embedded.account import server_account
from shared.embedded.servers import start_postgres
from shared.testing.databases import Databases

USERS, MODELS, ROUNDS = 1000, 10, 9
CHUNK = 250_000
MONTH = date(2026, 6, 1)
JUNE = datetime(2026, 6, 1, tzinfo=UTC)
Read = Callable[[Connection], Awaitable[object]]

# A charge every few seconds through one year, with what the posting engine writes for it. A few
# are grants of an administrator, a few use a model that hardly anybody uses.
RARE = 50_000
FILL = """
    WITH made AS (
        SELECT 'u' || n % {users} AS account, n,
            CASE WHEN n % {rare} = 7 THEN 'rare' ELSE 'm' || n % {models} END AS model,
            timestamptz '2026-01-01' + n * interval '1 year' / {total} AS at,
            n % {rare} = 8 AS granted
        FROM generate_series($1::bigint, $2::bigint) AS n
    ), posted AS (
        INSERT INTO transfer (account_id, sequence, id, kind, debit_account, credit_account, amount,
            covered, balance_after, idempotency_key, request_hash, model_id, lines, actor,
            posted_at)
        SELECT account, n / {users} + 1, n + 1, CASE WHEN granted THEN 'grant' ELSE 'charge' END,
            CASE WHEN granted THEN 'house:grants' ELSE account END,
            CASE WHEN granted THEN account ELSE 'house:usage' END, 0.5, 0.5,
            -0.5 * (n / {users} + 1), 'k' || n, '', CASE WHEN granted THEN NULL ELSE model END,
            CASE WHEN granted THEN NULL ELSE
            '[{{"unit": "input", "count": 500, "price": 0.001, "amount": 0.5}}]'::jsonb END,
            CASE WHEN granted THEN 'alice' ELSE 'bench' END, at
        FROM made
    )
    INSERT INTO outbox (type, aggregate_id, data, occurred_at)
    SELECT 'ledger.charge_posted', account, to_jsonb(n / {users} + 1), at
    FROM made WHERE NOT granted
"""


async def fill(url: str, total: int) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute(
        "INSERT INTO account (account_id, lots_due_at) "
        f"SELECT 'u' || n, 'infinity' FROM generate_series(0, {USERS - 1}) AS n"
    )
    text = FILL.format(users=USERS, models=MODELS, total=total, rare=RARE)
    for first in range(0, total, CHUNK):
        await connection.execute(text, first, min(first + CHUNK, total) - 1, timeout=600)
    # As autovacuum would have done by and by; summaries of ranges come from it too.
    await connection.execute("VACUUM ANALYZE", timeout=600)
    await connection.close()


def statistics_reads() -> dict[str, Read]:
    return {
        "user": lambda c: user_statistics(c, "u7", MONTH),
        "monthly": lambda c: monthly_statistics(c, MONTH),
        "current-usage": lambda c: current_usage(c, MONTH),
        "yearly": lambda c: yearly_statistics(c, 2026),
        "a year by day": lambda c: usage_breakdown(c, "day", date(2026, 1, 1), date(2026, 12, 31)),
        "a month by model": lambda c: usage_breakdown(c, "model", MONTH, date(2026, 6, 30)),
    }


def history_reads(total: int) -> dict[str, Read]:
    def page(offset: int = 0, **wanted: Any) -> Read:
        return lambda c: transactions(c, Wanted(**wanted), limit=50, offset=offset)

    def piece(before: int, **wanted: Any) -> Read:
        return lambda c: transactions_before(c, Wanted(**wanted), before, 1000)

    june: dict[str, Any] = {"since": JUNE, "until": JUNE + timedelta(hours=1)}
    own = Filter(zone="UTC")
    own_june = Filter(zone="UTC", first_day=MONTH, last_day=MONTH)
    return {
        "newest page": page(),
        "page 10,000 deep": page(10_000),
        "one user": page(account_id="u7"),
        "one user, one hour": page(account_id="u7", **june),
        "one hour": page(**june),
        "a used model": page(model_id="m3"),
        "a rare model": page(model_id="rare"),
        "a model nobody used": page(model_id="none"),
        "type grant": page(type="grant"),
        "type reversal (none)": page(type="reversal"),
        "actor alice": page(actor="alice"),
        "actor nobody": page(actor="nobody"),
        "export, in the middle": piece(total // 2),
        "export of an hour": piece(total + 1, **june),
        "own history": lambda c: own_history(c, "u7", own, before=None, limit=50),
        "own history, a day": lambda c: own_history(c, "u7", own_june, before=None, limit=50),
    }


async def measure(db: Database, total: int) -> None:
    for name, read in {**statistics_reads(), **history_reads(total)}.items():
        times = []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            async with searching(db) as connection:
                await read(connection)
            times.append((time.perf_counter() - started) * 1000)
        print(f"{name:24} {statistics.median(times):9.1f} ms", flush=True)


async def run(total: int) -> None:
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="owc-bench-")))
        server_account().own(place)
        server = start_postgres(place, "only-on-loopback-for-a-benchmark")
        stack.callback(server.stop)
        url = await Databases(server.url).create("ledger")
        started = time.perf_counter()
        await fill(url, total)
        print(f"{total} transfers made in {time.perf_counter() - started:.0f} s")
        db = Database(url)
        await db.open()
        started = time.perf_counter()
        while True:
            async with db.transaction() as connection:
                if await usage.roll_up(connection, "UTC") < usage.BATCH:
                    break
        spent = time.perf_counter() - started
        print(f"rolled up in {spent:.1f} s: {total / spent:.0f} charges a second")
        await measure(db, total)
        await db.close()


if __name__ == "__main__":
    print(datetime.now(UTC).date(), f"{USERS} users, {MODELS} models")
    asyncio.run(run(int(float(sys.argv[1] if len(sys.argv) > 1 else 1) * 1_000_000)))
