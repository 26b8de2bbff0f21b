"""Reading many transfers: how long roll-ups, statistics and pages of the history take.

Both sizes are measured in one run; what counts is whether a read grows with the history.
"""

import asyncio
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
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
from shared.testing.databases import Databases
from tests.bench.servers import postgres, table

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


async def read_times(db: Database, total: int) -> dict[str, float]:
    """Median milliseconds of each read."""
    found = {}
    for name, read in {**statistics_reads(), **history_reads(total)}.items():
        times = []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            async with searching(db) as connection:
                await read(connection)
            times.append((time.perf_counter() - started) * 1000)
        found[name] = statistics.median(times)
    return found


async def roll_up(db: Database, total: int) -> float:
    """Charges a second that the roll-ups take in."""
    started = time.perf_counter()
    while True:
        async with db.transaction() as connection:
            if await usage.roll_up(connection, "UTC") < usage.BATCH:
                return total / (time.perf_counter() - started)


async def of_size(total: int) -> tuple[float, dict[str, float]]:
    with postgres() as server:
        url = await Databases(server.url).create("ledger")
        await fill(url, total)
        db = Database(url)
        await db.open()
        found = await roll_up(db, total), await read_times(db, total)
        await db.close()
        return found


async def run(sizes: list[float]) -> None:
    found = [await of_size(int(size * 1_000_000)) for size in sizes]
    print("## Reading long histories\n")
    print(
        f"One year of transfers of {USERS:,} users and {MODELS} models; medians of {ROUNDS} reads "
        "in milliseconds. Totals beside a page are counted up to 100,000.\n"
    )
    rows = [(name, *(f"{reads[name]:.0f}" for _, reads in found)) for name in found[0][1]]
    rows.append(("roll-ups, charges a second", *(f"{rate:,.0f}" for rate, _ in found)))
    print(table(("read", *(f"{size:g} M" for size in sizes)), rows))


if __name__ == "__main__":
    asyncio.run(run([float(size) for size in sys.argv[1:]] or [1, 10]))
