"""A new version goes in, process by process, while charges run: nobody notices, nothing is lost."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
import redis.asyncio
from ledger_service.queries.verify_ledger import verify_ledger

from shared import codec
from shared.db import Database, connect
from shared.embedded.servers import free_port
from shared.revisions import REFUSED_STATUS
from shared.testing import eventually
from shared.testing.processes import RunningProcess, running
from tests.system.balancer import Balancer, balancer
from tests.system.test_two_ledgers import PRICE

CLIENTS = 12
KEY = "bootstrap-key-of-the-tests"
LEDGER = Path(__file__).resolve().parents[2] / "ledger-service"
NEXT = '''"""A migration of the next version: it only adds."""
from alembic import op
revision = "{number:04}"
down_revision = "{before:04}"
def upgrade() -> None:
    op.execute("ALTER TABLE account ADD COLUMN note_{number} text")
    op.execute("ALTER TABLE transfer ADD COLUMN note_{number} text")
'''
Env = Mapping[str, str]
LAST = len(list((LEDGER / "migrations" / "versions").glob("*.py")))


def migrate_further(place: Path, url: str, *numbers: int) -> None:
    """Migrate the ledger's database as versions would that know these migrations, too."""
    shutil.copytree(LEDGER / "migrations", place / "migrations")
    shutil.copy(LEDGER / "alembic.ini", place)
    for number in numbers:
        text = NEXT.format(number=number, before=number - 1)
        (place / "migrations" / "versions" / f"{number}.py").write_text(text)
    done = subprocess.run(
        [sys.executable, "-m", "alembic", "upgrade", "head"],
        cwd=place,
        env={**os.environ, "OWC_DATABASE_URL": url},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


@dataclass(slots=True)
class Replica:
    """A process that can be replaced by a fresh one at the same address."""

    module: str
    env: Env
    port: int
    process: RunningProcess | None = None
    before: Balancer | None = None
    _life: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def start(self) -> None:
        opening = running(self.module, self.env, port=self.port)
        self.process = await self._life.enter_async_context(opening)

    async def replace(self) -> int:
        """End the old process as an orchestrator does, start a new one; return the exit status."""
        assert self.process is not None
        self.process.process.send_signal(signal.SIGTERM)
        if self.before is not None:
            url, proxy = self.process.url, self.before
            await eventually(lambda: proxy.is_free_of(url), within=60)
            self.process.process.send_signal(signal.SIGTERM)  # long enough
        status = await asyncio.to_thread(self.process.process.wait, 40)
        await self._life.aclose()
        await self.start()
        return int(status)

    async def stop(self) -> None:
        """At the end of the test, when nobody waits for the door to close softly."""
        if self.process is not None:
            self.process.kill()
        await self._life.aclose()


@dataclass(slots=True)
class Pair:
    """Two gateways, two ledgers and two of the ledger's workers, with a proxy before each pair."""

    door: Balancer
    database: str
    redis_url: str
    replicas: list[Replica]
    charged: list[int] = field(default_factory=list)
    noticed: list[str] = field(default_factory=list)

    async def charge_until(self, done: asyncio.Event) -> None:
        """Charge 1 again and again, each under its own key until it is answered."""
        headers = {"X-API-Key": KEY}
        async with httpx.AsyncClient(
            base_url=self.door.url, headers=headers, trust_env=False, timeout=30
        ) as http:
            while not done.is_set():
                await self._charge(http, str(uuid4()))

    async def _charge(self, http: httpx.AsyncClient, key: str) -> None:
        body = {"user_id": "u", "model_id": "m", "prompt_tokens": 1, "completion_tokens": 0}
        body["idempotency_key"] = key
        async with asyncio.timeout(60):
            while True:
                try:
                    answer = await http.post("/api/credits/deduct-tokens", json=body)
                except httpx.TransportError as error:
                    self.noticed.append(repr(error))
                    continue
                if answer.status_code == httpx.codes.OK:
                    self.charged.append(codec.decode(answer.content)["transaction_id"])
                    return
                self.noticed.append(answer.text)


@pytest.fixture
async def pair(
    make_database: Callable[[str], Awaitable[str]], redis_url: str
) -> AsyncIterator[Pair]:
    ledger_url, gateway_url = await make_database("ledger"), await make_database("gateway")
    connection = await connect(ledger_url)
    await connection.execute(PRICE)
    await connection.execute("INSERT INTO account (account_id) VALUES ('u')")
    await connection.execute("UPDATE price_book SET revision = revision + 1")
    await connection.close()
    ledger = {"OWC_DATABASE_URL": ledger_url, "OWC_REDIS_URL": redis_url, "OWC_DRAIN_S": "20"}
    async with AsyncExitStack() as stack:

        async def two(module: str, env: Env) -> list[Replica]:
            found = [Replica(module, env, free_port()) for _ in range(2)]
            for replica in found:
                stack.push_async_callback(replica.stop)
                await replica.start()
            return found

        ledgers = await two("ledger_service", ledger)
        workers = await two("ledger_service.worker", ledger)
        behind = await stack.enter_async_context(balancer([_url(r) for r in ledgers]))
        gateway = ledger | {
            "OWC_DATABASE_URL": gateway_url,
            "OWC_LEDGER_URL": behind.url,
            "OWC_SECRET_KEY": "tests-0123456789-0123456789-0123456789",
            "OWC_CREDITS_API_KEY": KEY,
        }
        gateways = await two("gateway", gateway)
        door = await stack.enter_async_context(balancer([_url(r) for r in gateways]))
        for replica, proxy in [*((r, behind) for r in ledgers), *((r, door) for r in gateways)]:
            replica.before = proxy
        replicas = [*ledgers, *workers, *gateways]
        await eventually(lambda: len(behind.ready) == len(door.ready) == 2, within=20)
        yield Pair(door, ledger_url, redis_url, replicas)


def _url(replica: Replica) -> str:
    assert replica.process is not None
    return replica.process.url


@pytest.mark.timeout(300)
async def test_an_upgrade_under_load_loses_nothing_and_is_noticed_by_nobody(
    pair: Pair, tmp_path: Path
) -> None:
    """The database first, then each process: the old ones work on the new schema meanwhile."""
    done = asyncio.Event()
    async with asyncio.TaskGroup() as clients:
        for _ in range(CLIENTS):
            clients.create_task(pair.charge_until(done))
        try:
            await eventually(lambda: len(pair.charged) > CLIENTS, within=20)
            await asyncio.to_thread(migrate_further, tmp_path, pair.database, LAST + 1)
            statuses = [await replica.replace() for replica in pair.replicas]
            count = len(pair.charged)
            await eventually(lambda: len(pair.charged) > count + CLIENTS, within=20)
        finally:
            done.set()
    assert statuses == [0] * len(pair.replicas)
    assert pair.noticed == []
    await _nothing_lost_nothing_twice(pair)


async def _nothing_lost_nothing_twice(pair: Pair) -> None:
    assert len(set(pair.charged)) == len(pair.charged)
    db = Database(pair.database)
    await db.open()
    async with db.reader() as connection:
        booked = await connection.fetch("SELECT id, amount FROM transfer WHERE kind = 'charge'")
        assert {row["id"] for row in booked} == set(pair.charged)
        balance = await connection.fetchval("SELECT balance FROM account WHERE account_id = 'u'")
        assert balance == -Decimal(len(booked))

    async def told() -> bool:
        server: Any = redis.asyncio.Redis.from_url(pair.redis_url)
        entries = await server.xrange("owc:{ledger}")
        await server.aclose()
        # A fact may be published twice when a relay hands over; who reads it knows its id.
        charges = {e[b"id"] for _, e in entries if e[b"type"] == b"ledger.charge_posted"}
        return len(charges) == len(booked)

    async def rolled_up() -> bool:
        async with db.reader() as connection:
            total = await connection.fetchval("SELECT sum(charges) FROM usage_day")
        return bool(total == len(booked))

    await eventually(told, within=20)
    await eventually(rolled_up, within=20)
    async with db.reader() as connection:
        assert list(await verify_ledger(connection)) == []
    await db.close()


async def test_a_request_that_is_under_way_when_its_process_is_told_to_end_is_answered(
    make_database: Callable[[str], Awaitable[str]],
) -> None:
    env = {
        "OWC_DATABASE_URL": await make_database("ledger"),
        "OWC_REDIS_URL": "redis://127.0.0.1:1",
    }
    async with running("ledger_service", env) as process:
        url = httpx.URL(process.url)
        reader, writer = await asyncio.open_connection(url.host, url.port)
        head = "POST /api/credits/deduct-tokens HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n"
        writer.write(head.encode() + b"{")
        await writer.drain()
        async with httpx.AsyncClient(trust_env=False) as http:
            await http.get(f"{process.url}/health/live")  # what was sent before has arrived
            process.process.send_signal(signal.SIGTERM)

            async def is_closed() -> bool:
                try:
                    await http.get(f"{process.url}/health/live")
                except httpx.TransportError:
                    return True
                return False

            await eventually(is_closed, within=10)
        writer.write(b"}")
        answer = await reader.read()
        assert answer.startswith(b"HTTP/1.1 401 "), answer
        assert b"connection: close" in answer
        writer.close()
        assert await asyncio.to_thread(process.process.wait, 10) == 0


async def test_a_program_runs_on_its_own_schema_and_on_the_next_one_alone(
    make_database: Callable[[str], Awaitable[str]], tmp_path: Path
) -> None:
    url = await make_database("ledger")
    env = {"OWC_DATABASE_URL": url, "OWC_REDIS_URL": "redis://127.0.0.1:1"}
    connection = await connect(url)
    last = await connection.fetchrow(
        "DELETE FROM migration WHERE number = $1 RETURNING revision", LAST
    )
    assert last
    for module in ("ledger_service", "ledger_service.worker"):
        assert "is 1 migration behind this program" in await _refusal(module, env)
    await connection.execute("INSERT INTO migration VALUES ($1, $2)", LAST, last["revision"])
    async with running("ledger_service", env) as process, httpx.AsyncClient() as http:
        migrate_further(tmp_path / "one", url, LAST + 1)
        assert (await http.get(f"{process.url}/health/ready")).status_code == 200
        migrate_further(tmp_path / "two", url, LAST + 1, LAST + 2)
        answer = await http.get(f"{process.url}/health/ready")
        assert answer.status_code == 503
        assert "2 migrations ahead" in answer.json()["dependencies"]["database"]["reason"]
    assert "2 migrations ahead of this program" in await _refusal("ledger_service", env)
    # Whoever goes back to the older version finds nothing to migrate, and is not stopped by it.
    migrate_further(tmp_path / "back", url, LAST + 1)
    await connection.close()


async def _refusal(module: str, env: Env) -> str:
    """What a process writes that will not start."""
    full = module if "." in module else f"{module}.main"
    whole = {**os.environ, **env, "OWC_ENV": "test", "OWC_INTERNAL_SECRET": "0123456789" * 4}
    command = [sys.executable, "-m", full]
    ended = await asyncio.to_thread(
        subprocess.run, command, env=whole, capture_output=True, text=True, timeout=30
    )
    assert ended.returncode == REFUSED_STATUS
    return str(ended.stderr)
