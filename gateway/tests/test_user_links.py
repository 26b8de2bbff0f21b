"""A link from the chat makes its user known here for an hour, once."""

import json
from datetime import timedelta
from http.cookies import SimpleCookie
from typing import Any

import pytest
from gateway.domain.user_links import LINKS_MAX

from gateway.tests.conftest import KEY
from gateway.tests.played_service import answer, problem
from shared.db import connect

BALANCE = "/api/me/balance"
ACCOUNT = {
    "id": "u1", "name": "Demo Student", "email": "s@example.org", "role": "user",
    "status": "active", "balance": 5.0, "held": 0.0, "credit_line": 0.0, "available": 5.0,
    "lots": [], "limits": [], "next_allowance": None,
}  # fmt: skip


def knows(ledger: Any, **more: Any) -> None:
    ledger.replies(answer(json.dumps({**ACCOUNT, **more}).encode()))


async def issue(gateway: Any, **more: Any) -> Any:
    body = {"user_id": "u1", **more}
    return await gateway.http.post("/api/me/links", json=body, headers={"X-API-Key": KEY})


async def path_of_link(gateway: Any) -> str:
    reply = await issue(gateway)
    assert reply.status_code == 201, reply.text
    url: str = reply.json()["url"]
    assert url.startswith(f"{gateway.url}/me?code=")
    return url.removeprefix(gateway.url)


async def sign_in(gateway: Any, path: str) -> str | None:
    """The session that a browser would keep, None where it got none."""
    reply = await gateway.http.get(path)
    gateway.http.cookies.clear()
    cookie = SimpleCookie(reply.headers.get("set-cookie", "")).get("owc_me")
    return cookie.value if cookie else None


async def test_a_link_signs_its_user_in_for_pages_and_for_the_api(
    gateway: Any, ledger: Any
) -> None:
    knows(ledger)
    reply = await gateway.http.get(await path_of_link(gateway))
    assert (reply.status_code, reply.headers["location"]) == (303, "/me")
    assert "code=" not in reply.headers["location"]
    cookie = reply.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert (await gateway.http.get(BALANCE)).status_code == 200
    principal = ledger.asked[-1].principal()
    assert (principal.kind, principal.id, principal.email) == ("user", "u1", "s@example.org")
    assert principal.scopes == {"user"}


async def test_an_administrator_of_open_webui_is_a_member_by_link(
    gateway: Any, ledger: Any
) -> None:
    knows(ledger, role="admin")
    session = await sign_in(gateway, await path_of_link(gateway))
    await gateway.http.get(BALANCE, headers={"Cookie": f"owc_me={session}"})
    assert ledger.asked[-1].principal().scopes == {"user"}


async def test_a_link_works_once(gateway: Any, ledger: Any) -> None:
    knows(ledger)
    path = await path_of_link(gateway)
    assert await sign_in(gateway, path)
    again = await gateway.http.get(path)
    assert again.status_code == 401
    assert "set-cookie" not in again.headers
    assert again.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("code", ["wrong", "", "%00", "a" * 5000])
async def test_a_wrong_code_opens_nothing(gateway: Any, code: str) -> None:
    reply = await gateway.http.get(f"/me?code={code}")
    assert reply.status_code in (400, 401, 422)
    assert "set-cookie" not in reply.headers


async def test_a_link_is_over_after_five_minutes(gateway: Any, ledger: Any) -> None:
    knows(ledger)
    path = await path_of_link(gateway)
    await _older(gateway, "user_link", "issued_at", timedelta(minutes=5))
    assert await sign_in(gateway, path) is None


async def test_a_session_is_over_after_an_hour(gateway: Any, ledger: Any) -> None:
    knows(ledger)
    session = await sign_in(gateway, await path_of_link(gateway))
    await _older(gateway, "user_session", "created_at", timedelta(hours=1))
    reply = await gateway.http.get(BALANCE, headers={"Cookie": f"owc_me={session}"})
    assert reply.status_code == 401


async def _older(gateway: Any, table: str, begin: str, by: timedelta) -> None:
    connection = await connect(gateway.database_url)
    query = f"UPDATE {table} SET {begin} = {begin} - $1::interval, expires_at = expires_at - $1"
    await connection.execute(query, by)
    await connection.close()


async def test_only_a_key_with_the_scope_issues_links(gateway: Any, ledger: Any) -> None:
    knows(ledger)
    body = {"name": "chat", "scopes": ["credits:read"]}
    made = await gateway.http.post("/api/admin/keys", json=body, headers=await gateway.bearer())
    for headers in ({"X-API-Key": made.json()["key"]}, {}, {"X-API-Key": "wrong"}):
        reply = await gateway.http.post("/api/me/links", json={"user_id": "u1"}, headers=headers)
        assert reply.status_code in (401, 403)
    assert not ledger.asked


@pytest.mark.parametrize("more", [{"role": "pending"}, {"status": "closed"}])
async def test_nobody_without_an_active_account_gets_a_link(
    gateway: Any, ledger: Any, more: dict[str, str]
) -> None:
    knows(ledger, **more)
    assert (await issue(gateway)).status_code == 403


async def test_nobody_whom_the_ledger_does_not_know_gets_a_link(
    gateway: Any, ledger: Any, services: Any
) -> None:
    ledger.replies(problem("unknown-account"))
    services["sync"].replies(problem("unknown-user"))
    assert (await issue(gateway)).status_code == 404


async def test_links_for_one_user_are_rationed(gateway: Any, ledger: Any) -> None:
    knows(ledger)
    replies = [await issue(gateway) for _ in range(LINKS_MAX + 1)]
    assert [reply.status_code for reply in replies] == [201] * LINKS_MAX + [429]
    assert int(replies[-1].headers["retry-after"]) > 0


async def test_signing_out_ends_the_session_everywhere(
    gateway: Any, ledger: Any, services: Any
) -> None:
    knows(ledger)
    services["billing"].replies(answer(b"[]"))
    session = await sign_in(gateway, await path_of_link(gateway))
    headers = {"Cookie": f"owc_me={session}"}
    page = (await gateway.http.get("/me/payments", headers=headers)).text
    assert (await gateway.http.post("/me/leave", headers=headers)).status_code == 403
    token = page.split('name="token" value="')[1].split('"')[0]
    left = await gateway.http.post("/me/leave", headers=headers, data={"token": token})
    assert left.status_code == 200
    assert (await gateway.http.get(BALANCE, headers=headers)).status_code == 401


async def test_a_change_with_the_cookie_must_come_from_this_host(gateway: Any, ledger: Any) -> None:
    knows(ledger)
    session = await sign_in(gateway, await path_of_link(gateway))
    body = {"per": "day", "cap": 1}
    for origin, status in (("https://evil.example", 403), (gateway.url, 200)):
        headers = {"Cookie": f"owc_me={session}", "Origin": origin}
        reply = await gateway.http.put("/api/me/cap", json=body, headers=headers)
        assert reply.status_code == status


async def test_neither_code_nor_session_is_stored(gateway: Any, ledger: Any) -> None:
    knows(ledger)
    path = await path_of_link(gateway)
    session = await sign_in(gateway, path)
    connection = await connect(gateway.database_url)
    rows = await connection.fetch(
        "SELECT l::text FROM user_link l UNION SELECT s::text FROM user_session s"
    )
    await connection.close()
    stored = " ".join(row[0] for row in rows)
    assert session is not None
    assert session not in stored
    assert path.split("code=")[1] not in stored


async def test_a_session_of_open_webui_opens_the_pages_too(
    gateway: Any, ledger: Any, services: Any
) -> None:
    knows(ledger)
    user = {"id": "u2", "name": "Other", "email": "o@example.org", "role": "user"}
    services["openwebui"].replies(answer(json.dumps(user).encode()))
    session = await sign_in(gateway, await path_of_link(gateway))
    for cookies, who in (("token=t", "u2"), (f"token=t; owc_me={session}", "u1")):
        await gateway.http.get(BALANCE, headers={"Cookie": cookies})
        # A link was asked for; the cookie of Open WebUI is there by itself.
        assert ledger.asked[-1].principal().id == who


async def test_the_cookie_is_for_https_alone_where_the_door_is(start: Any, ledger: Any) -> None:
    knows(ledger)
    gateway = await start(public_url="https://credits.example.org/")
    url = (await issue(gateway)).json()["url"]
    assert url.startswith("https://credits.example.org/me?code=")
    reply = await gateway.http.get(url.removeprefix("https://credits.example.org"))
    assert "secure" in reply.headers["set-cookie"].lower()


async def test_an_address_that_is_left_empty_is_that_of_the_request(
    start: Any, ledger: Any
) -> None:
    knows(ledger)
    gateway = await start(public_url="", openwebui_public_url="")
    assert (await issue(gateway)).json()["url"].startswith(gateway.url)
