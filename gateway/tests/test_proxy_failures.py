"""What a caller hears when a service is away, slow, broken, or not to be understood."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from gateway.clients.http1 import pool

from shared.testing import eventually, running

pytestmark = pytest.mark.usefixtures("way")
KEY = {"X-API-Key": "bootstrap-key-of-the-tests"}
USER = "/api/credits/user/u1"
DEDUCT = "/api/credits/deduct-tokens"
SETTLE = "/api/credits/holds/h1/settle"


def _answer(body: bytes, status: str = "200 OK", headers: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{headers}\r\n"
    return head.encode() + body


async def test_a_service_that_is_away_is_503_with_retry_after(start: Any) -> None:
    gateway = await start(ledger_url="http://127.0.0.1:9")
    reply = await gateway.http.get(USER, headers=KEY)
    assert reply.status_code == 503
    assert reply.json()["type"] == "urn:owc:problem:upstream-away"
    assert int(reply.headers["retry-after"]) >= 1
    assert "127.0.0.1" not in reply.text


async def test_a_slow_service_is_504(start: Any, ledger: Any) -> None:
    gateway = await start(first_byte_timeout_s=0.2)

    async def play(_: Any, reader: asyncio.StreamReader, __: Any) -> None:
        await reader.read()

    ledger.play = play
    reply = await gateway.http.get(USER, headers=KEY)
    assert reply.status_code == 504
    assert reply.json()["type"] == "urn:owc:problem:upstream-timeout"
    ledger.play = None
    assert (await gateway.http.get(USER, headers=KEY)).status_code == 200


async def test_an_answer_that_stops_is_cut_so_that_nobody_takes_it_for_whole(
    start: Any, ledger: Any
) -> None:
    gateway = await start(idle_timeout_s=0.2)

    async def play(_: Any, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n")
        await reader.read()

    ledger.play = play
    with pytest.raises(httpx.RemoteProtocolError):
        await gateway.http.get(USER, headers=KEY)


async def _half(_: Any, __: Any, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
    await writer.drain()
    writer.close()


async def test_an_answer_that_breaks_off_is_cut_as_well(gateway: Any, ledger: Any) -> None:
    ledger.play = _half
    with pytest.raises(httpx.RemoteProtocolError):
        await gateway.http.get(USER, headers=KEY)


async def test_the_log_tells_once_of_an_answer_that_breaks_off(
    module_database: str, ledger: Any
) -> None:
    env = {
        "OWC_DATABASE_URL": module_database,
        "OWC_REDIS_URL": "redis://127.0.0.1:1/0",
        "OWC_SECRET_KEY": "tests-0123456789-0123456789-0123456789",
        "OWC_CREDITS_API_KEY": KEY["X-API-Key"],
        "OWC_LEDGER_URL": ledger.url,
    }
    ledger.play = _half
    async with running("gateway", env) as process, httpx.AsyncClient(base_url=process.url) as http:
        with pytest.raises(httpx.RemoteProtocolError):
            await http.get(USER, headers=KEY)

        def events() -> list[str]:
            return [json.loads(line)["event"] for line in process.output().splitlines()]

        await eventually(lambda: events()[-2:] == ["answer_cut", "request"])
        process.terminate()
        assert events()[-2:] == ["answer_cut", "request"]


def _dies_once(ledger: Any) -> None:
    """Close the connection on the second request, as a service that is restarted does."""

    async def play(_: Any, __: Any, writer: asyncio.StreamWriter) -> None:
        if len(ledger.asked) == 2:
            writer.close()
        else:
            writer.write(_answer(b"alive"))

    ledger.play = play


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [
        ("GET", USER, {}),
        ("POST", SETTLE, {}),
        ("POST", DEDUCT, {"Idempotency-Key": "k1"}),
    ],
)
async def test_a_stale_connection_is_replaced_where_asking_twice_is_safe(
    gateway: Any, ledger: Any, method: str, path: str, headers: dict[str, str]
) -> None:
    _dies_once(ledger)
    for _ in range(2):
        reply = await gateway.http.request(
            method, path, content=b"{}" if method == "POST" else None, headers={**KEY, **headers}
        )
        assert reply.content == b"alive"
    assert len(ledger.asked) == 3
    assert ledger.asked[1].body == ledger.asked[2].body


async def test_a_charge_without_a_key_is_never_sent_twice(gateway: Any, ledger: Any) -> None:
    _dies_once(ledger)
    assert (await gateway.http.post(DEDUCT, content=b"{}", headers=KEY)).status_code == 200
    reply = await gateway.http.post(DEDUCT, content=b"{}", headers=KEY)
    assert reply.status_code == 502
    assert "outcome is unknown" in reply.json()["detail"]
    assert len(ledger.asked) == 2


async def test_a_service_that_dies_on_a_fresh_connection_is_503(gateway: Any, ledger: Any) -> None:
    async def play(_: Any, __: Any, writer: asyncio.StreamWriter) -> None:
        writer.close()

    ledger.play = play
    reply = await gateway.http.get(USER, headers=KEY)
    assert reply.status_code == 503
    assert len(ledger.asked) == 2  # on the connection that stood idle, then on a fresh one


NONSENSE = [
    b"not http at all\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
    b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
    b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: 1\r\n" % n for n in range(300)) + b"\r\n",
]


async def test_an_unclear_answer_is_502(gateway: Any, ledger: Any) -> None:
    for nonsense in NONSENSE:
        ledger.replies(nonsense)
        reply = await gateway.http.get(USER, headers=KEY)
        assert reply.status_code == 502, nonsense
        assert reply.json()["type"] == "urn:owc:problem:upstream-nonsense"


async def test_a_second_answer_is_never_given_to_the_next_request(
    gateway: Any, ledger: Any
) -> None:
    ledger.replies(_answer(b"mine") + _answer(b"somebody else's"), _answer(b"also mine"))
    assert (await gateway.http.get(USER, headers=KEY)).content == b"mine"
    assert (await gateway.http.get(USER, headers=KEY)).content == b"also mine"
    assert ledger.connections == 2


@pytest.mark.parametrize("limit", [1024, 100_000])
async def test_a_body_over_the_limit_is_413_before_it_is_read(
    start: Any, ledger: Any, limit: int
) -> None:
    gateway = await start(body_limit_bytes=limit)
    reply = await gateway.raw(
        b"POST /api/credits/deduct-tokens HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n"
        b"X-API-Key: bootstrap-key-of-the-tests\r\n\r\n" % (limit + 1)
    )
    assert reply.startswith(b"HTTP/1.1 413")
    assert not ledger.asked


async def test_a_chunked_body_is_cut_when_it_grows_over_the_limit(start: Any, ledger: Any) -> None:
    gateway = await start(body_limit_bytes=200_000)

    async def body() -> AsyncIterator[bytes]:
        for _ in range(50):
            yield b"x" * 10_000

    reply = await gateway.http.post(DEDUCT, content=body(), headers=KEY)
    assert reply.status_code == 413
    assert len(ledger.asked[0].body) == 0


async def test_a_stalled_upload_is_408(start: Any, ledger: Any) -> None:
    gateway = await start(first_byte_timeout_s=0.3, idle_timeout_s=0.3)
    reply = await gateway.raw(
        b"POST /api/credits/deduct-tokens HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
        b"X-API-Key: bootstrap-key-of-the-tests\r\n\r\n5\r\nfirst\r\n",
        silence_s=2,
    )
    assert reply.startswith(b"HTTP/1.1 408")


async def test_a_service_may_refuse_before_the_body_has_ended(gateway: Any, ledger: Any) -> None:
    ledger.read_bodies = False
    ledger.replies(_answer(b"no", "403 Forbidden"))
    reply = await gateway.raw(
        b"POST /api/credits/deduct-tokens HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
        b"X-API-Key: bootstrap-key-of-the-tests\r\n\r\n5\r\nfirst\r\n"
    )
    assert reply.startswith(b"HTTP/1.1 403")
    assert reply.endswith(b"no")
    ledger.read_bodies = True
    assert (await gateway.http.post(DEDUCT, content=b"{}", headers=KEY)).status_code == 403
    assert ledger.connections == 2


async def test_many_requests_wait_for_a_connection_in_turn(start: Any, ledger: Any) -> None:
    gateway = await start(upstream_connections=1)
    gate = asyncio.Event()

    async def play(_: Any, __: Any, writer: asyncio.StreamWriter) -> None:
        await gate.wait()
        writer.write(_answer(b"ok"))

    ledger.play = play
    tasks = [asyncio.create_task(gateway.http.get(USER, headers=KEY)) for _ in range(5)]
    tasks[1].cancel()
    gate.set()
    replies = await asyncio.gather(*tasks, return_exceptions=True)
    assert sum(isinstance(reply, httpx.Response) for reply in replies) == 4
    assert ledger.connections <= 2


async def test_a_number_beyond_all_bounds_costs_the_service_no_connection(
    gateway: Any, ledger: Any
) -> None:
    ledger.replies(_answer(b"{}", "404 Not Found"))
    body = b'{"idempotency_key": "k", "x": 1e9999999999999999999999}'
    for _ in range(3):
        assert (await gateway.http.post(DEDUCT, content=body, headers=KEY)).status_code == 404
    await gateway.http.get(USER, headers=KEY)
    assert ledger.open == 1


async def test_an_answer_that_ends_its_connection_is_given_once(
    gateway: Any, ledger: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As if the time limits were looked at just then, before the connection is known to be lost.
    monkeypatch.setattr(pool, "_SLOW_S", 0)
    finish = pool.Upstream.finish

    def finish_and_look(upstream: pool.Upstream, connection: Any) -> None:
        finish(upstream, connection)
        upstream._sweep()

    monkeypatch.setattr(pool.Upstream, "finish", finish_and_look)
    ledger.replies(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
    reply = await gateway.raw(
        b"GET /api/credits/user/u1 HTTP/1.1\r\nHost: x\r\n"
        b"X-API-Key: bootstrap-key-of-the-tests\r\n\r\n"
    )
    assert reply.count(b"HTTP/1.1") == 1
