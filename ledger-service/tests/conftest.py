"""A ledger in this process on a fresh database, with prices and one user; a model of an account."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from ledger_service.domain.allowance import period_of
from ledger_service.main import create_app
from ledger_service.settings import Settings
from ledger_service.store.books import Books

from shared import codec
from shared.contracts import Contract, Event
from shared.contracts.pricing import PricePublished, UnknownModelPolicyChanged
from shared.contracts.sync import GroupChanged, MembershipChanged, UserChanged
from shared.testing.identity import INTERNAL_SECRET, identity_headers

ZERO = Decimal(0)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
PRICES = {"input": Decimal("0.001"), "output": Decimal("0.002")}


@dataclass(slots=True)
class Answer:
    status: int
    body: Any
    headers: httpx.Headers


@dataclass(slots=True)
class Ledger:
    """The service as its callers see it, and a way to tell it events."""

    http: httpx.AsyncClient
    books: Books
    url: str
    sequence: int = field(default=0)

    async def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        kind: Any = "admin",
        role: str = "owner",
        **headers: str,
    ) -> Answer:
        content = body if isinstance(body, bytes | None) else codec.encode(body)
        sent = (
            identity_headers(kind, name="tester", scopes=[role] if kind == "admin" else [])
            | {
                "content-type": "application/json",
            }
            | {name.replace("_", "-"): value for name, value in headers.items()}
        )
        answer = await self.http.request(method, path, content=content, headers=sent)
        is_json = answer.headers.get("content-type") == "application/json"
        shown = codec.decode(answer.content) if is_json else answer.content
        return Answer(answer.status_code, shown, answer.headers)

    async def get(self, path: str, **fields: Any) -> Any:
        """The body of a successful answer to an owner."""
        answer = await self.call("GET", path, **fields)
        assert answer.status == 200, answer.body
        return answer.body

    def at(self, moment: datetime) -> None:
        """Let the ledger believe that it is `moment`."""
        self.books.clock = self.books.batcher._clock = lambda: moment

    async def post(self, path: str, body: Any, **headers: str) -> Answer:
        return await self.call("POST", f"/api/credits/{path}", body, **headers)

    async def charge(self, tokens: int = 0, key: str | None = None, **fields: Any) -> Answer:
        """Charge `tokens` input tokens of model `m` (0.001 credits each) to user `u`."""
        body = {"user_id": "u", "model_id": "m", "prompt_tokens": tokens, "completion_tokens": 0}
        return await self.post(
            "deduct-tokens", body | fields | ({"idempotency_key": key} if key else {})
        )

    async def give(self, amount: str, user_id: str = "u", **fields: Any) -> Answer:
        body = {"user_id": user_id, "amount": Decimal(amount), "reason": "test"} | fields
        return await self.post("grants", body, idempotency_key=str(uuid4()))

    async def user(self, user_id: str = "u") -> Any:
        return (await self.call("GET", f"/api/credits/user/{user_id}")).body

    async def tell(self, fact: Contract, aggregate_id: str, sequence: int | None = None) -> None:
        """Deliver an event as the consumer would; in the order of the calls if not said."""
        from ledger_service.events import COMMANDS

        self.sequence += 1
        event: Event[Any] = Event(
            id=uuid4(),
            type=fact.event_type,
            aggregate_id=aggregate_id,
            sequence=sequence or self.sequence,
            occurred_at=datetime.now(UTC),
            data=fact,
        )
        await COMMANDS[type(fact)](self.books, event)
        await self.books.refresh_prices()

    async def add_user(self, user_id: str, *groups: str, role: str = "user") -> None:
        user = UserChanged(user_id=user_id, name=user_id, email="", role=role, status="active")
        await self.tell(user, user_id)
        await self.tell(MembershipChanged(user_id=user_id, group_ids=groups), user_id)

    async def add_group(self, group_id: str, default_credits: str) -> None:
        group = GroupChanged(group_id=group_id, name=group_id, status="active")
        await self.tell(group, group_id)
        body = {"group_id": group_id, "name": group_id, "default_credits": Decimal(default_credits)}
        await self.post("groups/update", body)

    async def set_price(self, model_id: str, prices: dict[str, Decimal], **fields: Any) -> None:
        fact: dict[str, Any] = {
            "model_id": model_id,
            "name": model_id,
            "version_id": str(uuid4()),
            "effective_from": datetime(2020, 1, 1, tzinfo=UTC),
            "prices": prices,
            "is_free": False,
            "is_restricted": False,
            "is_available": True,
        }
        await self.tell(PricePublished(**(fact | fields)), model_id)

    async def breaches(self) -> list[Any]:
        from ledger_service.queries.verify_ledger import verify_ledger

        async with self.books.db.reader() as connection:
            return list(await verify_ledger(connection))


@pytest.fixture
def settings_of() -> Callable[[str], Settings]:
    def make(url: str) -> Settings:
        return Settings(
            env="test",
            database_url=url,
            redis_url="redis://127.0.0.1:1",
            internal_secret=INTERNAL_SECRET,
            log_level="WARNING",
        )

    return make


@pytest.fixture
async def ledger(
    make_database: Callable[[str], Awaitable[str]], settings_of: Callable[[str], Settings]
) -> AsyncIterator[Ledger]:
    url = await make_database("ledger")
    app = create_app(settings_of(url))
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with (
        app.api.router.lifespan_context(app.api),
        httpx.AsyncClient(transport=transport, base_url="http://ledger") as http,
    ):
        made = Ledger(http, app.api.state.books, url)
        await made.books.refresh_prices()
        policy = UnknownModelPolicyChanged(policy="refuse", prices={}, version_id="none")
        await made.tell(policy, "policy")
        await made.set_price("m", PRICES)
        await made.add_user("u")
        yield made
        assert await made.breaches() == []


@dataclass
class ModelLot:
    expires: datetime
    left: Decimal


@dataclass
class ModelHold:
    id: UUID
    amount: Decimal
    expires: datetime
    status: str = "open"
    counted: int = 0
    settled: int | None = None


@dataclass
class Model:
    """One account as its owner would keep it on paper."""

    balance: Decimal = ZERO
    due: datetime = EPOCH
    lots: list[ModelLot] = field(default_factory=list)
    holds: list[ModelHold] = field(default_factory=list)
    groups: set[int] = field(default_factory=set)
    allowances: dict[str, tuple[ModelLot, Decimal]] = field(default_factory=dict)

    @property
    def held(self) -> Decimal:
        return sum((hold.amount for hold in self.holds if hold.status == "open"), ZERO)

    def reserve(self, hold_id: UUID, amount: Decimal, expires: datetime) -> None:
        self.holds.append(ModelHold(hold_id, amount, expires))

    def give(self, amount: Decimal, expires: datetime) -> ModelLot:
        lot = ModelLot(expires, amount)
        debt = max(-self.balance, ZERO)
        self.lots.append(lot)
        self.balance += amount
        self._spend(min(debt, amount))
        self.due = min(self.due, expires)
        return lot

    def take(self, amount: Decimal) -> None:
        self._spend(min(amount, max(self.balance, ZERO)))
        self.balance -= amount

    def _spend(self, amount: Decimal) -> None:
        for lot in sorted(self.lots, key=lambda lot: lot.expires):
            taken = min(lot.left, amount)
            lot.left -= taken
            amount -= taken

    def touch(self, now: datetime, defaults: list[Decimal], *, always: bool = False) -> None:
        """What falls due by `now`; without `always` only if something is due."""
        if not always and self.due > now:
            return
        period = period_of(now, UTC)
        for lot in self.lots:
            if lot.expires <= now:
                self.balance -= lot.left
                lot.left = ZERO
        live = [lot.expires for lot in self.lots if lot.left > 0]
        self.due = min([period.ends_at, *live])
        if period.name not in self.allowances:
            self.raise_allowance(now, defaults)

    def raise_allowance(self, now: datetime, defaults: list[Decimal]) -> None:
        period = period_of(now, UTC)
        amount = sum((defaults[number] for number in self.groups), ZERO)
        lot, granted = self.allowances.get(period.name, (None, ZERO))
        if amount <= granted:
            return
        if lot is None:
            lot = self.give(amount, period.ends_at)
        else:
            self.balance += amount - granted
            lot.left += amount - granted
            debt = max(sum((lot.left for lot in self.lots), ZERO) - max(self.balance, ZERO), ZERO)
            self._spend(debt)
        self.allowances[period.name] = (lot, amount)


@pytest.fixture(scope="session")
def account_model() -> type[Model]:
    return Model
