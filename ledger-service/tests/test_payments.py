"""What billing tells: credits that were paid for, and money that went back."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import permutations
from typing import Any

from msgspec import structs

from shared.contracts.billing import PeriodCut, PeriodStarted, RefundSucceeded, TopUpPaid
from shared.testing.identity import identity_headers


def top_up(payment_id: str, bought: str) -> TopUpPaid:
    return TopUpPaid(
        user_id="u",
        payment_id=payment_id,
        credits=Decimal(bought),
        amount=Decimal(100),
        currency="RUB",
    )


def refund(refund_id: str, payment_id: str, bought: str) -> RefundSucceeded:
    return RefundSucceeded(
        user_id="u",
        refund_id=refund_id,
        payment_id=payment_id,
        credits=Decimal(bought),
        amount=Decimal(100),
        currency="RUB",
    )


def period(
    starts_at: datetime, period_id: str = "s-1", payment_id: str | None = None
) -> PeriodStarted:
    """Of 30 days and 50 credits."""
    return PeriodStarted(
        user_id="u",
        subscription_id="s",
        period_id=period_id,
        plan_id="basic",
        credits=Decimal(50),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(days=30),
        payment_id=payment_id,
    )


async def balance(ledger: Any) -> Decimal:
    user: dict[str, Decimal] = await ledger.user()
    return user["credits"]


async def test_a_top_up_is_granted_once_per_payment(ledger: Any) -> None:
    for payment_id in ("p1", "p1", "p2"):
        await ledger.tell(top_up(payment_id, "10"), "u")
    assert await balance(ledger) == 20


async def test_a_plans_credits_live_as_long_as_its_period(ledger: Any) -> None:
    now = datetime.now(UTC)
    await ledger.tell(period(now, payment_id="p1"), "u")
    await ledger.charge(20_000)
    assert await balance(ledger) == 30
    later = now + timedelta(days=31)
    ledger.books.clock = ledger.books.batcher._clock = lambda: later
    assert await balance(ledger) == 0


async def test_what_is_unspent_of_a_plan_that_is_cut_off_expires_at_once(ledger: Any) -> None:
    now = datetime.now(UTC)
    for period_id, payment_id in (("s-1", "p1"), ("s-2", None)):
        await ledger.tell(period(now, period_id, payment_id), "u")
        await ledger.give("7")
        paid = (await ledger.charge(20_000)).body["transaction_id"]
        cut = PeriodCut(user_id="u", period_id=period_id, payment_id=payment_id)
        for _ in range(2):
            await ledger.tell(cut, "u")
        whose = identity_headers("user", "u")
        receipt = (await ledger.http.get(f"/api/me/receipts/{paid}", headers=whose)).json()
        assert [(lot["source"], lot["paid"]) for lot in receipt["lots"]] == [("plan", 20)]
        assert await balance(ledger) == 7
        await ledger.charge(7000)
        assert await balance(ledger) == 0


async def test_a_refund_takes_back_what_is_left_of_its_payment_and_no_more(ledger: Any) -> None:
    await ledger.tell(top_up("p1", "10"), "u")
    await ledger.give("5", source="promo")
    await ledger.charge(4000)
    await ledger.tell(refund("r1", "p1", "10"), "u")
    assert await balance(ledger) == 5
    await ledger.tell(refund("r2", "p1", "10"), "u")
    assert await balance(ledger) == 5


async def test_a_partial_refund_takes_its_share(ledger: Any) -> None:
    await ledger.tell(top_up("p1", "10"), "u")
    await ledger.tell(refund("r1", "p1", "4"), "u")
    assert await balance(ledger) == 6
    page = (await ledger.call("GET", "/api/credits/user/u/transactions")).body
    assert page["transactions"][0]["transaction_type"] == "refund"
    assert page["transactions"][0]["amount"] == -4


async def test_paid_credits_do_not_wait_for_sync_to_describe_the_user(ledger: Any) -> None:
    fact = TopUpPaid(
        user_id="new", payment_id="p9", credits=Decimal(3), amount=Decimal(9), currency="RUB"
    )
    await ledger.tell(fact, "new")
    assert (await ledger.user("new"))["credits"] == 3


async def test_facts_of_billing_end_in_the_same_books_in_any_order(ledger: Any) -> None:
    """Two workers, a retry or a dead letter let them come in any order."""
    cut = PeriodCut(user_id="u", period_id="s-1")
    facts = (period(datetime.now(UTC)), cut, top_up("p1", "10"), refund("r1", "p1", "4"))
    for number, order in enumerate(permutations(facts)):
        user = f"u{number}"
        for fact in order:
            await ledger.tell(structs.replace(fact, user_id=user), user)
        assert (await ledger.user(user))["credits"] == 6


async def test_a_period_that_comes_after_its_end_and_after_its_cut_leaves_nothing(
    ledger: Any,
) -> None:
    started = period(datetime.now(UTC) - timedelta(days=31))
    await ledger.tell(PeriodCut(user_id="u", period_id="s-1"), "u")
    await ledger.tell(started, "u")
    assert await balance(ledger) == 0
