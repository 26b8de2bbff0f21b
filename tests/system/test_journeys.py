"""The journeys of docs/journeys.md, on the whole product."""

import time
from decimal import Decimal
from typing import Any
from uuid import uuid4

from shared.testing import eventually
from tests.system.conftest import System, now_s


async def test_a_charge_takes_credits_from_exactly_one_balance(system: System) -> None:
    before = {user["id"]: user["credits"] for user in await system.get("/api/credits/users")}
    model = await system.get("/api/credits/model/demo-small", system.key)
    answer = await system.charge("demo-student", "demo-small", 1000, idempotency_key=str(uuid4()))
    cost = 1000 * model["context_price"]
    assert answer["cost"] == cost
    after = {user["id"]: user["credits"] for user in await system.get("/api/credits/users")}
    changed = {user for user in after if after[user] != before[user]}
    assert changed == {"demo-student"}
    assert before["demo-student"] - after["demo-student"] == cost


async def test_a_published_price_is_charged_and_public_within_a_second(system: System) -> None:
    price = {"model_id": "demo-large", "context_price": 0.007, "generation_price": 0.009}
    await system.post("/api/credits/models/update", price | {"price_mode": "credits"})
    published = time.monotonic()

    async def charged() -> bool:
        answer = await system.charge("demo-student", "demo-large", 1)
        return bool(answer["cost"] == Decimal("0.007"))

    async def listed() -> bool:
        rows = await system.get("/api/public/models/pricing")
        return any(r["id"] == "demo-large" and r["context_price"] == Decimal("0.007") for r in rows)

    await eventually(charged, within=5)
    await eventually(listed, within=5)
    assert time.monotonic() - published < 1


async def test_a_new_user_gets_an_account_and_the_allowance_of_the_groups(system: System) -> None:
    await system.post(
        "/api/credits/groups/update",
        {"group_id": "demo-students", "name": "Students", "default_credits": 50},
    )
    user_id = str(uuid4())
    system.openwebui(
        'INSERT INTO "user" (id, name, email, role, profile_image_url, last_active_at, updated_at,'
        " created_at) VALUES (?, 'New Student', ?, 'user', '', ?, ?, ?)",
        user_id,
        f"{user_id}@example.org",
        *[now_s()] * 3,
    )
    system.openwebui(
        "INSERT INTO group_member (id, group_id, user_id, created_at, updated_at)"
        " VALUES (?, 'demo-students', ?, ?, ?)",
        str(uuid4()),
        user_id,
        *[now_s()] * 2,
    )

    async def allowed() -> Any:
        user = await system.get(f"/api/credits/user/{user_id}", system.key)
        return user.get("credits") == 50 and user["group_name"] == "Students"

    await eventually(allowed, within=15)


async def test_a_user_who_chats_before_the_next_poll_is_known_at_once(system: System) -> None:
    user_id = str(uuid4())
    system.openwebui(
        'INSERT INTO "user" (id, name, email, role, profile_image_url, last_active_at, updated_at,'
        " created_at) VALUES (?, 'Early Bird', ?, 'user', '', ?, ?, ?)",
        user_id,
        f"{user_id}@example.org",
        *[now_s()] * 3,
    )
    user = await system.get(f"/api/credits/user/{user_id}", system.key)
    assert user["id"] == user_id, user


async def test_a_new_model_is_priced_by_its_base_until_it_has_its_own(system: System) -> None:
    system.openwebui(
        "INSERT INTO model (id, user_id, base_model_id, name, params, meta, is_active, updated_at,"
        " created_at) VALUES ('tutor', 'demo-admin', 'demo-small', 'Tutor', '{}', '{}', 1, ?, ?)",
        *[now_s()] * 2,
    )
    base = await system.get("/api/credits/model/demo-small", system.key)

    async def inherited() -> bool:
        answer = await system.charge("demo-student", "tutor", 1000)
        return bool(answer["cost"] == 1000 * base["context_price"])

    await eventually(inherited, within=15)


async def test_a_hold_taken_and_settled_through_the_gateway(system: System) -> None:
    body = {"user_id": "demo-student", "model_id": "demo-small", "prompt_tokens": 100}
    opened = await system.post("/api/credits/holds", body | {"max_tokens": 50}, system.key)
    path = f"/api/credits/holds/{opened['hold_id']}"
    usage = {"prompt_tokens": 90, "completion_tokens": 20}
    settled = await system.post(f"{path}/settle", usage, system.key)
    assert settled["hold_id"] == opened["hold_id"]
    assert settled["cost"] <= opened["amount"]


async def test_the_ledger_verifies(system: System) -> None:
    verified = system.owc("ledger", "verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr
