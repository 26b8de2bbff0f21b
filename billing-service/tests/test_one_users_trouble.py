"""What one user's card or payment runs into is nobody else's trouble, and has an end."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from billing_service.commands.apply_notice import apply_notice
from billing_service.commands.charge_auto_top_up import charge_auto_top_ups
from billing_service.commands.compare_books import compare_books
from billing_service.commands.reconcile_payment import reconcile_payment
from billing_service.commands.renew_subscription import renew_due
from billing_service.domain.provider import (
    OutcomeUnknown,
    PaymentPage,
    ProviderRefused,
    ProviderUnavailable,
    ReceiptContactMissing,
)

from shared import codec
from shared.testing import identity_headers

REFUSED = ProviderRefused("invalid_request", 400, "payment_method_id")
TOPPED_UP = {"enabled": True, "threshold_kopeks": 10_000, "amount_kopeks": 50_000}


async def with_few_credits(http: Any, books: Any, *users: str) -> None:
    plan = await books.plan()
    for number, user in enumerate(users, 1):
        await books.buy(plan, user, save_method=True)
        headers = identity_headers("user", user, scopes={"user"})
        await http.post("/billing/auto-topup", headers=headers, json=TOPPED_UP)
        async with books.db.transaction() as conn:
            await conn.execute(
                """
                INSERT INTO ledger_entry (user_id, transfer_id, sequence, kind, amount,
                    balance_after, posted_at) VALUES ($1, $2, 1, 'charge', -1, 5, $3)
                """,
                user,
                number,
                books.clock.now,
            )


def refuse(books: Any, user: str, error: Exception) -> None:
    """Let every charge of this user fail, before or at the provider."""
    create, receipt = books.provider.create_payment, books.provider.receipt

    async def create_payment(intent: Any) -> Any:
        if codec.decode(intent.body)["metadata"]["user_id"] == user:
            raise error
        return await create(intent)

    def write_receipt(line: Any) -> Any:
        if line.email == f"{user}@example.org" and not isinstance(error, ProviderRefused):
            raise error
        return receipt(line)

    books.provider.create_payment, books.provider.receipt = create_payment, write_receipt


async def top_up(books: Any, rounds: int = 1) -> None:
    for _ in range(rounds):
        await charge_auto_top_ups(books.db, books.provider, books.policy, books.clock.now)
        books.clock.advance(seconds=10)


TRIED = "SELECT count(*) FROM payment WHERE kind = 'top_up' AND user_id = $1"
FAILURES = "SELECT auto_top_up_failures FROM customer WHERE user_id = $1"


@pytest.mark.parametrize(
    ("error", "tried", "failures"),
    [(REFUSED, 1, 1), (ReceiptContactMissing(), 0, 1), (RuntimeError("a bug"), 0, 0)],
)
async def test_a_top_up_that_fails_is_counted_and_stops_nobody_elses(
    http: Any, books: Any, error: Exception, tried: int, failures: int
) -> None:
    await with_few_credits(http, books, "a", "b")
    async with books.db.transaction() as conn:
        await conn.execute("UPDATE customer SET email = user_id || '@example.org'")
    refuse(books, "a", error)
    await top_up(books, 20)
    assert [fact["user_id"] for fact in await books.facts("billing.top_up_paid")] == ["b"]
    assert (await books.one(TRIED, "a"), await books.one(FAILURES, "a")) == (tried, failures)


@pytest.mark.parametrize(
    "error", [ProviderRefused("invalid_credentials", 401, ""), ProviderUnavailable("away")]
)
async def test_what_would_meet_everybody_is_tried_with_one_and_counted_for_nobody(
    http: Any, books: Any, error: Exception
) -> None:
    await with_few_credits(http, books, "a", "b")
    books.provider.fail(error)
    await top_up(books)
    assert await books.one(TRIED, "b") == 0
    await top_up(books, 20)
    assert (await books.one(TRIED, "a"), await books.one(FAILURES, "a")) == (1, 0)
    assert [fact["user_id"] for fact in await books.facts("billing.top_up_paid")] == ["b"]


async def test_a_renewal_that_is_refused_for_ever_is_not_access_for_ever(books: Any) -> None:
    plan = await books.plan()
    await books.buy(plan, "a", save_method=True)
    await books.buy(plan, "b", save_method=True)
    refuse(books, "a", REFUSED)
    books.clock.set(end := books.clock.now + timedelta(days=31))
    await renew_due(books.db, books.provider, books.policy, end)
    await books.work()
    assert (await books.status("a"), await books.status("b")) == ("past_due", "active")
    await books.pass_time(end + 2 * books.policy.grace + timedelta(hours=1), timedelta(hours=1))
    assert await books.status("a") == "suspended"


async def test_a_payment_that_cannot_be_read_keeps_no_other_waiting(books: Any) -> None:
    plan = await books.plan()
    broken = await books.order(plan, "a")
    sound = await books.order(plan, "b")
    read = books.provider.get_payment

    async def get_payment(payment_id: str) -> Any:
        if payment_id == broken.payment_id:
            raise RuntimeError("a bug")
        return await read(payment_id)

    books.provider.get_payment = get_payment
    books.provider.pay(sound.payment_id)
    books.clock.advance(seconds=300)
    for step in (reconcile_payment, apply_notice):
        await books.tell("payment.succeeded", broken.payment_id)
        assert await step(books.db, books.provider, books.policy, books.clock.now)
    await reconcile_payment(books.db, books.provider, books.policy, books.clock.now)
    assert await books.status("b") == "active"


async def test_a_notice_that_comes_while_the_list_is_searched_is_right(
    http: Any, books: Any
) -> None:
    await with_few_credits(http, books, "u1")
    books.provider.fail(OutcomeUnknown("no answer"), after=True)
    await top_up(books)
    # The card is forgotten, so what was sent is looked for instead of sent again.
    user = identity_headers("user", "u1", scopes={"user"})
    await http.post("/billing/payment-methods/unlink", headers=user)
    (made,) = [p for p in books.provider.payments.values() if p.metadata["kind"] == "top_up"]

    async def list_payments(*_: Any) -> PaymentPage:
        await books.tell("payment.succeeded", made.id)
        await apply_notice(books.db, books.provider, books.policy, books.clock.now)
        return PaymentPage((), None)

    books.provider.list_payments = list_payments
    books.clock.advance(seconds=300)
    await books.work()
    assert await books.one("SELECT status FROM payment WHERE kind = 'top_up'") == "succeeded"


async def test_a_payment_that_cannot_be_stored_keeps_no_other_from_being_compared(
    books: Any,
) -> None:
    started = await books.order(await books.plan())
    strange = replace(books.provider.payments.pop(started.payment_id), id="\x00")
    books.provider.payments = {"\x00": strange}
    sound = await books.order(await books.plan())
    books.provider.pay(sound.payment_id)
    now = books.clock.now
    compared = await compare_books(books.db, books.provider, books.policy, now, timedelta(hours=2))
    assert (compared.listed, compared.changed) == (2, 1)
