"""A paid payment gives exactly one period, whatever is told how often and in which order."""

import asyncio
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from billing_service.commands.renew_subscription import renew_due
from billing_service.domain.provider import ProviderRefused

from shared.problems import BadGateway, Malformed, Unavailable


async def test_a_paid_payment_gives_one_period_and_its_credits(books: Any) -> None:
    plan = await books.plan(quotas={"requests": 10})
    await books.buy(plan)
    (started,) = await books.facts("billing.period_started")
    assert started["credits"] == 500
    assert started["starts_at"].startswith("2026-01-15T12:00")
    assert started["ends_at"].startswith("2026-02-15T12:00")
    (entitled,) = await books.facts("billing.entitlement_changed")
    assert entitled["quotas"] == {"requests": 10}
    assert await books.status() == "active"


async def test_a_notice_told_many_times_at_once_grants_once(books: Any) -> None:
    started = await books.order(await books.plan())
    books.provider.pay(started.payment_id)
    for _ in range(5):
        await asyncio.gather(
            *(books.tell("payment.succeeded", started.payment_id) for _ in range(4))
        )
        await asyncio.gather(*(books.work() for _ in range(4)))
    assert len(await books.facts("billing.period_started")) == 1
    assert await books.one("SELECT count(*) FROM subscription_period") == 1


async def test_a_forged_notice_grants_nothing_and_does_not_hide_the_true_one(books: Any) -> None:
    started = await books.order(await books.plan())
    await books.tell("payment.succeeded", started.payment_id)
    await books.tell("payment.succeeded", "2419a771-000f-5000-9000-1edaf29243f2")
    await books.work()
    assert await books.facts("billing.period_started") == []
    books.provider.pay(started.payment_id)
    await books.tell("payment.succeeded", started.payment_id)
    await books.work()
    assert len(await books.facts("billing.period_started")) == 1


async def test_a_lost_notice_is_found_by_the_reconciler(books: Any) -> None:
    started = await books.order(await books.plan())
    books.provider.pay(started.payment_id)
    books.clock.advance(seconds=300)
    await books.work()
    assert await books.status() == "active"


async def test_a_canceled_notice_after_success_changes_nothing(books: Any) -> None:
    started = await books.buy(await books.plan())
    await books.tell("payment.canceled", started.payment_id)
    await books.work()
    assert await books.one("SELECT status FROM payment") == "succeeded"


@pytest.mark.parametrize(
    "field",
    [
        {"amount": Decimal("1.00")},
        {"currency": "USD"},
        {"shop_id": "999"},
        {"is_test": False},
        {"paid": False},
        {"metadata": {"user_id": "somebody-else"}},
        {"metadata": {"plan_id": "another"}},
    ],
    ids=str,
)
async def test_what_does_not_match_is_quarantined_and_alarmed(books: Any, field: Any) -> None:
    started = await books.order(await books.plan())
    books.provider.pay(started.payment_id)
    books.provider.change(started.payment_id, **field)
    await books.tell("payment.succeeded", started.payment_id)
    await books.work()
    assert await books.facts("billing.period_started") == []
    assert await books.one("SELECT status FROM payment") == "quarantined"
    assert await books.one("SELECT status FROM notice") == "quarantined"
    assert await books.one("SELECT kind FROM alarm") == "payment_mismatch"


async def test_missing_metadata_is_no_obstacle_where_the_id_is_known(books: Any) -> None:
    started = await books.order(await books.plan())
    books.provider.pay(started.payment_id)
    books.provider.change(started.payment_id, metadata={})
    await books.tell("payment.succeeded", started.payment_id)
    await books.work()
    assert await books.status() == "active"


async def test_an_answer_that_was_lost_leads_to_one_payment(books: Any) -> None:
    plan = await books.plan()
    books.provider.fail(after=True)
    with pytest.raises(Unavailable, match="temporarily unavailable"):
        await books.order(plan)
    again = await books.order(plan)
    assert len(books.provider.payments) == 1
    assert again.payment_id in books.provider.payments
    assert await books.one("SELECT count(*) FROM payment") == 1


async def test_the_notice_may_come_before_our_own_answer(books: Any) -> None:
    plan = await books.plan()
    books.provider.fail(after=True)
    with pytest.raises(Unavailable):
        await books.order(plan)
    (payment_id,) = books.provider.payments
    books.provider.pay(payment_id)
    await books.tell("payment.succeeded", payment_id)
    await books.work()
    assert await books.status() == "active"
    assert len(await books.facts("billing.period_started")) == 1


async def test_a_request_that_never_arrived_is_sent_again_by_the_reconciler(books: Any) -> None:
    books.provider.fail()
    with pytest.raises(Unavailable):
        await books.order(await books.plan())
    books.clock.advance(seconds=300)
    await books.work()
    assert await books.one("SELECT status FROM payment") == "pending"
    assert len(books.provider.payments) == 1


async def test_after_a_day_an_unanswered_payment_is_looked_for_and_not_sent_again(
    books: Any,
) -> None:
    books.provider.fail(after=True)
    with pytest.raises(Unavailable):
        await books.order(await books.plan())
    (payment_id,) = books.provider.payments
    books.provider.pay(payment_id)
    writes = books.provider.writes
    books.clock.advance(seconds=26 * 3600)
    await books.work()
    assert books.provider.writes == writes
    assert await books.status() == "active"


@pytest.mark.parametrize(
    ("error", "problem", "text"),
    [
        (ProviderRefused("invalid_credentials", 401, ""), BadGateway, "credentials are invalid"),
        (ProviderRefused("forbidden", 403, ""), BadGateway, "credentials are invalid"),
        (ProviderRefused("invalid_request", 400, ""), BadGateway, "rejected the payment request"),
        (ProviderRefused("too_many_requests", 429, ""), Unavailable, "rate-limiting"),
    ],
)
async def test_the_providers_refusals_have_the_contracts_texts(
    books: Any, error: Exception, problem: type[Exception], text: str
) -> None:
    books.provider.fail(error)
    with pytest.raises(problem, match=text):
        await books.order(await books.plan())


async def test_a_second_checkout_is_the_same_checkout(books: Any) -> None:
    plan = await books.plan()
    started = await asyncio.gather(*(books.order(plan) for _ in range(5)))
    assert len({one.payment_id for one in started}) == 1
    assert len(books.provider.payments) == 1


async def test_two_checkouts_paid_give_two_periods_without_gap_or_overlap(books: Any) -> None:
    first = await books.order(await books.plan())
    second = await books.order(await books.plan())
    for started in (second, first):
        books.provider.pay(started.payment_id)
        await books.tell("payment.succeeded", started.payment_id)
    await books.work()
    rows = await books.rows("SELECT * FROM subscription_period ORDER BY number")
    assert [row["number"] for row in rows] == [1, 2]
    assert rows[0]["ends_at"] == rows[1]["starts_at"]
    assert await books.one("SELECT count(*) FROM subscription") == 1


async def test_an_unknown_plan_cannot_be_bought(books: Any) -> None:
    plan = await books.plan(is_active=False)
    with pytest.raises(Malformed, match=f"Plan {plan.id} not found"):
        await books.order(plan)


async def test_who_paid_meanwhile_is_not_charged_for_the_same_period(books: Any) -> None:
    plan = await books.plan()
    await books.buy(plan, save_method=True)
    books.clock.set(datetime(2026, 2, 15, 12, tzinfo=UTC))
    books.provider.fail()
    await renew_due(books.db, books.provider, books.policy, books.clock.now)
    await books.buy(plan)
    books.clock.advance(seconds=300)
    await books.work()
    assert books.provider.charged == {}
    assert await books.one("SELECT count(*) FROM subscription_period") == 2


async def test_a_key_that_the_provider_may_have_forgotten_is_not_sent_again(books: Any) -> None:
    plan = await books.plan()
    books.provider.fail(after=True)
    with pytest.raises(Unavailable):
        await books.order(plan, client_key="k")
    writes = books.provider.writes
    books.clock.advance(seconds=25 * 3600)
    assert (await books.order(plan, client_key="k")).status == "pending"
    assert books.provider.writes == writes


async def test_a_change_of_a_period_that_is_over_is_not_offered_again(books: Any) -> None:
    small, middle, big = [await books.plan(price=price) for price in (310, 620, 930)]
    await books.buy(small)
    early = await books.order(big)
    await books.buy(middle)
    fresh = await books.order(big)
    assert fresh.payment_id != early.payment_id
    assert books.provider.payments[fresh.payment_id].amount == 310
