"""Statistics come from roll-ups that say what the transfers say."""

import asyncio
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from ledger_service.commands.roll_up_usage import roll_up_usage

YEAR = "/api/credits/statistics/yearly"
MONTH = "/api/credits/statistics/monthly"


async def history(ledger: Any) -> None:
    """January and February of 2026: two users, two models."""
    await ledger.set_price("x/y", {"input": Decimal("0.5"), "output": Decimal(1)})
    await ledger.add_group("maths", "100")
    ledger.at(datetime(2026, 1, 30, tzinfo=UTC))
    await ledger.add_user("a", "maths")
    await ledger.add_user("b")
    await ledger.charge(1000, user_id="a")
    await ledger.charge(4, user_id="a", model_id="x/y", completion_tokens=1)
    await ledger.charge(500, user_id="b")
    ledger.at(datetime(2026, 2, 3, tzinfo=UTC))
    await ledger.charge(2000, user_id="a")
    await roll_up_usage(ledger.books)


async def test_a_month_shows_totals_and_users_by_credits(ledger: Any) -> None:
    await history(ledger)
    shown = await ledger.get(f"{MONTH}?year=2026&month=1")
    assert shown["summary"] == {
        "total_credits_used": Decimal("4.5"),
        "total_transactions": 3,
        "unique_users": 2,
        "total_entries": 2,
        "unique_models": 2,
    }
    first, second = shown["user_statistics"]
    assert (first["user_id"], first["credits_used"], first["transactions_count"]) == ("a", 4, 2)
    assert first["models_used"] == ["m", "x/y"]
    assert (first["group_name"], first["user_name"]) == ("maths", "a")
    assert first["current_balance"] == 98
    assert first["balance_before_reset"] == 96
    assert second["credits_used"] == Decimal("0.5")
    empty = await ledger.get(f"{MONTH}?year=2025&month=12")
    assert (empty["summary"], empty["user_statistics"]) == (None, [])


async def test_one_user_shows_this_month_and_the_past(ledger: Any) -> None:
    await history(ledger)
    shown = await ledger.get("/api/credits/statistics/user/a")
    assert shown["current_month_usage"]["credits_used"] == 2
    assert [s["month"] for s in shown["historical_statistics"]] == [2, 1]
    shown = await ledger.get("/api/credits/statistics/user/b")
    assert shown["current_month_usage"] == {
        "user_id": "b",
        "year": 2026,
        "month": 2,
        "credits_used": 0,
        "transactions_count": 0,
        "models_used": [],
        "balance_before_reset": None,
    }
    assert (await ledger.call("GET", "/api/credits/statistics/user/ghost")).status == 404


async def test_current_usage_shows_everybody(ledger: Any) -> None:
    await history(ledger)
    shown = await ledger.get("/api/credits/statistics/current-usage")
    assert (shown["year"], shown["month"]) == (2026, 2)
    assert [user["user_id"] for user in shown["current_usage"]] == ["a", "b", "u"]
    assert shown["current_usage"][0]["usage"]["credits_used"] == 2


async def test_a_year_has_twelve_months(ledger: Any) -> None:
    await history(ledger)
    shown = await ledger.get(f"{YEAR}?year=2026")
    assert shown["yearly_summary"]["total_credits_used"] == Decimal("6.5")
    assert shown["yearly_summary"]["total_entries"] == 3
    names = [month["month_name"] for month in shown["monthly_breakdown"]]
    assert (len(names), names[0], names[11]) == (12, "January", "December")
    assert [bool(month["summary"]) for month in shown["monthly_breakdown"]].count(True) == 2


async def test_usage_is_broken_down_by_day_model_group_and_user(ledger: Any) -> None:
    await history(ledger)
    address = "/api/credits/statistics/breakdown?since=2026-01-01&until=2026-02-28&by="
    days = (await ledger.get(f"{address}day"))["rows"]
    assert [(row["day"], row["credits_used"]) for row in days] == [
        ("2026-01-30", Decimal("4.5")),
        ("2026-02-03", 2),
    ]
    models = (await ledger.get(f"{address}model"))["rows"]
    assert models[1]["model"] == "x/y"
    assert models[1]["usage"] == {"input": 4, "output": 1}
    groups = (await ledger.get(f"{address}group"))["rows"]
    assert [row["group"] for row in groups] == ["maths", "default"]
    users = (await ledger.get(f"{address}user&model_id=m"))["rows"]
    assert [(row["user"], row["credits_used"]) for row in users] == [
        ("a", 3),
        ("b", Decimal("0.5")),
    ]


@pytest.mark.parametrize(
    "query",
    ["monthly?month=13", "monthly?month=0", "monthly?year=0", "yearly?year=10000", "yearly?year=x",
     "monthly?month=99999999999999999999", "breakdown?since=2026-01-01&until=2027-06-01",
     "breakdown?by=hour", "breakdown?since=2026-02-30"],
)  # fmt: skip
async def test_a_wrong_bound_is_refused(ledger: Any, query: str) -> None:
    assert (await ledger.call("GET", f"/api/credits/statistics/{query}")).status == 422


async def test_days_and_months_are_those_of_the_zone(ledger: Any) -> None:
    ledger.books.zone = ZoneInfo("Asia/Tokyo")
    ledger.at(datetime(2026, 1, 31, 15, 30, tzinfo=UTC))
    await ledger.charge(100)
    await roll_up_usage(ledger.books)
    assert (await ledger.get(MONTH))["month"] == 2
    assert (await ledger.get(MONTH))["summary"]["total_transactions"] == 1


async def test_the_roll_ups_equal_the_transfers_whoever_keeps_them(ledger: Any) -> None:
    await ledger.give("50")
    await asyncio.gather(
        *(ledger.charge(number, completion_tokens=number % 7) for number in range(60)),
        *(roll_up_usage(ledger.books) for _ in range(5)),
    )
    hold = await ledger.post("holds", {"user_id": "u", "model_id": "m", "prompt_tokens": 9})
    usage = {"prompt_tokens": 9, "completion_tokens": 3}
    await ledger.post(f"holds/{hold.body['hold_id']}/settle", usage)
    await roll_up_usage(ledger.books)
    assert await roll_up_usage(ledger.books) == 0
    async with ledger.books.db.reader() as connection:
        rows = await connection.fetch(
            """
            SELECT 'transfer', sum(amount), count(*), sum((SELECT sum((l->>'count')::bigint)
                FROM jsonb_array_elements(lines) l)) FROM transfer WHERE kind = 'charge'
            UNION ALL SELECT 'day', sum(charged), sum(charges), sum(input + output) FROM usage_day
            UNION ALL SELECT 'month', sum(charged), sum(charges), sum(input + output)
                FROM usage_month
            UNION ALL SELECT span, sum(used), sum(charges), sum(input + output)
                FROM usage_by_model WHERE model_id <> '' GROUP BY span
            """
        )
    assert len({tuple(row)[1:] for row in rows}) == 1
    assert (len(rows), rows[0][2]) == (6, 61)


async def test_summaries_are_filled_from_days_that_were_there_before_them(ledger: Any) -> None:
    """And anew after a worker of a version that does not know them."""
    await history(ledger)
    reports = ("overview?days=90", "usage?year=2026", "usage?year=2026&by=model")
    before = [await ledger.get(f"/api/ledger/{report}") for report in reports]
    async with ledger.books.db.transaction() as connection:
        await connection.execute("TRUNCATE usage_by_account, usage_by_model")
        await connection.execute("UPDATE usage_position SET summed_until = '-infinity'")
    await roll_up_usage(ledger.books)
    assert [await ledger.get(f"/api/ledger/{report}") for report in reports] == before
    await ledger.charge(3, user_id="b", model_id="x/y")
    await roll_up_usage(ledger.books)
    after = [await ledger.get(f"/api/ledger/{report}") for report in reports]
    async with ledger.books.db.transaction() as connection:
        await connection.execute("UPDATE usage_position SET summed_xid = '0'")
        await connection.execute("UPDATE usage_by_account SET used = used + 1")
    await roll_up_usage(ledger.books)
    assert [await ledger.get(f"/api/ledger/{report}") for report in reports] == after
    assert after[1]["rows"][1]["models"] == 2
    assert [row["users"] for row in after[2]["rows"]] == [2, 2]
    assert await ledger.breaches() == []


@pytest.mark.parametrize("day", ["0", "1700000000", "-1", "1.5", " 7 ", "yesterday"])
async def test_a_bare_number_is_no_day(ledger: Any, day: str) -> None:
    for field in ("since", "until"):
        answer = await ledger.call(
            "GET", f"/api/credits/statistics/breakdown?{field}={day.replace(' ', '%20')}"
        )
        assert answer.status == 422
        assert answer.body["detail"][0]["loc"] == ["query", field]


USAGE = "/api/ledger/usage"


@pytest.mark.parametrize(
    ("query", "found", "total"),
    [
        ("year=2026&month=1", [("a", 4), ("b", Decimal("0.5"))], 2),
        ("year=2026", [("a", 6), ("b", Decimal("0.5"))], 2),
        ("year=2026&limit=1&offset=1", [("b", Decimal("0.5"))], 2),
        ("year=2026&search=B", [("b", Decimal("0.5"))], 1),
        ("year=2026&by=model&sort=name&order=asc", [("m", Decimal("3.5")), ("x/y", 3)], 2),
        ("year=2026&by=group", [("maths", 6), ("default", Decimal("0.5"))], 2),
        ("year=2026&offset=9", [], 2),
        ("year=2025", [], 0),
    ],
)
async def test_usage_is_ranked_searched_and_counted_by_the_server(
    ledger: Any, query: str, found: list[Any], total: int
) -> None:
    await history(ledger)
    page = await ledger.get(f"{USAGE}?{query}")
    assert [(row["id"], row["credits_used"]) for row in page["rows"]] == found
    assert page["total"] == total


@pytest.mark.parametrize("form", ["csv", "xlsx"])
async def test_a_ranking_is_a_file_too(ledger: Any, form: str) -> None:
    await history(ledger)
    answer = await ledger.call("GET", f"{USAGE}/export?year=2026&format={form}")
    assert answer.status == 200
    refused = await ledger.call("GET", f"{USAGE}/export?year=2026&month=13")
    assert refused.status == 422
