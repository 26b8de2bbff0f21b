"""Defects of earlier systems that no other test stands for; docs/billing-defects.md lists all."""

import re
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from billing_service.commands.charge_auto_top_up import charge_auto_top_ups
from billing_service.commands.toggle_plan import toggle_plan
from billing_service.commands.update_plan import update_plan

from shared.problems import Unavailable
from shared.testing import identity_headers

ROOT = Path(__file__).resolve().parents[2]
U1 = identity_headers("user", "u1", scopes={"user"})
RETURN = "https://chat.example.org/billing"
TOP_UP = {"amount_kopeks": 50_000, "return_url": RETURN}


@pytest.mark.parametrize(("interval", "days"), [("day", 1), ("week", 7), ("year", 365)])
async def test_every_interval_that_is_sold_begins_a_period(
    books: Any, interval: str, days: int
) -> None:
    await books.buy(await books.plan(interval=interval))
    (period,) = await books.rows("SELECT ends_at - starts_at AS length FROM subscription_period")
    assert period["length"] == timedelta(days=days)


async def test_who_paid_for_a_plan_gets_it_though_it_is_not_sold_any_more(books: Any) -> None:
    plan = await books.plan()
    started = await books.order(plan)
    await toggle_plan(books.db, plan.id, "root", books.clock.now)
    books.provider.pay(started.payment_id)
    await books.tell("payment.succeeded", started.payment_id)
    await books.work()
    assert await books.status() == "active"


async def test_a_new_price_is_what_the_next_checkout_costs(books: Any) -> None:
    plan = await books.plan(price=990)
    old = await books.order(plan)
    await update_plan(books.db, plan.id, {"price": Decimal("10.00")}, "root", books.clock.now)
    new = await books.order(plan)
    assert new.payment_id != old.payment_id
    assert books.provider.payments[new.payment_id].amount == Decimal("10.00")


async def test_who_comes_back_later_pays_for_time_to_come(books: Any) -> None:
    plan = await books.plan()
    await books.buy(plan)
    books.clock.advance(timedelta(days=90))
    await books.work()
    await books.buy(plan)
    latest = await books.one("SELECT max(starts_at) FROM subscription_period")
    assert latest == books.clock.now


async def test_a_limit_of_nothing_is_not_unlimited(http: Any, books: Any) -> None:
    await books.buy(await books.plan(quotas={"images": 0}))
    used = (await http.get("/billing/usage/images", headers=U1)).json()
    assert (used["quota_limit"], used["remaining"]) == (0, 0)
    checked = await http.post("/billing/usage/check", headers=U1, json={"metric": "images"})
    assert checked.json()["allowed"] is False


async def test_the_same_amount_can_be_bought_again_at_once(http: Any, books: Any) -> None:
    first = (await http.post("/billing/topup", headers=U1, json=TOP_UP)).json()
    waiting = (await http.post("/billing/topup", headers=U1, json=TOP_UP)).json()
    assert waiting["payment_id"] == first["payment_id"]
    books.provider.pay(first["payment_id"])
    wish = {"payment_id": first["payment_id"]}
    seen = (await http.post("/billing/topup/reconcile", headers=U1, json=wish)).json()
    assert (seen["payment_status"], seen["credited"]) == ("succeeded", True)
    second = (await http.post("/billing/topup", headers=U1, json=TOP_UP)).json()
    assert second["payment_id"] != first["payment_id"]
    assert second["confirmation_url"]


async def test_an_unanswered_automatic_top_up_is_not_charged_twice(http: Any, books: Any) -> None:
    await books.buy(await books.plan(), save_method=True)
    # A checkout that is never paid does not stand in its way.
    await http.post("/billing/topup", headers=U1, json=TOP_UP)
    wish = {"enabled": True, "threshold_kopeks": 10_000, "amount_kopeks": 50_000}
    await http.post("/billing/auto-topup", headers=U1, json=wish)
    async with books.db.transaction() as conn:
        await conn.execute(
            "INSERT INTO ledger_entry (user_id, transfer_id, sequence, kind, amount, "
            "balance_after, posted_at) VALUES ('u1', 1, 1, 'charge', -1, 5, now())"
        )
    known = len(books.provider.payments)
    books.provider.fail(after=True)
    for _ in range(3):
        await charge_auto_top_ups(books.db, books.provider, books.policy, books.clock.now)
    assert len(books.provider.payments) == known + 1
    books.clock.advance(seconds=300)
    await books.work()
    assert len(await books.facts("billing.top_up_paid")) == 1


async def test_the_provider_is_told_no_address_of_the_payer(books: Any) -> None:
    started = await books.order(await books.plan())
    told = books.provider.payments[started.payment_id]
    assert "@" not in str(told.metadata)


async def test_a_crash_before_the_provider_answers_leaves_no_second_payment(books: Any) -> None:
    plan = await books.plan()
    for after in (False, True):
        books.provider.fail(after=after)
        with pytest.raises(Unavailable):
            await books.order(plan)
    await books.order(plan)
    assert len(books.provider.payments) == 1
    assert await books.one("SELECT count(*) FROM payment") == 1


@pytest.mark.parametrize("cap", ["daily_cap_kopeks", "max_reply_cost_kopeks"])
async def test_a_cap_that_billing_does_not_keep_is_not_accepted(http: Any, cap: str) -> None:
    path = "/api/v1/billing/settings"
    assert (await http.post(path, headers=U1, json={cap: None})).json() == {"status": "ok"}
    for value in (-1, 0, 100):
        refused = await http.post(path, headers=U1, json={cap: value})
        assert refused.status_code == 422
        assert refused.json()["detail"][0]["loc"] == ["body", cap]


def test_every_defect_in_the_list_has_the_test_that_is_named() -> None:
    text = (ROOT / "docs" / "billing-defects.md").read_text()
    named = set(re.findall(r"`(test_\w+)`", text))
    sources = [path.read_text() for path in ROOT.glob("*/tests/**/*.py")]
    sources += [path.read_text() for path in ROOT.glob("tests/**/*.py")]
    known = set(re.findall(r"def (test_\w+)", "\n".join(sources)))
    assert len(named) > 30
    assert named <= known, named - known
