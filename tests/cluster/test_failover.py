"""The leading PostgreSQL dies while charges run: writes come back, and no promise is broken."""

import asyncio
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
import redis.asyncio

from shared import codec
from shared.contracts.sync import UserChanged
from shared.db import connect
from shared.embedded.account import server_account
from shared.embedded.servers import start_valkey
from shared.streams import stream_of
from shared.testing import eventually, identity_headers, running
from shared.testing.databases import Databases
from tests.cluster.charging import Charging, charging, more_than
from tests.cluster.nodes import Cluster, started, wait_for_another_leader

WRITES_BACK_WITHIN_S = 30
CHARGES_BEFORE = CHARGES_AFTER = 200
CHARGING_WITHIN_S = 120
BOUND_S = 480
FUNDS = 1_000_000
USERS = [f"user{number}" for number in range(8)]
PRICE = """
INSERT INTO price (model_id, version_id, name, effective_from, prices, is_free, is_restricted,
    is_available, event_sequence)
VALUES ('m', 'v', 'm', '2020-01-01', '{"input": 1, "output": 1}', false, false, true, 1)
"""


@pytest.fixture
def place() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="owc-cluster-") as folder:
        server_account().own(Path(folder))
        yield Path(folder)


@pytest.fixture
async def cluster(place: Path) -> AsyncIterator[Cluster]:
    made = await started(place)
    yield made
    await asyncio.to_thread(made.stop)


class Ledger:
    """Two processes and a worker on that cluster; only Redis is of one piece."""

    def __init__(self, url: str, redis_url: str, http: list[httpx.AsyncClient]) -> None:
        self.url = url
        self.redis_url = redis_url
        self.http = http

    async def fund(self) -> None:
        headers = identity_headers("admin", scopes=["owner"])
        for user_id in USERS:
            body = {"user_id": user_id, "amount": FUNDS, "reason": "test"}
            key = {"idempotency-key": str(uuid4())}
            answer = await self.http[0].post(
                "/api/credits/grants", json=body, headers=headers | key
            )
            assert answer.status_code == httpx.codes.CREATED, answer.text

    async def balances(self) -> Decimal:
        headers = identity_headers("admin", scopes=["owner"])
        total = Decimal(0)
        for user_id in USERS:
            answer = await self.http[1].get(f"/api/credits/user/{user_id}", headers=headers)
            total += codec.decode(answer.content)["credits"]
        return total


@pytest.fixture
async def ledger(cluster: Cluster, place: Path) -> AsyncIterator[Ledger]:
    url = await Databases(cluster.url).create("ledger")
    connection = await connect(url)
    await connection.execute(PRICE)
    await connection.executemany(
        "INSERT INTO account (account_id) VALUES ($1)", [(user,) for user in USERS]
    )
    await connection.execute("UPDATE price_book SET revision = revision + 1")
    await connection.close()
    valkey = start_valkey(place, "only-on-loopback-while-tests-run")
    env = {"OWC_DATABASE_URL": url, "OWC_REDIS_URL": valkey.url, "OWC_LOG_LEVEL": "ERROR"}
    async with AsyncExitStack() as stack:
        stack.callback(valkey.stop)
        await stack.enter_async_context(running("ledger_service.worker", env))
        http = []
        for _ in range(2):
            process = await stack.enter_async_context(running("ledger_service", env))
            client = httpx.AsyncClient(base_url=process.url, trust_env=False, timeout=20)
            http.append(await stack.enter_async_context(client))
        yield Ledger(url, valkey.url, http)


@pytest.mark.timeout(BOUND_S)
async def test_the_leader_dies_while_charges_run(cluster: Cluster, ledger: Ledger) -> None:
    await ledger.fund()
    old = await cluster.leader()
    assert old is not None
    async with charging(ledger.http, USERS) as work:
        await eventually(more_than(work, CHARGES_BEFORE), CHARGING_WITHIN_S)
        before = len(work.done)
        old.kill()
        new = await wait_for_another_leader(cluster, old)
        await eventually(more_than(work, before + CHARGES_AFTER), CHARGING_WITHIN_S)
    found = await compare(ledger, work)
    await events_go_on(ledger)
    print(
        f"\n{old.name} led and was killed after {before} charges, {new.name} leads now;"
        f"\nwrites were away for {work.outage_s():.1f} s; {len(work.done)} charges acknowledged,"
        f" {work.repeated} times repeated;"
        f"\n{found['lost']} lost, {found['doubled']} doubled, every invariant holds"
    )
    assert (found["lost"], found["doubled"], found["unknown"]) == (0, 0, 0)
    assert work.outage_s() <= WRITES_BACK_WITHIN_S
    cluster.start_node(old)
    await eventually(cluster.is_whole, 120)
    print(f"{old.name} follows again")


async def compare(ledger: Ledger, work: Charging) -> dict[str, int]:
    """What was acknowledged against what the new leader has; asking again changes nothing."""
    for key, promised in list(work.done.items())[::50]:
        again = await work.charge(key, promised.user_id, ledger.http[0])
        assert again == promised.transaction_id
    connection = await connect(ledger.url)
    rows = await connection.fetch("SELECT id, idempotency_key FROM transfer WHERE kind = 'charge'")
    await connection.close()
    kept = {row["idempotency_key"].removeprefix("deduct:"): row["id"] for row in rows}
    verified = await asyncio.to_thread(_verify, ledger.url)
    assert verified.returncode == 0, verified.stdout + verified.stderr
    assert await ledger.balances() == FUNDS * len(USERS) - len(work.done)
    return {
        "lost": sum(kept.get(key) != one.transaction_id for key, one in work.done.items()),
        "doubled": len(rows) - len(kept),
        "unknown": len(kept.keys() - work.done.keys()),
    }


def _verify(url: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "owc", "ledger", "verify", "--database-url", url]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)


async def events_go_on(ledger: Ledger) -> None:
    """Every fact of the ledger is published, and what others publish is acted on."""
    connection = await connect(ledger.url)
    client = redis.asyncio.Redis.from_url(ledger.redis_url)

    async def all_published() -> bool:
        facts = {row["id"] for row in await connection.fetch("SELECT id::text AS id FROM outbox")}
        entries: Any = await client.xrange(stream_of("ledger"))
        assert {fields[b"id"].decode() for _, fields in entries} == facts
        return True

    async def account_opened() -> bool:
        return bool(
            await connection.fetchval("SELECT count(*) FROM account WHERE account_id = 'late'")
        )

    await eventually(all_published, 30)
    user = UserChanged(user_id="late", name="Late", email="", role="user", status="active")
    fact: dict[Any, Any] = {
        "id": str(uuid4()),
        "type": user.event_type,
        "aggregate": "late",
        "sequence": 1,
    }
    fact |= {"at": "2026-01-01T00:00:00+00:00", "trace": "", "data": codec.encode(user)}
    await client.xadd(stream_of("sync"), fact)
    await eventually(account_opened, 30)
    await client.aclose()
    await connection.close()
