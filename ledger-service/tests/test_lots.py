"""Lots, allowances and the calendar."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from ledger_service.commands.renew_due_accounts import renew_due_accounts
from ledger_service.domain.allowance import GroupDefault, allowance, period_of


async def lots(ledger: Any) -> dict[str, Decimal]:
    async with ledger.books.db.reader() as connection:
        rows = await connection.fetch(
            "SELECT source, sum(remaining) AS remaining FROM lot WHERE remaining > 0 GROUP BY 1"
        )
    return {row["source"]: row["remaining"] for row in rows}


async def test_a_new_user_gets_the_allowance_of_the_groups_at_once(ledger: Any) -> None:
    await ledger.add_group("maths", "100")
    await ledger.add_group("physics", "50")
    await ledger.add_user("new", "maths", "physics")
    user = await ledger.user("new")
    assert user["credits"] == user["default_credits"] == 150
    assert user["group_name"] == "maths, physics"
    assert [group["id"] for group in user["groups"]] == ["maths", "physics", "default"]


async def test_joining_a_group_raises_the_allowance_at_once_and_leaving_does_not_lower_it(
    ledger: Any,
) -> None:
    await ledger.add_group("maths", "100")
    await ledger.add_user("new")
    assert (await ledger.user("new"))["credits"] == 0
    for groups in (("maths",), (), ("maths",)):
        await ledger.add_user("new", *groups)
        assert (await ledger.user("new"))["credits"] == 100


async def test_a_new_month_replaces_the_allowance_and_keeps_bought_credits(ledger: Any) -> None:
    ledger.at(datetime(2026, 1, 20, tzinfo=UTC))
    await ledger.add_group("maths", "100")
    await ledger.add_user("u", "maths")
    await ledger.give("30", source="purchase")
    await ledger.charge(120_000)
    assert (await ledger.user())["credits"] == 10
    ledger.at(datetime(2026, 2, 1, tzinfo=UTC))
    assert (await ledger.user())["credits"] == 110
    assert await lots(ledger) == {"allowance": 100, "purchase": 10}


async def test_credits_are_spent_soonest_expiring_first(ledger: Any) -> None:
    now = datetime(2026, 1, 20, tzinfo=UTC)
    ledger.at(now)
    await ledger.give("10", source="purchase")
    await ledger.give("5", source="promo", expires_at=now + timedelta(days=2))
    await ledger.charge(3000)
    ledger.at(now + timedelta(days=3))
    assert (await ledger.user())["credits"] == 10
    page = (await ledger.call("GET", "/api/credits/user/u/transactions")).body
    assert page["transactions"][0]["transaction_type"] == "expiry"
    assert page["transactions"][0]["amount"] == -2


async def test_what_was_spent_before_a_grant_is_not_taken_from_it(ledger: Any) -> None:
    now = datetime(2026, 1, 20, tzinfo=UTC)
    ledger.at(now)
    await ledger.give("10", source="purchase")
    await ledger.charge(4000)
    await ledger.give("5", source="promo", expires_at=now + timedelta(days=2))
    ledger.at(now + timedelta(days=3))
    assert (await ledger.user())["credits"] == 6


async def test_a_charge_after_the_boundary_meets_the_new_period_even_without_a_worker(
    ledger: Any,
) -> None:
    ledger.at(datetime(2026, 1, 31, 23, 59, tzinfo=UTC))
    await ledger.add_group("maths", "1")
    await ledger.add_user("u", "maths")
    assert (await ledger.charge(500)).body["new_balance"] == Decimal("0.5")
    ledger.at(datetime(2026, 2, 1, tzinfo=UTC))
    assert (await ledger.charge(100)).body["new_balance"] == Decimal("0.9")


async def test_after_an_outage_of_months_the_current_period_is_granted_once(ledger: Any) -> None:
    ledger.at(datetime(2026, 1, 20, tzinfo=UTC))
    await ledger.add_group("maths", "7")
    await ledger.add_user("u", "maths")
    ledger.at(datetime(2026, 6, 4, tzinfo=UTC))
    assert await renew_due_accounts(ledger.books) == 1
    assert await renew_due_accounts(ledger.books) == 0
    assert (await ledger.user())["credits"] == 7
    page = (await ledger.call("GET", "/api/credits/user/u/transactions")).body
    kinds = [row["transaction_type"] for row in page["transactions"]]
    assert kinds == ["monthly_reset", "expiry", "monthly_reset"]


async def test_a_pending_user_is_given_nothing(ledger: Any) -> None:
    await ledger.add_group("maths", "7")
    await ledger.add_user("waiting", "maths", role="pending")
    assert (await ledger.user("waiting"))["credits"] == 0
    await ledger.add_user("waiting", "maths", role="user")
    assert (await ledger.user("waiting"))["credits"] == 7


async def test_setting_a_balance_posts_the_difference(ledger: Any) -> None:
    await ledger.give("10")
    for target in ("4", "4", "25.5", "0"):
        body = {"user_id": "u", "credits": Decimal(target), "actor": "somebody else"}
        answer = await ledger.post("update", body)
        assert answer.body == {"status": "success", "id": "u", "credits": Decimal(target)}
    page = (await ledger.call("GET", "/api/credits/user/u/transactions")).body
    amounts = [row["amount"] for row in page["transactions"]]
    assert amounts == [Decimal("-25.5"), Decimal("21.5"), 0, -6, 10]
    assert {row["actor"] for row in page["transactions"]} == {"tester"}


@pytest.mark.parametrize(
    ("zone", "moment", "name", "ends"),
    [
        ("UTC", "2026-01-31T23:59:59+00:00", "2026-01", "2026-02-01T00:00:00+00:00"),
        ("Europe/Prague", "2026-01-31T23:00:00+00:00", "2026-02", "2026-02-28T23:00:00+00:00"),
        ("Europe/Prague", "2026-03-29T01:00:00+00:00", "2026-03", "2026-03-31T22:00:00+00:00"),
        ("Pacific/Kiritimati", "2026-12-31T10:00:00+00:00", "2027-01", "2027-01-31T10:00:00+00:00"),
    ],
)
def test_a_period_is_a_calendar_month_of_the_zone(
    zone: str, moment: str, name: str, ends: str
) -> None:
    period = period_of(datetime.fromisoformat(moment), ZoneInfo(zone))
    assert (period.name, period.ends_at) == (name, datetime.fromisoformat(ends))


def test_the_rule_of_the_installation_combines_the_groups() -> None:
    groups = [GroupDefault("a", Decimal(5), 2), GroupDefault("b", Decimal(3), 1)]
    assert allowance(groups, "sum") == 8
    assert allowance(groups, "max") == 5
    assert allowance(groups, "priority") == 3
    assert allowance([], "max") == 0
