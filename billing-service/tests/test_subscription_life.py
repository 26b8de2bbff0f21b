"""A subscription from trial to end: renewals, grace, cancellation, change of plan."""

import itertools
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from billing_service.commands.cancel_subscription import cancel_subscription
from billing_service.commands.renew_subscription import renew_due
from billing_service.commands.resume_subscription import resume_subscription
from billing_service.commands.start_card_trial import start_card_trial
from billing_service.commands.start_payment import Order, start_payment
from billing_service.commands.start_trial import start_trial
from billing_service.commands.unlink_methods import unlink_methods
from billing_service.domain.provider import ProviderRefused

from shared.problems import Conflict, Unavailable

RETURN = "https://chat.example.org/billing"
MARCH = datetime(2026, 3, 15, 12, tzinfo=UTC)


async def periods(books: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = await books.rows(
        "SELECT * FROM subscription_period ORDER BY number"
    )
    for before, after in itertools.pairwise(rows):
        assert before["ends_at"] == after["starts_at"]
    return rows


async def test_a_saved_method_renews_at_the_old_end_of_the_period(books: Any) -> None:
    await books.buy(await books.plan(), save_method=True)
    await books.pass_time(MARCH + timedelta(days=1))
    rows = await periods(books)
    assert [row["starts_at"].month for row in rows] == [1, 2, 3]
    assert {row["starts_at"].day for row in rows} == {15}
    assert len(await books.facts("billing.period_started")) == 3
    assert await books.status() == "active"
    assert await books.one("SELECT count(*) FROM payment WHERE kind = 'renewal'") == 2


async def test_without_a_saved_method_the_subscription_ends_with_its_period(books: Any) -> None:
    await books.buy(await books.plan())
    await books.pass_time(datetime(2026, 2, 16, tzinfo=UTC))
    assert await books.status() == "canceled"
    assert (await books.facts("billing.entitlement_changed"))[-1]["quotas"] == {}


async def test_a_declined_renewal_is_tried_again_within_the_grace(books: Any) -> None:
    await books.buy(await books.plan(), save_method=True)
    books.provider.autopay = ["insufficient_funds", "insufficient_funds", "succeeded"]
    await books.pass_time(datetime(2026, 2, 16, tzinfo=UTC))
    assert await books.status() == "past_due"
    await books.pass_time(datetime(2026, 2, 20, tzinfo=UTC))
    assert await books.status() == "active"
    rows = await periods(books)
    assert rows[1]["starts_at"] == datetime(2026, 2, 15, 12, tzinfo=UTC)
    keys = await books.rows("SELECT idempotence_key FROM payment WHERE kind = 'renewal'")
    assert len({row["idempotence_key"] for row in keys}) == 3


async def test_a_dead_card_is_not_charged_again_and_grace_ends_in_suspension(books: Any) -> None:
    plan = await books.plan()
    await books.buy(plan, save_method=True)
    books.provider.autopay = ["card_expired"]
    await books.pass_time(datetime(2026, 2, 23, tzinfo=UTC))
    assert await books.status() == "suspended"
    assert await books.one("SELECT count(*) FROM payment WHERE kind = 'renewal'") == 1
    await books.buy(plan)
    assert await books.status() == "active"
    assert await books.one("SELECT count(*) FROM subscription WHERE status = 'canceled'") == 1
    (_, fresh) = await books.rows("SELECT * FROM subscription_period ORDER BY created_at")
    assert fresh["starts_at"] == books.clock.now


async def test_paying_in_grace_continues_at_the_old_end(books: Any) -> None:
    plan = await books.plan()
    await books.buy(plan, save_method=True)
    books.provider.autopay = ["card_expired"]
    await books.pass_time(datetime(2026, 2, 17, tzinfo=UTC))
    assert await books.status() == "past_due"
    await books.buy(plan)
    assert await books.status() == "active"
    assert len(await periods(books)) == 2


async def test_our_own_fault_does_not_shorten_a_customers_grace(books: Any) -> None:
    await books.buy(await books.plan(), save_method=True)
    for _ in range(20):
        books.provider.fail(ProviderRefused("invalid_credentials", 401, ""))
    await books.pass_time(datetime(2026, 2, 19, tzinfo=UTC))
    assert await books.one("SELECT renewal_attempts FROM subscription") == 0
    assert await books.one("SELECT count(*) FROM alarm WHERE kind = 'renewals_stopped'") >= 1
    books.provider.trouble.clear()
    await books.pass_time(datetime(2026, 2, 20, tzinfo=UTC))
    assert await books.status() == "active"


async def test_an_unlinked_method_is_never_charged(books: Any) -> None:
    await books.buy(await books.plan(), save_method=True)
    started = await books.order(await books.plan(price=1990), save_method=True)
    assert await unlink_methods(books.db, "u1", books.clock.now) == 1
    # What is paid after the consent was withdrawn is given, and its card is not kept.
    books.provider.pay(started.payment_id)
    await books.tell("payment.succeeded", started.payment_id)
    await books.pass_time(datetime(2026, 2, 20, tzinfo=UTC))
    assert await books.status() == "canceled"
    assert await books.one("SELECT count(*) FROM payment WHERE kind = 'renewal'") == 0
    assert await books.one("SELECT count(provider_id) FROM payment_method") == 0


async def test_canceling_at_the_end_can_be_taken_back(books: Any) -> None:
    await books.buy(await books.plan(), save_method=True)
    now = books.clock.now
    canceled = await cancel_subscription(books.db, "u1", now, immediate=False, actor="u1")
    assert (canceled.status, canceled.cancel_at_period_end) == ("active", True)
    assert not (await resume_subscription(books.db, "u1", now, actor="u1")).cancel_at_period_end
    # A charge whose answer was lost before the user canceled counts, and is the last one.
    books.provider.fail(after=True)
    books.clock.set(datetime(2026, 2, 15, tzinfo=UTC))
    books.provider.now = books.clock.now
    await renew_due(books.db, books.provider, books.policy, books.clock.now)
    now = books.clock.now
    await cancel_subscription(books.db, "u1", now, immediate=False, actor="u1")
    await books.pass_time(datetime(2026, 3, 16, tzinfo=UTC))
    assert (await books.status(), len(await periods(books))) == ("canceled", 2)
    # A charge that never left is not made any more.
    await books.buy(await books.plan(), save_method=True)
    books.clock.set(datetime(2026, 4, 15, 12, tzinfo=UTC))
    books.provider.fail()
    charged = len(books.provider.charged)
    await renew_due(books.db, books.provider, books.policy, books.clock.now)
    now = books.clock.now
    await cancel_subscription(books.db, "u1", now, immediate=False, actor="u1")
    await books.pass_time(datetime(2026, 4, 20, tzinfo=UTC))
    assert (await books.status(), len(books.provider.charged)) == ("canceled", charged)


async def test_canceling_now_ends_access_and_credits_now(books: Any) -> None:
    await books.buy(await books.plan(quotas={"requests": 3}))
    books.clock.advance(timedelta(days=2))
    await books.buy(await books.plan(price=1990))
    books.clock.advance(timedelta(days=2))
    ended = await cancel_subscription(books.db, "u1", books.clock.now, immediate=True, actor="u1")
    assert ended.current_period_end == books.clock.now
    assert (await books.facts("billing.entitlement_changed"))[-1]["quotas"] == {}
    cut = {fact["period_id"] for fact in await books.facts("billing.period_cut")}
    assert cut == {str(row["id"]) for row in await periods(books)}
    await books.buy(await books.plan())
    assert await books.status() == "active"


async def test_a_trial_happens_once_and_is_followed_by_a_paid_period(books: Any) -> None:
    plan = await books.plan(trial_days=14)
    trial = await start_trial(books.db, "u1", plan.id, books.clock.now)
    assert trial.status == "trialing"
    await books.buy(plan)
    await books.pass_time(datetime(2026, 2, 1, tzinfo=UTC))
    rows = await periods(books)
    assert [row["ends_at"].day for row in rows] == [29, 28]
    assert await books.status() == "active"
    await cancel_subscription(books.db, "u1", books.clock.now, immediate=True, actor="u1")
    with pytest.raises(Conflict, match="used before"):
        await start_trial(books.db, "u1", plan.id, books.clock.now)


async def bind(books: Any, plan: Any) -> Any:
    wish = ("u1", plan.id, RETURN)
    return await start_card_trial(books.db, books.provider, books.policy, wish, books.clock.now)


@pytest.mark.parametrize("told", [True, False])
async def test_a_trial_with_a_bound_card_becomes_paid_by_itself(books: Any, *, told: bool) -> None:
    plan = await books.plan(trial_days=14)
    books.provider.fail(after=True)
    with pytest.raises(Unavailable):
        await bind(books, plan)
    first, again = await bind(books, plan), await bind(books, plan)
    assert (first.id, first.status) == (again.id, "pending")
    await books.work()
    assert await books.status() is None
    books.provider.bind(first.provider_id)
    if told:
        for _ in range(2):
            await books.tell("payment_method.active", first.provider_id)
    books.clock.advance(timedelta(minutes=20))
    await books.work()
    assert await books.status() == "trialing"
    with pytest.raises(Conflict, match="subscription already"):
        await bind(books, plan)
    await books.pass_time(datetime(2026, 2, 1, tzinfo=UTC))
    rows = await periods(books)
    assert [(row["ends_at"].day, row["price"]) for row in rows] == [(29, 0), (28, plan.price)]
    assert await books.status() == "active"
    consent = "SELECT consent_text FROM payment_method"
    assert await books.one(consent) == "recurring-charges-v1"


async def test_a_card_that_is_not_bound_or_is_unlinked_is_never_charged(books: Any) -> None:
    plan = await books.plan(trial_days=14)
    refused = await bind(books, plan)
    books.provider.bind(refused.provider_id, "inactive")
    await books.pass_time(datetime(2026, 1, 16, tzinfo=UTC))
    assert await books.status() is None
    bound = await bind(books, plan)
    books.provider.bind(bound.provider_id)
    await books.pass_time(datetime(2026, 1, 17, tzinfo=UTC))
    await unlink_methods(books.db, "u1", books.clock.now)
    await books.pass_time(datetime(2026, 2, 16, tzinfo=UTC))
    assert (await books.status(), await books.one("SELECT count(*) FROM payment")) == (
        "canceled",
        0,
    )


async def test_an_upgrade_is_charged_by_the_day_and_switches_when_paid(books: Any) -> None:
    small = await books.plan(price=Decimal("310.00"), included_credits=Decimal(310))
    big = await books.plan(price=Decimal("930.00"), included_credits=Decimal(930))
    await books.buy(small)
    books.clock.set(datetime(2026, 1, 31, tzinfo=UTC))
    started = await books.order(big)
    assert await books.one("SELECT plan_id FROM subscription") == small.id
    amount = await books.one("SELECT amount FROM payment WHERE kind = 'change'")
    assert amount == Decimal("310.00")
    again = await books.order(big)
    assert again.payment_id == started.payment_id
    books.provider.pay(started.payment_id)
    await books.tell("payment.succeeded", started.payment_id)
    await books.work()
    assert await books.one("SELECT plan_id FROM subscription") == big.id
    rows = await periods(books)
    assert rows[1]["ends_at"] == datetime(2026, 2, 15, 12, tzinfo=UTC)
    assert (await books.facts("billing.period_started"))[-1]["credits"] == 310


async def test_a_change_that_is_paid_too_late_is_kept_as_money(books: Any) -> None:
    small = await books.plan(price=Decimal("310.00"))
    await books.buy(small, save_method=True)
    books.clock.set(datetime(2026, 2, 14, tzinfo=UTC))
    late = await books.order(await books.plan(price=Decimal("930.00")))
    await books.pass_time(datetime(2026, 2, 16, tzinfo=UTC))
    books.provider.pay(late.payment_id)
    await books.tell("payment.succeeded", late.payment_id)
    await books.work()
    carry = await books.one("SELECT carry FROM subscription")
    assert carry == await books.one("SELECT amount FROM payment WHERE kind = 'change'") > 0
    await books.pass_time(datetime(2026, 3, 16, tzinfo=UTC))
    paid = await books.one("SELECT amount FROM payment WHERE period_number = 3")
    assert paid == Decimal("310.00") - carry


async def test_a_downgrade_waits_for_the_end_of_the_period(books: Any) -> None:
    big = await books.plan()
    small = await books.plan(price=Decimal("100.00"))
    await books.buy(big, save_method=True)
    scheduled = await books.order(small)
    assert (scheduled.status, scheduled.payment_id) == ("scheduled", None)
    assert await books.one("SELECT plan_id FROM subscription") == big.id
    await books.pass_time(datetime(2026, 2, 16, tzinfo=UTC))
    assert await books.one("SELECT plan_id FROM subscription") == small.id
    assert await books.one("SELECT amount FROM payment WHERE kind = 'renewal'") == 100


async def test_a_plan_in_another_currency_waits_for_the_end_of_the_period(books: Any) -> None:
    await books.buy(await books.plan(price=100), save_method=True)
    foreign = await books.plan(price=900, currency="USD")
    assert (await books.order(foreign)).status == "scheduled"
    async with books.db.transaction() as conn:
        await conn.execute("UPDATE subscription SET carry = 5")
    with pytest.raises(Conflict, match="another currency"):
        await books.order(foreign)


async def test_a_free_plan_needs_no_shop_and_goes_on_by_itself(books: Any) -> None:
    plan = await books.plan(price=Decimal(0), interval="week")
    order = Order("u1", "", plan.id, "https://chat.example.org/")
    started = await start_payment(books.db, None, books.policy, order, books.clock.now)
    assert started.status == "succeeded"
    await books.pass_time(datetime(2026, 2, 6, tzinfo=UTC))
    assert len(await periods(books)) == 4


async def test_every_step_is_recorded_with_its_version(books: Any) -> None:
    await books.buy(await books.plan(), save_method=True)
    await books.pass_time(datetime(2026, 2, 16, tzinfo=UTC))
    rows = await books.rows("SELECT * FROM subscription_transition ORDER BY version")
    assert [row["version"] for row in rows] == list(range(1, len(rows) + 1))
    assert rows[0]["from_status"] is None
