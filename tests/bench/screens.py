"""The first page of every list, of an installation with 100,000 users and a million transfers.

Usage: python -m tests.bench.screens [users] [million transfers]

On a system of its own, or on the one that OWC_E2E_HOME names, which is filled once: so lists can
be measured again in a calm moment.
"""

import asyncio
import json
import statistics
import sys
import time
from datetime import UTC, datetime, timedelta
from typing import Final

import asyncpg

from shared.db import Connection
from tests.e2e import installation
from tests.e2e.installation import Installation, refill_summaries, signed_in

ROUNDS: Final = 7
MODELS: Final = 40
CHUNK: Final = 200_000

# As sync and the posting engine would have left them: a year of charges, each user in two groups.
_USERS = """
    INSERT INTO account (account_id, name, email, balance, sequence, lots_due_at)
    SELECT 'bench-' || n, 'User ' || md5(n::text), n || '@bench.example.org', (n % 997)::numeric,
        $2, 'infinity'
    FROM generate_series(0, $1::int - 1) AS n
"""
_GROUPS = """
    INSERT INTO member_group (group_id, name, default_credits)
    SELECT 'bench-g' || n, 'Course ' || n, n FROM generate_series(0, 49) AS n
"""
_MEMBERS = """
    INSERT INTO membership (account_id, group_id)
    SELECT 'bench-' || n, 'bench-g' || (n + 7 * k) % 50
    FROM generate_series(0, $1::int - 1) AS n, generate_series(0, 1) AS k
"""
_TRANSFERS = """
    INSERT INTO transfer (account_id, sequence, id, kind, debit_account, credit_account, amount,
        covered, balance_after, idempotency_key, request_hash, model_id, lines, actor, posted_at)
    SELECT 'bench-' || n % $3, n / $3 + 1, 1000000 + n, 'charge', 'bench-' || n % $3,
        'house:usage', 0.5, 0.5, 100, 'bench' || n, '', 'demo-' || (n + n / $3) % {models},
        '[{{"unit": "input", "count": 500, "price": 0.001, "amount": 0.5}}]'::jsonb, 'bench',
        now() - ($4 - n) * interval '1 year' / $4
    FROM generate_series($1::bigint, $2::bigint) AS n
"""
_USAGE = """
    INSERT INTO usage_day (account_id, day, model_id, charges, charged, input)
    SELECT account_id, posted_at::date, model_id, count(*), sum(amount), 500 * count(*)
    FROM transfer WHERE actor = 'bench' GROUP BY 1, 2, 3 ORDER BY 2
"""
_MONTHS = """
    INSERT INTO usage_month (account_id, month, model_id, charges, charged, input)
    SELECT account_id, date_trunc('month', day)::date, model_id, sum(charges), sum(charged),
        sum(input) FROM usage_day WHERE account_id LIKE 'bench-%' GROUP BY 1, 2, 3
"""
_PAYMENTS = """
    INSERT INTO payment (id, user_id, kind, terms, amount, currency, description,
        idempotence_key, request, status, paid_at, created_at, updated_at)
    SELECT gen_random_uuid(), 'bench-' || n, 'top_up', '{}', 500, 'RUB', '', 'bench' || n, '',
        'succeeded', made.at, made.at, made.at
    FROM generate_series(0, $1::int - 1) AS n,
        LATERAL (SELECT now() - n * interval '1 year' / $1 AS at) AS made
"""
_CUSTOMERS = """
    INSERT INTO customer (user_id, name, email, updated_at)
    SELECT 'bench-' || n, 'User ' || md5(n::text), n || '@bench.example.org', now()
    FROM generate_series(0, $1::int - 1) AS n
"""
_SUBSCRIPTIONS = """
    INSERT INTO subscription (id, user_id, plan_id, status, current_number, current_period_start,
        current_period_end, created_at, updated_at)
    SELECT gen_random_uuid(), 'bench-' || n, p.id, 'active', 1, now(), now() + interval '30 days',
        now(), now()
    FROM generate_series(0, $1::int / 2) AS n, (SELECT id FROM plan ORDER BY id LIMIT 1) AS p
"""


async def fill(system: Installation, users: int, transfers: int) -> None:
    databases = json.loads((system.home / "state" / "databases.json").read_text())
    ledger = await asyncpg.connect(databases["ledger"], command_timeout=600)
    billing = await asyncpg.connect(databases["billing"], command_timeout=600)
    if not await ledger.fetchval("SELECT count(*) FROM account WHERE account_id = 'bench-0'"):
        await fill_ledger(ledger, users, transfers)
        for text in (_CUSTOMERS, _PAYMENTS, _SUBSCRIPTIONS):
            await billing.execute(text, users)
    for connection in (ledger, billing):
        # As autovacuum would have done by and by.
        await connection.execute("VACUUM ANALYZE")
        await connection.close()


async def fill_ledger(ledger: Connection, users: int, transfers: int) -> None:
    started = time.perf_counter()
    await ledger.execute("SET synchronous_commit = off")
    await ledger.execute(_USERS, users, transfers // users)
    await ledger.execute(_GROUPS)
    await ledger.execute(_MEMBERS, users)
    text = _TRANSFERS.format(models=MODELS)
    for first in range(0, transfers, CHUNK):
        last = min(first + CHUNK, transfers) - 1
        await ledger.execute(text, first, last, users, transfers)
    await ledger.execute(_USAGE)
    await ledger.execute(_MONTHS)
    print(f"{users} users, {transfers} transfers: {time.perf_counter() - started:.0f} s")
    started = time.perf_counter()
    await refill_summaries(ledger)
    print(f"summaries filled by the worker: {time.perf_counter() - started:.0f} s")


def lists() -> dict[str, str]:
    """What each view asks for when it is opened, and the searches that find little or nothing."""
    now = datetime.now(UTC)
    year, month = now.year, now.month
    month_ago = int((now - timedelta(days=30)).timestamp())
    day = now.date() - timedelta(days=40)
    accounts = "/api/ledger/accounts?limit=50"
    return {
        "overview, 30 days": "/api/ledger/overview?days=30",
        "overview, 90 days": "/api/ledger/overview?days=90",
        "overview, revenue": f"/admin/billing/reports/summary?from={month_ago}",
        "users": accounts,
        "users by credits": f"{accounts}&sort=credits&order=desc",
        "users found by a word": f"{accounts}&search=abc",
        "users found by nothing": f"{accounts}&search=nobody-of-this-name",
        "users of a group": f"{accounts}&group_id=bench-g7",
        "users of no group": f"{accounts}&group_id=default",
        "one user": "/api/ledger/accounts/bench-77",
        "groups": "/api/credits/groups",
        "members of a group": "/api/ledger/groups/bench-g7/members?limit=50",
        "models": "/api/credits/models",
        "transactions": "/api/credits/transactions?limit=50",
        "transactions of a user": "/api/credits/transactions?limit=50&user_id=bench-77",
        "transactions of a model": "/api/credits/transactions?limit=50&model_id=demo-7",
        "transactions of a day": "/api/credits/transactions?limit=50"
        f"&since={day}T00:00:00Z&until={day + timedelta(days=1)}T00:00:00Z",
        "transactions of whom a word finds": "/api/credits/transactions?limit=50&search=abcd",
        "statistics, a month": f"/api/credits/statistics/monthly?year={year}&month={month}",
        "statistics, a year": f"/api/credits/statistics/yearly?year={year}",
        **{
            f"statistics, {span} by {by}": f"/api/ledger/usage?limit=50&by={by}&year={year}{month_}"
            for span, month_ in (("a year", ""), ("a month", f"&month={month}"))
            for by in ("user", "model", "group")
        },
        "statistics, a year by name": f"/api/ledger/usage?limit=50&year={year}&sort=name&order=asc",
        "statistics, a year, a word": f"/api/ledger/usage?limit=50&year={year}&search=abc",
        "statistics, days of a month": "/api/credits/statistics/breakdown?by=day",
        "system log": "/api/credits/system-logs?limit=50",
        "plans": "/admin/billing/plans",
        "subscriptions": "/admin/billing/subscriptions?limit=50",
        "payments": "/admin/billing/payments?limit=50",
        "refunds": "/admin/billing/refunds?limit=50",
        "promo codes": "/admin/billing/promo-codes",
        "sync runs": "/api/sync/runs?limit=25",
        "waiting list": "/api/credits/admin/waiting-list?limit=50",
        "API keys": "/api/admin/keys",
        "limits": "/api/credits/limits",
    }


def measure(system: Installation) -> None:
    with signed_in(system) as client:
        for name, path in lists().items():
            times = []
            for _ in range(ROUNDS):
                started = time.perf_counter()
                answer = client.get(path)
                times.append((time.perf_counter() - started) * 1000)
            median, worst = statistics.median(times), max(times)
            line = f"| {name} | {median:.0f} | {worst:.0f} |"
            print(line if answer.is_success else f"{line} {answer.status_code}", flush=True)


if __name__ == "__main__":
    users = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    transfers = int(float(sys.argv[2] if len(sys.argv) > 2 else 1) * 1_000_000)
    with installation.running() as system:
        asyncio.run(fill(system, users, transfers))
        print("| list | median ms | worst ms |\n|---|---|---|")
        measure(system)
