"""The same connections through httpx, and the pool by itself."""

import asyncio
from typing import Any

import httpx
import pytest
from gateway.clients.http1.errors import UpstreamAway
from gateway.clients.http1.pool import Limits, Request, Upstream
from gateway.clients.http1.transport import Http1Transport

from shared.testing import eventually

GET = b"GET / HTTP/1.1\r\nhost: x\r\n\r\n"


async def test_httpx_speaks_through_the_pool(ledger: Any) -> None:
    ledger.replies(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-A: b\r\n\r\nok")
    upstream = Upstream(ledger.url, Limits())
    transport = Http1Transport(upstream)
    async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
        for _ in range(3):
            reply = await client.post("/x?y=1", json={"a": 1})
            assert (reply.text, reply.headers["x-a"]) == ("ok", "b")
    assert (ledger.connections, ledger.asked[-1].body) == (1, b'{"a":1}')
    assert ledger.asked[-1].target == "/x?y=1"
    upstream.close()


async def test_httpx_hears_its_own_errors() -> None:
    upstream = Upstream("http://127.0.0.1:9", Limits())
    async with httpx.AsyncClient(transport=Http1Transport(upstream)) as client:
        with pytest.raises(httpx.ConnectError):
            await client.get("http://service/")


async def test_a_stopped_wait_takes_no_connection_with_it(ledger: Any) -> None:
    upstream = Upstream(ledger.url, Limits(connections=1))
    held = await upstream.exchange(Request(head=GET))
    waiting = [asyncio.ensure_future(upstream.exchange(Request(head=GET))) for _ in range(3)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    await held.chunk()
    upstream.finish(held)
    second = await waiting[1]
    await second.chunk()
    upstream.finish(second)
    third = await asyncio.wait_for(waiting[2], 2)
    assert third is second is held
    upstream.close()


async def test_a_wait_ends_when_nothing_comes_free(ledger: Any) -> None:
    upstream = Upstream(ledger.url, Limits(connections=1, first_byte_s=0.1))
    held = await upstream.exchange(Request(head=GET))
    with pytest.raises(UpstreamAway):
        await upstream.exchange(Request(head=GET))
    await held.chunk()
    upstream.finish(held)
    again = await upstream.exchange(Request(head=GET))
    assert again.status == 200
    upstream.close()
    await eventually(lambda: ledger.open == 0)


async def test_a_connection_that_died_while_idle_is_not_taken(ledger: Any) -> None:
    upstream = Upstream(ledger.url, Limits())
    ledger.replies(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n")
    first = await upstream.exchange(Request(head=GET))
    upstream.finish(first)
    assert first.transport is not None
    first.transport.abort()
    second = await upstream.exchange(Request(head=GET))
    assert second is not first
    upstream.close()


async def test_what_a_slow_reader_does_not_take_is_not_read_from_the_service(ledger: Any) -> None:
    sent = 0

    async def play(_: Any, __: Any, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n")
        for _ in range(1000):
            writer.write(b"x" * 100_000)
            await writer.drain()
            sent += 100_000

    ledger.play = play
    upstream = Upstream(ledger.url, Limits())
    connection = await upstream.exchange(Request(head=GET))
    before = -1
    while before != sent:
        before = sent
        await asyncio.sleep(0.05)
    assert sent < 20_000_000
    taken = 0
    while part := await connection.chunk():
        taken += len(part)
    assert taken == 100_000_000
    upstream.finish(connection)
    upstream.close()
