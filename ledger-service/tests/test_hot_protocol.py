"""Hot routes over a real connection: what a client may do with HTTP/1.1 around a charge."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from decimal import Decimal
from typing import Any

import pytest
import pytest_asyncio

from shared.db import connect
from shared.testing.identity import identity_headers
from shared.testing.processes import RunningProcess, running

PATH = "/api/credits/deduct-tokens"
CHARGE = {"user_id": "u", "model_id": "m", "prompt_tokens": 10, "completion_tokens": 0}
COST = Decimal("0.01")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def ledger(make_module_database: Callable[[str], str]) -> AsyncIterator[RunningProcess]:
    url = make_module_database("ledger")
    connection = await connect(url)
    await connection.execute(
        "INSERT INTO account (account_id, lots_due_at) VALUES ('u', 'infinity')"
    )
    await connection.execute(
        "INSERT INTO unknown_model_policy (policy, prices, version_id, event_sequence) "
        "VALUES ('default', '{\"input\": 0.001}', 'v', 1)"
    )
    await connection.execute("UPDATE price_book SET revision = revision + 1")
    await connection.close()
    env = {"OWC_DATABASE_URL": url, "OWC_REDIS_URL": "redis://127.0.0.1:1"}
    async with running("ledger_service", env) as process:
        yield process


class Wire:
    """One connection, spoken byte by byte."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    def send(self, data: bytes) -> None:
        self.writer.write(data)

    async def answer(self) -> tuple[int, dict[str, str], Any]:
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in head[1:] if line)
        body = await self.reader.readexactly(int(headers["content-length"]))
        return int(head[0].split()[1]), headers, json.loads(body, parse_float=Decimal)

    async def charge(self) -> Decimal:
        """The balance after a charge of COST."""
        self.send(request())
        balance: Decimal = (await self.answer())[2]["new_balance"]
        return balance

    async def closed(self) -> bool:
        return await self.reader.read() == b""


@asynccontextmanager
async def connected(ledger: RunningProcess) -> AsyncIterator[Wire]:
    port = int(ledger.url.rsplit(":", 1)[1])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield Wire(reader, writer)
    finally:
        writer.close()


def request(
    body: bytes | None = None, *, path: str = PATH, version: str = "1.1", **extra: str
) -> bytes:
    body = json.dumps(CHARGE).encode() if body is None else body
    headers = {"host": "ledger", "content-length": str(len(body)), **identity_headers("key")}
    headers |= {name.replace("_", "-"): value for name, value in extra.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"POST {path} HTTP/{version}\r\n{lines}\r\n".encode() + body


async def test_one_connection_charges_again_and_again(ledger: RunningProcess) -> None:
    async with connected(ledger) as wire:
        before = await wire.charge()
        for n in (1, 2, 3):
            wire.send(request())
            status, headers, body = await wire.answer()
            assert (status, body["new_balance"]) == (200, before - n * COST)
            assert headers["x-request-id"]


async def test_requests_sent_without_waiting_are_answered_in_order(ledger: RunningProcess) -> None:
    async with connected(ledger) as wire:
        wire.send(request() + request(b"{}") + request() + b"GET /health/live HTTP/1.1\r\n\r\n")
        answers = [await wire.answer() for _ in range(4)]
        assert [status for status, _, _ in answers] == [200, 422, 200, 200]
        assert answers[2][2]["new_balance"] == answers[0][2]["new_balance"] - COST
        assert answers[3][2] == {"status": "alive"}


async def test_a_request_may_come_in_pieces(ledger: RunningProcess) -> None:
    whole = request()
    async with connected(ledger) as wire:
        for start in range(0, len(whole), 40):
            wire.send(whole[start : start + 40])
            await wire.writer.drain()
        assert (await wire.answer())[0] == 200


async def test_a_body_without_a_length_is_read_to_its_end(ledger: RunningProcess) -> None:
    body = json.dumps(CHARGE).encode()
    head = request(b"", transfer_encoding="chunked").replace(b"content-length: 0\r\n", b"")
    pieces = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:9], body[9:]))
    async with connected(ledger) as wire:
        wire.send(head + pieces + b"0\r\n\r\n")
        assert (await wire.answer())[0] == 200


async def test_a_client_may_ask_before_it_sends_the_body(ledger: RunningProcess) -> None:
    body = json.dumps(CHARGE).encode()
    async with connected(ledger) as wire:
        wire.send(request(b"", expect="100-continue", content_length=str(len(body))))
        assert b"100 Continue" in await wire.reader.readuntil(b"\r\n\r\n")
        wire.send(body)
        assert (await wire.answer())[0] == 200


@pytest.mark.parametrize("sent", [request(connection="close"), request(version="1.0")])
async def test_a_client_that_wants_no_more_is_left(ledger: RunningProcess, sent: bytes) -> None:
    async with connected(ledger) as wire:
        wire.send(sent)
        status, headers, _ = await wire.answer()
        assert (status, headers["connection"]) == (200, "close")
        assert await wire.closed()


async def test_a_body_over_the_limit_is_refused_and_the_connection_ended(
    ledger: RunningProcess,
) -> None:
    async with connected(ledger) as wire:
        wire.send(request(b" " * 3_000_000))
        status, headers, _ = await wire.answer()
        assert (status, headers["connection"]) == (413, "close")


async def test_a_charge_whose_client_has_gone_is_posted_once(ledger: RunningProcess) -> None:
    whole = request(idempotency_key="left")
    async with connected(ledger) as wire:
        before = await wire.charge()
        wire.send(whole)
        await wire.writer.drain()
    async with connected(ledger) as wire:
        wire.send(whole)
        status, _, body = await wire.answer()
        assert (status, body["new_balance"]) == (200, before - COST)


@pytest.mark.parametrize(
    ("path", "status"),
    [(PATH + "?x=1", 200), (PATH.replace("deduct", "%64educt"), 200), (PATH + "/", 404)],
)
async def test_an_address_is_read_as_everywhere_else(
    ledger: RunningProcess, path: str, status: int
) -> None:
    async with connected(ledger) as wire:
        wire.send(request(path=path))
        assert (await wire.answer())[0] == status


async def test_a_client_that_breaks_off_costs_nobody_else_an_answer(
    ledger: RunningProcess,
) -> None:
    async with connected(ledger) as first, connected(ledger) as second, connected(ledger) as third:
        for _ in range(20):
            async with connected(ledger) as rude:
                first.send(request())  # what comes while it is posted is posted together
                rude.send(request() + request() + b"this is no HTTP\r\n\r\n")
                second.send(request())
                third.send(request())
                for wire in (first, second, third):
                    assert (await asyncio.wait_for(wire.answer(), 10))[0] == 200
