"""A model provider on real sockets, and a real ledger process with one rich user per test."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest
import pytest_asyncio
from ledger_service.domain.allowance import Rule
from ledger_service.events import COMMANDS
from ledger_service.store.books import Books

from shared import codec
from shared.contracts import Contract, Event
from shared.contracts.pricing import PricePublished, UnknownModelPolicyChanged
from shared.contracts.sync import UserChanged
from shared.db import Database
from shared.testing import eventually, identity_headers, running

KEY = "bootstrap-key-of-the-tests"
PRICES = {
    "input": Decimal("0.001"),
    "output": Decimal("0.004"),
    "image": Decimal("0.5"),
    "audio_second": Decimal("0.01"),
    "request": Decimal("0.1"),
}
_RULE: Rule = "max"
_STREAM = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n"
)


@dataclass(slots=True)
class Script:
    """How the provider answers. `usage` None: it reports nothing."""

    words: int = 5
    usage: tuple[int, int] | None = (11, 5)
    uses_its_limit: bool = False
    status: int = 200
    die_after: int | None = None
    stop_after: int | None = None
    go_on: asyncio.Event = field(default_factory=asyncio.Event)
    stopped: asyncio.Event = field(default_factory=asyncio.Event)
    answer: bytes | None = None
    answer_type: str = "application/json"

    def report(self) -> dict[str, Any] | None:
        return self.usage and {
            "prompt_tokens": self.usage[0],
            "completion_tokens": self.usage[1],
            "prompt_tokens_details": {"cached_tokens": 4},
            "completion_tokens_details": {"reasoning_tokens": 2},
        }


class ModelProvider:
    """Speaks enough of OpenAI's API; `asked` are the requests as they came."""

    def __init__(self, service: Any) -> None:
        self.service = service
        self.script = Script()
        service.play = self._play

    @property
    def bodies(self) -> list[Any]:
        return [json.loads(asked.body) for asked in self.service.asked]

    async def _play(self, asked: Any, reader: Any, writer: Any) -> None:
        script = self.script
        if script.status != 200:
            error = {"error": {"message": "the model is on fire"}}
            writer.write(_whole(json.dumps(error).encode(), status=script.status))
        elif script.answer is not None:
            writer.write(_whole(script.answer, script.answer_type))
        elif json.loads(asked.body).get("stream"):
            await self._stream(json.loads(asked.body), reader, writer)
        else:
            if script.stop_after is not None:
                await self._wait(reader)
            if script.uses_its_limit:
                script.usage = (7, json.loads(asked.body)["max_tokens"])
            message = {
                "role": "assistant",
                "content": "".join(f"word{n} " for n in range(script.words)),
            }
            answer = {"choices": [{"index": 0, "message": message}], "usage": script.report()}
            writer.write(_whole(json.dumps(answer).encode()))

    async def _stream(self, body: Any, reader: Any, writer: Any) -> None:
        script = self.script
        writer.write(_STREAM)
        for number in range(script.words):
            if number == script.die_after:
                await writer.drain()
                writer.close()
                return
            if number == script.stop_after:
                await writer.drain()
                await self._wait(reader)
            delta = {"index": 0, "delta": {"content": f"word{number} "}}
            writer.write(_event({"id": "c", "choices": [delta]}))
        if script.report() and body.get("stream_options", {}).get("include_usage"):
            writer.write(_event({"id": "c", "choices": [], "usage": script.report()}))
        writer.write(_event(b"[DONE]") + b"0\r\n\r\n")

    async def _wait(self, reader: asyncio.StreamReader) -> None:
        """Until the test says so, or the other side leaves."""
        going = asyncio.create_task(self.script.go_on.wait())
        leaving = asyncio.create_task(reader.read(1))
        await asyncio.wait((going, leaving), return_when=asyncio.FIRST_COMPLETED)
        going.cancel()
        if leaving.done():
            self.script.stopped.set()
            raise ConnectionResetError
        leaving.cancel()
        await asyncio.gather(leaving, return_exceptions=True)


def _whole(body: bytes, kind: str = "application/json", status: int = 200) -> bytes:
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
    return head.encode() + b"Set-Cookie: spy=1\r\nOpenAI-Organization: ours\r\n\r\n" + body


def _event(content: Any) -> bytes:
    data = b"data: " + (content if content == b"[DONE]" else json.dumps(content).encode()) + b"\n\n"
    return b"%x\r\n%b\r\n" % (len(data), data)


@dataclass(slots=True)
class LedgerProcess:
    url: str
    database_url: str
    sequence: int = 0

    @property
    def environment(self) -> dict[str, str]:
        return {"OWC_DATABASE_URL": self.database_url, "OWC_REDIS_URL": "redis://127.0.0.1:1/0"}

    async def tell(self, *facts: tuple[Contract, str]) -> None:
        """Deliver events as the ledger's worker would."""
        books = Books(Database(self.database_url, pool_max=2), UTC, _RULE)
        await books.open()
        try:
            for fact, aggregate_id in facts:
                self.sequence += 1
                event: Event[Any] = Event(
                    id=uuid4(),
                    type=fact.event_type,
                    aggregate_id=aggregate_id,
                    sequence=self.sequence,
                    occurred_at=datetime.now(UTC),
                    data=fact,
                )
                await COMMANDS[type(fact)](books, event)
        finally:
            await books.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def ledger_process(
    make_module_database: Callable[[str], str],
) -> AsyncIterator[LedgerProcess]:
    """The real ledger, with a priced model `m` and a free model `free`."""
    made = LedgerProcess("", make_module_database("ledger"))
    policy = UnknownModelPolicyChanged(policy="refuse", prices={}, version_id="none")
    await made.tell((policy, "policy"))
    for model_id, prices in (("m", PRICES), ("free", {})):
        price = PricePublished(
            model_id=model_id,
            name=model_id,
            version_id=str(uuid4()),
            effective_from=datetime(2020, 1, 1, tzinfo=UTC),
            prices=prices,
            is_free=not prices,
            is_restricted=False,
            is_available=True,
        )
        await made.tell((price, model_id))
    async with running("ledger_service", made.environment) as process:
        made.url = process.url
        yield made


@dataclass(slots=True)
class Purse:
    """A user's account as the ledger shows it."""

    user: str
    ledger: LedgerProcess
    http: httpx.AsyncClient

    async def account(self) -> Any:
        answer = await self.http.get(f"/api/credits/user/{self.user}")
        return codec.decode(answer.content)

    async def balance(self) -> Decimal:
        return Decimal((await self.account())["credits"])

    async def charges(self) -> list[Any]:
        answer = await self.http.get(f"/api/credits/user/{self.user}/transactions")
        rows = codec.decode(answer.content)["transactions"]
        return [row for row in rows if row.get("model_id")]

    async def settled(self, charges: int = 1, within: float = 5) -> Any:
        """Wait for so many charges and for the last reservation to end; the newest charge."""

        async def over() -> bool:
            account = await self.account()
            free = account["credits"] == account["available"]
            return free and len(await self.charges()) >= charges

        await eventually(over, within=within)
        rows = await self.charges()
        assert len(rows) == charges
        return rows[0] if rows else None

    async def give(self, amount: str) -> None:
        body = {"user_id": self.user, "amount": Decimal(amount), "reason": "test"}
        headers = {"content-type": "application/json", "idempotency-key": str(uuid4())}
        content = codec.encode(body)
        answer = await self.http.post("/api/credits/grants", content=content, headers=headers)
        assert answer.is_success, answer.text

    async def holds(self) -> list[Any]:
        statement = "SELECT * FROM hold WHERE account_id = $1 ORDER BY expires_at"
        async with asyncpg.create_pool(self.ledger.database_url, min_size=1) as pool:
            return list(await pool.fetch(statement, self.user))


@pytest.fixture
async def purse(ledger_process: LedgerProcess) -> AsyncIterator[Purse]:
    """A new user with 10 credits."""
    user = f"user-{uuid4()}"
    known = UserChanged(user_id=user, name=user, email="", role="user", status="active")
    await ledger_process.tell((known, user))
    headers = identity_headers("admin", name="tester", scopes={"owner"})
    async with httpx.AsyncClient(
        base_url=ledger_process.url, headers=headers, trust_env=False
    ) as http:
        made = Purse(user, ledger_process, http)
        await made.give("10")
        yield made


@pytest.fixture
async def provider(services: dict[str, Any]) -> AsyncIterator[ModelProvider]:
    service = type(services["ledger"])()
    await service.start()
    yield ModelProvider(service)
    service.server.close()


@dataclass(slots=True)
class Chat:
    """A gateway with the metering door open, as Open WebUI calls it for one user."""

    gateway: Any
    user: str

    def headers(self, **more: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {KEY}", "X-OpenWebUI-User-Id": self.user, **more}

    async def post(self, path: str = "chat/completions", **fields: Any) -> httpx.Response:
        body = {"model": "m", "messages": [{"role": "user", "content": "How are you?"}], **fields}
        reply: httpx.Response = await self.gateway.http.post(
            f"/v1/{path}", json=body, headers=self.headers()
        )
        return reply


@pytest.fixture
async def open_door(
    start: Callable[..., Awaitable[Any]], purse: Purse, provider: ModelProvider
) -> Callable[..., Awaitable[Chat]]:
    async def begin(**more: Any) -> Chat:
        settings = {
            "ledger_url": purse.ledger.url,
            "provider_url": f"{provider.service.url}/v1",
            **more,
        }
        gateway = await start(provider_api_key="sk-of-the-provider", **settings)
        return Chat(gateway, purse.user)

    return begin


@pytest.fixture
async def chat(open_door: Callable[..., Awaitable[Chat]]) -> Chat:
    return await open_door()
