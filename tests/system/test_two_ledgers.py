"""Two processes of the ledger on one database: the limit holds over both of them."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import uuid4

import httpx
import pytest
from ledger_service.queries.verify_ledger import verify_ledger

from shared import codec
from shared.db import Database, connect
from shared.testing.identity import identity_headers
from shared.testing.processes import running

PRICE = """
INSERT INTO price (model_id, version_id, name, effective_from, prices, is_free, is_restricted,
    is_available, event_sequence)
VALUES ('m', 'v', 'm', '2020-01-01', '{"input": 1, "output": 1}', false, false, true, 1)
"""


@dataclass(slots=True)
class TwoLedgers:
    """Requests go to the two processes in turn."""

    clients: list[httpx.AsyncClient]
    url: str
    turn: Any
    # httpx looks through all that wait whenever a connection comes free.
    at_once: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(200))

    async def post(self, path: str, body: Any, **headers: str) -> tuple[int, Any]:
        client = self.clients[next(self.turn) % 2]
        sent = (
            identity_headers("admin", scopes=["owner"])
            | {"content-type": "application/json"}
            | headers
        )
        async with self.at_once:
            answer = await client.post(
                f"/api/credits/{path}", content=codec.encode(body), headers=sent
            )
        return answer.status_code, codec.decode(answer.content)

    async def fund(self, amount: str) -> None:
        body = {"user_id": "u", "amount": Decimal(amount), "reason": "test"}
        status, _ = await self.post("grants", body, **{"idempotency-key": str(uuid4())})
        assert status == 201

    async def balance(self) -> Any:
        answer = await self.clients[0].get(
            "/api/credits/user/u", headers=identity_headers("admin", scopes=["owner"])
        )
        return codec.decode(answer.content)

    async def breaches(self) -> list[Any]:
        db = Database(self.url)
        await db.open()
        async with db.reader() as connection:
            found = await verify_ledger(connection)
        await db.close()
        return list(found)


@pytest.fixture
async def ledgers(
    make_database: Callable[[str], Awaitable[str]],
) -> AsyncIterator[TwoLedgers]:
    url = await make_database("ledger")
    connection = await connect(url)
    await connection.execute(PRICE)
    await connection.execute("INSERT INTO account (account_id) VALUES ('u')")
    await connection.execute("UPDATE price_book SET revision = revision + 1")
    await connection.close()
    env = {"OWC_DATABASE_URL": url, "OWC_REDIS_URL": "redis://127.0.0.1:1"}
    async with AsyncExitStack() as stack:
        processes = [
            await stack.enter_async_context(running("ledger_service", env)) for _ in range(2)
        ]
        clients = [
            await stack.enter_async_context(
                httpx.AsyncClient(base_url=process.url, trust_env=False, timeout=30)
            )
            for process in processes
        ]
        ledgers = TwoLedgers(clients, url, itertools.count())
        yield ledgers
        assert await ledgers.breaches() == []


async def test_a_thousand_holds_of_a_tenth_on_five_admit_exactly_fifty(
    ledgers: TwoLedgers,
) -> None:
    await ledgers.fund("5")
    body = {"user_id": "u", "model_id": "m", "amount": Decimal("0.1")}
    answers = await asyncio.gather(*(ledgers.post("holds", body) for _ in range(1000)))
    assert sorted(status for status, _ in answers) == [201] * 50 + [402] * 950
    user = await ledgers.balance()
    assert (user["credits"], user["held"], user["available"]) == (5, 5, 0)


async def test_four_hundred_charges_of_one_take_exactly_four_hundred(ledgers: TwoLedgers) -> None:
    await ledgers.fund("1000")
    body = {"user_id": "u", "model_id": "m", "prompt_tokens": 1, "completion_tokens": 0}
    answers = await asyncio.gather(*(ledgers.post("deduct-tokens", body) for _ in range(400)))
    assert {status for status, _ in answers} == {200}
    assert (await ledgers.balance())["credits"] == 600


async def test_one_key_sent_to_both_at_once_is_one_charge(ledgers: TwoLedgers) -> None:
    await ledgers.fund("1000")
    body = {"user_id": "u", "model_id": "m", "prompt_tokens": 7, "completion_tokens": 0}
    same = {"idempotency-key": "once"}
    answers = await asyncio.gather(
        *(ledgers.post("deduct-tokens", body, **same) for _ in range(50))
    )
    assert {status for status, _ in answers} == {200}
    assert len({answer["transaction_id"] for _, answer in answers}) == 1
    assert sum(not answer["replayed"] for _, answer in answers) == 1
    assert (await ledgers.balance())["credits"] == 993


async def test_a_ledger_whose_database_is_away_answers_503_and_goes_on_afterwards(
    ledgers: TwoLedgers,
) -> None:
    """The database's role is locked out for a while; no charge is half done."""
    await ledgers.fund("10")
    body = {"user_id": "u", "model_id": "m", "prompt_tokens": 1, "completion_tokens": 0}
    name = ledgers.url.rpartition("/")[2]
    owner = await connect(ledgers.url)
    await owner.execute(f'ALTER DATABASE "{name}" WITH CONNECTION LIMIT 0')
    await owner.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    for client in ledgers.clients:
        path = "/api/credits/deduct-tokens"
        answer = await client.post(path, json=body, headers=identity_headers("key"))
        assert answer.status_code == 503
        assert answer.headers["retry-after"]
        assert "Traceback" not in answer.text
    await owner.execute(f'ALTER DATABASE "{name}" WITH CONNECTION LIMIT -1')
    await owner.close()
    status, answer = await ledgers.post("deduct-tokens", body)
    assert (status, answer["new_balance"]) == (200, 9)
