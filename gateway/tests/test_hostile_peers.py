"""Peers that send without end or hardly at all, or read nothing, are sent away."""

import asyncio
import contextlib
import json
from functools import partial
from typing import Any

import pytest

from shared.testing import eventually

pytestmark = pytest.mark.usefixtures("way")
KEY = b"X-API-Key: bootstrap-key-of-the-tests\r\n"
GET = b"GET /api/credits/user/u1 HTTP/1.1\r\nHost: x\r\n" + KEY
POST = b"POST /api/credits/deduct-tokens HTTP/1.1\r\nHost: x\r\n" + KEY
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"
LOGIN = b"POST /auth/login HTTP/1.1\r\nHost: x\r\n" + FORM
CHUNKED = b"Transfer-Encoding: chunked\r\n\r\n"


async def _connect(gateway: Any) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    host, port = gateway.url.removeprefix("http://").split(":")
    return await asyncio.open_connection(host, int(port))


async def _until_refused(gateway: Any, begun: bytes, piece: bytes) -> tuple[int, bytes]:
    """What was taken until the end, and the answers, of a peer that sends `piece` for ever."""
    reader, writer = await _connect(gateway)
    answers = asyncio.create_task(reader.read())
    writer.write(begun)
    sent = 0
    with contextlib.suppress(ConnectionError):
        while not answers.done() and sent < 10_000_000:
            writer.write(piece)
            await writer.drain()
            sent += len(piece)
            await asyncio.sleep(0.001)
    writer.transport.abort()
    with contextlib.suppress(ConnectionError):
        return sent, await answers
    return sent, b""


@pytest.mark.parametrize("piece", [b"y" * 1000 + b"\r\nX-More: ", b"z" * 1000])
async def test_a_head_without_end_is_refused(gateway: Any, ledger: Any, piece: bytes) -> None:
    sent, answer = await _until_refused(gateway, GET + b"X-Long: ", piece)
    assert sent < 1_000_000
    assert answer[:12] in {b"", b"HTTP/1.1 431"}
    assert not ledger.asked


@pytest.mark.parametrize(
    "begun", [b"5;", b"1\r\na\r\n0\r\nX-Trailer: "], ids=["chunk extension", "trailer"]
)
@pytest.mark.parametrize("head", [LOGIN, POST], ids=["own", "passed on"])
async def test_framing_without_end_is_refused(gateway: Any, head: bytes, begun: bytes) -> None:
    # A route of ours that reads headers alone has perhaps answered before.
    sent, _ = await _until_refused(gateway, head + CHUNKED + begun, b"y" * 1000)
    assert sent < 1_000_000


async def test_a_body_in_chunks_of_one_byte_is_no_attack(gateway: Any, ledger: Any) -> None:
    reader, writer = await _connect(gateway)
    writer.write(POST + CHUNKED)
    for _ in range(100):
        writer.write(b"1\r\na\r\n" * 1000)
        await writer.drain()
        await asyncio.sleep(0)
    writer.write(b"0\r\n\r\n")
    assert (await reader.read(64)).startswith(b"HTTP/1.1 200")
    writer.close()
    assert ledger.asked[0].body == b"a" * 100_000


async def test_a_connection_too_many_is_refused_and_the_others_are_served(gateway: Any) -> None:
    ask = GET + b"\r\n"
    reader, writer = await _connect(gateway)

    async def served() -> bool:
        writer.write(ask)
        return (await reader.read(1024)).startswith(b"HTTP/1.1 200")

    assert await served()
    gateway.bounds.connections = 1
    refused = (await gateway.raw(ask, silence_s=5)).lower()
    assert refused.startswith(b"http/1.1 503")
    assert b"retry-after: 1\r\n" in refused
    assert b"connection: close\r\n" in refused
    head, _, body = refused.partition(b"\r\n\r\n")
    assert b"x-request-id: %b\r\n" % json.loads(body)["trace_id"].encode() in head
    alive = b"GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n"
    assert (await gateway.raw(alive, silence_s=5)).startswith(b"HTTP/1.1 200")
    assert await served()
    writer.close()


async def test_a_head_that_takes_too_long_is_refused(gateway: Any) -> None:
    gateway.bounds.head_s = 0.2
    for begun in (b"", b"GET / HT", GET):
        assert (await gateway.raw(begun, silence_s=2)).startswith(b"HTTP/1.1 408")
    # The first answer must be there before the second head is late.
    gateway.bounds.head_s = 2
    kept = await gateway.raw(GET + b"\r\n" + GET, silence_s=6)
    assert kept.startswith(b"HTTP/1.1 200")
    assert b"HTTP/1.1 408" in kept


@pytest.mark.parametrize("head", [LOGIN, POST], ids=["own", "passed on"])
async def test_a_body_that_takes_too_long_is_refused(gateway: Any, head: bytes) -> None:
    gateway.bounds.body_s = 0.2
    reply = await gateway.raw(head + b"Content-Length: 100\r\n\r\nusername=a", silence_s=3)
    assert reply.startswith(b"HTTP/1.1 408")
    reader, writer = await _connect(gateway)
    writer.write(head + b"Content-Length: 100000\r\n\r\n")
    with contextlib.suppress(ConnectionError):
        while not reader.at_eof():
            writer.write(b"a")  # a drop now and then is no body
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(reader.read(1024), 0.05)
    writer.close()


async def test_a_body_that_comes_steadily_may_take_its_time(gateway: Any, ledger: Any) -> None:
    gateway.bounds.body_s = 0.2
    gateway.bounds.body_bytes = 1
    reader, writer = await _connect(gateway)
    writer.write(POST + b"Content-Length: 12\r\n\r\n")
    for _ in range(12):
        writer.write(b"a")
        await asyncio.sleep(0.05)
    assert (await reader.read(64)).startswith(b"HTTP/1.1 200")
    writer.close()
    assert ledger.asked[0].body == b"a" * 12


async def test_who_reads_nothing_gives_the_service_its_connection_back(
    gateway: Any, ledger: Any
) -> None:
    gateway.bounds.reader_s = 0.2
    size = 50_000_000
    ledger.replies(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % size + b"x" * size)
    _, writer = await _connect(gateway)
    writer.transport.pause_reading()  # type: ignore[attr-defined]
    writer.write(GET + b"\r\n")
    await eventually(lambda: bool(ledger.asked))
    await eventually(lambda: ledger.open == 0, 10)
    writer.transport.abort()


def _more_than(asked: list[Any], before: int) -> bool:
    return len(asked) > before


async def test_who_reads_nothing_gets_no_more_answers(gateway: Any, ledger: Any) -> None:
    size = 30_000
    ledger.replies(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % size + b"x" * size)
    _, writer = await _connect(gateway)
    writer.transport.pause_reading()  # type: ignore[attr-defined]
    with contextlib.suppress(AssertionError):
        while len(ledger.asked) * size < 60_000_000:
            before = len(ledger.asked)
            writer.write(GET + b"\r\n")
            await eventually(partial(_more_than, ledger.asked, before), 0.5)
    # What the sockets of both sides hold, and no more.
    assert len(ledger.asked) * size < 20_000_000
    writer.transport.abort()
