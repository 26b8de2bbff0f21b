"""The monthly reset: once per account and period, whoever runs it and however often."""

import asyncio
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest
from ledger_service.api import resets as resetting
from ledger_service.commands import renew_due_accounts as renewing
from ledger_service.commands import resume_forced_resets as resuming
from ledger_service.commands.conduct_monthly_reset import conduct_monthly_reset
from ledger_service.commands.renew_account import renew_all
from ledger_service.commands.resume_forced_resets import renew_next, resume_forced_resets
from ledger_service.main import create_app
from ledger_service.store import log, resets
from ledger_service.store.books import Books

from shared.db import Database

JANUARY = datetime(2026, 1, 20, tzinfo=UTC)
FEBRUARY = datetime(2026, 2, 1, tzinfo=UTC)


async def crowd(ledger: Any, size: int = 6) -> None:
    """Users u0, u1, … with an allowance of 10 each, of which they have spent 4."""
    ledger.at(JANUARY)
    await ledger.add_group("maths", "10")
    for number in range(size):
        await ledger.add_user(f"u{number}", "maths")
        await ledger.charge(4000, user_id=f"u{number}")


async def manual(ledger: Any, query: str = "", **who: Any) -> Any:
    return await ledger.call("POST", f"/api/reset/manual{query}", **who)


async def status(ledger: Any) -> Any:
    return await ledger.get("/api/reset/status")


async def balances(ledger: Any) -> set[Decimal]:
    users = await ledger.get("/api/credits/users")
    return {user["credits"] for user in users if user["id"] != "u"}


async def test_a_manual_reset_renews_everybody_who_is_due(ledger: Any) -> None:
    await crowd(ledger)
    await conduct_monthly_reset(ledger.books)
    ledger.at(FEBRUARY)
    assert (await status(ledger))["needs_reset"] is True
    answer = (await manual(ledger)).body
    assert answer == {
        "success": True,
        "message": "Monthly reset completed",
        "users_affected": 6,
        "total_credits_reset": 60,
        "reset_id": answer["reset_id"],
        "reset_date": "2026-02-01",
    }
    assert await balances(ledger) == {Decimal(10)}
    shown = await status(ledger)
    assert (shown["needs_reset"], shown["last_reset_date"]) == (False, "2026-02-01")
    assert shown["checker_status"] == "stopped"
    assert shown["reset_history"][0]["id"] == answer["reset_id"]
    assert shown["reset_history"][0]["reset_type"] == "monthly"


async def test_a_second_reset_in_the_period_is_not_needed(ledger: Any) -> None:
    await crowd(ledger)
    assert (await manual(ledger)).body["success"] is True
    answer = (await manual(ledger)).body
    assert answer["success"] is False
    assert answer["message"] == "Monthly reset not needed - already performed this month"
    assert answer["users_affected"] == 0
    assert await balances(ledger) == {Decimal(6)}


async def test_a_forced_reset_makes_the_whole_allowance_available_again(ledger: Any) -> None:
    await crowd(ledger)
    await ledger.give("3", "u0", source="purchase")
    answer = (await manual(ledger, "?force=true")).body
    # Seven users are open: `u` has no group and is given nothing.
    assert (answer["users_affected"], answer["total_credits_reset"]) == (7, 24)
    assert await balances(ledger) == {Decimal(10), Decimal(13)}
    history = await ledger.get("/api/credits/user/u1/transactions")
    assert history["transactions"][0]["reason"] == "Extra renewal of 2026-01"
    assert history["transactions"][0]["transaction_type"] == "monthly_reset"
    assert (await status(ledger))["reset_history"][0]["reset_type"] == "forced"
    again = (await manual(ledger, "?force=true")).body
    assert again["total_credits_reset"] == 0
    ledger.at(FEBRUARY)
    assert (await ledger.user("u0"))["credits"] == 13


async def test_a_forced_reset_is_continued_where_it_was_interrupted(
    ledger: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resuming, "BATCH", 2)
    await crowd(ledger)
    await conduct_monthly_reset(ledger.books)
    async with ledger.books.db.transaction() as connection:
        await resets.begin(connection, "forced", "2026-01", "tester", JANUARY)
        run_id = (await resets.running(connection, "forced"))[0]
    for _ in range(2):
        await renew_next(ledger.books, run_id, log.SYSTEM)
    await asyncio.gather(*(resume_forced_resets(ledger.books) for _ in range(3)))
    shown = (await status(ledger))["reset_history"][0]
    assert (shown["status"], shown["users_affected"]) == ("completed", 7)
    assert shown["total_credits_reset"] == 24
    assert await balances(ledger) == {Decimal(10)}


async def test_many_workers_grant_a_period_once(ledger: Any) -> None:
    await crowd(ledger)
    ledger.at(FEBRUARY)
    others = []
    for _ in range(3):
        books = Books(Database(ledger.url), UTC, "sum", clock=lambda: FEBRUARY)
        await books.open()
        others.append(books)
    await asyncio.gather(*(conduct_monthly_reset(books) for books in [ledger.books, *others]))
    for books in others:
        await books.close()
    assert await balances(ledger) == {Decimal(10)}
    shown = (await status(ledger))["reset_history"]
    assert [run["users_affected"] for run in shown] == [6]


async def test_a_reset_that_dies_half_way_is_finished_by_the_next(
    ledger: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    await crowd(ledger)
    ledger.at(FEBRUARY)
    seen = []

    async def dying(*args: Any) -> Any:
        seen.append(args)
        if len(seen) > 2:
            raise SystemExit
        return await renew_all(*args)

    monkeypatch.setattr(renewing, "renew_all", dying)
    monkeypatch.setattr(renewing, "BATCH", 2)
    with pytest.raises(SystemExit):
        await conduct_monthly_reset(ledger.books)
    monkeypatch.undo()
    assert await balances(ledger) == {Decimal(6), Decimal(10)}
    shown = await status(ledger)
    assert (shown["needs_reset"], shown["reset_history"][0]["status"]) == (True, "running")
    await conduct_monthly_reset(ledger.books)
    assert await balances(ledger) == {Decimal(10)}
    assert (await status(ledger))["needs_reset"] is False


async def test_accounts_that_cannot_be_renewed_keep_nobody_else_waiting(
    ledger: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewing, "BATCH", 2)
    monkeypatch.setattr(renewing, "_PAGE", 2)
    await crowd(ledger)
    # The first two have no room for another allowance.
    full = 10**18 - 1
    for user_id in ("u0", "u1"):
        await ledger.give(str(full - 6), user_id, source="purchase")
    ledger.at(FEBRUARY)
    assert await conduct_monthly_reset(ledger.books) == 4
    assert await balances(ledger) == {Decimal(10), Decimal(full)}
    answer = (await manual(ledger, "?force=true")).body
    assert (answer["message"], answer["users_affected"]) == ("Monthly reset completed", 5)


async def test_a_reset_that_takes_long_goes_on_in_the_background(
    ledger: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    await crowd(ledger)
    ledger.at(FEBRUARY)
    monkeypatch.setattr(resetting, "_WITHIN_S", 0)
    answer = (await manual(ledger, "?reason=now")).body
    assert (answer["success"], answer["users_affected"]) == (True, 0)
    assert answer["message"] == "Monthly reset goes on in the background"
    entry = (await ledger.get("/api/ledger/audit?limit=1"))["entries"][0]
    assert (entry["message"], entry["reason"]) == ("Monthly reset of 2026-02 asked for", "now")
    await conduct_monthly_reset(ledger.books)
    assert await balances(ledger) == {Decimal(10)}
    assert (await manual(ledger)).body["success"] is False


async def test_the_unspent_allowance_carries_over_up_to_the_cap(ledger: Any) -> None:
    ledger.books.carry_over_max = Decimal("2.5")
    await crowd(ledger, 1)
    await ledger.charge(2000, user_id="u0")
    ledger.at(FEBRUARY)
    assert (await ledger.user("u0"))["credits"] == Decimal("12.5")
    await ledger.charge(12_000, user_id="u0")
    ledger.at(datetime(2026, 3, 5, tzinfo=UTC))
    assert (await ledger.user("u0"))["credits"] == Decimal("10.5")
    assert (await ledger.user("u0"))["credits"] == Decimal("10.5")


async def test_after_months_away_the_cap_is_carried_over_once(ledger: Any) -> None:
    ledger.books.carry_over_max = Decimal(2)
    await crowd(ledger, 1)
    ledger.at(datetime(2026, 6, 4, tzinfo=UTC))
    await conduct_monthly_reset(ledger.books)
    assert (await ledger.user("u0"))["credits"] == 12


async def test_the_period_begins_at_midnight_of_the_configured_zone(ledger: Any) -> None:
    ledger.books.zone = ZoneInfo("Asia/Tokyo")
    await crowd(ledger, 1)
    ledger.at(datetime(2026, 1, 31, 14, 59, tzinfo=UTC))
    assert (await ledger.user("u0"))["credits"] == 6
    ledger.at(datetime(2026, 1, 31, 15, 0, tzinfo=UTC))
    assert (await ledger.user("u0"))["credits"] == 10
    assert (await status(ledger))["period"] == "2026-02"


async def test_who_may_only_read_may_not_reset(ledger: Any) -> None:
    for role in ("support", "read-only", ""):
        assert (await manual(ledger, role=role)).status == 403
        answer = await ledger.call("GET", "/api/reset/status", role=role)
        assert answer.status == 200
    assert (await manual(ledger, kind="key")).status == 403
    assert (await ledger.call("GET", "/api/reset/status", kind="anonymous")).status == 401
    assert (await manual(ledger, "?force=perhaps")).status == 422


async def test_everybody_may_see_the_state_of_the_reset_where_that_is_wanted(
    make_database: Any, settings_of: Any
) -> None:
    settings = settings_of(await make_database("ledger"))
    app = create_app(settings.model_copy(update={"reset_status_public": True}))
    transport = httpx.ASGITransport(app)
    async with (
        app.api.router.lifespan_context(app.api),
        httpx.AsyncClient(transport=transport, base_url="http://ledger") as http,
    ):
        assert (await http.get("/api/reset/status")).json()["needs_reset"] is True
        assert (await http.post("/api/reset/manual")).status_code == 401
