"""A plan is bought end to end: service, worker and provider as real processes."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import asyncpg
import httpx
import pytest
from yookassa_simulator.remote import Simulator, simulator

from shared.auth import Principal
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
            connection = await asyncpg.connect(url)
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
