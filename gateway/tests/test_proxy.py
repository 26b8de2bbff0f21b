"""Requests and answers pass the door whole, streamed, and with nothing forged."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from shared.testing import eventually, identity_headers

pytestmark = pytest.mark.usefixtures("way")
KEY = {"X-API-Key": "bootstrap-key-of-the-tests"}
USER = "/api/credits/user/u1"
DEDUCT = "/api/credits/deduct-tokens"
SETTLE = "/api/credits/holds/h1/settle"


def _answer(body: bytes, status: str = "200 OK", headers: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{headers}\r\n"
    return head.encode() + body


async def test_path_query_body_and_answer_pass_unchanged(gateway: Any, ledger: Any) -> None:
    body = b'{"user_id": "u1",  "amount": 0.10}'
    reply_body = b'{"cost":  0.000000000001}'
    ledger.replies(_answer(reply_body, "201 Created", "X-Own: yes\r\nSet-Cookie: a\r\n"))
    reply = await gateway.http.post(
        DEDUCT + "?a=1&b=%2F+x", content=body, headers={**KEY, "Idempotency-Key": "k1"}
    )
    assert (reply.status_code, reply.content) == (201, reply_body)
    assert reply.headers["x-own"] == "yes"
    asked = ledger.asked[-1]
    assert asked.target == DEDUCT + "?a=1&b=%2F+x"
    assert asked.body == body
    assert asked.header("idempotency-key") == "k1"


async def test_an_encoded_slash_reaches_the_service_as_it_was_sent(
    gateway: Any, services: Any
) -> None:
    await gateway.http.get("/api/credits/model/openai%2Fgpt-5/mini%20x", headers=KEY)
    assert services["pricing"].asked[-1].target == "/api/credits/model/openai%2Fgpt-5/mini%20x"


async def test_a_forged_identity_is_replaced_by_the_real_one(gateway: Any, ledger: Any) -> None:
    forged = identity_headers("admin", id="mallory", scopes={"owner"})
    await gateway.http.get(USER, headers={**KEY, **forged})
    asked = ledger.asked[-1]
    assert [name for name, _ in asked.headers].count("x-owc-identity") == 1
    assert (asked.principal().kind, asked.principal().id) == ("key", "bootstrap")


async def test_a_public_route_carries_no_identity_at_all(gateway: Any, services: Any) -> None:
    forged = identity_headers("admin", id="mallory", scopes={"owner"})
    await gateway.http.get("/api/public/models/pricing", headers={**KEY, **forged})
    names = {name for name, _ in services["pricing"].asked[-1].headers}
    assert "x-owc-identity" not in names


async def test_credentials_and_hop_headers_end_at_the_door(gateway: Any, ledger: Any) -> None:
    sent = {
        **KEY,
        "Authorization": "Bearer something",
        "Cookie": "token=abc",
        "X-Forwarded-User": "root",
        "X-Forwarded-Email": "root@example.org",
        "Remote-User": "root",
        "Connection": "X-Secret, keep-alive",
        "X-Secret": "drop me",
        "Upgrade": "h2c",
        "TE": "trailers",
        "Forwarded": "for=10.0.0.1",
        "X-Kept": "kept",
    }
    await gateway.http.get(USER, headers=sent)
    asked = ledger.asked[-1]
    names = {name for name, _ in asked.headers}
    assert asked.header("x-kept") == "kept"
    assert not names & {"authorization", "cookie", "x-api-key", "x-forwarded-user", "upgrade"}
    assert not names & {"x-forwarded-email", "remote-user", "x-secret", "te", "forwarded"}
    assert "connection" not in names


async def test_the_address_of_the_caller_is_the_last_of_the_chain(
    gateway: Any, ledger: Any, start: Any
) -> None:
    claimed = {**KEY, "X-Forwarded-For": "6.6.6.6, 203.0.113.7"}
    await gateway.http.get(USER, headers=claimed)
    assert ledger.asked[-1].header("x-forwarded-for") == "6.6.6.6, 203.0.113.7"
    strict = await start(trusted_proxies="10.0.0.0/8")
    await strict.http.get(USER, headers=claimed)
    assert ledger.asked[-1].header("x-forwarded-for") == "127.0.0.1"


async def test_the_trace_id_is_the_request_id_of_the_answer(gateway: Any, ledger: Any) -> None:
    trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    reply = await gateway.http.get(USER, headers={**KEY, "traceparent": trace})
    assert reply.headers["x-request-id"] == trace[3:35]
    assert ledger.asked[-1].header("traceparent") == trace
    other = await gateway.http.get(USER, headers={**KEY, "traceparent": "nonsense"})
    assert len(other.headers["x-request-id"]) == 32


async def test_the_first_part_arrives_before_the_last_is_sent(gateway: Any, ledger: Any) -> None:
    seen = asyncio.Event()

    async def play(_: Any, __: Any, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n")
        await writer.drain()
        await asyncio.wait_for(seen.wait(), 5)
        writer.write(b"4\r\nlast\r\n0\r\n\r\n")

    ledger.play = play
    parts = []
    async with gateway.http.stream("GET", USER, headers=KEY) as reply:
        async for part in reply.aiter_raw():
            parts.append(part)
            seen.set()
    assert b"".join(parts) == b"firstlast"
    assert parts[0] == b"first"


async def test_a_streamed_body_reaches_the_service_before_it_is_whole(
    gateway: Any, ledger: Any
) -> None:
    arrived = asyncio.Event()
    ledger.read_bodies = False

    async def play(_: Any, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert await reader.readexactly(10) == b"5\r\nfirst\r\n"
        arrived.set()
        assert await reader.readexactly(14) == b"4\r\nlast\r\n0\r\n\r\n"
        writer.write(_answer(b"done"))

    async def body() -> AsyncIterator[bytes]:
        yield b"first"
        await asyncio.wait_for(arrived.wait(), 5)
        yield b"last"

    ledger.play = play
    reply = await gateway.http.post(DEDUCT, content=body(), headers=KEY)
    assert reply.content == b"done"


async def test_a_large_answer_arrives_whole_at_a_slow_reader(gateway: Any, ledger: Any) -> None:
    body = bytes(range(256)) * 40_000
    ledger.replies(_answer(body))
    digest = hashlib.sha256()
    async with gateway.http.stream("GET", USER, headers=KEY) as reply:
        async for part in reply.aiter_raw():
            digest.update(part)
            await asyncio.sleep(0)
    assert digest.digest() == hashlib.sha256(body).digest()


async def test_a_large_upload_arrives_whole(start: Any, services: Any) -> None:
    gateway = await start()
    owner = await gateway.bearer()
    body = bytes(range(256)) * 30_000
    reply = await gateway.http.post("/api/pricing/import", content=body, headers=owner)
    assert reply.status_code == 200
    assert services["pricing"].asked[-1].body == body
    assert services["pricing"].asked[-1].header("content-length") == str(len(body))


@pytest.mark.parametrize("status", ["204 No Content", "304 Not Modified"])
async def test_answers_without_a_body_end_at_once(gateway: Any, ledger: Any, status: str) -> None:
    ledger.replies(f'HTTP/1.1 {status}\r\nETag: "x"\r\n\r\n'.encode())
    for _ in range(2):
        reply = await gateway.http.get(USER, headers=KEY)
        assert (str(reply.status_code), reply.content) == (status[:3], b"")
        assert reply.headers["etag"] == '"x"'
    assert ledger.connections == 1


async def test_head_answers_with_a_length_and_no_body(gateway: Any, ledger: Any) -> None:
    ledger.replies(_answer(b"x" * 1000))
    reply = await gateway.http.head(USER, headers=KEY)
    assert (reply.headers["content-length"], reply.content) == ("1000", b"")
    # Services know GET alone; the door leaves the body off.
    assert ledger.asked[-1].method == "GET"


async def test_interim_answers_are_passed_over(gateway: Any, ledger: Any) -> None:
    early = b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
    ledger.replies(b"HTTP/1.1 100 Continue\r\n\r\n" + early + _answer(b"real"))
    reply = await gateway.http.get(USER, headers=KEY)
    assert (reply.status_code, reply.content) == (200, b"real")
    assert "link" not in reply.headers


async def test_an_answer_that_ends_with_the_connection_is_passed(gateway: Any, ledger: Any) -> None:
    async def play(_: Any, __: Any, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nuntil the end")
        writer.close()

    ledger.play = play
    reply = await gateway.http.get(USER, headers=KEY)
    assert reply.content == b"until the end"
    assert "connection" not in reply.headers


async def test_a_redirect_never_names_the_service(gateway: Any, ledger: Any) -> None:
    ledger.replies(_answer(b"", "307 Temporary Redirect", f"Location: {ledger.url}/x?y=1\r\n"))
    reply = await gateway.http.get(USER, headers=KEY)
    assert reply.headers["location"] == "/x?y=1"


async def test_connections_are_used_again_and_never_too_many(start: Any, ledger: Any) -> None:
    gateway = await start(upstream_connections=3)
    await asyncio.gather(*(gateway.http.get(USER, headers=KEY) for _ in range(40)))
    assert len(ledger.asked) == 40
    assert ledger.connections <= 3


async def test_unknown_addresses_and_methods_are_refused_at_the_door(
    gateway: Any, services: Any
) -> None:
    for path in ("/internal/sync/users/u1", "/api/credits/u1/more", "//api/credits/users"):
        reply = await gateway.http.get(path, headers=KEY)
        assert (reply.status_code, reply.json()["detail"]) == (404, "Not Found")
    reply = await gateway.http.put(USER, headers=KEY)
    assert (reply.status_code, reply.json()["detail"]) == (405, "Method Not Allowed")
    assert "GET" in reply.headers["allow"]
    assert all(not service.asked for service in services.values())


async def test_every_answer_carries_safe_headers(gateway: Any) -> None:
    for path in ("/health/live", "/nope", "/api/public/models/pricing", "/docs"):
        reply = await gateway.http.get(path)
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert reply.headers["x-frame-options"] == "DENY"
        assert reply.headers["referrer-policy"] == "no-referrer"
        assert "access-control-allow-origin" not in reply.headers


async def test_only_listed_origins_may_call_from_a_browser(start: Any) -> None:
    gateway = await start(cors_origins="https://chat.example.org")
    asked = {"Access-Control-Request-Method": "POST", "Origin": "https://chat.example.org"}
    reply = await gateway.http.options(DEDUCT, headers=asked)
    assert reply.headers["access-control-allow-origin"] == "https://chat.example.org"
    real = await gateway.http.get("/api/public/models/pricing", headers={"Origin": asked["Origin"]})
    assert real.headers["access-control-allow-origin"] == "https://chat.example.org"
    other = await gateway.http.options(DEDUCT, headers={**asked, "Origin": "https://evil.example"})
    assert "access-control-allow-origin" not in other.headers


@pytest.mark.parametrize(("method", "path", "body"), [("GET", USER, b""), ("POST", DEDUCT, b"{}")])
async def test_a_client_that_leaves_ends_the_work_of_the_service(
    gateway: Any, ledger: Any, method: str, path: str, body: bytes
) -> None:
    begun, cancelled = asyncio.Event(), asyncio.Event()

    async def play(_: Any, reader: asyncio.StreamReader, __: Any) -> None:
        begun.set()
        await reader.read()
        cancelled.set()

    ledger.play = play
    asking = gateway.http.request(method, path, content=body, headers=KEY)
    task = asyncio.create_task(asking)
    await asyncio.wait_for(begun.wait(), 5)
    task.cancel()
    await asyncio.wait_for(cancelled.wait(), 2)


async def test_a_client_that_leaves_a_stream_ends_it(gateway: Any, ledger: Any) -> None:
    async def play(_: Any, __: Any, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while not writer.is_closing():
            writer.write(b"5\r\nagain\r\n")
            await writer.drain()
            await asyncio.sleep(0.01)

    ledger.play = play
    async with (
        httpx.AsyncClient(base_url=gateway.url) as client,
        client.stream("GET", USER, headers=KEY) as reply,
    ):
        async for _ in reply.aiter_raw():
            break
    await eventually(lambda: ledger.open == 0, within=3)


async def test_the_state_of_the_reset_is_public_only_where_that_is_wanted(
    start: Any, ledger: Any
) -> None:
    for public, status in ((False, 401), (True, 200)):
        gateway = await start(reset_status_public=public)
        assert (await gateway.http.get("/api/reset/status")).status_code == status
        assert (await gateway.http.post("/api/reset/manual")).status_code == 401
