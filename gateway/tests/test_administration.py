"""Roles, administrators, and the audit log that nobody can forge."""

import json
from typing import Any

import asyncpg
import pytest

from shared.db import connect

ADMINS = "/api/admin/admins"
AUDIT = "/api/admin/audit"
LONG = "a long password"


async def _add(gateway: Any, owner: dict[str, str], role: str) -> dict[str, str]:
    body = {"username": role, "password": LONG, "role": role, "reason": "holiday"}
    reply = await gateway.http.post(ADMINS, json=body, headers=owner)
    assert reply.status_code == 201, reply.text
    headers: dict[str, str] = await gateway.bearer(role, LONG)
    return headers


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        ("owner", {"read", "people", "money", "prices", "audit", "access"}),
        ("accountant", {"read", "people", "money", "prices", "audit"}),
        ("support", {"read", "people"}),
        ("read-only", {"read"}),
    ],
)
async def test_a_role_may_do_what_it_is_for(gateway: Any, role: str, allowed: set[str]) -> None:
    headers = await _add(gateway, await gateway.bearer(), role)
    asked = {
        "read": ("GET", "/api/credits/users"),
        "people": ("POST", "/api/credits/sync-all"),
        "money": ("POST", "/api/credits/update"),
        "prices": ("POST", "/api/credits/models/update"),
        "audit": ("GET", AUDIT),
        "access": ("GET", "/api/admin/keys"),
    }
    for permission, (method, path) in asked.items():
        reply = await gateway.http.request(method, path, headers=headers)
        assert reply.status_code == (200 if permission in allowed else 403), (permission, role)


async def test_the_service_learns_the_role(gateway: Any, ledger: Any) -> None:
    headers = await _add(gateway, await gateway.bearer(), "accountant")
    await gateway.http.post("/api/credits/update", json={}, headers=headers)
    principal = ledger.asked[-1].principal()
    assert (principal.kind, principal.id, principal.scopes) == (
        "admin",
        "accountant",
        {"accountant"},
    )


async def test_there_is_always_an_owner(gateway: Any) -> None:
    owner = await gateway.bearer()
    for change in ({"role": "support"}, {"disabled": True}):
        reply = await gateway.http.patch(f"{ADMINS}/admin", json=change, headers=owner)
        assert (reply.status_code, reply.json()["detail"]) == (409, "There must be an owner")
    await _add(gateway, owner, "owner")
    assert (await gateway.http.delete(f"{ADMINS}/admin", headers=owner)).is_success
    assert (await gateway.http.get("/auth/me", headers=owner)).status_code == 401


async def test_a_name_is_given_once_and_passwords_are_long(gateway: Any) -> None:
    owner = await gateway.bearer()
    await _add(gateway, owner, "support")
    body = {"username": "support", "password": LONG, "role": "support"}
    assert (await gateway.http.post(ADMINS, json=body, headers=owner)).status_code == 409
    for wrong in ({"password": "short"}, {"username": "a b"}, {"role": "god"}):
        reply = await gateway.http.post(ADMINS, json={**body, **wrong}, headers=owner)
        assert reply.status_code == 422
    assert (await gateway.http.get(f"{ADMINS}/nobody", headers=owner)).status_code == 404


async def test_a_lower_role_takes_effect_on_the_next_request(gateway: Any) -> None:
    owner = await gateway.bearer()
    headers = await _add(gateway, owner, "accountant")
    address = "/api/credits/update"
    assert (await gateway.http.post(address, json={}, headers=headers)).status_code == 200
    lower = {"role": "read-only"}
    await gateway.http.patch(f"{ADMINS}/accountant", json=lower, headers=owner)
    assert (await gateway.http.post(address, json={}, headers=headers)).status_code == 403


async def test_the_audit_log_says_who_what_before_after_why_and_in_which_trace(
    gateway: Any,
) -> None:
    owner = await gateway.bearer()
    await _add(gateway, owner, "support")
    trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    body = {"role": "accountant", "reason": "повышение", "actor": "mallory"}
    await gateway.http.patch(
        f"{ADMINS}/support", json=body, headers={**owner, "traceparent": trace}
    )
    query = {"action": "admin.change", "target": "support", "actor": "admin"}
    (entry,) = (await gateway.http.get(AUDIT, params=query, headers=owner)).json()["entries"]
    assert (entry["actor"], entry["actor_kind"], entry["target"]) == ("admin", "admin", "support")
    assert (entry["before"]["role"], entry["after"]["role"]) == ("support", "accountant")
    assert (entry["reason"], entry["trace_id"]) == ("повышение", trace[3:35])
    assert entry["address"] == "127.0.0.1"
    assert LONG not in json.dumps(entry)


async def test_the_audit_log_is_read_page_by_page(gateway: Any) -> None:
    owner = await gateway.bearer()
    for n in range(5):
        body = {"name": f"k{n}", "scopes": ["credits:read"]}
        await gateway.http.post("/api/admin/keys", json=body, headers=owner)
    found, before = [], None
    while True:
        query = {"limit": 2, **({"before": before} if before else {})}
        page = (await gateway.http.get(AUDIT, params=query, headers=owner)).json()
        found += [entry["id"] for entry in page["entries"]]
        before = page["next"]
        if before is None:
            break
    assert found == sorted(set(found), reverse=True)
    assert len(found) == 7


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit_entry SET actor = 'mallory'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
    ],
)
async def test_the_database_refuses_to_change_history(gateway: Any, change: str) -> None:
    await gateway.login()
    connection = await connect(gateway.database_url)
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="append-only"):
        await connection.execute(change)
    await connection.close()


async def test_a_refused_login_leaves_a_trace(gateway: Any) -> None:
    await gateway.http.post("/auth/login", data={"username": "admin", "password": "x"})
    owner = await gateway.bearer()
    query = {"action": "login.refused"}
    (entry,) = (await gateway.http.get(AUDIT, params=query, headers=owner)).json()["entries"]
    assert (entry["actor_kind"], entry["target"]) == ("anonymous", "admin")
