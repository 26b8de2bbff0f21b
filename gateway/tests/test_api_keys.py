"""API keys: issued once, scoped, rotated with an overlap, and gone within a second everywhere."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from gateway.api import authenticate

from shared.db import connect
from shared.testing import eventually, running

KEYS = "/api/admin/keys"
USER = "/api/credits/user/u1"
BOOTSTRAP = "bootstrap-key-of-the-tests"


async def _issue(gateway: Any, owner: dict[str, str], **more: Any) -> Any:
    body = {"name": "functions", "scopes": ["credits:read", "credits:charge"], **more}
    reply = await gateway.http.post(KEYS, json=body, headers=owner)
    assert reply.status_code == 201, reply.text
    return reply.json()


async def _status(client: httpx.AsyncClient, key: str, path: str = USER) -> int:
    return (await client.get(path, headers={"X-API-Key": key})).status_code


async def test_a_key_opens_what_its_scopes_say(gateway: Any) -> None:
    owner = await gateway.bearer()
    key = (await _issue(gateway, owner, scopes=["credits:read"]))["key"]
    assert await _status(gateway.http, key) == 200
    refused = await gateway.http.post(
        "/api/credits/deduct-tokens", json={}, headers={"X-API-Key": key}
    )
    assert (refused.status_code, refused.json()["detail"]) == (403, "Not enough permissions")
    assert await _status(gateway.http, key, "/api/credits/model/gpt") == 403


async def test_a_key_is_also_taken_as_a_bearer_token(gateway: Any, ledger: Any) -> None:
    issued = await _issue(gateway, await gateway.bearer())
    reply = await gateway.http.get(USER, headers={"Authorization": f"Bearer {issued['key']}"})
    assert reply.status_code == 200
    principal = ledger.asked[-1].principal()
    assert (principal.kind, principal.id, principal.name) == ("key", issued["id"], "functions")
    assert principal.scopes == {"credits:read", "credits:charge"}


async def test_the_bootstrap_key_has_every_scope(gateway: Any, ledger: Any) -> None:
    for path in (USER, "/api/credits/model/openai/gpt-5"):
        assert await _status(gateway.http, BOOTSTRAP, path) == 200
    assert ledger.asked[-1].principal().id == "bootstrap"


@pytest.mark.parametrize("key", [None, "", "wrong", "owc_abc.def", "owc_aaaaaaaaaaaa.x", "ключ"])
async def test_any_other_key_is_refused_in_the_same_words(gateway: Any, key: str | None) -> None:
    headers = {} if key is None else {"X-API-Key": key.encode()}
    reply = await gateway.http.get(USER, headers=headers)
    assert (reply.status_code, reply.json()["detail"]) == (401, "Invalid or missing API key")


async def test_the_secret_is_shown_once_and_stored_nowhere(gateway: Any) -> None:
    owner = await gateway.bearer()
    issued = await _issue(gateway, owner)
    secret = issued["key"].partition(".")[2]
    listed = await gateway.http.get(KEYS, headers=owner)
    assert secret not in listed.text
    connection = await connect(gateway.database_url)
    for table in ("api_key", "audit_entry"):
        rows = await connection.fetch(f"SELECT t::text AS row FROM {table} t")
        assert all(secret not in row["row"] for row in rows)
    await connection.close()


@pytest.mark.parametrize(
    "body",
    [
        '{"name": "\\u0000", "scopes": []}'.encode("utf-16"),
        b'{"name": "\xed\xa0\x80", "scopes": []}',
    ],
)
async def test_a_body_in_another_encoding_is_no_json(gateway: Any, body: bytes) -> None:
    """In it nobody would look for what cannot be stored."""
    headers = await gateway.bearer() | {"Content-Type": "application/json"}
    reply = await gateway.http.post("/api/admin/keys", content=body, headers=headers)
    assert (reply.status_code, reply.json()["detail"][0]["type"]) == (422, "json_invalid")


async def test_an_administrators_token_does_not_open_a_key_route(gateway: Any) -> None:
    owner = await gateway.bearer()
    reply = await gateway.http.post("/api/credits/deduct-tokens", json={}, headers=owner)
    assert (reply.status_code, reply.json()["detail"]) == (401, "Invalid or missing API key")


async def test_a_rotated_key_goes_on_for_a_while(gateway: Any) -> None:
    owner = await gateway.bearer()
    old = await _issue(gateway, owner)
    reply = await gateway.http.post(
        f"{KEYS}/{old['id']}/rotate", json={"overlap_s": 60}, headers=owner
    )
    new = reply.json()
    assert new["rotated_from"] == old["id"]
    assert new["scopes"] == old["scopes"]
    assert await _status(gateway.http, old["key"]) == 200
    assert await _status(gateway.http, new["key"]) == 200
    again = await gateway.http.post(f"{KEYS}/{old['id']}/rotate", json={}, headers=owner)
    assert again.status_code == 409
    soon = await gateway.http.post(
        f"{KEYS}/{new['id']}/rotate", json={"overlap_s": 0}, headers=owner
    )
    assert await _status(gateway.http, new["key"]) == 401
    assert await _status(gateway.http, soon.json()["key"]) == 200


async def test_a_key_ends_at_its_time(gateway: Any) -> None:
    owner = await gateway.bearer()
    past = {"name": "x", "scopes": ["credits:read"], "expires_at": "2020-01-01T00:00:00Z"}
    assert (await gateway.http.post(KEYS, json=past, headers=owner)).status_code == 422
    end = (datetime.now(UTC) + timedelta(seconds=0.4)).isoformat()
    key = (await _issue(gateway, owner, expires_at=end))["key"]
    assert await _status(gateway.http, key) == 200

    async def over() -> bool:
        return await _status(gateway.http, key) == 401

    await eventually(over, within=3)


async def test_the_last_use_is_noted(gateway: Any) -> None:
    owner = await gateway.bearer()
    issued = await _issue(gateway, owner)
    assert issued["last_used_at"] is None
    await _status(gateway.http, issued["key"])
    await gateway.door._in.authenticator.note_uses()
    listed = (await gateway.http.get(KEYS, headers=owner)).json()
    assert listed[0]["last_used_at"] is not None


async def test_a_key_revoked_in_one_process_is_refused_by_another_within_a_second(
    gateway: Any, services: Any
) -> None:
    owner = await gateway.bearer()
    issued = await _issue(gateway, owner)
    env = {
        "OWC_DATABASE_URL": gateway.database_url,
        "OWC_REDIS_URL": "redis://127.0.0.1:1/0",
        "OWC_SECRET_KEY": "tests-0123456789-0123456789-0123456789",
        "OWC_LEDGER_URL": services["ledger"].url,
    }
    async with running("gateway", env) as other, httpx.AsyncClient(base_url=other.url) as client:
        assert await _status(client, issued["key"]) == 200
        await gateway.http.delete(f"{KEYS}/{issued['id']}", headers=owner)
        assert await _status(gateway.http, issued["key"]) == 401

        async def refused() -> bool:
            return await _status(client, issued["key"]) == 401

        await eventually(refused, within=1)


async def test_a_broken_look_at_the_revision_does_not_end_looking(gateway: Any) -> None:
    owner = await gateway.bearer()
    issued = await _issue(gateway, owner)
    assert await _status(gateway.http, issued["key"]) == 200
    connection = await connect(gateway.database_url)
    await connection.execute("ALTER TABLE credential_revision RENAME TO elsewhere")
    await asyncio.sleep(2 * authenticate.REVISION_S)  # a look comes this often, and fails
    await connection.execute("ALTER TABLE elsewhere RENAME TO credential_revision")
    await connection.execute("UPDATE api_key SET revoked_at = now()")
    await connection.close()

    async def refused() -> bool:
        return await _status(gateway.http, issued["key"]) == 401

    await eventually(refused, within=2)


async def test_revoking_twice_is_as_good_as_once(gateway: Any) -> None:
    owner = await gateway.bearer()
    issued = await _issue(gateway, owner)
    first = await gateway.http.delete(f"{KEYS}/{issued['id']}", headers=owner)
    second = await gateway.http.delete(f"{KEYS}/{issued['id']}", headers=owner)
    assert first.json() == second.json()
    assert first.json()["revoked_at"] is not None
    unknown = await gateway.http.delete(f"{KEYS}/aaaaaaaaaaaa", headers=owner)
    assert unknown.status_code == 404


async def test_known_keys_go_on_while_the_database_is_away(gateway: Any) -> None:
    issued = await _issue(gateway, await gateway.bearer())
    assert await _status(gateway.http, issued["key"]) == 200
    await gateway.door._in.api.state.own.db.close()
    assert await _status(gateway.http, issued["key"]) == 200
    unknown = await gateway.http.get(USER, headers={"X-API-Key": "owc_aaaaaaaaaaaa.unknown"})
    assert unknown.status_code == 503
    assert "retry-after" in unknown.headers


async def test_a_key_is_issued_and_rotated_once_however_often_it_is_asked_for(
    gateway: Any,
) -> None:
    owner = await gateway.bearer()
    body = {"name": "functions", "scopes": ["credits:read"]}

    async def ask(path: str, body: Any, key: str) -> Any:
        headers = {**owner, "Idempotency-Key": key}
        return await gateway.http.post(path, json=body, headers=headers)

    issued = [await ask(KEYS, body, "first") for _ in range(2)]
    assert issued[0].json() == issued[1].json()
    assert (await ask(KEYS, {**body, "name": "other"}, "first")).status_code == 409
    path = f"{KEYS}/{issued[0].json()['id']}/rotate"
    rotated = [await ask(path, {"overlap_s": 0}, "second") for _ in range(2)]
    assert rotated[0].json() == rotated[1].json()
    assert await _status(gateway.http, rotated[0].json()["key"]) == 200
    assert (await ask(path, {"overlap_s": 0}, "third")).status_code == 409
    assert len((await gateway.http.get(KEYS, headers=owner)).json()) == 2
    other = await ask(KEYS, body, "fourth")
    assert other.json()["key"] != issued[0].json()["key"]
