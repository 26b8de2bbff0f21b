"""Users of Open WebUI are known by their session there, which Open WebUI is asked about."""

import asyncio
import json
from typing import Any

import pytest

ME = "/api/v1/billing/me"


def _open_webui(services: Any, **users: dict[str, str]) -> None:
    """Play Open WebUI: a session is valid if its token is the name of a user here."""

    async def play(asked: Any, _: Any, writer: asyncio.StreamWriter) -> None:
        token = (asked.header("authorization") or "").removeprefix("Bearer ")
        found = users.get(token)
        body = json.dumps(found or {"detail": "Not authenticated"}).encode()
        status = "200 OK" if found else "401 Unauthorized"
        writer.write(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)

    services["openwebui"].play = play


STUDENT = {"id": "u1", "name": "Demo Student", "email": "s@example.org", "role": "user"}


@pytest.mark.parametrize(
    "headers", [{"Cookie": "a=b; token=student; c=d"}, {"Authorization": "Bearer student"}]
)
async def test_a_session_of_open_webui_names_the_user(
    gateway: Any, services: Any, headers: dict[str, str]
) -> None:
    _open_webui(services, student=STUDENT)
    for _ in range(3):
        reply = await gateway.http.get(ME, headers=headers)
        assert reply.status_code == 200
    principal = services["billing"].asked[-1].principal()
    assert (principal.kind, principal.id, principal.name) == ("user", "u1", "Demo Student")
    assert (principal.email, principal.scopes) == ("s@example.org", {"user"})
    assert len(services["openwebui"].asked) == 1
    assert services["openwebui"].asked[0].target == "/api/v1/auths/"


async def test_no_session_or_a_wrong_one_is_401(gateway: Any, services: Any) -> None:
    _open_webui(services, student=STUDENT)
    nobody = await gateway.http.get(ME)
    assert (nobody.status_code, nobody.json()["detail"]) == (401, "Not authenticated")
    wrong = await gateway.http.get(ME, headers={"Cookie": "token=other"})
    assert (wrong.status_code, wrong.json()["detail"]) == (401, "Could not validate credentials")


async def test_a_user_is_no_administrator_here(gateway: Any, services: Any) -> None:
    _open_webui(services, boss={**STUDENT, "role": "admin"})
    for headers in ({"Cookie": "token=boss"}, {"Authorization": "Bearer boss"}):
        reply = await gateway.http.get("/api/credits/users", headers=headers)
        assert reply.status_code == 401
    assert (await gateway.http.get(ME, headers={"Cookie": "token=boss"})).status_code == 200
    assert services["billing"].asked[-1].principal().scopes == {"admin"}


async def test_only_a_session_of_open_webui_has_an_own_account(gateway: Any, services: Any) -> None:
    _open_webui(services, student=STUDENT)
    address = "/api/me/balance"
    headers = {"X-API-Key": "bootstrap-key-of-the-tests"}
    for given in (headers, await gateway.bearer(), {}):
        assert (await gateway.http.get(address, headers=given)).status_code == 401
    assert not services["ledger"].asked
    student = {"Cookie": "token=student", "X-OWC-Identity": "forged"}
    assert (await gateway.http.get(address, headers=student)).status_code == 200
    assert services["ledger"].asked[-1].principal().id == "u1"


async def test_an_administrator_of_ours_reaches_billing_too(gateway: Any, services: Any) -> None:
    await gateway.http.get("/api/v1/admin/billing/plans", headers=await gateway.bearer())
    assert services["billing"].asked[-1].principal().kind == "admin"
    assert not services["openwebui"].asked


async def test_open_webui_away_is_503_and_not_a_refusal(start: Any) -> None:
    gateway = await start(openwebui_url="http://127.0.0.1:9")
    reply = await gateway.http.get(ME, headers={"Cookie": "token=student"})
    assert reply.status_code == 503
    assert "retry-after" in reply.headers


async def test_without_an_open_webui_nobody_is_a_user(start: Any) -> None:
    gateway = await start(openwebui_url=None)
    reply = await gateway.http.get(ME, headers={"Cookie": "token=student"})
    assert reply.status_code == 401


async def test_another_site_cannot_use_the_cookie_of_a_visitor(gateway: Any, services: Any) -> None:
    _open_webui(services, student=STUDENT)
    cookie = {"Cookie": "token=student"}
    address = "/api/v1/billing/subscription/cancel"
    foreign = {**cookie, "Origin": "https://evil.example"}
    refused = await gateway.http.post(address, json={}, headers=foreign)
    assert (refused.status_code, refused.json()["type"]) == (403, "urn:owc:problem:foreign-origin")
    own = {**cookie, "Origin": "http://127.0.0.1:8080"}
    assert (await gateway.http.post(address, json={}, headers=own)).status_code == 200


async def test_public_billing_asks_nobody(gateway: Any, services: Any) -> None:
    for method, path in (
        ("GET", "/api/v1/billing/plans/public"),
        ("GET", "/billing/public/pricing-config"),
        ("POST", "/api/v1/billing/webhook/yookassa?token=abc"),
    ):
        reply = await gateway.http.request(method, path, headers={"Cookie": "token=x"})
        assert reply.status_code == 200
    assert not services["openwebui"].asked
    assert services["billing"].asked[-1].target.endswith("?token=abc")
