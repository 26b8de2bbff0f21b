"""Statistics over many transfers: how long the roll-ups take, and how long reading them does.

Usage: python -m tests.bench.rollups [million transfers]
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path

import asyncpg
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

USERS, MODELS, ROUNDS = 1000, 10, 5
CHUNK = 250_000
MONTH = date(2026, 6, 1)

# A charge every few seconds through one year, with what the posting engine writes for it.
FILL = """
    WITH made AS (
        SELECT 'u' || n % {users} AS account, n, 'm' || n % {models} AS model,
            timestamptz '2026-01-01' + n * interval '1 year' / {total} AS at
        FROM generate_series($1::bigint, $2::bigint) AS n
    ), posted AS (
        INSERT INTO transfer (account_id, sequence, id, kind, debit_account, credit_account, amount,
            covered, balance_after, idempotency_key, request_hash, model_id, lines, actor,
            posted_at)
        SELECT account, n / {users} + 1, n + 1, 'charge', account, 'house:usage', 0.5, 0.5,
            -0.5 * (n / {users} + 1), 'k' || n, '', model,
            '[{{"unit": "input", "count": 500, "price": 0.001, "amount": 0.5}}]', 'bench', at
        FROM made
    )
    INSERT INTO outbox (type, aggregate_id, data, occurred_at)
    SELECT 'ledger.charge_posted', account, jsonb_build_object('account_id', account, 'sequence',
        n / {users} + 1, 'model_id', model, 'usage', jsonb_build_object('input', 500),
        'amount', 0.5, 'posted_at', at), at FROM made
"""


async def fill(url: str, total: int) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute(
        "INSERT INTO account (account_id, lots_due_at) "
        f"SELECT 'u' || n, 'infinity' FROM generate_series(0, {USERS - 1}) AS n"
    )
    text = FILL.format(users=USERS, models=MODELS, total=total)
    for first in range(0, total, CHUNK):
        await connection.execute(text, first, min(first + CHUNK, total) - 1, timeout=600)
    await connection.execute("ANALYZE", timeout=600)
    await connection.close()


async def measure(db: Database) -> None:
    reads: dict[str, Callable[[Connection], Awaitable[object]]] = {
        "user": lambda c: user_statistics(c, "u7", MONTH),
        "monthly": lambda c: monthly_statistics(c, MONTH),
        "current-usage": lambda c: current_usage(c, MONTH),
        "yearly": lambda c: yearly_statistics(c, 2026),
        "a year by day": lambda c: usage_breakdown(c, "day", date(2026, 1, 1), date(2026, 12, 31)),
        "a month by model": lambda c: usage_breakdown(c, "model", MONTH, date(2026, 6, 30)),
    }
    for name, read in reads.items():
        times = []
        for _ in range(ROUNDS):
            async with db.reader() as connection:
                started = time.perf_counter()
                await read(connection)
                times.append((time.perf_counter() - started) * 1000)
        print(f"{name:18} {statistics.median(times):8.1f} ms")


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
        await measure(db)
        await db.close()


if __name__ == "__main__":
    print(datetime.now(UTC).date(), f"{USERS} users, {MODELS} models")
    asyncio.run(run(int(float(sys.argv[1] if len(sys.argv) > 1 else 1) * 1_000_000)))
