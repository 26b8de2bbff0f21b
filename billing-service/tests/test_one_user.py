"""Checkouts, payments, cancellations, refunds and time, all at once on one user."""

import asyncio
import itertools
from collections.abc import Awaitable
from datetime import timedelta
from typing import Any
from uuid import UUID

from billing_service.commands.cancel_subscription import cancel_subscription
from billing_service.commands.refund_payment import RefundOrder, refund_payment
from billing_service.commands.resume_subscription import resume_subscription
from billing_service.commands.start_trial import start_trial
from billing_service.commands.unlink_methods import unlink_methods
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.problems import Problem

USERS = itertools.count()
ACTIONS = (
    "buy small", "buy small", "buy big", "buy year",
    "order small", "order big", "order year", "pay", "pay all", "tell", "tell canceled", "work",
    "cancel now", "cancel later", "resume", "trial", "refund", "day", "month", "decline", "unlink",
    "lose answer",
)  # fmt: skip
batches = st.lists(
    st.lists(st.sampled_from(ACTIONS), min_size=1, max_size=4), min_size=1, max_size=14
)


class Life:
    """One user's actions; what is refused by a rule is part of life."""

    def __init__(self, books: Any, plans: dict[str, Any], user_id: str) -> None:
        self.books = books
        self.plans = plans
        self.user_id = user_id

    async def act(self, action: str) -> None:
        verb, _, object_ = action.partition(" ")
        try:
            await getattr(self, f"_{verb}")(object_)
        except Problem:
            return

    async def _order(self, plan: str) -> None:
        await self.books.order(self.plans[plan], self.user_id, save_method=True)

    async def _buy(self, plan: str) -> None:
        await self._order(plan)
        await self._pay("all")
        await self._tell("")
        await self._work("")

    async def _payments(self, status: str) -> list[str]:
        rows = await self.books.rows(
            "SELECT provider_id FROM payment WHERE user_id = $1 ORDER BY created_at", self.user_id
        )
        known = (self.books.provider.payments.get(row["provider_id"]) for row in rows)
        return [told.id for told in known if told and told.status == status]

    async def _pay(self, which: str) -> None:
        pending = await self._payments("pending")
        for payment_id in pending if which else pending[:1]:
            self.books.provider.pay(payment_id)

    async def _decline(self, _: str) -> None:
        self.books.provider.autopay = ["insufficient_funds", "card_expired"]
        for payment_id in (await self._payments("pending"))[:1]:
            self.books.provider.cancel(payment_id, "general_decline")

    async def _tell(self, event: str) -> None:
        for status in ("succeeded", "canceled", "pending"):
            for payment_id in await self._payments(status):
                await self.books.tell(f"payment.{event or 'succeeded'}", payment_id)

    async def _work(self, _: str) -> None:
        await self.books.work()

    async def _cancel(self, when: str) -> None:
        await cancel_subscription(
            self.books.db, self.user_id, self.books.clock.now, immediate=when == "now", actor="u"
        )

    async def _resume(self, _: str) -> None:
        await resume_subscription(
            self.books.db, self.user_id, self.books.clock.now, actor=self.user_id
        )

    async def _trial(self, _: str) -> None:
        await start_trial(self.books.db, self.user_id, self.plans["small"].id, self.books.clock.now)

    async def _refund(self, _: str) -> None:
        payment_id: UUID | None = await self.books.one(
            "SELECT id FROM payment WHERE user_id = $1 AND status = 'succeeded' LIMIT 1",
            self.user_id,
        )
        if payment_id:
            order = RefundOrder(payment_id, None, "", "root")
            await refund_payment(self.books.db, self.books.provider, order, self.books.clock.now)

    async def _day(self, _: str) -> None:
        self.books.clock.advance(timedelta(days=1))

    async def _month(self, _: str) -> None:
        self.books.clock.advance(timedelta(days=31))

    async def _unlink(self, _: str) -> None:
        await unlink_methods(self.books.db, self.user_id, self.books.clock.now)

    async def _lose(self, _: str) -> None:
        self.books.provider.fail(after=True)

    async def check(self) -> None:
        """What must hold at every moment."""
        subscriptions = await self.books.rows(
            "SELECT * FROM subscription WHERE user_id = $1", self.user_id
        )
        live = [row for row in subscriptions if row["ended_at"] is None]
        assert len(live) <= 1
        periods = await self.books.rows(
            "SELECT * FROM subscription_period WHERE user_id = $1 ORDER BY starts_at", self.user_id
        )
        for before, after in itertools.pairwise(periods):
            assert before["ends_at"] <= after["starts_at"]
        for row in subscriptions:
            own = [p for p in periods if p["subscription_id"] == row["id"]]
            assert [p["number"] for p in own] == list(range(1, len(own) + 1))
            current = own[row["current_number"] - 1]
            assert current["starts_at"] == row["current_period_start"]
            assert current["ends_at"] == row["current_period_end"]
            assert current["begun_at"] is not None

    async def check_the_end(self) -> None:
        """Once told everything: each paid payment is one period, or stands in the alarms."""
        await self._tell("")
        await self.books.work()
        rows = await self.books.rows(
            """
            SELECT y.id, y.provider_id, y.status, y.refunded_amount = y.amount AS is_back,
                (SELECT count(*) FROM subscription_period p WHERE p.payment_id = y.id) AS periods,
                EXISTS (SELECT FROM alarm a WHERE a.object_id = y.id::text) AS is_alarmed
            FROM payment y WHERE user_id = $1
            """,
            self.user_id,
        )
        for row in rows:
            told = self.books.provider.payments.get(row["provider_id"])
            if told:
                assert told.status == row["status"]
            if row["status"] == "succeeded":
                assert row["periods"] == 1 or row["is_alarmed"] or row["is_back"], row
            else:
                assert row["periods"] == 0


async def live_through(books: Any, plans: dict[str, Any], actions: list[list[str]]) -> None:
    life = Life(books, plans, f"user-{next(USERS)}")
    books.provider.trouble.clear()
    for together in actions:
        running: list[Awaitable[None]] = [life.act(action) for action in together]
        await asyncio.gather(*running)
        await life.check()
    books.provider.trouble.clear()
    await life.check_the_end()
    await life.check()
    # The next user lives months later, and nobody shall be renewed meanwhile.
    await life.act("cancel now")


async def test_one_user_is_always_in_one_consistent_state(books: Any) -> None:
    plans = {
        "small": await books.plan(price=300, trial_days=7),
        "big": await books.plan(price=900),
        "year": await books.plan(price=2000, interval="year"),
    }
    examples: list[list[list[str]]] = []

    @settings(
        max_examples=25,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    @given(actions=batches)
    def collect(actions: list[list[str]]) -> None:
        examples.append(actions)

    collect()
    for actions in examples:
        await live_through(books, plans, actions)
