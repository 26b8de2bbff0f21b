"""Billing's commands and its application around one database and a provider in memory."""

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import jwt
from billing_service.api.plan_requests import CreatePlan
from billing_service.commands.apply_notice import apply_notice
from billing_service.commands.checkout import Started
from billing_service.commands.create_plan import create_plan
from billing_service.commands.end_period import end_due_periods
from billing_service.commands.reconcile_binding import reconcile_binding
from billing_service.commands.reconcile_payment import reconcile_payment
from billing_service.commands.reconcile_refund import reconcile_refund
from billing_service.commands.record_notice import record_notice
from billing_service.commands.renew_subscription import renew_due
from billing_service.commands.start_payment import Order, start_payment
from billing_service.domain.plans import Plan
from billing_service.domain.policy import Policy
from billing_service.main import create_app
from billing_service.settings import Settings
from fastapi import FastAPI
from memory_provider import SHOP, MemoryProvider

from shared.auth import HEADER, Principal, sign_identity
from shared.db import Database
from shared.testing import INTERNAL_SECRET, FrozenClock

TOKEN = "webhook-address-of-test-runs-0123456789"
PROXY_SECRET = "proxy-signature-of-test-runs-0123456789"
RETURN = "https://chat.example.org/billing"


_TABLES = (
    "outbox inbox dead_letter audit_log alarm notice usage_counter ledger_entry refund "
    "promo_redemption promo_code mail binding "
    "subscription_transition subscription_period payment subscription payment_method customer plan"
)


POLICY = Policy(
    shop_id=SHOP,
    is_test_shop=True,
    recurring_enabled=True,
    return_hosts=frozenset({"chat.example.org"}),
)


@dataclass
class Books:
    """Billing's commands around one database; `clock` moves only when told."""

    db: Database
    provider: MemoryProvider
    policy: Policy
    clock: FrozenClock
    numbers: Any = field(default_factory=itertools.count)

    async def empty(self) -> None:
        """Far cheaper than a database of its own for every test; TRUNCATE syncs every file."""
        async with self.db.transaction() as conn:
            await conn.execute("; ".join(f"DELETE FROM {table}" for table in _TABLES.split()))

    async def plan(self, **fields: Any) -> Plan:
        given = {"price": 990, "interval": "month", "included_credits": 500} | fields
        name = f"Plan {next(self.numbers)}"
        wish = CreatePlan.model_validate({"name": name} | given).model_dump()
        return await create_plan(self.db, wish, "root", self.clock.now)

    async def order(self, plan: Plan, user_id: str = "u1", **fields: Any) -> Started:
        order = replace(Order(user_id, f"{user_id}@example.org", plan.id, RETURN), **fields)
        self.provider.now = now = self.clock.now
        return await start_payment(self.db, self.provider, self.policy, order, now)

    async def buy(self, plan: Plan, user_id: str = "u1", **fields: Any) -> Started:
        started = await self.order(plan, user_id, **fields)
        self.provider.pay(started.payment_id or "")
        await self.tell("payment.succeeded", started.payment_id)
        await self.work()
        return started

    async def tell(self, event: str, object_id: str | None) -> None:
        body = {"type": "notification", "event": event, "object": {"id": object_id}}
        await record_notice(self.db, body, "test", self.clock.now)

    async def work(self) -> None:
        """Let the worker do everything that is due now."""
        self.provider.now = self.clock.now
        for _ in range(100):
            now = self.clock.now
            busy = await apply_notice(self.db, self.provider, self.policy, now)
            busy |= await reconcile_payment(self.db, self.provider, self.policy, now)
            busy |= await reconcile_refund(self.db, self.provider, now)
            busy |= await reconcile_binding(self.db, self.provider, self.policy, now)
            if self.policy.recurring_enabled:
                await renew_due(self.db, self.provider, self.policy, now)
            busy |= await end_due_periods(self.db, self.policy, now)
            if not busy:
                return
        raise AssertionError("the worker never comes to rest")

    async def pass_time(self, until: datetime, step: timedelta = timedelta(hours=12)) -> None:
        """Move the clock step by step, with the worker at work."""
        while self.clock.now < until:
            self.clock.set(min(self.clock.now + step, until))
            await self.work()

    async def rows(self, sql: str, *values: Any) -> list[dict[str, Any]]:
        async with self.db.reader() as conn:
            return [dict(row) for row in await conn.fetch(sql, *values)]

    async def one(self, sql: str, *values: Any) -> Any:
        rows = await self.rows(sql, *values)
        return next(iter(rows[0].values())) if rows else None

    async def facts(self, event: str) -> list[dict[str, Any]]:
        sql = "SELECT data FROM outbox WHERE type = $1 ORDER BY sequence"
        return [row["data"] for row in await self.rows(sql, event)]

    async def status(self, user_id: str = "u1") -> Any:
        sql = "SELECT status FROM subscription WHERE user_id = $1 ORDER BY created_at DESC LIMIT 1"
        return await self.one(sql, user_id)


async def _signed_anew(request: httpx.Request) -> None:
    """Identities live a minute, and tests sign theirs when they are collected."""
    if token := request.headers.get(HEADER):
        said = jwt.decode(token, options={"verify_signature": False})
        who = Principal(said["kind"], said["sub"], "", said["email"], frozenset(said["scopes"]))
        request.headers[HEADER] = sign_identity(who, INTERNAL_SECRET, datetime.now(UTC))


def _app(url: str) -> FastAPI:
    settings = Settings(
        env="test",
        database_url=url,
        redis_url="redis://127.0.0.1:1/0",
        internal_secret=INTERNAL_SECRET,
        yookassa_webhook_token=TOKEN,
        webhook_proxy_secret=PROXY_SECRET,
        return_url_hosts="chat.example.org",
    )
    app = create_app(settings)
    app.state.desk.policy = replace(app.state.desk.policy, shop_id=SHOP, is_test_shop=True)
    return app


@asynccontextmanager
async def client_of(url: str, provider: Any = None) -> AsyncIterator[httpx.AsyncClient]:
    app = _app(url)
    async with app.router.lifespan_context(app):
        app.state.desk.provider = provider
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://billing") as client:
            client.desk = app.state.desk  # type: ignore[attr-defined]
            client.event_hooks = {"request": [_signed_anew]}
            yield client
