"""Holds opened and settled, and charges through PgBouncer, beside plain charges of one process."""

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

import asyncpg
import msgspec

from shared.embedded.servers import RunningServer, ServerFailedError
from shared.testing.databases import Databases
from shared.testing.identity import identity_headers
from shared.testing.pooler import Pooler
from shared.testing.processes import running
from tests.bench.charging import PATH, USERS, Place, bodies, fill_ledger
from tests.bench.load import Result, measure, post
from tests.bench.servers import postgres, table

ROUNDS = 5
SECONDS = 3
HOLDS = "/api/credits/holds"
CHARGE, OPEN, SETTLE, POOLED = "charge", "open a hold", "settle it", "charge through PgBouncer"
_ENV = {"OWC_REDIS_URL": "redis://127.0.0.1:1", "OWC_LOG_LEVEL": "WARNING"}


async def run() -> None:
    rounds: list[dict[str, Result]] = []
    with postgres() as server, _open_folder() as folder:
        async with AsyncExitStack() as stack:
            url = await Databases(server.url).create("ledger")
            await fill_ledger(url)
            connection = await asyncpg.connect(url)
            stack.push_async_callback(connection.close)
            await connection.execute("UPDATE account SET balance = 1000000000")
            direct = await _ledger(stack, url)
            pooled = await _pooled(stack, server, folder, url)
            for _ in range(ROUNDS):
                found = {CHARGE: await _charges(direct)}
                found[OPEN] = await _opened(direct)
                found[SETTLE] = await _settled(direct, connection)
                if pooled:
                    found[POOLED] = await _charges(pooled)
                rounds.append(found)
    report(rounds)


async def _ledger(stack: AsyncExitStack, url: str) -> Place:
    process = await stack.enter_async_context(
        running("ledger_service", {**_ENV, "OWC_DATABASE_URL": url})
    )
    return Place((int(process.url.rpartition(":")[2]),), identity_headers("key"))


@contextmanager
def _open_folder() -> Iterator[Path]:
    """A folder through which the account of the servers may go."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


async def _pooled(
    stack: AsyncExitStack, server: RunningServer, folder: Path, url: str
) -> Place | None:
    """None where there is no PgBouncer."""
    try:
        pooler = Pooler(server.url, folder)
    except ServerFailedError:
        return None
    pooler.start()
    stack.callback(pooler.stop)
    front, own = urlsplit(pooler.url), urlsplit(url)
    address = f"{own.username}:{own.password}@{front.hostname}:{front.port}"
    return await _ledger(stack, own._replace(netloc=address, query=front.query).geturl())


async def _charges(place: Place) -> Result:
    return await measure(place.ports, post(PATH, bodies(), place.headers), seconds=SECONDS)


async def _opened(place: Place) -> Result:
    asked = [
        msgspec.json.encode(
            {
                "user_id": f"u{n % USERS + 1}",
                "model_id": "m",
                "prompt_tokens": 100,
                "max_tokens": 500,
                "ttl_s": 600,
            }
        )
        for n in range(USERS)
    ]
    return await measure(place.ports, post(HOLDS, asked, place.headers), seconds=SECONDS)


async def _settled(place: Place, connection: asyncpg.Connection) -> Result:
    rows = await connection.fetch("SELECT id FROM hold WHERE status = 'open'")
    used = [msgspec.json.encode({"prompt_tokens": 100, "completion_tokens": 20})]
    requests = [next(post(f"{HOLDS}/{row['id']}/settle", used, place.headers)) for row in rows]
    # Fewer than were opened: a hold is settled once.
    result = await measure(place.ports, iter(requests), seconds=SECONDS / 2)
    await connection.execute(
        "UPDATE hold SET status = 'released', ended_at = now() WHERE status = 'open'"
    )
    return result


def report(rounds: list[dict[str, Result]]) -> None:
    def line(name: str) -> tuple[str, ...]:
        results = [found[name] for found in rounds]
        if any(result.refused for result in results):
            raise SystemExit(f"refused: {name}")
        per_second = median(result.per_second for result in results)
        to_charge = median(found[name].per_second / found[CHARGE].per_second for found in rounds)
        p99 = median(result.p99_ms for result in results)
        return name, f"{per_second:,.0f}", f"{p99:.1f}", f"{to_charge:.2f}"

    print("## Holds, and PgBouncer\n")
    print(
        f"One ledger process, 64 connections, durable; medians of {ROUNDS} interleaved rounds. "
        "PgBouncer is in transaction mode, where no statement stays prepared.\n"
    )
    print(table(("", "a second", "p99 ms", "x charge"), [line(name) for name in rounds[0]]))


if __name__ == "__main__":
    asyncio.run(run())
