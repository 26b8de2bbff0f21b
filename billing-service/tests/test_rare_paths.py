"""What happens seldom: refunds that wait or fail, money carried over, switches that are off."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from billing_service.commands.cancel_subscription import cancel_subscription
from billing_service.commands.charge_auto_top_up import charge_auto_top_ups
from billing_service.commands.reconcile_refund import reconcile_refund
from billing_service.commands.refund_payment import RefundOrder, refund_payment
from billing_service.commands.resume_subscription import resume_subscription
from billing_service.domain.provider import ProviderRefused, ReceiptContactMissing

from shared.problems import Conflict, Malformed, Unavailable
from shared.testing import identity_headers

ADMIN = identity_headers("admin", "root")
U1 = identity_headers("user", "u1", scopes={"user"})


async def give_back(books: Any, transaction_id: Any) -> Any:
    order = RefundOrder(transaction_id, None, "", "root", "key-1")
    return await refund_payment(books.db, books.provider, order, books.clock.now)


async def test_a_refund_that_waits_is_asked_about_and_blocks_a_second(books: Any) -> None:
    started = await books.buy(await books.plan())
    make = books.provider.refund_in_cabinet
    books.provider.refund_in_cabinet = lambda *given: replace(make(*given), status="pending")
    waiting = await give_back_pending(books, started)
    assert waiting.status == "pending"
    assert (await give_back(books, started.transaction_id)).id == waiting.id
    assert await books.status() == "active"
    books.provider.refunds[waiting.provider_id] = replace(
        books.provider.refunds[waiting.provider_id], status="succeeded"
    )
    books.clock.advance(seconds=3600)
    await books.work()
    assert await books.status() == "revoked"


async def give_back_pending(books: Any, started: Any) -> Any:
    async def create_refund(intent: Any) -> Any:
        made = books.provider.refund_in_cabinet(intent.payment_id, intent.amount)
        books.provider.refunds[made.id] = made
        return made

    books.provider.create_refund = create_refund
    return await give_back(books, started.transaction_id)


async def test_a_canceled_refund_leaves_the_plan_and_is_alarmed(books: Any) -> None:
    started = await books.buy(await books.plan())
    make = books.provider.refund_in_cabinet
    books.provider.refund_in_cabinet = lambda *given: replace(
        make(*given), status="canceled", cancel_reason="insufficient_funds"
    )
    assert (await give_back_pending(books, started)).status == "canceled"
    assert await books.status() == "active"
    assert await books.one("SELECT kind FROM alarm") == "refund_canceled"


async def test_a_refused_refund_can_be_tried_again(books: Any) -> None:
    started = await books.buy(await books.plan())
    books.provider.fail(ProviderRefused("invalid_request", 400, "no"))
    with pytest.raises(Conflict):
        await give_back(books, started.transaction_id)
    assert await books.one("SELECT status FROM refund") == "failed"
    order = RefundOrder(started.transaction_id, None, "", "root")
    again = await refund_payment(books.db, books.provider, order, books.clock.now)
    assert again.status == "succeeded"


async def test_a_day_later_an_unanswered_refund_is_looked_for(books: Any) -> None:
    for happened in (True, False):
        started = await books.buy(await books.plan(), f"user-{happened}")
        books.provider.fail(after=happened)
        with pytest.raises(Unavailable):
            await give_back(books, started.transaction_id)
    books.clock.advance(timedelta(hours=26))
    writes = books.provider.writes
    while await reconcile_refund(books.db, books.provider, books.clock.now):
        pass
    assert books.provider.writes == writes
    rows = await books.rows("SELECT status FROM refund ORDER BY created_at, status DESC")
    assert [row["status"] for row in rows] == ["succeeded", "failed"]
    assert await books.one("SELECT kind FROM alarm") == "refund_unanswered"


async def test_a_refund_whose_key_may_be_forgotten_is_not_made_twice(books: Any) -> None:
    started = await books.buy(await books.plan())
    order = RefundOrder(started.transaction_id, Decimal(100), "", "root", "key-1")
    books.provider.fail(after=True)
    with pytest.raises(Unavailable):
        await refund_payment(books.db, books.provider, order, books.clock.now)
    books.provider.by_key.clear()
    books.clock.advance(timedelta(hours=25))
    again = await refund_payment(books.db, books.provider, order, books.clock.now)
    assert (again.status, len(books.provider.refunds)) == ("sent", 1)
    await books.work()
    assert await books.one("SELECT refunded_amount FROM payment") == 100


async def test_a_period_bought_ahead_goes_when_its_money_goes_back(books: Any) -> None:
    plan = await books.plan()
    await books.buy(plan)
    ahead = await books.buy(plan)
    await give_back(books, ahead.transaction_id)
    assert await books.status() == "active"
    assert await books.one("SELECT count(*) FROM subscription_period") == 1


@pytest.mark.parametrize("field", [{"amount": Decimal("99999.00")}, {"currency": "USD"}])
async def test_a_strange_refund_is_quarantined(books: Any, field: Any) -> None:
    started = await books.buy(await books.plan())
    made = books.provider.refund_in_cabinet(started.payment_id, Decimal("10.00"))
    books.provider.refunds[made.id] = replace(made, **field)
    await books.tell("refund.succeeded", made.id)
    alien = books.provider.refund_in_cabinet("somebody-elses", Decimal("10.00"))
    await books.tell("refund.succeeded", alien.id)
    await books.work()
    assert await books.facts("billing.refund_succeeded") == []
    kinds = await books.rows("SELECT kind FROM alarm ORDER BY kind")
    assert [row["kind"] for row in kinds] == ["refund_mismatch", "refund_without_payment"]


async def test_a_cancellation_taken_back_does_not_end_the_attempts(books: Any) -> None:
    await books.buy(await books.plan(), save_method=True)
    books.provider.autopay = ["insufficient_funds"]
    await books.pass_time(datetime(2026, 2, 14, 13, tzinfo=UTC))
    assert await books.one("SELECT renewal_attempts FROM subscription") == 1
    now = books.clock.now
    await cancel_subscription(books.db, "u1", now, immediate=False, actor="u1")
    await resume_subscription(books.db, "u1", now, actor="u1")
    await books.pass_time(datetime(2026, 2, 16, tzinfo=UTC))
    assert await books.status() == "active"


async def test_carried_money_pays_a_whole_renewal(books: Any) -> None:
    await books.buy(await books.plan(), save_method=True)
    async with books.db.transaction() as conn:
        await conn.execute("UPDATE subscription SET carry = 1000")
    await books.pass_time(datetime(2026, 2, 16, tzinfo=UTC))
    assert await books.one("SELECT carry FROM subscription") == 10
    assert await books.one("SELECT count(*) FROM payment") == 1
    assert len(await books.facts("billing.period_started")) == 2


async def test_carried_money_goes_on_without_a_saved_method_too(books: Any) -> None:
    plan = await books.plan()
    await books.buy(plan)
    async with books.db.transaction() as conn:
        await conn.execute("UPDATE subscription SET carry = 990")
    assert (await books.order(plan)).status == "scheduled"
    await books.pass_time(datetime(2026, 2, 16, tzinfo=UTC))
    assert await books.status() == "active"
    assert await books.one("SELECT carry FROM subscription") == 0


async def test_coming_back_to_a_free_plan_makes_no_credits(books: Any) -> None:
    plan = await books.plan(price=0, interval="week")
    for _ in range(3):
        await books.order(plan)
        books.clock.advance(seconds=60)
        now = books.clock.now
        await cancel_subscription(books.db, "u1", now, immediate=True, actor="u1")
    books.clock.advance(timedelta(days=7))
    await books.order(plan)
    facts = await books.facts("billing.period_started")
    assert [fact["credits"] for fact in facts] == [500, 0, 0, 500]


async def test_a_period_bought_ahead_is_answered_again_under_its_key(books: Any) -> None:
    plan = await books.plan()
    await books.buy(plan)
    ahead = await books.buy(plan, client_key="k")
    assert (await books.order(plan, client_key="k")).payment_id == ahead.payment_id
    with pytest.raises(Conflict, match="already paid"):
        await books.order(plan)


async def test_one_broken_subscription_keeps_nobody_else_waiting(
    books: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("billing_service.commands.end_period.BATCH", 1)
    plan = await books.plan()
    await books.buy(plan, "broken")
    await books.buy(plan, "sound", save_method=True)
    async with books.db.transaction() as conn:
        await conn.execute(
            """
            UPDATE subscription SET current_number = 9,
                current_period_end = current_period_end - interval '1 day'
            WHERE user_id = 'broken'
            """
        )
    await books.pass_time(datetime(2026, 2, 16, tzinfo=UTC))
    assert await books.status("sound") == "active"
    assert len(await books.facts("billing.period_started")) == 3


async def test_a_shop_that_refuses_to_save_still_sells_once(books: Any) -> None:
    books.provider.fail(ProviderRefused("forbidden", 403, "no recurring payments"))
    started = await books.buy(await books.plan(), save_method=True)
    assert started.payment_id in books.provider.payments
    assert await books.one("SELECT auto_renew FROM subscription") is False


async def test_a_receipt_without_an_address_is_asked_for(books: Any) -> None:
    def refuse(_: Any) -> Any:
        raise ReceiptContactMissing

    books.provider.receipt = refuse
    with pytest.raises(Malformed, match="Set billing contact email or phone"):
        await books.order(await books.plan())
    assert await books.one("SELECT count(*) FROM payment") == 0


async def test_a_receipt_that_failed_after_the_payment_is_alarmed(books: Any) -> None:
    started = await books.buy(await books.plan())
    books.provider.change(started.payment_id, receipt_registration="canceled")
    await books.tell("payment.succeeded", started.payment_id)
    await books.work()
    assert await books.one("SELECT kind FROM alarm") == "receipt_not_registered"


async def test_contacts_are_kept_and_cleared(http: Any, books: Any) -> None:
    path = "/api/v1/billing/settings"
    wish = {"billing_contact_email": "pay@example.org", "billing_contact_phone": "+79000000000"}
    assert (await http.post(path, headers=U1, json=wish)).json() == {"status": "ok"}
    await http.post(path, headers=U1, json={"billing_contact_phone": None})
    (row,) = await books.rows("SELECT contact_email, contact_phone FROM customer")
    assert (row["contact_email"], row["contact_phone"]) == ("pay@example.org", None)
    for wrong in ({"billing_contact_email": "nobody"}, {"billing_contact_phone": "call me"}):
        assert (await http.post(path, headers=U1, json=wrong)).status_code == 422


async def test_without_a_subscription_usage_is_counted_but_unlimited(http: Any, books: Any) -> None:
    async with books.db.transaction() as conn:
        await conn.execute(
            """
            INSERT INTO usage_counter VALUES ('u1', '', current_date, 'request', 7),
                ('u1', '', current_date - 40, 'request', 100)
            """
        )
    read = (await http.get("/billing/usage/requests", headers=U1)).json()
    assert (read["current_usage"], read["quota_limit"], read["remaining"]) == (7, None, None)


async def test_what_is_switched_off_is_not_there(http: Any) -> None:
    http.desk.policy = replace(http.desk.policy, subscriptions_enabled=False, top_ups_enabled=False)
    for path, text in (
        ("/plans", "Billing subscriptions are disabled"),
        ("/subscription", "Billing subscriptions are disabled"),
        ("/balance", "Billing wallet is disabled"),
    ):
        answer = await http.get(f"/api/v1/billing{path}", headers=U1)
        assert (answer.status_code, answer.json()["detail"]) == (404, text)


async def test_an_automatic_top_up_stops_after_three_failures(http: Any, books: Any) -> None:
    await books.buy(await books.plan(), save_method=True)
    wish = {"enabled": True, "threshold_kopeks": 10000, "amount_kopeks": 50000}
    await http.post("/billing/auto-topup", headers=U1, json=wish)
    async with books.db.transaction() as conn:
        await conn.execute(
            """
            INSERT INTO ledger_entry (user_id, transfer_id, sequence, kind, amount, balance_after,
                posted_at) VALUES ('u1', 1, 1, 'charge', -1, 5, now())
            """
        )
    books.provider.autopay = ["insufficient_funds"] * 9
    charged = "SELECT count(*) FROM payment WHERE kind = 'top_up'"
    for _ in range(5):
        for _ in range(2):
            await charge_auto_top_ups(books.db, books.provider, books.policy, books.clock.now)
        books.clock.advance(timedelta(hours=2))
    assert await books.one(charged) == 3
    assert await books.one("SELECT auto_top_up FROM customer") is False
