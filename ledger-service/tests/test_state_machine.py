"""Random histories of an account, step by step against a model that spends its lots at once."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any, ClassVar
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)
from ledger_service.commands.charge_usage import UsageReport, charge_usage
from ledger_service.commands.expire_holds import expire_holds
from ledger_service.commands.extend_hold import extend_hold
from ledger_service.commands.issue_grant import GrantRequest, issue_grant
from ledger_service.commands.open_hold import HoldRequest, open_hold
from ledger_service.commands.record_group import record_group
from ledger_service.commands.record_membership import record_membership
from ledger_service.commands.record_price import record_price
from ledger_service.commands.release_hold import release_hold
from ledger_service.commands.renew_account import renew_account
from ledger_service.commands.set_balance import set_balance
from ledger_service.commands.settle_hold import settle_hold
from ledger_service.commands.update_group import update_group
from ledger_service.domain.allowance import period_of
from ledger_service.queries.verify_ledger import verify_ledger
from ledger_service.store.books import Books
from ledger_service.store.log import SYSTEM

from shared.contracts import Event
from shared.contracts.pricing import PricePublished
from shared.contracts.sync import GroupChanged, MembershipChanged
from shared.db import Database
from shared.problems import Conflict, PaymentRequired

PRICE = Decimal("0.001")
NEVER = datetime.max.replace(tzinfo=UTC)
ZERO = Decimal(0)
AMOUNTS = st.decimals(min_value="0.001", max_value="9", places=3)
TOKENS = st.integers(0, 6000)
WHO = st.integers(0, 1)


class LedgerMachine(RuleBasedStateMachine):
    """Two accounts, two groups, one clock."""

    books: ClassVar[Books]
    model: ClassVar[type[Any]]
    run: ClassVar[Any]
    clock: ClassVar[list[datetime]]
    numbers: ClassVar[Iterator[int]] = count(1)
    steps: ClassVar[int] = 0

    @initialize()
    def start(self) -> None:
        self.number = next(self.numbers)
        self.clock[0] = datetime(2031, 1, 10, tzinfo=UTC) + timedelta(days=400 * self.number)
        self.accounts = [self.model(), self.model()]
        self.defaults = [ZERO, ZERO]
        self.sequence = 0
        for number in (0, 1):
            name = f"run{self.number}-group{number}"
            fact = GroupChanged(group_id=name, name=name, status="active")
            self.run(record_group(self.books, event(fact, name, 1)))
        for who in (0, 1):
            self.join(who, set())

    def name(self, who: int) -> str:
        return f"run{self.number}-{who}"

    def touched(self, who: int, *, always: bool = False) -> Any:
        LedgerMachine.steps += 1
        model = self.accounts[who]
        model.touch(self.clock[0], self.defaults, always=always)
        return model

    @rule(who=WHO, groups=st.sets(st.integers(0, 1)))
    def join(self, who: int, groups: set[int]) -> None:
        self.sequence += 1
        names = tuple(f"run{self.number}-group{number}" for number in groups)
        fact = MembershipChanged(user_id=self.name(who), group_ids=names)
        self.run(record_membership(self.books, event(fact, self.name(who), self.sequence)))
        self.accounts[who].groups = groups
        self.touched(who, always=True).raise_allowance(self.clock[0], self.defaults)

    @rule(number=st.integers(0, 1), amount=AMOUNTS)
    def change_default(self, number: int, amount: Decimal) -> None:
        name = f"run{self.number}-group{number}"
        self.run(update_group(self.books, name, name, amount))
        self.defaults[number] = amount
        LedgerMachine.steps += 1

    @rule(who=WHO, amount=AMOUNTS, days=st.none() | st.integers(1, 50))
    def grant(self, who: int, amount: Decimal, days: int | None) -> None:
        expires = self.clock[0] + timedelta(days=days) if days else None
        request = GrantRequest(
            account_id=self.name(who), source="promo", amount=amount, reason="r", actor="a",
            key=str(uuid4()), expires_at=expires,
        )  # fmt: skip
        for _ in range(2):
            self.run(issue_grant(self.books, request))
        self.touched(who, always=True).give(amount, expires or NEVER)

    @rule(who=WHO, to=st.decimals(min_value=0, max_value=9, places=2))
    def set_to(self, who: int, to: Decimal) -> None:
        self.run(set_balance(self.books, self.name(who), to, author=SYSTEM, key=None))
        model = self.touched(who, always=True)
        if to > model.balance:
            model.give(to - model.balance, NEVER)
        else:
            model.take(model.balance - to)

    @rule(who=WHO, tokens=TOKENS)
    def charge(self, who: int, tokens: int) -> None:
        report = UsageReport(
            account_id=self.name(who), model_id="m", usage={"input": tokens}, actor="a",
            key=str(uuid4()),
        )  # fmt: skip
        first = self.run(charge_usage(self.books, report)).outcome
        again = self.run(charge_usage(self.books, report)).outcome
        model = self.touched(who)
        affordable = max(model.balance - model.held, ZERO)
        model.take(tokens * PRICE)
        assert (first.balance, first.covered) == (
            model.balance,
            min(tokens * PRICE, affordable),
        )
        assert (again.transfer_id, again.replayed) == (first.transfer_id, True)

    @rule(who=WHO, amount=AMOUNTS, hours=st.integers(1, 200))
    def open(self, who: int, amount: Decimal, hours: int) -> None:
        request = HoldRequest(
            account_id=self.name(who), model_id="m", prompt_tokens=0, max_tokens=0, amount=amount,
            allow_partial=False, ttl_s=hours * 3600, actor="a", key=str(uuid4()),
        )  # fmt: skip
        model = self.touched(who)
        if amount > model.balance - model.held:
            with pytest.raises(PaymentRequired):
                self.run(open_hold(self.books, request))
            return
        opened = self.run(open_hold(self.books, request)).outcome
        expires = self.clock[0] + timedelta(hours=hours)
        model.reserve(opened.hold_id, amount, expires)

    def picked(self, who: int, data: Any) -> Any:
        hold = data.draw(st.sampled_from(self.accounts[who].holds))
        LedgerMachine.steps += 1
        return hold

    def has_hold(self) -> bool:
        return all(model.holds for model in self.accounts)

    @precondition(has_hold)
    @rule(who=WHO, tokens=TOKENS, data=st.data())
    def extend(self, who: int, tokens: int, data: Any) -> None:
        hold = self.picked(who, data)
        call = extend_hold(self.books, hold.id, {"input": tokens}, 3600)
        if hold.status != "open":
            with pytest.raises(Conflict):
                self.run(call)
            return
        self.run(call)
        hold.amount = max(hold.amount, tokens * PRICE)
        hold.counted = max(hold.counted, tokens)
        hold.expires = max(hold.expires, self.clock[0] + timedelta(hours=1))

    @precondition(has_hold)
    @rule(who=WHO, tokens=TOKENS, data=st.data())
    def settle(self, who: int, tokens: int, data: Any) -> None:
        hold = self.picked(who, data)
        call = settle_hold(self.books, hold.id, {"input": tokens}, "a")
        if hold.status == "released" or hold.settled not in {None, tokens}:
            with pytest.raises(Conflict):
                self.run(call)
            if hold.status == "released":
                self.touched(who)  # what is due comes before the look at the hold
            return
        outcome = self.run(call)[1].outcome
        assert outcome.replayed is (hold.settled is not None)
        if hold.settled is not None:
            return
        model = self.touched(who)
        owed = tokens - hold.counted if hold.status == "expired" else tokens
        hold.status = "settled" if hold.status == "open" else "expired"
        hold.settled = tokens
        model.take(max(owed, 0) * PRICE)
        assert outcome.balance == model.balance

    @precondition(has_hold)
    @rule(who=WHO, data=st.data())
    def release(self, who: int, data: Any) -> None:
        hold = self.picked(who, data)
        call = release_hold(self.books, hold.id)
        if hold.status == "settled" or (hold.status == "expired" and hold.counted):
            with pytest.raises(Conflict):
                self.run(call)
        else:
            self.run(call)
            hold.status = "released" if hold.status == "open" else hold.status

    @rule(step=st.sampled_from([timedelta(hours=2), timedelta(days=3), timedelta(days=40), None]))
    def let_time_pass(self, step: timedelta | None) -> None:
        """None: exactly to the beginning of the next month."""
        now = self.clock[0]
        self.clock[0] = now + step if step else period_of(now, UTC).ends_at
        LedgerMachine.steps += 1

    @rule()
    def expire(self) -> None:
        self.run(expire_holds(self.books))
        for who, model in enumerate(self.accounts):
            for hold in sorted(model.holds, key=lambda hold: hold.expires):
                if hold.status == "open" and hold.expires <= self.clock[0]:
                    self.touched(who).take(hold.counted * PRICE)
                    hold.status = "expired"

    @rule(who=WHO)
    def look(self, who: int) -> None:
        # What a renewal grants to an account in debt is drawn down by the next one.
        for _ in range(2):
            self.run(renew_account(self.books, self.name(who)))
        model = self.touched(who, always=True)
        row = self.run(account_row(self.books, self.name(who)))
        assert (row["balance"], row["held"]) == (model.balance, model.held)
        assert row["lots"] == max(model.balance, ZERO)

    def teardown(self) -> None:
        if hasattr(self, "accounts"):
            for who in (0, 1):
                self.look(who)
            assert self.run(breaches(self.books)) == []


def event(fact: Any, aggregate_id: str, sequence: int) -> Event[Any]:
    return Event(
        id=uuid4(), type=fact.event_type, aggregate_id=aggregate_id, sequence=sequence,
        occurred_at=datetime.now(UTC), data=fact,
    )  # fmt: skip


async def account_row(books: Books, account_id: str) -> Any:
    async with books.db.reader() as connection:
        return await connection.fetchrow(
            """
            SELECT balance, held, (SELECT coalesce(sum(remaining), 0) FROM lot
                WHERE account_id = $1) AS lots
            FROM account WHERE account_id = $1
            """,
            account_id,
        )


async def breaches(books: Books) -> list[Any]:
    async with books.db.reader() as connection:
        return list(await verify_ledger(connection))


async def opened(url: str, clock: list[datetime]) -> Books:
    books = Books(Database(url), UTC, "sum", clock=lambda: clock[0])
    await books.open()
    price = PricePublished(
        model_id="m", name="m", version_id="v", effective_from=datetime(2020, 1, 1, tzinfo=UTC),
        prices={"input": PRICE}, is_free=False, is_restricted=False, is_available=True,
    )  # fmt: skip
    await record_price(books, event(price, "m", 1))
    await books.refresh_prices()
    return books


@pytest.mark.timeout(300)
def test_no_history_leads_the_ledger_away_from_a_simple_model(
    make_module_database: Callable[[str], str], account_model: type[Any]
) -> None:
    clock = [datetime(2031, 1, 1, tzinfo=UTC)]
    with asyncio.Runner() as runner:
        books = runner.run(opened(make_module_database("ledger"), clock))
        LedgerMachine.books, LedgerMachine.clock = books, clock
        LedgerMachine.model = account_model
        LedgerMachine.run = staticmethod(runner.run)
        try:
            # How long a history gets is drawn too: more are run until enough was done.
            while LedgerMachine.steps < 2000:
                run_state_machine_as_test(
                    LedgerMachine,
                    settings=settings(
                        max_examples=10, stateful_step_count=50, deadline=None, database=None,
                        suppress_health_check=list(HealthCheck), phases=[Phase.generate],
                    ),
                )  # fmt: skip
        finally:
            runner.run(books.close())
