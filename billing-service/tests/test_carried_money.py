"""Money that counts for a later charge counts once, and never gets lost unseen."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from billing_service.commands.cancel_subscription import cancel_subscription
from billing_service.commands.refund_payment import RefundOrder, refund_payment

FEBRUARY = datetime(2026, 2, 15, 12, tzinfo=UTC)


async def carry(books: Any, amount: int) -> None:
    async with books.db.transaction() as conn:
        await conn.execute("UPDATE subscription SET carry = $1", Decimal(amount))


async def carried(books: Any) -> Any:
    return await books.one("SELECT carry FROM subscription ORDER BY created_at DESC LIMIT 1")


async def pay(books: Any, started: Any) -> None:
    books.provider.pay(started.payment_id)
    await books.tell("payment.succeeded", started.payment_id)
    await books.work()


async def give_back(books: Any, started: Any, amount: str | None = None) -> None:
    order = RefundOrder(
        UUID(started.transaction_id), Decimal(amount) if amount else None, "", "root"
    )
    await refund_payment(books.db, books.provider, order, books.clock.now)


async def alarms(books: Any) -> list[str]:
    return [row["kind"] for row in await books.rows("SELECT kind FROM alarm ORDER BY id")]


async def late_change(books: Any, **fields: Any) -> Any:
    """Return a change of plan that is paid when its period is over."""
    await books.buy(await books.plan(price=310), save_method=True)
    books.clock.set(FEBRUARY - timedelta(days=1, hours=12))
    late = await books.order(await books.plan(price=930))
    if fields:
        assert (await books.order(await books.plan(price=930, **fields))).status == "scheduled"
    await books.pass_time(FEBRUARY + timedelta(days=1))
    await pay(books, late)
    return late


async def test_two_checkouts_do_not_both_use_the_same_carried_money(books: Any) -> None:
    plan = await books.plan(price=990)
    await books.buy(plan)
    await carry(books, 300)
    first = await books.order(plan)
    second = await books.order(plan, return_url="https://chat.example.org/")
    assert first.payment_id != second.payment_id
    await pay(books, first)
    await pay(books, second)
    assert await books.one("SELECT count(*) FROM subscription_period") == 2
    # The second paid 690 for what costs 990: they count for the period after the next.
    assert (await carried(books), await alarms(books)) == (690, ["carry_used_before"])
    await give_back(books, second, "600")
    await give_back(books, second)
    assert await carried(books) == 0


async def test_money_that_was_kept_and_goes_back_is_not_carried_any_more(books: Any) -> None:
    late = await late_change(books)
    kept = await carried(books)
    assert kept > 10
    await give_back(books, late, "10")
    assert await carried(books) == kept - 10
    await carry(books, 1)
    await give_back(books, late)
    assert await carried(books) == 0
    assert await alarms(books) == ["change_paid_too_late", "refund_of_used_carry"]


async def test_what_a_renewal_under_way_counts_on_is_left_to_it(books: Any) -> None:
    late = await late_change(books)
    books.provider.autopay = ["pending"]
    await books.pass_time(FEBRUARY + timedelta(days=27, hours=23))
    renewal = await books.one(
        "SELECT provider_id FROM payment WHERE kind = 'renewal' AND status = 'pending'"
    )
    await give_back(books, late)
    assert await alarms(books) == ["change_paid_too_late", "refund_of_used_carry"]
    books.provider.pay(renewal)
    await books.tell("payment.succeeded", renewal)
    await books.pass_time(FEBRUARY + timedelta(days=40))
    assert (await books.status(), await carried(books)) == ("active", 0)


async def test_money_is_not_carried_into_another_currency(books: Any) -> None:
    await late_change(books, currency="USD")
    assert (await carried(books), await alarms(books)) == (0, ["change_paid_too_late"])


async def test_carried_money_of_a_subscription_that_ends_is_seen(books: Any) -> None:
    await books.buy(await books.plan(price=990))
    await carry(books, 300)
    await cancel_subscription(books.db, "u1", books.clock.now, immediate=True, actor="u1")
    assert await alarms(books) == ["carry_left"]
    await books.buy(await books.plan(price=990), "u2", save_method=True)
    await carry(books, 300)
    books.provider.autopay = ["card_expired"]
    await books.pass_time(FEBRUARY + timedelta(days=10), timedelta(days=1))
    assert await books.status("u2") == "suspended"
    await books.buy(await books.plan(), "u2")
    assert await alarms(books) == ["carry_left"] * 2


async def test_what_went_back_is_not_worth_anything_when_the_plan_is_changed(books: Any) -> None:
    started = await books.buy(await books.plan(price=1000, included_credits=1000))
    await give_back(books, started, "400")
    await books.order(await books.plan(price=2000, included_credits=2000))
    changed = await books.rows("SELECT amount, credits FROM payment WHERE kind = 'change'")
    assert changed == [{"amount": Decimal(1400), "credits": Decimal(1400)}]


async def test_what_went_back_of_the_plan_before_is_not_worth_anything_either(books: Any) -> None:
    first = await books.buy(await books.plan(price=310))
    await books.buy(await books.plan(price=930))
    await give_back(books, first)
    assert await books.status() == "active"
    huge = await books.order(await books.plan(price=1860))
    assert books.provider.payments[huge.payment_id].amount == 1860 - 620
    # Whoever gets the rest of an ordinary renewal back paid for the running period all the same.
    await books.buy(await books.plan(price=100), "u2", save_method=True)
    await books.pass_time(FEBRUARY + timedelta(hours=1))
    (worth,) = await books.rows(
        "SELECT payment_id FROM subscription_period WHERE user_id = 'u2' AND number = 1"
    )
    order = RefundOrder(worth["payment_id"], None, "", "root")
    await refund_payment(books.db, books.provider, order, books.clock.now)
    prices = "SELECT price FROM subscription_period WHERE user_id = 'u2' ORDER BY number"
    assert [row["price"] for row in await books.rows(prices)] == [100, 100]


async def test_what_went_back_of_the_change_and_of_the_plan_before_is_both_counted(
    books: Any,
) -> None:
    first = await books.buy(await books.plan(price=310))
    change = await books.buy(await books.plan(price=930))
    for started, amount in ((change, "100"), (first, None)):
        await give_back(books, started, amount)
    worth = await books.one("SELECT price FROM subscription_period ORDER BY number DESC LIMIT 1")
    assert worth == 930 - 100 - 310


async def test_a_part_of_a_period_bought_ahead_that_went_back_brings_no_credits(
    books: Any,
) -> None:
    plan = await books.plan(price=1000, included_credits=1000)
    await books.buy(plan)
    ahead = await books.buy(plan)
    await give_back(books, ahead, "400")
    # There is nothing to take back yet, so fewer are given.
    assert [fact["credits"] for fact in await books.facts("billing.refund_succeeded")] == [0]
    await books.pass_time(FEBRUARY + timedelta(days=1))
    assert [fact["credits"] for fact in await books.facts("billing.period_started")] == [1000, 600]
