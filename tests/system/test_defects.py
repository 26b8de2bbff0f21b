"""Defects of the first system, tried on the whole product. docs/defects.md names every one."""

import json
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from tests.contracts.words import MODEL, USER
from tests.system.conftest import System

LISTS = (
    "/api/credits/users",
    "/api/credits/models",
    "/api/credits/statistics/current-usage",
    "/api/credits/statistics/monthly",
    "/api/public/models/pricing",
)
# As JSON text: some of it only a careless writer would send.
SENSELESS = ("NaN", "Infinity", "-1", "1e308", "1e-30", '"many"', "null")


async def credits_of(system: System) -> Decimal:
    user = await system.get(f"/api/credits/user/{USER}", system.key)
    return Decimal(user["credits"])


async def send(
    system: System, path: str, field: str, value: str, headers: dict[str, str], **others: Any
) -> int:
    text = json.dumps(others).replace("}", f', "{field}": {value}}}')
    answer = await system.http.post(
        path, content=text, headers=headers | {"content-type": "application/json"}
    )
    assert answer.status_code < 500, answer.text
    return answer.status_code


@pytest.mark.parametrize("value", SENSELESS)
@pytest.mark.parametrize(
    ("path", "field", "others"),
    [
        ("/api/credits/update", "credits", {"user_id": USER}),
        (
            "/api/credits/groups/update",
            "default_credits",
            {"group_id": "demo-students", "name": "Students"},
        ),
        (
            "/api/credits/models/update",
            "context_price",
            {"model_id": MODEL, "generation_price": 0.001},
        ),
        ("/api/credits/settings", "usd_to_credit_ratio", {"token_multiplier": 1000}),
    ],
)
async def test_a_senseless_number_is_refused_and_every_list_goes_on(
    system: System, path: str, field: str, others: dict[str, Any], value: str
) -> None:
    before = await credits_of(system)
    if (field, value) == ("usd_to_credit_ratio", "null"):
        assert await send(system, path, field, value, system.admin, **others) == 200
    else:
        assert await send(system, path, field, value, system.admin, **others) in (400, 422)
    assert await credits_of(system) == before
    for address in LISTS:
        answer = await system.http.get(address, headers=system.admin)
        assert answer.status_code == 200, address


@pytest.mark.parametrize("tokens", ["-1", "-1000000", str(2**31), str(2**63), "1" + "0" * 30])
@pytest.mark.parametrize("field", ["prompt_tokens", "completion_tokens", "cached_tokens"])
async def test_tokens_that_no_call_has_mint_nothing_and_zero_nothing(
    system: System, field: str, tokens: str
) -> None:
    before = await credits_of(system)
    counts = {"prompt_tokens": 1, "completion_tokens": 1} | {field: 0}
    del counts[field]
    body = {"user_id": USER, "model_id": MODEL, **counts}
    path = "/api/credits/deduct-tokens"
    assert await send(system, path, field, tokens, system.key, **body) == 422
    assert await credits_of(system) == before


async def test_the_history_adds_up_to_the_balance(system: System) -> None:
    await system.post("/api/credits/update", {"user_id": USER, "credits": 12.5})
    await system.charge(USER, MODEL, 123)
    total, offset, page = Decimal(0), 0, {"has_next": True}
    while page["has_next"]:
        path = f"/api/credits/user/{USER}/transactions?limit=1000&offset={offset}"
        page = await system.get(path)
        total += sum(row["amount"] for row in page["transactions"])
        offset += 1000
    assert total == await credits_of(system)


async def test_null_details_of_a_provider_are_no_error(system: System) -> None:
    answer = await system.charge(USER, MODEL, 1, cached_tokens=None, reasoning_tokens=None)
    assert answer["success"] is True


async def test_a_mistyped_model_is_neither_made_nor_published(system: System) -> None:
    name = f"<img src=x onerror=alert(1)>-{uuid4()}"
    answer = await system.get(f"/api/credits/model/{name}", system.key)
    assert answer["priced"] is False
    for path in ("/api/credits/models", "/api/public/models/pricing"):
        assert name not in {row["id"] for row in await system.get(path)}


async def test_editing_the_default_group_leaves_it_a_system_group(system: System) -> None:
    body = {"group_id": "default", "name": "Default Users", "default_credits": 0}
    await system.post("/api/credits/groups/update", body)
    groups = (await system.get(f"/api/credits/user/{USER}", system.key))["groups"]
    assert {group["id"]: group["is_system_group"] for group in groups}["default"] is True


async def test_a_password_in_an_address_turns_no_post_into_a_get_and_writes_no_log(
    system: System,
) -> None:
    secret = str(uuid4())
    body = {"full_name": "Ada", "email": f"{uuid4()}@example.org"}
    path = f"/waiting-list/register?password={secret}&token={secret}"
    assert (await system.http.post(path, json=body)).status_code == 200
    assert secret not in str(await system.get("/api/credits/system-logs?limit=1000"))


async def test_a_line_of_the_log_cannot_be_forged(system: System) -> None:
    mark, secret = uuid4().hex, uuid4().hex
    forged = f'{mark}\n{{"event":"{mark}"}}\n'
    await system.http.post("/auth/login", data={"username": forged, "password": secret})
    odd = system.key | {"User-Agent": mark, "X-Request-Id": mark, "Cookie": f"owc_admin={secret}"}
    body = {"user_id": forged, "model_id": forged, "prompt_tokens": 1, "completion_tokens": 1}
    await system.http.post("/api/credits/deduct-tokens", json=body, headers=odd)
    await system.http.get(f"/api/credits/user/%0a%7b{mark}", headers=odd)
    for file in (system.home / "logs").glob("*.log"):
        text = file.read_text(errors="replace")
        assert secret not in text, file.name
        assert not [line for line in text.splitlines() if line.startswith(f'{{"event":"{mark}')]


async def test_no_users_address_leaves_for_a_site_of_pictures(system: System) -> None:
    for user in await system.get("/api/credits/users"):
        assert not user["avatar"] or "://" not in user["avatar"]


async def test_no_other_site_may_read_with_a_visitors_credentials(system: System) -> None:
    headers = system.admin | {"Origin": "https://evil.example"}
    answer = await system.http.get("/api/credits/users", headers=headers)
    assert "access-control-allow-origin" not in answer.headers
