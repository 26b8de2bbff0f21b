"""One user's life over HTTP: everything that can happen at once, on two copies of the service.

Each step sends its requests together: checkouts, cancellations, notices, workers and the clock.
Once all faults are over, our tables must equal the provider's. BILLING_LIVES lengthens the run.
"""

import asyncio
import itertools
import os
from collections.abc import Iterator
from contextlib import AsyncExitStack
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest
from billing_service.store import customers
from books import POLICY, Books, client_of
from distant_provider import DistantProvider
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)
from one_user import ACTIONS, TROUBLES, OneUser

from shared.db import Database
from shared.testing import FrozenClock

LIVES_USUALLY = 4
LIVES = int(os.environ.get("BILLING_LIVES", LIVES_USUALLY))


class Life(OneUser, RuleBasedStateMachine):
    """Steps of up to five actions at once, and what must hold after each of them."""

    runner: ClassVar[asyncio.Runner]
    numbers: ClassVar[Iterator[int]] = itertools.count()

    def __init__(self) -> None:
        RuleBasedStateMachine.__init__(self)
        OneUser.__init__(self, f"user-{next(self.numbers)}")
        self.provider.heal()
        self.provider.autopay.clear()
        self.runner.run(self._exists())

    async def _exists(self) -> None:
        async with self.books.db.transaction() as conn:
            await customers.set_fields(conn, self.user_id, self.books.clock.now, language="en")

    @rule(actions=st.lists(st.sampled_from(ACTIONS), min_size=1, max_size=5))
    def at_once(self, actions: list[str]) -> None:
        self.runner.run(self._at_once(actions))

    async def _at_once(self, actions: list[str]) -> None:
        self.may_be_unreached = bool(TROUBLES & set(actions)) or self.provider.is_in_trouble
        charged = set(self.provider.charged)
        linked = await self._linked()
        await asyncio.gather(*(self.act(action) for action in actions))
        # A card that was forgotten before is not charged, whatever was under way.
        if "unlink" not in actions:
            allowed = linked | await self._linked()
            new = [self.provider.charged[made] for made in set(self.provider.charged) - charged]
            assert {method for user, method in new if user == self.user_id} <= allowed

    async def _linked(self) -> set[str]:
        rows = await self.books.rows(
            "SELECT provider_id FROM payment_method WHERE user_id = $1 AND unlinked_at IS NULL",
            self.user_id,
        )
        return {row["provider_id"] for row in rows}

    @invariant()
    def is_consistent(self) -> None:
        self.runner.run(self._check_periods())
        self.runner.run(self._check_grants())

    async def _check_periods(self) -> None:
        """One live subscription, and neither gap nor overlap within any."""
        subscriptions = await self._rows("SELECT * FROM subscription WHERE user_id = $1")
        live = [row for row in subscriptions if row["ended_at"] is None]
        assert len(live) <= 1
        shown = (await next(self.clients).get("/billing/me", headers=self.user)).json()
        assert (shown["subscription"] or {}).get("id") == (str(live[0]["id"]) if live else None)
        periods = await self._rows(
            "SELECT * FROM subscription_period WHERE user_id = $1 ORDER BY starts_at, ends_at"
        )
        for before, after in itertools.pairwise(periods):
            assert before["ends_at"] <= after["starts_at"]
        for row in subscriptions:
            own = [p for p in periods if p["subscription_id"] == row["id"]]
            assert [p["number"] for p in own] == list(range(1, len(own) + 1))
            assert all(b["ends_at"] == a["starts_at"] for b, a in itertools.pairwise(own))
            current = own[row["current_number"] - 1]
            assert current["starts_at"] == row["current_period_start"]
            assert current["ends_at"] == row["current_period_end"]

    async def _check_grants(self) -> None:
        """Credits are granted once per begun period and once per paid top-up, for nothing else."""
        rows = await self._rows(
            "SELECT type, data FROM outbox WHERE data->>'user_id' = $1"
            " AND type IN ('billing.period_started', 'billing.top_up_paid')"
        )
        started = sorted(r["data"]["period_id"] for r in rows if "period_id" in r["data"])
        bought = sorted(r["data"]["payment_id"] for r in rows if "period_id" not in r["data"])
        begun = "SELECT id FROM subscription_period WHERE user_id = $1 AND begun_at IS NOT NULL"
        assert started == sorted(str(row["id"]) for row in await self._rows(begun))
        paid = "SELECT id FROM payment WHERE user_id=$1 AND kind='top_up' AND status='succeeded'"
        assert bought == sorted(str(row["id"]) for row in await self._rows(paid))

    async def _rows(self, sql: str) -> list[dict[str, Any]]:
        return await self.books.rows(sql, self.user_id)

    def teardown(self) -> None:
        self.runner.run(self._settle())
        self.is_consistent()

    async def _settle(self) -> None:
        """Nobody acts any more, the provider is well again and expires what nobody paid."""
        self.provider.heal()
        self.provider.autopay.clear()
        for _ in range(3):
            # What was never answered is sent again, and is a new payment to expire.
            for told in self._theirs("pending"):
                self.provider.cancel(told.id, "expired_on_confirmation")
            await self._unbind("")
            await self._deliver("all")
            await self.books.work()
            self.books.clock.advance(timedelta(minutes=20))
        await self._compare("")
        await self._judge()
        # The next user lives months later, and nobody shall be renewed meanwhile.
        await self._cancel("now")

    async def _judge(self) -> None:
        """Our tables are the provider's; each paid payment is one period, or stands in alarms."""
        rows = await self._rows(
            """
            SELECT y.*, (SELECT count(*) FROM subscription_period p WHERE p.payment_id = y.id)
                AS periods,
                EXISTS (SELECT FROM alarm a WHERE a.object_id = y.id::text) AS is_alarmed
            FROM payment y WHERE user_id = $1
            """
        )
        ours = {row["provider_id"]: row for row in rows if row["provider_id"]}
        assert set(ours) == {told.id for told in self._theirs()}
        for told in self._theirs():
            row = ours[told.id]
            assert (row["status"], row["amount"]) == (told.status, told.amount)
            assert row["refunded_amount"] == self.provider.refunded(told.id)
            if told.status != "succeeded":
                assert row["periods"] == 0
            elif row["kind"] != "top_up":
                is_back = row["refunded_amount"] == row["amount"]
                assert row["periods"] == 1 or row["is_alarmed"] or is_back, row
        assert {row["status"] for row in rows} <= {"succeeded", "canceled", "failed"}


@pytest.mark.timeout(60 + 10 * LIVES)
def test_one_user_is_always_in_one_consistent_state(schema_url: str) -> None:
    async def open_all(stack: AsyncExitStack) -> None:
        db = Database(schema_url)
        await db.open()
        stack.push_async_callback(db.close)
        clock, provider = FrozenClock(), DistantProvider()
        Life.books, Life.provider = Books(db, provider, POLICY, clock), provider
        await Life.books.empty()
        clients = [
            await stack.enter_async_context(client_of(schema_url, provider)) for _ in range(2)
        ]
        for client in clients:
            desk: Any = client.desk  # type: ignore[attr-defined]
            desk.policy, desk.clock = POLICY, SimpleNamespace(now=clock)
        desk.settings = desk.settings.model_copy(update={"webhook_mode": "verify"})
        Life.clients = itertools.cycle(clients)
        await Life.books.plan(id="small", price=300, trial_days=7)
        await Life.books.plan(id="big", price=900)
        await Life.books.plan(id="year", price=2000, interval="year")

    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        Life.runner = runner
        try:
            runner.run(open_all(stack))
            run_state_machine_as_test(
                Life,
                settings=settings(
                    max_examples=LIVES,
                    stateful_step_count=12,
                    deadline=None,
                    database=None,
                    derandomize=True,
                    phases=[Phase.generate, Phase.shrink]
                    if LIVES > LIVES_USUALLY
                    else [Phase.generate],
                    suppress_health_check=list(HealthCheck),
                ),
            )
        finally:
            runner.run(stack.aclose())
