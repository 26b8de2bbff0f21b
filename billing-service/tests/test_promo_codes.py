"""Promo codes: what they are worth, how often they are used, and when a use is given back."""

import asyncio
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from billing_service.commands.create_promo_code import create_promo_code
from billing_service.commands.fail_payment import fail_payment
from billing_service.commands.reconcile_payment import reconcile_payment
from billing_service.commands.start_top_up import TopUp, start_top_up
from billing_service.domain.provider import OutcomeUnknown, ProviderRefused
from billing_service.store import payments, promo_codes, subscriptions

from shared.problems import Malformed, Problem, Unavailable
from shared.testing import eventually

RETURN = "https://chat.example.org/billing"


async def promo(books: Any, code: str = "HELLO", **fields: Any) -> Any:
    usual = {
        "kind": "percent", "value": Decimal(50), "currency": None, "plan_ids": None,
        "applies_to_top_ups": True, "starts_at": None, "ends_at": None, "max_redemptions": None,
        "max_per_user": 1, "is_active": True, "note": None,
    }  # fmt: skip
    wish = usual | {"code": code} | fields
    return await create_promo_code(books.db, wish, "root", books.clock.now)


async def top_up(books: Any, amount: str, code: str, user_id: str = "u1") -> Any:
    wish = TopUp(user_id, "", Decimal(amount), RETURN, promo_code=code)
    return await start_top_up(books.db, books.provider, books.policy, wish, books.clock.now)


async def redemptions(books: Any, code: str = "HELLO") -> int:
    counted: int = await books.one("SELECT redemptions FROM promo_code WHERE code = $1", code)
    sql = "SELECT count(*) FROM promo_redemption WHERE code = $1 AND returned_at IS NULL"
    assert await books.one(sql, code) == counted
    return counted


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ({"kind": "percent", "value": Decimal("33.33")}, "660.03"),
        ({"kind": "amount", "value": Decimal(100), "currency": "RUB"}, "890.00"),
        ({"kind": "credits", "value": Decimal(70)}, "990.00"),
    ],
    ids=str,
)
async def test_the_provider_is_asked_for_what_is_left(books: Any, fields: Any, left: str) -> None:
    await promo(books, **fields)
    started = await books.buy(await books.plan(), promo_code=" hello ")
    assert books.provider.payments[started.payment_id].amount == Decimal(left)
    assert await redemptions(books) == 1
    (period,) = await books.facts("billing.period_started")
    assert period["credits"] == 500
    assert await books.status() == "active"
    action = "SELECT count(*) FROM audit_log WHERE action = 'promo_code_redeemed'"
    assert await books.one(action) == 1


async def test_credits_of_a_code_last_and_go_back_with_the_money(books: Any) -> None:
    await promo(books, kind="credits", value=Decimal(70))
    started = await books.buy(await books.plan(), promo_code="HELLO")
    (bonus,) = await books.facts("billing.top_up_paid")
    assert (bonus["credits"], bonus["amount"]) == (70, 0)
    assert bonus["payment_id"] == f"{started.transaction_id}/promo"
    refunded = books.provider.refund_in_cabinet(started.payment_id, Decimal("495.00"))
    await books.tell("refund.succeeded", refunded.id)
    await books.work()
    plan_part, bonus_part = await books.facts("billing.refund_succeeded")
    assert (plan_part["credits"], plan_part["amount"]) == (250, 495)
    assert (bonus_part["credits"], bonus_part["amount"]) == (35, 0)
    assert bonus_part["payment_id"] == bonus["payment_id"]


async def test_a_top_up_gets_cheaper_or_larger(books: Any) -> None:
    await promo(books, max_per_user=None)
    started = await top_up(books, "500.00", "HELLO")
    assert books.provider.payments[started.payment_id].amount == 250
    await promo(books, "MORE", kind="credits", value=Decimal(5))
    more = await top_up(books, "600.00", "MORE", "u2")
    for one in (started, more):
        books.provider.pay(one.payment_id)
        await books.tell("payment.succeeded", one.payment_id)
    await books.work()
    facts = await books.facts("billing.top_up_paid")
    assert {fact["user_id"]: fact["credits"] for fact in facts} == {"u1": 500, "u2": 605}


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"is_active": False}, "not valid"),
        ({"code": "OTHER"}, "not valid"),
        ({"starts_at": 1}, "not valid"),
        ({"ends_at": 0}, "not valid"),
        ({"plan_ids": []}, "something else"),
        ({"kind": "amount", "value": Decimal(5), "currency": "USD"}, "in USD, not in RUB"),
        ({"value": Decimal("99.95")}, "0.49 would be left to pay; the least is 1.00"),
    ],
    ids=str,
)
async def test_a_code_that_does_not_fit_is_refused_and_not_counted(
    books: Any, fields: Any, text: str
) -> None:
    for edge in ("starts_at", "ends_at"):
        if edge in fields:
            fields = fields | {edge: books.clock.now + timedelta(seconds=fields[edge])}
    code = (await promo(books, **fields)).code
    plan = await books.plan()
    with pytest.raises(Malformed, match=text):
        await books.order(plan, promo_code="HELLO")
    assert await redemptions(books, code) == 0
    assert books.provider.payments == {}


async def test_a_code_for_one_plan_fits_neither_another_nor_a_top_up(books: Any) -> None:
    plan = await books.plan()
    await promo(books, plan_ids=[plan.id], applies_to_top_ups=False)
    for other in (books.order(await books.plan(), promo_code="HELLO"),
                  top_up(books, "500.00", "HELLO")):  # fmt: skip
        with pytest.raises(Malformed, match="something else"):
            await other
    await books.order(plan, promo_code="HELLO")
    assert await redemptions(books) == 1


async def test_of_many_at_once_only_the_last_use_is_given(books: Any) -> None:
    await promo(books, max_redemptions=1)
    plan = await books.plan()
    orders = [books.order(plan, f"u{number}", promo_code="HELLO") for number in range(12)]
    outcomes = await asyncio.gather(*orders, return_exceptions=True)
    won = [one for one in outcomes if not isinstance(one, BaseException)]
    assert len(won) == 1
    assert {str(one) for one in outcomes if isinstance(one, Problem)} == {
        "This promo code is used up"
    }
    assert await redemptions(books) == 1
    assert await books.one("SELECT count(*) FROM payment") == 1


async def test_one_user_at_once_in_many_ways_uses_a_code_once(books: Any) -> None:
    await promo(books)
    plans = [await books.plan(price=900 + number) for number in range(6)]
    orders = [books.order(plan, promo_code="HELLO") for plan in plans]
    top_ups = [top_up(books, "500.00", "HELLO") for _ in range(3)]
    outcomes = await asyncio.gather(*orders, *top_ups, return_exceptions=True)
    assert await redemptions(books) == 1
    refused = [one for one in outcomes if isinstance(one, Malformed)]
    assert {str(one)[:27] for one in refused} <= {"You have used this promo co"}
    assert await books.one("SELECT count(*) FROM payment") == 1


async def test_the_database_itself_refuses_one_use_too_many(books: Any) -> None:
    await promo(books, max_redemptions=1)
    with pytest.raises(Exception, match="promo_code_not_overused"):
        async with books.db.transaction() as conn:
            await conn.execute("UPDATE promo_code SET redemptions = 2")


async def test_the_same_checkout_again_is_one_use(books: Any) -> None:
    await promo(books)
    plan = await books.plan()
    first = await books.order(plan, promo_code="HELLO")
    again = await asyncio.gather(*(books.order(plan, promo_code="hello") for _ in range(4)))
    assert {one.payment_id for one in again} == {first.payment_id}
    assert await redemptions(books) == 1
    full = await books.order(plan)
    assert books.provider.payments[full.payment_id].amount == 990


async def test_a_canceled_payment_gives_its_use_back_once(books: Any) -> None:
    await promo(books, max_redemptions=1)
    plan = await books.plan()
    started = await books.order(plan, promo_code="HELLO")
    books.provider.cancel(started.payment_id, "expired_on_confirmation")
    for _ in range(3):
        await books.tell("payment.canceled", started.payment_id)
        await books.work()
    assert await redemptions(books) == 0
    await books.buy(plan, "u2", promo_code="HELLO")
    assert await redemptions(books) == 1


async def test_a_refused_payment_gives_its_use_back(books: Any) -> None:
    await promo(books)
    plan = await books.plan()
    books.provider.fail(ProviderRefused("invalid_request", 400, ""))
    with pytest.raises(Problem):
        await books.order(plan, promo_code="HELLO")
    assert await redemptions(books) == 0
    books.provider.fail(OutcomeUnknown("no answer"))
    with pytest.raises(Problem):
        await books.order(plan, promo_code="HELLO")
    assert await redemptions(books) == 1
    books.clock.advance(timedelta(hours=30))
    await reconcile_payment(books.db, books.provider, books.policy, books.clock.now)
    assert await books.one("SELECT count(*) FROM payment WHERE status = 'failed'") == 2
    assert await redemptions(books) == 0


@pytest.mark.parametrize("others", [0, 1])
async def test_money_that_comes_after_all_counts_the_use_again(books: Any, others: int) -> None:
    await promo(books, max_redemptions=1)
    plan = await books.plan()
    books.provider.fail(ProviderRefused("invalid_request", 400, ""), after=True)
    with pytest.raises(Problem):
        await books.order(plan, promo_code="HELLO")
    (payment_id,) = books.provider.payments
    for number in range(others):
        await books.order(plan, f"other{number}", promo_code="HELLO")
    books.provider.pay(payment_id)
    await books.tell("payment.succeeded", payment_id)
    await books.work()
    assert await books.status() == "active"
    assert await redemptions(books) == 1
    sql = "SELECT count(*) FROM alarm WHERE kind = 'promo_code_overused'"
    assert await books.one(sql) == others


async def test_a_whole_discount_begins_a_period_without_any_payment(books: Any) -> None:
    await promo(books, value=Decimal(100))
    plan = await books.plan()
    started = await books.order(plan, promo_code="HELLO", client_key="k1")
    again = await books.order(plan, promo_code="HELLO", client_key="k1")
    assert (started, started.status, started.payment_id) == (again, "succeeded", None)
    assert await books.one("SELECT count(*) FROM payment") == 0
    (period,) = await books.facts("billing.period_started")
    assert (period["credits"], period["payment_id"]) == (500, None)
    # What cost nothing is worth nothing in a change of plan.
    change = await books.order(await books.plan(price=1980))
    assert books.provider.payments[change.payment_id].amount == 1980
    await books.pass_time(books.clock.now + timedelta(days=40))
    assert await books.status() == "canceled"


async def test_a_subscriber_gets_the_next_period_or_the_change_for_nothing(books: Any) -> None:
    small = await books.plan(price=100)
    await books.buy(small)
    await promo(books, kind="amount", value=Decimal(10_000), currency="RUB", max_per_user=2)
    await books.order(await books.plan(price=3000), promo_code="HELLO")
    rows = await books.rows("SELECT * FROM subscription_period ORDER BY number")
    # As with any discount, what was paid before and is unused keeps its worth.
    assert [row["price"] for row in rows] == [100, 100]
    assert await books.one("SELECT plan_id FROM subscription") == rows[1]["plan_id"] != small.id
    await books.buy(small, "u2")
    await books.order(small, "u2", promo_code="HELLO")
    rows = await books.rows(
        "SELECT * FROM subscription_period WHERE user_id = 'u2' ORDER BY number"
    )
    assert [(row["price"], row["begun_at"] is None) for row in rows] == [(100, False), (0, True)]
    assert await redemptions(books) == 2


async def test_a_payment_is_given_up_without_a_deadlock_with_its_users_checkout(
    books: Any,
) -> None:
    await promo(books)
    books.provider.fail()
    with pytest.raises(Unavailable):
        await books.order(await books.plan(), promo_code="HELLO")
    payment_id = await books.one("SELECT id FROM payment")
    waiting = """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'
    """

    async def give_up() -> None:
        async with books.db.transaction() as conn:
            payment = await payments.get(conn, payment_id)
            assert payment is not None
            await fail_payment(conn, payment, "", books.clock.now)

    async with books.db.transaction() as conn:
        await subscriptions.lock_user(conn, "u1")
        await promo_codes.get(conn, "HELLO", lock=True)
        given_up = asyncio.create_task(give_up())
        await eventually(lambda: books.one(waiting))
        await payments.get(conn, payment_id, lock=True)
    await given_up
    assert await redemptions(books) == 0


async def test_where_nothing_is_to_be_paid_a_code_is_refused_and_nothing_happens(
    books: Any,
) -> None:
    await promo(books)
    with pytest.raises(Malformed, match="nothing to pay"):
        await books.order(await books.plan(price=0), promo_code="HELLO")
    assert await books.status() is None
    await promo(books, "ALL", value=Decimal(100))
    with pytest.raises(Malformed, match=r"0\.00 would be left"):
        await top_up(books, "500.00", "ALL")
