"""Somebody who has just signed up in Open WebUI can chat at once."""

import asyncio
import json
from typing import Any

import pytest

from shared.testing import eventually

pytestmark = pytest.mark.usefixtures("way")
KEY = {"X-API-Key": "bootstrap-key-of-the-tests"}
USER = "/api/credits/user/newcomer"


def _json(status: str, **body: Any) -> bytes:
    content = json.dumps(body).encode()
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(content)}\r\n\r\n"
    return head.encode() + content


UNKNOWN = _json("404 Not Found", detail="User not found", type="urn:owc:problem:unknown-account")
FOUND = _json("200 OK", id="newcomer", credits=5.0)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", USER, None),
        ("POST", "/api/credits/holds", {"user_id": "newcomer", "model_id": "m"}),
        ("POST", "/api/credits/deduct-tokens", {"user_id": "newcomer", "model_id": "m"}),
    ],
)
async def test_an_unknown_user_is_looked_up_and_asked_for_again(
    gateway: Any, services: Any, method: str, path: str, body: Any
) -> None:
    services["ledger"].replies(UNKNOWN, UNKNOWN, FOUND)
    headers = {**KEY, "Idempotency-Key": "k1"}
    reply = await gateway.http.request(method, path, json=body, headers=headers)
    assert (reply.status_code, reply.json()["credits"]) == (200, 5.0)
    asked = services["sync"].asked
    assert [a.target for a in asked] == ["/internal/sync/users/newcomer"]
    assert asked[0].method == "POST"
    assert asked[0].principal().kind == "service"
    bodies = {a.body for a in services["ledger"].asked}
    assert len(bodies) == 1
    assert {a.header("idempotency-key") for a in services["ledger"].asked} == {"k1"}


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [("GET", "balance", None), ("PUT", "cap", {"per": "day", "cap": 1})],
)
async def test_a_newcomer_who_asks_for_the_own_account_is_looked_up_by_the_session(
    gateway: Any, services: Any, method: str, path: str, body: Any
) -> None:
    services["openwebui"].replies(_json("200 OK", id="newcomer", name="New", role="user"))
    services["ledger"].replies(UNKNOWN, FOUND)
    headers = {"Cookie": "token=session"}
    reply = await gateway.http.request(method, f"/api/me/{path}", json=body, headers=headers)
    assert reply.status_code == 200
    assert [a.target for a in services["sync"].asked] == ["/internal/sync/users/newcomer"]
    principals = {a.principal().id for a in services["ledger"].asked}
    assert principals == {"newcomer"}


async def test_a_user_whom_open_webui_does_not_know_stays_unknown(
    gateway: Any, services: Any
) -> None:
    services["ledger"].replies(UNKNOWN)
    services["sync"].replies(_json("404 Not Found", detail="no"))
    for _ in range(3):
        reply = await gateway.http.get(USER, headers=KEY)
        assert (reply.status_code, reply.json()["detail"]) == (404, "User not found")
    assert len(services["sync"].asked) == 1


async def test_a_sync_that_is_away_leaves_the_404(start: Any, services: Any) -> None:
    gateway = await start(sync_url="http://127.0.0.1:9")
    services["ledger"].replies(UNKNOWN)
    reply = await gateway.http.get(USER, headers=KEY)
    assert (reply.status_code, reply.json()["detail"]) == (404, "User not found")


async def test_another_404_is_passed_at_once(gateway: Any, services: Any) -> None:
    services["ledger"].replies(
        _json("404 Not Found", detail="Model pricing not found", type="urn:owc:problem:no-price")
    )
    reply = await gateway.http.get(USER, headers=KEY)
    assert reply.json()["detail"] == "Model pricing not found"
    assert not services["sync"].asked


async def test_an_account_that_never_appears_is_404_after_two_seconds(
    gateway: Any, services: Any
) -> None:
    services["ledger"].replies(UNKNOWN)
    loop = asyncio.get_running_loop()
    began = loop.time()
    reply = await gateway.http.get(USER, headers=KEY)
    assert reply.status_code == 404
    assert 1.5 < loop.time() - began < 3.5


async def test_many_requests_of_one_newcomer_ask_once(gateway: Any, services: Any) -> None:
    looked_up = asyncio.Event()

    async def ledger(_: Any, __: Any, writer: asyncio.StreamWriter) -> None:
        writer.write(FOUND if looked_up.is_set() else UNKNOWN)

    async def sync(_: Any, __: Any, writer: asyncio.StreamWriter) -> None:
        await eventually(lambda: len(services["ledger"].asked) == 20)
        looked_up.set()
        writer.write(_json("200 OK", user_id="newcomer"))

    services["ledger"].play, services["sync"].play = ledger, sync
    replies = await asyncio.gather(*(gateway.http.get(USER, headers=KEY) for _ in range(20)))
    assert {reply.status_code for reply in replies} == {200}
    assert len(services["sync"].asked) == 1


async def test_an_odd_user_id_cannot_reach_another_address_of_sync(
    gateway: Any, services: Any
) -> None:
    services["ledger"].replies(UNKNOWN)
    services["sync"].replies(_json("404 Not Found"))
    body = {"user_id": "../../api/sync/runs?x#y", "model_id": "m"}
    await gateway.http.post("/api/credits/holds", json=body, headers=KEY)
    assert services["sync"].asked[0].target == (
        "/internal/sync/users/..%2F..%2Fapi%2Fsync%2Fruns%3Fx%23y"
    )
