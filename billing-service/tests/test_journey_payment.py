"""A plan is bought end to end: service, worker and provider as real processes."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import asyncpg
import httpx
import pytest
from yookassa_simulator.faults import NOTICE_KINDS
from yookassa_simulator.remote import Simulator, simulator

from shared.auth import Principal
from shared.db import connect
from shared.testing import eventually, identity_headers, running

MakeDatabase = Callable[[str], Awaitable[str]]
TOKEN = "webhook-address-of-test-runs-0123456789"
ADMIN = Principal("admin", "root")
BUYER = Principal("user", "buyer", email="buyer@example.org", scopes=frozenset({"user"}))


@dataclass
class System:
    http: httpx.AsyncClient
    provider: Simulator
    database: asyncpg.Connection

    async def answer(self, method: str, path: str, who: Principal, body: Any = None) -> Any:
        found = await self.http.request(method, path, headers=identity_headers(who), json=body)
        assert found.status_code == 200, found.text
        return found.json()

    async def events(self, event: str) -> list[dict[str, Any]]:
        rows = await self.database.fetch("SELECT data FROM outbox WHERE type = $1", event)
        return [json.loads(row["data"]) for row in rows]


@pytest.fixture
async def system(make_database: MakeDatabase, redis_url: str) -> AsyncIterator[System]:
    url = await make_database("billing")
    with simulator() as provider:
        env = {
            "OWC_DATABASE_URL": url,
            "OWC_REDIS_URL": redis_url,
            "OWC_YOOKASSA_SHOP_ID": provider.shop_id,
            "OWC_YOOKASSA_SECRET_KEY": provider.key,
            "OWC_YOOKASSA_API_URL": provider.api_url,
            "OWC_YOOKASSA_WEBHOOK_TOKEN": TOKEN,
            "OWC_RETURN_URL_HOSTS": "chat.example.org",
        }
        async with (
            running("billing_service", env) as service,
            running("billing_service.worker", env),
            httpx.AsyncClient(base_url=service.url, trust_env=False, timeout=20) as http,
        ):
            hook = f"{service.url}/api/v1/billing/webhook/yookassa/{TOKEN}"
            await provider.change_shop(webhook_url=hook)
            connection = await connect(url)
            yield System(http, provider, connection)
            await connection.close()


async def test_a_payment_journey_gives_one_period_and_its_credits(system: System) -> None:
    plan = await system.answer(
        "POST",
        "/api/v1/admin/billing/plans",
        ADMIN,
        {"name": "Pro", "price": 990.5, "interval": "month", "included_credits": 500},
    )
    order = {"plan_id": plan["id"], "return_url": "https://chat.example.org/billing"}
    started = await system.answer("POST", "/api/v1/billing/payment", BUYER, order)
    assert started["status"] == "pending"
    assert started["confirmation_url"].startswith(system.provider.url)

    await system.provider.finish(started["payment_id"])

    async def began() -> list[dict[str, Any]]:
        return await system.events("billing.period_started")

    (period,) = await eventually(began, within=10)
    assert (period["user_id"], period["credits"]) == ("buyer", 500)
    rows = await system.answer("GET", "/api/v1/billing/transactions", BUYER)
    assert [(row["status"], row["amount"]) for row in rows] == [("succeeded", 990.5)]
    (overview,) = await system.answer("GET", "/admin/billing/plans", ADMIN)
    assert (overview["active_subscriptions"], overview["mrr"]) == (1, 990.5)


async def test_the_last_use_of_a_promo_code_is_paid_once_and_reported(system: System) -> None:
    wish = {"name": "Pro", "price": 990.5, "interval": "month", "included_credits": 500}
    plan = await system.answer("POST", "/admin/billing/plans", ADMIN, wish)
    code = {
        "code": "LAST",
        "kind": "amount",
        "value": 90.5,
        "currency": "RUB",
        "max_redemptions": 1,
    }
    made = await system.http.post(
        "/admin/billing/promo-codes", headers=identity_headers(ADMIN), json=code
    )
    assert made.status_code == 201
    order = {
        "plan_id": plan["id"],
        "return_url": "https://chat.example.org/billing",
        "promo_code": "last",
    }
    crowd = [
        Principal("user", f"b{number}", email="b@example.org", scopes=frozenset({"user"}))
        for number in range(8)
    ]
    answers = await asyncio.gather(
        *(
            system.http.post("/billing/payment", headers=identity_headers(who), json=order)
            for who in crowd
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200] + [400] * 7
    (won,) = [answer.json() for answer in answers if answer.status_code == 200]
    await system.provider.finish(won["payment_id"])

    async def paid() -> list[Any]:
        found = await system.answer("GET", "/admin/billing/reports/revenue", ADMIN)
        return list(found["items"])

    (row,) = await eventually(paid, within=10)
    assert (row["kind"], row["payments"], row["gross"], row["net"]) == ("purchase", 1, 900, 900)
    text = await system.http.get(
        "/api/v1/admin/billing/reports/summary?format=csv", headers=identity_headers(ADMIN)
    )
    assert "RUB,990.50,11886.00,990.50,1,1,900.00,0.00,900.00,1,0," in text.text


async def test_however_a_notice_goes_wrong_a_paid_payment_gives_one_period(system: System) -> None:
    wish = {"id": "pro", "name": "Pro", "price": 990, "interval": "month"}
    await system.answer("POST", "/admin/billing/plans", ADMIN, wish)
    order = {"plan_id": "pro", "return_url": "https://chat.example.org/billing"}

    async def start(name: str) -> Any:
        buyer = Principal("user", name, email="b@example.org", scopes=frozenset({"user"}))
        return await system.answer("POST", "/billing/payment", buyer, order)

    await system.provider.fail("forge", event="payment.pending")
    await start("never pays, and somebody says so")
    for kind in NOTICE_KINDS:
        started = await start(kind)
        await system.provider.fail(kind, event="payment.succeeded")
        await system.provider.finish(started["payment_id"])

    async def each_has_one() -> bool:
        # The time that the worker would wait before it asks about a payment.
        await system.database.execute(
            "UPDATE payment SET next_check_at = now() WHERE next_check_at > now()"
        )
        begun = Counter(fact["user_id"] for fact in await system.events("billing.period_started"))
        return begun == Counter(NOTICE_KINDS)

    await eventually(each_has_one, within=30)
    log = (await system.provider.state())["delivery"]
    assert {delivery["fault"] for delivery in log} >= set(NOTICE_KINDS)
    assert await system.database.fetchval("SELECT count(*) FROM alarm") == 0
