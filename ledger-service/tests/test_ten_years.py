"""Ten years of monthly resets on a test clock, compared with a page of arithmetic.

The years 2010 to 2019 hold what a calendar can do: two leap days, Moscow gave up changing its
clocks and changed its mind, Apia moved across the date line and had no 30 December 2011.
"""

import asyncio
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from ledger_service.commands.conduct_monthly_reset import conduct_monthly_reset
from ledger_service.commands.roll_up_usage import roll_up_usage

ALLOWANCE, CARRY_OVER_MAX, BOUGHT = Decimal(10), Decimal(5), Decimal(500)
INSTANT = timedelta(microseconds=1)
OUTAGE = timedelta(days=3)
# The timer stands still from two days before this period to three days after its beginning.
OUTAGE_BEFORE = date(2016, 3, 1)
MONTHS = [date(2010 + number // 12, number % 12 + 1, 1) for number in range(121)]


@dataclass
class Paper:
    """One account as arithmetic: what ends with the month is spent before what was bought."""

    name: str
    monthly: Decimal
    bought: Decimal
    expired: Decimal = Decimal(0)
    carried: Decimal = Decimal(0)

    def renew(self) -> None:
        kept = min(self.monthly, CARRY_OVER_MAX)
        self.expired += self.monthly
        self.carried += kept
        self.monthly = ALLOWANCE + kept

    def spend(self, amount: Decimal) -> None:
        of_month = min(amount, self.monthly)
        self.monthly -= of_month
        self.bought -= amount - of_month

    @property
    def credits(self) -> Decimal:
        return self.monthly + self.bought


def spent(name: str, number: int) -> int:
    """Credits that the account spends in the month of that number, at its two ends."""
    return {"saver": 0, "steady": 6, "varying": (number * 7) % 23}[name]


async def midnights(ledger: Any, zone: str) -> list[datetime]:
    """When the months begin, from PostgreSQL's own table of zones."""
    async with ledger.books.db.reader() as connection:
        rows = await connection.fetch(
            "SELECT day::timestamp AT TIME ZONE $2 AS at FROM unnest($1::date[]) AS day",
            MONTHS,
            zone,
        )
    return [row["at"] for row in rows]


async def spend(ledger: Any, paper: Paper, moment: datetime, amount: int) -> None:
    ledger.at(moment)
    answer = await ledger.charge(1000 * amount, user_id=paper.name, model_id="old")
    assert answer.status == 200, answer.body
    paper.spend(Decimal(amount))


async def check(ledger: Any, papers: list[Paper]) -> None:
    users = await ledger.get("/api/credits/users")
    credits_of = {user["id"]: user["credits"] for user in users}
    for paper in papers:
        assert credits_of[paper.name] == paper.credits, paper


async def live(
    ledger: Any, papers: list[Paper], number: int, starts: datetime, ends: datetime
) -> None:
    """A month: two spend at its very end, one also near its beginning; a timer comes too soon."""
    steady, varying = papers[1:]
    amount = spent(varying.name, number)
    await spend(ledger, varying, starts + OUTAGE, amount // 2)
    await spend(ledger, varying, ends - INSTANT, amount - amount // 2)
    await spend(ledger, steady, ends - INSTANT, spent(steady.name, number))
    if MONTHS[number + 1] != OUTAGE_BEFORE:
        ledger.at(ends - INSTANT)
        assert await conduct_monthly_reset(ledger.books) == 0


async def turn(ledger: Any, papers: list[Paper], starts: datetime, *, outage: bool) -> None:
    """The period begins: two workers at once renew everybody, once."""
    early = papers[2]
    for paper in papers:
        paper.renew()
    if outage:
        # Who comes while no timer runs has the new allowance at once.
        ledger.at(starts)
        assert (await ledger.user(early.name))["credits"] == early.credits
    ledger.at(starts + OUTAGE if outage else starts)
    await asyncio.gather(*(conduct_monthly_reset(ledger.books) for _ in range(2)))
    await check(ledger, papers)


async def check_history(ledger: Any, papers: list[Paper], zone: str) -> None:
    months = [f"{month:%Y-%m}" for month in MONTHS[:-1]]
    async with ledger.books.db.reader() as connection:
        runs = await connection.fetch(
            "SELECT period, users_affected, started_at FROM reset_run ORDER BY id"
        )
        lots = await connection.fetch(
            "SELECT account_id, array_agg(period ORDER BY period) AS periods FROM lot"
            " WHERE source = 'allowance' GROUP BY 1"
        )
        sums = await connection.fetch(
            "SELECT account_id, coalesce(sum(amount) FILTER (WHERE kind = 'expiry'), 0) AS expired,"
            " coalesce(sum(amount) FILTER (WHERE idempotency_key LIKE 'carry:%'), 0) AS carried"
            " FROM transfer GROUP BY 1"
        )
    assert [run["period"] for run in runs] == months
    assert {run["users_affected"] for run in runs} == {len(papers)}
    granted = {row["account_id"]: row["periods"] for row in lots}
    assert granted == {paper.name: months for paper in papers}
    moved = {row["account_id"]: (row["expired"], row["carried"]) for row in sums}
    assert moved == {paper.name: (paper.expired, paper.carried) for paper in papers}
    await roll_up_usage(ledger.books)
    for year in (2010, 2012, 2019):
        shown = await ledger.get(f"/api/credits/statistics/yearly?year={year}")
        for month in shown["monthly_breakdown"]:
            number = (year - 2010) * 12 + month["month"] - 1
            used = sum(spent(paper.name, number) for paper in papers)
            assert month["summary"]["total_credits_used"] == used, (zone, year, month)


@pytest.mark.parametrize(
    "zone",
    ["Europe/Moscow", "America/New_York", "Pacific/Apia"],
)
async def test_ten_years_of_resets_give_what_arithmetic_gives(ledger: Any, zone: str) -> None:
    ledger.books.zone = ZoneInfo(zone)
    ledger.books.carry_over_max = CARRY_OVER_MAX
    starts = await midnights(ledger, zone)
    prices = {"input": Decimal("0.001")}
    await ledger.set_price("old", prices, effective_from=datetime(2000, 1, 1, tzinfo=UTC))
    ledger.at(starts[0] - timedelta(days=40))
    await ledger.add_group("maths", str(ALLOWANCE))
    papers = [Paper(name, Decimal(0), Decimal(0)) for name in ("saver", "steady", "varying")]
    ledger.at(starts[0])
    for paper in papers:
        await ledger.add_user(paper.name, "maths")
        paper.monthly = ALLOWANCE
    await ledger.give(str(BOUGHT), "varying", source="purchase")
    papers[2].bought = BOUGHT
    await conduct_monthly_reset(ledger.books)
    for number, (begins, ends) in enumerate(pairwise(starts)):
        if number:
            outage = MONTHS[number] == OUTAGE_BEFORE
            await turn(ledger, papers, begins, outage=outage)
        await live(ledger, papers, number, begins, ends)
    await check(ledger, papers)
    await check_history(ledger, papers, zone)
