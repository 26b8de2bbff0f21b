"""A provider in memory, and the service around a real database with a clock that stands still."""

import itertools
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import httpx
import jwt
import pytest
from billing_service.api.plan_requests import CreatePlan
from billing_service.commands.apply_notice import apply_notice
from billing_service.commands.create_plan import create_plan
from billing_service.commands.end_period import end_due_periods
from billing_service.commands.reconcile_binding import reconcile_binding
from billing_service.commands.reconcile_payment import reconcile_payment
from billing_service.commands.reconcile_refund import reconcile_refund
from billing_service.commands.record_notice import record_notice
from billing_service.commands.renew_subscription import renew_due
from billing_service.commands.start_payment import Order, Started, start_payment
from billing_service.domain import provider as port
from billing_service.domain.plans import Plan
from billing_service.domain.policy import Policy
from billing_service.main import create_app
from billing_service.settings import Settings
from fastapi import FastAPI

from shared import codec
from shared.auth import HEADER, Principal, sign_identity
from shared.db import Database
from shared.testing import INTERNAL_SECRET, FrozenClock

SHOP = "100500"
TOKEN = "webhook-address-of-test-runs-0123456789"
PROXY_SECRET = "proxy-signature-of-test-runs-0123456789"
RETURN = "https://chat.example.org/billing"


@dataclass
class MemoryProvider:
    """Keeps payments by key; `trouble` fails the next writes, if `after` with their effect."""

    payments: dict[str, port.ProviderPayment] = field(default_factory=dict)
    refunds: dict[str, port.ProviderRefund] = field(default_factory=dict)
    methods: dict[str, port.ProviderMethod] = field(default_factory=dict)
    by_key: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    trouble: list[tuple[Exception, bool]] = field(default_factory=list)
    autopay: list[str] = field(default_factory=list)
    writes: int = 0
    now: datetime = datetime(2026, 1, 15, 12, tzinfo=UTC)

    def fail(self, error: Exception | None = None, *, after: bool = False) -> None:
        self.trouble.append((error or port.OutcomeUnknown("no answer"), after))

    def receipt(self, _line: port.ReceiptLine) -> Mapping[str, Any] | None:
        return None

    def freeze_payment(self, intent: port.PaymentIntent) -> bytes:
        return codec.encode(replace(intent, body=b""))

    def freeze_refund(self, intent: port.RefundIntent) -> bytes:
        return codec.encode(replace(intent, body=b""))

    def _once(self, key: str, body: bytes, make: Callable[[], str]) -> str:
        self.writes += 1
        error, after = self.trouble.pop(0) if self.trouble else (None, False)
        if error and not after:
            raise error
        if key in self.by_key:
            known_body, made = self.by_key[key]
            if known_body != body:
                raise port.ProviderRefused("invalid_request", 400, "Idempotence key duplicated")
        else:
            made = make()
            self.by_key[key] = (body, made)
        if error:
            raise error
        return made

    def freeze_binding(self, intent: port.BindingIntent) -> bytes:
        return codec.encode(intent)

    async def create_method(self, key: str, body: bytes) -> port.ProviderMethod:
        def make() -> str:
            url = "https://pay.example/bind"
            made = port.ProviderMethod(str(uuid4()), "pending", "*4444", SHOP, url)
            self.methods[made.id] = made
            return made.id

        return self.methods[self._once(key, body, make)]

    async def get_method(self, method_id: str) -> port.ProviderMethod:
        return self.methods[method_id]

    def bind(self, method_id: str, status: str = "active") -> None:
        self.methods[method_id] = replace(self.methods[method_id], status=status)

    async def create_payment(self, intent: port.PaymentIntent) -> port.ProviderPayment:
        asked = codec.decode(intent.body)

        def make() -> str:
            made = port.ProviderPayment(
                id=str(uuid4()),
                status="pending",
                paid=False,
                amount=Decimal(asked["amount"]),
                currency=asked["currency"],
                created_at=self.now,
                shop_id=SHOP,
                is_test=True,
                confirmation_url=None if asked["payment_method_id"] else "https://pay.example/1",
                metadata=asked["metadata"],
            )
            self.payments[made.id] = made
            if asked["payment_method_id"]:
                outcome = self.autopay.pop(0) if self.autopay else "succeeded"
                if outcome == "succeeded":
                    self.pay(made.id)
                elif outcome != "pending":
                    self.cancel(made.id, outcome)
            elif asked["save_payment_method"]:
                saved = replace(made, method_id=made.id, method_saved=True, method_title="*4444")
                self.payments[made.id] = saved
            return made.id

        return self.payments[self._once(intent.idempotence_key, intent.body, make)]

    async def create_refund(self, intent: port.RefundIntent) -> port.ProviderRefund:
        def make() -> str:
            return self.refund_in_cabinet(intent.payment_id, intent.amount).id

        return self.refunds[self._once(intent.idempotence_key, intent.body, make)]

    async def get_payment(self, payment_id: str) -> port.ProviderPayment:
        if payment_id not in self.payments:
            raise port.ProviderRefused("not_found", 404, "no such payment")
        return self.payments[payment_id]

    async def get_refund(self, refund_id: str) -> port.ProviderRefund:
        if refund_id not in self.refunds:
            raise port.ProviderRefused("not_found", 404, "no such refund")
        return self.refunds[refund_id]

    async def list_payments(
        self, since: datetime, until: datetime, _: Any = None
    ) -> port.PaymentPage:
        found = [made for made in self.payments.values() if since <= made.created_at <= until]
        return port.PaymentPage(tuple(found), None)

    async def list_refunds(
        self, since: datetime, until: datetime, _: Any = None
    ) -> port.RefundPage:
        found = [made for made in self.refunds.values() if since <= made.created_at <= until]
        return port.RefundPage(tuple(found), None)

    async def close(self) -> None:
        self.payments.clear()

    def pay(self, payment_id: str) -> None:
        self.change(payment_id, status="succeeded", paid=True)

    def cancel(self, payment_id: str, reason: str) -> None:
        self.change(payment_id, status="canceled", cancel_reason=reason)

    def change(self, payment_id: str, **fields: Any) -> None:
        self.payments[payment_id] = replace(self.payments[payment_id], **fields)

    def refund_in_cabinet(self, payment_id: str, amount: Decimal) -> port.ProviderRefund:
        made = port.ProviderRefund(str(uuid4()), payment_id, "succeeded", amount, "RUB", self.now)
        self.refunds[made.id] = made
        return made


@dataclass
class Books:
    """Billing's commands around one database; `clock` moves only when told."""

    db: Database
    provider: MemoryProvider
    policy: Policy
    clock: FrozenClock
    numbers: Any = field(default_factory=itertools.count)

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


@pytest.fixture
async def books(schema_url: str, frozen_clock: FrozenClock) -> AsyncIterator[Books]:
    db = Database(schema_url)
    await db.open()
    await _empty(db)
    policy = Policy(
        shop_id=SHOP,
        is_test_shop=True,
        recurring_enabled=True,
        return_hosts=frozenset({"chat.example.org"}),
    )
    yield Books(db, MemoryProvider(), policy, frozen_clock)
    await db.close()


_TABLES = (
    "outbox inbox dead_letter audit_log alarm notice usage_counter ledger_entry refund "
    "promo_redemption promo_code mail binding "
    "subscription_transition subscription_period payment subscription payment_method customer plan"
)


async def _empty(db: Database) -> None:
    """Far cheaper than a database of its own for every test; TRUNCATE syncs every file."""
    async with db.transaction() as conn:
        await conn.execute("; ".join(f"DELETE FROM {table}" for table in _TABLES.split()))


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
async def _client(url: str, provider: Any = None) -> AsyncIterator[httpx.AsyncClient]:
    app = _app(url)
    async with app.router.lifespan_context(app):
        app.state.desk.provider = provider
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://billing") as client:
            client.desk = app.state.desk  # type: ignore[attr-defined]
            client.event_hooks = {"request": [_signed_anew]}
            yield client


@pytest.fixture
async def http(books: Books, schema_url: str) -> AsyncIterator[httpx.AsyncClient]:
    """The service's own application over the same database and provider."""
    async with _client(schema_url, books.provider) as client:
        yield client


@pytest.fixture(scope="module")
def schema_url(make_module_database: Callable[[str], str]) -> str:
    return make_module_database("billing")


@pytest.fixture
async def http_once(schema_url: str) -> AsyncIterator[httpx.AsyncClient]:
    async with _client(schema_url) as client:
        yield client
