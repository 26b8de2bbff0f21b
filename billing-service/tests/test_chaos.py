"""Notices lost, doubled, forged and late while every process dies at random: one grant each."""

import asyncio
import os
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg
import httpx
from yookassa_simulator.remote import Simulator, simulator

from shared.embedded.servers import free_port
from shared.testing import RunningProcess, eventually, identity_headers, running

PAYMENTS = int(os.environ.get("BILLING_CHAOS_PAYMENTS", "16"))
ROUNDS = int(os.environ.get("BILLING_CHAOS_ROUNDS", "1"))
TOKEN = "webhook-address-of-test-runs-0123456789"
NOTICE_FAULTS = (
    "duplicate:3", "lose", "forge", "wrong_amount", "missing_metadata", "other_shop",
    "unknown_event", "test_flag_flip", "reorder",
)  # fmt: skip
REQUEST_FAULTS = ("drop_after_effect", "500_after_effect", "drop_before", "http:503", "bad_json")


class Wreck:
    """Billing, its worker and the provider, each on a port that it comes back to."""

    def __init__(self, url: str, redis_url: str, state: str) -> None:
        self.service_port, self.provider_port = free_port(), free_port()
        self.url = url
        self.state = state
        self.api = f"http://127.0.0.1:{self.service_port}"
        self.provider: Simulator | None = None
        self.processes: dict[str, RunningProcess] = {}
        self.env = {
            "OWC_DATABASE_URL": url,
            "OWC_REDIS_URL": redis_url,
            "OWC_YOOKASSA_SHOP_ID": "100500",
            "OWC_YOOKASSA_SECRET_KEY": "test_simulator",
            "OWC_YOOKASSA_API_URL": f"http://127.0.0.1:{self.provider_port}/v3",
            "OWC_YOOKASSA_WEBHOOK_TOKEN": TOKEN,
            "OWC_LOG_LEVEL": "ERROR",
        }

    @asynccontextmanager
    async def up(self) -> Any:
        hook = f"{self.api}/billing/webhook/yookassa/{TOKEN}"
        arguments = ("--state", self.state, "--webhook-url", hook, "--retry-scale", "0.02")
        async with AsyncExitStack() as stack:
            self.provider = stack.enter_context(simulator(*arguments, port=self.provider_port))
            for name, port in (
                ("billing_service", self.service_port),
                ("billing_service.worker", 0),
            ):
                process = await stack.enter_async_context(running(name, self.env, port=port))
                self.processes[name] = process
            yield self.provider

    def kill(self) -> None:
        assert self.provider
        victims: list[Any] = [*self.processes.values(), self.provider]
        for victim in random.sample(victims, random.randint(1, len(victims))):
            victim.kill()

    async def sever(self, connection: asyncpg.Connection) -> None:
        """What a crash of PostgreSQL is for everybody connected to it."""
        await connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


async def buy(wreck: Wreck, number: int) -> None:
    """One buyer who insists until the payment is confirmed at the provider."""
    order = {"plan_id": "pro", "return_url": "http://localhost/billing"}
    async with httpx.AsyncClient(trust_env=False, timeout=10) as http:
        while True:
            who = identity_headers("user", f"u{number}", scopes={"user"})
            try:
                answer = await http.post(f"{wreck.api}/billing/payment", headers=who, json=order)
                if answer.status_code == 409:
                    return
                if answer.status_code == 200 and answer.json()["payment_id"]:
                    payment_id = answer.json()["payment_id"]
                    await wreck.provider.finish(payment_id)  # type: ignore[union-attr]
                    return
            except (httpx.HTTPError, AssertionError):
                pass
            await asyncio.sleep(0.1)


async def test_each_paid_payment_gives_one_grant_whatever_dies(
    make_database: Callable[[str], Awaitable[str]], redis_url: str, tmp_path: Path
) -> None:
    random.seed(7)
    wreck = Wreck(await make_database("billing"), redis_url, str(tmp_path / "provider.sqlite"))
    database = await asyncpg.connect(wreck.url)
    buyers: list[asyncio.Task[None]] = []
    for round_ in range(ROUNDS):
        async with wreck.up() as provider:
            if round_ == 0:
                await make_plan(wreck)
            await spoil(provider)
            share = range(round_, PAYMENTS, ROUNDS)
            new = [asyncio.create_task(buy(wreck, number)) for number in share]
            buyers += new
            await asyncio.wait(new, timeout=2.0)
            await wreck.sever(database)
            wreck.kill()
    async with wreck.up() as provider:
        await provider.control("DELETE", "/faults")
        await asyncio.wait_for(asyncio.gather(*buyers), 30)

        async def settled() -> bool:
            # The time that the worker would wait before it asks.
            await database.execute(
                "UPDATE payment SET next_check_at = now() WHERE next_check_at IS NOT NULL"
            )
            return await as_the_provider_has_it(provider, database)

        await eventually(settled, within=30)
    grants = await database.fetch(
        "SELECT data->>'user_id' AS who FROM outbox WHERE type = 'billing.period_started'"
    )
    assert Counter(row["who"] for row in grants) == Counter(f"u{n}" for n in range(PAYMENTS))
    await database.close()


async def make_plan(wreck: Wreck) -> None:
    plan = {"id": "pro", "name": "Pro", "price": 990, "interval": "month"}
    async with httpx.AsyncClient(trust_env=False) as http:
        answer = await http.post(
            f"{wreck.api}/admin/billing/plans", headers=identity_headers("admin"), json=plan
        )
        assert answer.status_code == 200


async def spoil(provider: Simulator) -> None:
    for kind in NOTICE_FAULTS:
        await provider.control("POST", "/faults", {"kind": kind, "times": None, "probability": 0.1})
    for kind in REQUEST_FAULTS:
        fault = {"kind": kind, "times": None, "probability": 0.05, "match": {"path": "/payments*"}}
        await provider.control("POST", "/faults", fault)


async def as_the_provider_has_it(provider: Simulator, database: asyncpg.Connection) -> bool:
    """Every payment that succeeded there succeeded here and bought exactly one period."""
    paid = {
        record["body"]["id"]
        for record in (await provider.state())["payment"]
        if record["body"]["status"] == "succeeded"
    }
    rows = await database.fetch(
        """
        SELECT y.provider_id, count(p.id) AS periods FROM payment y
        LEFT JOIN subscription_period p ON p.payment_id = y.id
        WHERE y.status = 'succeeded' GROUP BY y.provider_id
        """
    )
    assert all(row["periods"] == 1 for row in rows)
    return {row["provider_id"] for row in rows} == paid and len(paid) == PAYMENTS
