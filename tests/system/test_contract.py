"""The first system's contract, address by address, through the gateway of the whole product."""

from functools import partial
from typing import Any
from uuid import uuid4

import httpx
import pytest

from shared import codec
from shared.testing import eventually
from tests.contracts.credit_system import ENDPOINTS
from tests.contracts.shape import differences
from tests.contracts.words import MODEL, USER, Endpoint
from tests.system.conftest import System

PROTECTED = [endpoint for endpoint in ENDPOINTS if endpoint.auth != "public"]


def name(endpoint: Endpoint) -> str:
    return f"{endpoint.status} {endpoint.call}"


def address(endpoint: Endpoint) -> str:
    return endpoint.call.split("?")[0]


async def ask(system: System, endpoint: Endpoint, headers: dict[str, str]) -> httpx.Response:
    method, path = endpoint.call.split(" ", 1)
    if "{applicant}" in path:
        path = path.replace("{applicant}", str(await applicant(system)))
    return await system.http.request(
        method,
        path,
        headers=headers,
        json=endpoint.json,
        data=endpoint.form,
        follow_redirects=True,
    )


async def applicant(system: System) -> int:
    email = f"{uuid4()}@example.org"
    await system.post("/waiting-list/register", {"full_name": "Ada", "email": email}, {})
    waiting = await system.get("/api/credits/admin/waiting-list?limit=1000")
    return next(int(one["id"]) for one in waiting if one["email"] == email)


async def prepared(system: System) -> None:
    """Somebody waits for an account, and statistics know of a charge."""
    await applicant(system)
    await system.charge(USER, MODEL, 10)

    async def counted() -> bool:
        found = await system.get(f"/api/credits/statistics/user/{USER}")
        return bool(found["current_month_usage"]["transactions_count"])

    await eventually(counted, within=10)


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=name)
async def test_an_endpoint_answers_as_it_did(system: System, endpoint: Endpoint) -> None:
    if endpoint.call.startswith(("GET /api/credits/statistics", "GET /api/credits/admin")):
        await prepared(system)
    headers = {"admin": system.admin, "key": system.key, "public": {}}[endpoint.auth]
    answer = await ask(system, endpoint, headers)
    assert answer.status_code == endpoint.status, answer.text
    assert answer.headers["content-type"].split(";")[0] == endpoint.media
    if endpoint.answer is not None:
        assert list(differences(endpoint.answer, codec.decode(answer.content))) == []


@pytest.mark.parametrize("endpoint", PROTECTED, ids=address)
async def test_an_endpoint_refuses_who_shows_nothing(system: System, endpoint: Endpoint) -> None:
    answer = await ask(system, endpoint, {})
    assert answer.status_code == 401
    words = {"admin": "Not authenticated", "key": "Invalid or missing API key"}
    assert answer.json()["detail"] == words[endpoint.auth]


@pytest.mark.parametrize("endpoint", PROTECTED, ids=address)
async def test_an_endpoint_refuses_a_wrong_credential(system: System, endpoint: Endpoint) -> None:
    wrong = {"admin": {"Authorization": "Bearer wrong"}, "key": {"X-API-Key": "wrong"}}
    answer = await ask(system, endpoint, wrong[endpoint.auth])
    assert answer.status_code == 401
    words = {"admin": "Could not validate credentials", "key": "Invalid or missing API key"}
    assert answer.json()["detail"] == words[endpoint.auth]


async def test_a_form_of_either_kind_signs_in(system: System) -> None:
    password = system.password
    for form in (
        {"data": {"username": "admin", "password": password}},
        {"files": {"username": (None, "admin"), "password": (None, password)}},
    ):
        answer = await system.http.post("/auth/login", **form)
        assert answer.status_code == 200, answer.text
        shape: Any = {"access_token": "text", "token_type": "=bearer"}
        assert list(differences(shape, answer.json())) == []


async def test_lists_are_in_the_order_that_clients_rely_on(system: System) -> None:
    for path, field in (
        ("/api/credits/models", "name"),
        ("/api/public/models/pricing", "name"),
    ):
        names = [row[field] for row in await system.get(path)]
        assert names == sorted(names), path
    user = await system.get(f"/api/credits/user/{USER}", system.key)
    names = [group["name"] for group in user["groups"]]
    assert names[:-1] == sorted(names[:-1])
    assert user["groups"][-1]["id"] == "default"
    page = await system.get("/api/credits/transactions?limit=1000")
    times = [row["created_at"] for row in page["transactions"]]
    assert times == sorted(times, reverse=True)


async def test_a_yearly_report_has_twelve_months(system: System) -> None:
    year = await system.get("/api/credits/statistics/yearly?year=2001")
    assert [month["month"] for month in year["monthly_breakdown"]] == list(range(1, 13))
    assert year["monthly_breakdown"][0]["month_name"] == "January"
    assert year["yearly_summary"] is None


async def test_an_unknown_month_is_an_empty_answer(system: System) -> None:
    found = await system.get("/api/credits/statistics/monthly?year=2001&month=2")
    assert (found["summary"], found["user_statistics"]) == (None, [])


async def test_the_system_log_tells_what_was_done_in_every_service(system: System) -> None:
    price = {"model_id": "logged", "context_price": 0.25, "generation_price": 0.5}
    await system.post("/api/credits/models/update", price | {"actor": "forged"})
    await system.post("/api/credits/sync-users", {})
    for multiplier in (1, 1000):
        await system.post("/api/credits/settings", {"token_multiplier": multiplier})
    refused = {"username": "nobody", "password": "a secret"}
    await system.http.post("/auth/login", data=refused)
    wanted = ("model_pricing_update", "manual_sync", "settings_update", "security_warning", "login")
    filters = {"model_pricing_update": "&model_id=logged"}

    async def entries(log_type: str) -> Any:
        only = filters.get(log_type, "")
        page = await system.get(f"/api/credits/system-logs?type={log_type}&limit=1{only}")
        assert page["logs"], log_type
        return page["logs"][0]

    found = {name: await eventually(partial(entries, name), within=10) for name in wanted}
    for name in wanted[:3]:
        assert found[name]["actor"] == "admin", found[name]
    assert '"input":0.25' in found["model_pricing_update"]["metadata"].replace(" ", "")
    assert "secret" not in str(found["security_warning"])
    assert "nobody" not in str(found["security_warning"])
    page = await system.get("/api/credits/system-logs?model_id=logged&actor=admin&limit=10")
    assert [row["log_type"] for row in page["logs"]] == ["model_pricing_update"]
    path = "/api/ledger/system-logs/export?model_id=logged&format=csv"
    file = await system.http.get(path, headers=system.admin)
    assert "model_pricing_update" in file.text
    before = (await system.get("/api/credits/system-logs?limit=1"))["logs"][0]["id"]
    older = await system.get(f"/api/credits/system-logs?before={before}&limit=5")
    assert all(row["id"] < before for row in older["logs"])
