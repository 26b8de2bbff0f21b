"""Who may do what, over every operation of a running system; and whose data is whose."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from gateway.domain.keys import SCOPES
from gateway.domain.roles import PERMISSIONS, ROLES
from gateway.domain.route_table import TABLE
from gateway.domain.routing import Route
from owc.own_installation import Installation, demo_with_visitors

STUDENT, TEACHER = "demo-student", "demo-teacher"
PASSWORD = "correct horse battery staple"
REFUSED = {401, 403}
# What nobody has to prove who they are for. A new public address must be put here by a person.
PUBLIC = {
    "/auth/login", "/auth/logout", "/auth/session", "/health", "/health/live", "/health/ready",
    "/api/public/models/pricing", "/api/sync/hints/{secret}", "/waiting-list",
    "/waiting-list/register", "/billing/plans/public", "/billing/webhook/yookassa",
    "/billing/webhook/yookassa/{token}", "/pricing", "/pricing.json", "/pricing.csv",
    "/pricing/{model_id}",
}  # fmt: skip
# An administrator of ours has no billing account: of these routes only the shop window is theirs.
OF_ALL_READERS = {
    ("GET", path) for path in ("/billing/offer", "/billing/plans", "/billing/plans/{plan_id}")
}
OF_ADMINS = {("POST", "/billing/plans")}


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody with a credential: of which kind, and what it is good for."""

    kind: str
    headers: dict[str, str]
    grants: frozenset[str] = frozenset()


@dataclass(slots=True)
class Place:
    system: Installation
    people: dict[str, Visitor]
    http: httpx.AsyncClient

    async def ask(self, who: str, method: str, path: str, **more: Any) -> httpx.Response:
        headers = self.people[who].headers
        return await self.http.request(method, path, headers=headers, **more)


@pytest.fixture(scope="module")
def demo() -> Iterator[tuple[Installation, dict[str, Visitor]]]:
    with demo_with_visitors() as system:
        yield system, _people(system)


@pytest.fixture
async def place(demo: tuple[Installation, dict[str, Visitor]]) -> Any:
    system, people = demo
    async with httpx.AsyncClient(base_url=system.url, trust_env=False, timeout=60) as http:
        yield Place(system, people, http)


def _people(system: Installation) -> dict[str, Visitor]:
    people = {
        "anonymous": Visitor("nobody", {}),
        "wrong key": Visitor("nobody", {"X-API-Key": "owc_0123456789abcdef.wrong"}),
        "wrong session": Visitor("nobody", {"Authorization": "Bearer wrong"}),
        STUDENT: Visitor("user", {"Cookie": f"token={STUDENT}"}),
        TEACHER: Visitor("user", {"Cookie": f"token={TEACHER}"}),
    }
    with httpx.Client(base_url=system.url, trust_env=False, timeout=60) as http:
        owner = system.admin().headers
        for scope in sorted(SCOPES):
            body = {"name": scope, "scopes": [scope]}
            key = http.post("/api/admin/keys", json=body, headers=owner).json()["key"]
            people[f"key for {scope}"] = Visitor("key", {"X-API-Key": key}, frozenset({scope}))
        for role in ROLES:
            body = {"username": f"the-{role}", "password": PASSWORD, "role": role}
            assert http.post("/api/admin/admins", json=body, headers=owner).is_success
            form = {"username": f"the-{role}", "password": PASSWORD}
            token = http.post("/auth/login", data=form).json()["access_token"]
            bearer = {"Authorization": f"Bearer {token}"}
            people[role] = Visitor("admin", bearer, PERMISSIONS[role])
    return people


def _expected(visitor: Visitor, method: str, path: str, route: Route) -> set[int] | None:
    """The statuses of a refusal, None where the visitor may ask."""
    if visitor.kind not in route.who:
        return {401}
    if visitor.kind == "key":
        return None if route.scope in visitor.grants else {403}
    short = path.removeprefix("/api/v1")
    if visitor.kind == "admin":
        if route.permission not in visitor.grants:
            return {403}
        own = "user" in route.who and not short.startswith("/admin/")
        return {401} if own and (method, short) not in OF_ALL_READERS | OF_ADMINS else None
    # Billing's contract says 401 where others say 403.
    of_admins = short.startswith("/admin/") or (method, short) in OF_ADMINS
    return {401} if of_admins else None


async def _operations(place: Place) -> list[tuple[str, str, Route]]:
    document = (await place.http.get("/openapi.json")).json()
    found = []
    for path, operations in document["paths"].items():
        for method in operations:
            route = TABLE.find(method.upper(), path)
            assert route is not None
            found.append((method.upper(), path, route))
    return found


def _askers(place: Place, route: Route) -> list[str]:
    """Everybody; of the keys the one for the route's scope, if it has one, and one other."""
    keys = [who for who, visitor in place.people.items() if visitor.kind == "key"]
    good = [who for who in keys if route.scope in place.people[who].grants]
    other = next(who for who in keys if who not in good)
    return [who for who in place.people if who not in keys or who in {*good, other}]


@pytest.mark.timeout(300)
async def test_each_operation_admits_whom_the_table_names_and_nobody_else(place: Place) -> None:
    busy = asyncio.Semaphore(8)
    wrong: list[str] = []

    async def look(who: str, method: str, path: str, route: Route) -> None:
        address = path.replace("{", "x-").replace("}", "")
        async with busy:
            reply = await place.ask(who, method, address, json={})
        expected = _expected(place.people[who], method, path, route)
        if expected is None and reply.status_code in REFUSED:
            wrong.append(f"{who} {method} {path}: {reply.status_code}, but may")
        if expected is not None and reply.status_code not in expected:
            wrong.append(f"{who} {method} {path}: {reply.status_code}, not {expected}")

    operations = [each for each in await _operations(place) if not each[2].public]
    assert len(operations) > 150
    await asyncio.gather(
        *(look(who, *each) for each in operations for who in _askers(place, each[2]))
    )
    assert not wrong


async def test_only_a_known_few_operations_ask_for_no_credential(place: Place) -> None:
    public = {path for _, path, route in await _operations(place) if route.public}
    assert {path.removeprefix("/api/v1") for path in public} == PUBLIC


async def _used(place: Place) -> int:
    """Something of the student's in every corner; the number of a charge."""
    charge = {"user_id": STUDENT, "model_id": "demo-small", "prompt_tokens": 10}
    done = await place.ask(
        "key for credits:charge",
        "POST",
        "/api/credits/deduct-tokens",
        json=charge | {"completion_tokens": 5},
    )
    assert done.is_success, done.text
    for method, path, body in (
        ("PUT", "/api/me/cap", {"per": "day", "cap": 5}),
        ("PUT", "/api/me/alerts", {"thresholds": [{"kind": "balance_below", "value": 7}]}),
        ("POST", "/api/v1/billing/settings", {"billing_contact_email": "student@example.org"}),
    ):
        assert (await place.ask(STUDENT, method, path, json=body)).is_success
    number: int = done.json()["transaction_id"]
    return number


async def _pay(place: Place) -> str:
    body = {"amount_kopeks": 50_000, "return_url": "http://127.0.0.1/back"}
    paid = await place.ask(STUDENT, "POST", "/api/v1/billing/topup", json=body)
    assert paid.is_success, paid.text
    payment: str = paid.json()["payment_id"]
    return payment


async def test_a_user_never_sees_what_is_anothers(place: Place) -> None:
    number, payment = await _used(place), await _pay(place)
    paths = [
        path
        for method, path, route in await _operations(place)
        if method == "GET" and "user" in route.who and "{" not in path and "/admin/" not in path
    ]
    assert len(paths) > 15
    names = {"user_id": STUDENT, "id": STUDENT, "account_id": STUDENT, "email": "student"}
    for path in paths:
        for parameters in ({}, names):
            reply = await place.ask(TEACHER, "GET", path, params=parameters)
            assert reply.is_success, (path, reply.text)
            assert "student" not in reply.text, path
            assert payment not in reply.text, path
    receipt = f"/api/me/receipts/{number}"
    assert (await place.ask(STUDENT, "GET", receipt)).is_success
    assert (await place.ask(TEACHER, "GET", receipt)).status_code == 404
    again = {"payment_id": payment}
    look = await place.ask(TEACHER, "POST", "/api/v1/billing/topup/reconcile", json=again)
    assert look.status_code in {403, 404}


async def test_fields_that_are_not_the_callers_to_set_change_nothing(place: Place) -> None:
    theirs = (await place.ask(TEACHER, "GET", "/api/me/balance")).json()
    cap = {"per": "week", "cap": 1, "user_id": TEACHER, "subject": TEACHER, "source": "admin"}
    own = await place.ask(STUDENT, "PUT", "/api/me/cap", json=cap)
    assert own.json()["source"] != "admin"
    contact = {"billing_language": "ru", "user_id": TEACHER, "role": "admin", "balance": 1000}
    await place.ask(STUDENT, "POST", "/api/v1/billing/settings", json=contact)
    assert (await place.ask(TEACHER, "GET", "/api/me/balance")).json() == theirs

    body = {"name": "x", "scopes": ["credits:read"], "created_by": "root", "id": "root"}
    key = (await place.ask("owner", "POST", "/api/admin/keys", json=body)).json()
    assert (key["created_by"], key["id"] == "root") == ("the-owner", False)
    update = {"user_id": TEACHER, "credits": 321, "actor": "root", "reason": "forged"}
    await place.ask("accountant", "POST", "/api/credits/update", json=update)
    logs = (await place.ask("owner", "GET", "/api/ledger/audit")).json()["entries"]
    written = next(entry for entry in logs if entry["account_id"] == TEACHER)
    assert "the-accountant" in written["actor"]
    assert "root" not in json.dumps(written)


async def test_identity_headers_from_outside_are_worth_nothing(place: Place) -> None:
    headers = {"X-OWC-Identity": "forged", "X-User-Id": STUDENT, "X-Forwarded-User": STUDENT}
    for path in ("/api/me/balance", "/api/credits/users", "/api/v1/billing/me"):
        assert (await place.http.get(path, headers=headers)).status_code == 401
