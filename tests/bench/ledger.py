"""Charging at the ledger against the naive handler: one process each, 64 connections, durable.

Both stand on the same embedded PostgreSQL; rounds are interleaved. Prints a table of medians.
"""

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import asyncpg
import httpx
import msgspec

from shared.embedded.account import server_account
from shared.embedded.servers import free_port, start_postgres
from shared.testing.databases import Databases, with_database
from shared.testing.identity import INTERNAL_SECRET, identity_headers
from tests.bench import naive
from tests.bench.load import Result, measure, post

ROUNDS = 3
SECONDS = 4
USERS = 1000


def start(stack: ExitStack, command: list[str], url: str) -> int:
    """Start a server on a free port; it ends with the stack."""
    port = free_port()
    env = os.environ | {
        "OWC_ENV": "test",
        "OWC_DATABASE_URL": url,
        "OWC_REDIS_URL": "redis://127.0.0.1:1",
        "OWC_INTERNAL_SECRET": INTERNAL_SECRET,
        "OWC_PORT": str(port),
        "OWC_LOG_LEVEL": "WARNING",
    }
    process = subprocess.Popen(
        [*command, *(["--port", str(port)] if "uvicorn" in command else [])], env=env
    )
    stack.callback(process.wait)
    stack.callback(process.terminate)
    return port


async def fill_ledger(url: str) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute(
        """
        INSERT INTO account (account_id, balance, sequence, lots_due_at)
        SELECT 'u' || n, 0, 0, 'infinity' FROM generate_series(1, 1000) AS n
        """
    )
    await connection.execute(
        """
        INSERT INTO price (model_id, version_id, name, effective_from, prices, is_free,
            is_restricted, is_available, event_sequence)
        VALUES ('m', 'v1', 'm', '2020-01-01', $1, false, false, true, 1)
        """,
        '{"input": 0.001, "output": 0.002}',
    )
    await connection.execute("UPDATE price_book SET revision = revision + 1")
    await connection.close()


def bodies(*, keyed: bool) -> list[bytes]:
    """Charges of distinct users; keyed ones are distinct requests too."""
    made = []
    for n in range(50_000):
        body = {
            "user_id": f"u{n % USERS + 1}",
            "model_id": "m",
            "prompt_tokens": 100 + n % 50,
            "completion_tokens": 20,
        }
        made.append(msgspec.json.encode(body | ({"actor": "bench"} if keyed else {})))
    return made


async def wait_for(port: int, path: str) -> None:
    async with httpx.AsyncClient(trust_env=False) as client:
        for _ in range(200):
            try:
                await client.get(f"http://127.0.0.1:{port}{path}")
            except httpx.TransportError:
                await asyncio.sleep(0.05)
            else:
                return
    raise RuntimeError(f"nothing answers on {port}")


async def run() -> None:
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="owc-bench-")))
        server_account().own(place)
        server = start_postgres(place, "only-on-loopback-for-a-benchmark")
        stack.callback(server.stop)
        databases = Databases(server.url)
        ledger_url = await databases.create("ledger")
        await fill_ledger(ledger_url)
        admin = await asyncpg.connect(server.url)
        await admin.execute("CREATE DATABASE naive")
        naive_url = with_database(server.url, "naive")
        maker = await asyncpg.connect(naive_url)
        await maker.execute(naive.CREATE)
        await maker.close()
        ledger = start(stack, [sys.executable, "-m", "ledger_service.main"], ledger_url)
        plain = start(
            stack,
            [
                sys.executable,
                "-m",
                "uvicorn",
                "--factory",
                "tests.bench.naive:create_app",
                "--no-access-log",
                "--log-level",
                "warning",
            ],
            naive_url,
        )
        await wait_for(ledger, "/health/live")
        await wait_for(plain, "/docs")
        rounds = await rounds_of(ledger, plain)
        await admin.close()
    report(rounds)


async def rounds_of(ledger: int, plain: int) -> list[tuple[Result, Result]]:
    headers = identity_headers("key")
    ours = post("/api/credits/deduct-tokens", bodies(keyed=True), headers)
    theirs = post("/api/credits/deduct-tokens", bodies(keyed=False), {})
    await measure(ledger, ours, seconds=1)
    await measure(plain, theirs, seconds=1)
    return [
        (
            await measure(ledger, ours, seconds=SECONDS),
            await measure(plain, theirs, seconds=SECONDS),
        )
        for _ in range(ROUNDS)
    ]


def report(rounds: list[tuple[Result, Result]]) -> None:
    print("| round | ledger/s | p50 ms | p99 ms | naive/s | p50 ms | p99 ms | ratio | p99 ratio |")
    print("|---|---|---|---|---|---|---|---|---|")
    for n, (ours, theirs) in enumerate(rounds, 1):
        print(
            f"| {n} | {ours.per_second:.0f} | {ours.p50_ms:.1f} | {ours.p99_ms:.1f} "
            f"| {theirs.per_second:.0f} | {theirs.p50_ms:.1f} | {theirs.p99_ms:.1f} "
            f"| {ours.per_second / theirs.per_second:.2f} | {ours.p99_ms / theirs.p99_ms:.2f} |"
        )
        assert ours.refused == theirs.refused == 0, (ours, theirs)
    ratio = statistics.median(o.per_second / t.per_second for o, t in rounds)
    tail = statistics.median(o.p99_ms / t.p99_ms for o, t in rounds)
    print(f"\nmedian: {ratio:.2f} x naive, p99 {tail:.2f} x naive's")


if __name__ == "__main__":
    import uvloop

    uvloop.run(run())
