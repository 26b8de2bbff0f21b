"""Refunds of ours and of the cabinet, lasting credits, and automatic top-ups."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from billing_service.commands.charge_auto_top_up import charge_auto_top_ups
from billing_service.commands.compare_books import compare_books
from billing_service.commands.reconcile_refund import reconcile_refund
from billing_service.commands.start_top_up import TopUp, start_top_up

from shared.testing import identity_headers

RETURN = "https://chat.example.org/billing"
ADMIN = identity_headers("admin", "root")
U1 = identity_headers("user", "u1", scopes={"user"})


async def refund(http: Any, payment_id: Any, **body: Any) -> Any:
    return await http.post(
        f"/api/v1/admin/billing/payments/{payment_id}/refund", headers=ADMIN, json=body
    )


async def test_a_full_refund_takes_plan_and_credits_back(http: Any, books: Any) -> None:
    started = await books.buy(await books.plan())
    answer = await refund(http, started.transaction_id)
    assert (answer.status_code, answer.json()["status"]) == (200, "succeeded")
    (fact,) = await books.facts("billing.refund_succeeded")
    assert (fact["credits"], fact["amount"]) == (500, 990)
    assert await books.status() == "revoked"
    revoked = "SELECT actor FROM subscription_transition WHERE to_status = 'revoked'"
    assert await books.one(revoked) == "root"
    again = await refund(http, started.transaction_id)
    assert again.status_code == 400
    assert again.json()["detail"] == "All of the payment is refunded already"


async def test_partial_refunds_keep_the_plan_until_all_is_back(http: Any, books: Any) -> None:
    started = await books.buy(await books.plan())
    for amount in (100, 90.5):
        assert (await refund(http, started.transaction_id, amount=amount)).status_code == 200
    assert await books.status() == "active"
    too_much = await refund(http, started.transaction_id, amount=800)
    assert too_much.status_code == 400
    await refund(http, started.transaction_id)
    assert await books.status() == "revoked"
    facts = await books.facts("billing.refund_succeeded")
    assert sum(Decimal(fact["credits"]) for fact in facts) == 500


async def test_the_same_client_key_gives_no_other_amount_back(http: Any, books: Any) -> None:
    started = await books.buy(await books.plan())
    address = f"/admin/billing/payments/{started.transaction_id}/refund"
    headers, body = ADMIN | {"Idempotency-Key": "r-1"}, {"amount": 100, "reason": "late"}
    first = await http.post(address, headers=headers, json=body)
    assert (await http.post(address, headers=headers, json=body)).json() == first.json()
    for change in ({"amount": 120}, {"reason": "broken"}):
        answer = await http.post(address, headers=headers, json=body | change)
        assert answer.status_code == 409, answer.text
    assert await books.one("SELECT refunded_amount FROM payment") == 100


async def test_refunds_at_once_give_money_back_once(http: Any, books: Any) -> None:
    started = await books.buy(await books.plan())
    answers = await asyncio.gather(*(refund(http, started.transaction_id) for _ in range(5)))
    assert min(answer.status_code for answer in answers) == 200
    assert len(books.provider.refunds) == 1
    assert await books.one("SELECT refunded_amount FROM payment") == 990


async def test_an_unanswered_refund_is_finished_by_the_reconciler(http: Any, books: Any) -> None:
    started = await books.buy(await books.plan())
    books.provider.fail(after=True)
    assert (await refund(http, started.transaction_id)).status_code == 503
    later = await books.one("SELECT next_check_at FROM refund")
    assert await reconcile_refund(books.db, books.provider, later)
    assert len(books.provider.refunds) == 1
    assert await books.status() == "revoked"


async def test_a_refund_in_the_cabinet_counts_whether_told_or_found(books: Any) -> None:
    started = await books.buy(await books.plan())
    first = books.provider.refund_in_cabinet(started.payment_id, Decimal("400.00"))
    await books.tell("refund.succeeded", first.id)
    await books.tell("refund.succeeded", first.id)
    await books.work()
    assert await books.one("SELECT refunded_amount FROM payment") == 400
    books.provider.refund_in_cabinet(started.payment_id, Decimal("590.00"))
    day = books.clock.advance(seconds=86400) - books.provider.now
    await compare_books(books.db, books.provider, books.policy, books.clock.now, day * 2)
    assert await books.status() == "revoked"
    revoked = "SELECT actor FROM subscription_transition WHERE to_status = 'revoked'"
    assert await books.one(revoked) == "provider"
    assert len(await books.facts("billing.refund_succeeded")) == 2


async def test_a_payment_that_is_not_ours_is_alarmed(http: Any, books: Any) -> None:
    started = await books.order(await books.plan())
    alien = replace(books.provider.payments[started.payment_id], id="alien", metadata={})
    books.provider.payments["alien"] = alien
    books.provider.pay("alien")
    await books.tell("payment.succeeded", "alien")
    await books.work()
    assert await books.status() is None
    (alarm,) = (await http.get("/admin/billing/alarms", headers=ADMIN)).json()
    assert (alarm["kind"], alarm["object_id"]) == ("payment_without_intent", "alien")
    resolve = f"/admin/billing/alarms/{alarm['id']}/resolve"
    for body, status in (
        ({"reason": " "}, 422),
        ({"reason": "sent back"}, 200),
        ({"reason": "x"}, 404),
    ):
        assert (await http.post(resolve, headers=ADMIN, json=body)).status_code == status
    assert (await http.get("/admin/billing/alarms", headers=ADMIN)).json() == []
    logged = {"action": "alarm_resolved", "entity_id": str(alarm["id"])}
    page = (await http.get("/admin/billing/audit", headers=ADMIN, params=logged)).json()
    assert page["items"][0]["description"] == "sent back"


async def test_an_administrator_compares_books_at_once(http: Any, books: Any) -> None:
    lost = await books.order(await books.plan())
    books.provider.pay(lost.payment_id)
    books.provider.change(lost.payment_id, created_at=datetime.now(UTC))
    compare = "/admin/billing/reconcile"
    for changed in (1, 0):
        answer = await http.post(compare, headers=ADMIN, json={"hours": 24 * 31})
        assert answer.json() == {"listed": 1, "changed": changed, "alarms": 0}
    assert await books.status() == "active"
    assert (await http.post(compare, headers=ADMIN, json={"hours": 0})).status_code == 422
    assert (await http.post(compare, headers=U1)).status_code == 401


async def test_a_top_up_is_granted_once(http: Any, books: Any) -> None:
    wish = {"amount_kopeks": 50000, "return_url": RETURN}
    started = (await http.post("/billing/topup", headers=U1, json=wish)).json()
    books.provider.pay(started["payment_id"])
    body = {"payment_id": started["payment_id"]}
    back = await http.post("/billing/topup/reconcile", headers=U1, json=body)
    assert back.json()["credited"] is True
    await books.tell("payment.succeeded", started["payment_id"])
    await books.work()
    (fact,) = await books.facts("billing.top_up_paid")
    assert (fact["credits"], fact["amount"], fact["user_id"]) == (500, 500, "u1")
    for kopeks, text in ((0, "Topup amount must be positive"), (100, "Invalid topup amount")):
        bad = await http.post("/billing/topup", headers=U1, json=wish | {"amount_kopeks": kopeks})
        assert (bad.status_code, bad.json()["detail"]) == (400, text)
    assert (await http.post("/billing/topup/reconcile", headers=U1, json={})).status_code == 400


async def test_a_partly_refunded_top_up_takes_back_its_share(http: Any, books: Any) -> None:
    wish = TopUp("u1", "", Decimal("500.00"), RETURN)
    started = await start_top_up(books.db, books.provider, books.policy, wish, books.clock.now)
    books.provider.pay(started.payment_id)
    await books.tell("payment.succeeded", started.payment_id)
    await books.work()
    assert (await refund(http, UUID(started.transaction_id), amount=125)).status_code == 200
    (fact,) = await books.facts("billing.refund_succeeded")
    assert fact["credits"] == 125


async def balance(books: Any, left: int, number: int, kind: str, amount: int) -> None:
    async with books.db.transaction() as conn:
        await conn.execute(
            """
            INSERT INTO ledger_entry (user_id, transfer_id, sequence, kind, amount, balance_after,
                posted_at) VALUES ('u1', $1, $1, $2, $3, $4, $5)
            """,
            number,
            kind,
            Decimal(amount),
            Decimal(left),
            books.clock.now,
        )


TOPPED_UP = {"enabled": True, "threshold_kopeks": 10000, "amount_kopeks": 50000}


async def save_card(books: Any) -> None:
    first = TopUp("u1", "", Decimal("500.00"), RETURN, save_method=True)
    started = await start_top_up(books.db, books.provider, books.policy, first, books.clock.now)
    books.provider.pay(started.payment_id)
    await books.tell("payment.succeeded", started.payment_id)
    await books.work()


async def charge_at_once(books: Any) -> int:
    """Three workers at once; return how many top-ups are paid by now."""
    now = books.clock.now
    await asyncio.gather(
        *(charge_auto_top_ups(books.db, books.provider, books.policy, now) for _ in range(3))
    )
    return len(await books.facts("billing.top_up_paid"))


async def test_an_automatic_top_up_of_the_version_before_is_not_charged_again(
    http: Any, books: Any
) -> None:
    await save_card(books)
    await http.post("/billing/auto-topup", headers=U1, json=TOPPED_UP)
    # The credits of an earlier top-up were as many.
    await balance(books, 500, 1, "grant", 500)
    await balance(books, 50, 2, "charge", -450)
    books.clock.advance(timedelta(minutes=1))
    assert await charge_at_once(books) == 2
    async with books.db.transaction() as conn:
        await conn.execute("UPDATE payment SET terms = terms - 'after_sequence'")
    assert await charge_at_once(books) == 2


async def test_an_automatic_top_up_happens_once_per_shortage_within_its_bound(
    http: Any, books: Any
) -> None:
    await books.buy(await books.plan())
    await save_card(books)
    # Whoever saved a card for credits did not agree that the plan renews itself.
    assert not await books.one("SELECT auto_renew FROM subscription")
    answer = await http.post("/billing/auto-topup", headers=U1, json=TOPPED_UP)
    assert answer.json() == {"status": "ok", "month_max_kopeks": 500000}
    await balance(books, 50, 1, "charge", -1)
    assert await charge_at_once(books) == await charge_at_once(books) == 2
    for bound, number, paid in ((500000, 2, 3), (149999, 4, 3)):
        await http.post(
            "/billing/auto-topup", headers=U1, json=TOPPED_UP | {"month_max_kopeks": bound}
        )
        books.clock.advance(timedelta(minutes=1))
        await balance(books, 550, number, "purchase", 500)
        await balance(books, 40, number + 1, "charge", -510)
        assert await charge_at_once(books) == await charge_at_once(books) == paid
    shown = (await http.get("/billing/balance", headers=U1)).json()
    assert (shown["auto_topup_enabled"], shown["auto_topup_amount_kopeks"]) == (True, 50000)
    assert shown["auto_topup_month_max_kopeks"] == 149999
    books.clock.advance(timedelta(days=30))
    assert await charge_at_once(books) == 4


async def test_forgetting_the_card_ends_automatic_top_ups(http: Any, books: Any) -> None:
    await save_card(books)
    await http.post("/billing/auto-topup", headers=U1, json=TOPPED_UP)
    await balance(books, 50, 1, "charge", -1)
    books.provider.fail()
    assert await charge_at_once(books) == 1
    await http.post("/billing/payment-methods/unlink", headers=U1)
    # What was decided and did not reach the provider is not sent any more.
    books.clock.advance(timedelta(minutes=5))
    await books.work()
    assert books.provider.charged == {}
    shown = (await http.get("/billing/balance", headers=U1)).json()
    assert (shown["auto_topup_enabled"], shown["auto_topup_payment_method_saved"]) == (False, False)
    assert await books.one("SELECT audit_metadata->'auto_top_up_stopped' FROM audit_log") is True


async def test_a_top_up_that_was_not_sent_is_not_made_once_there_is_enough(
    http: Any, books: Any
) -> None:
    await save_card(books)
    await http.post("/billing/auto-topup", headers=U1, json=TOPPED_UP)
    await balance(books, 50, 1, "charge", -1)
    books.provider.fail()
    assert await charge_at_once(books) == 1
    await balance(books, 550, 2, "grant", 500)
    books.clock.advance(timedelta(minutes=5))
    await books.work()
    assert books.provider.charged == {}


async def test_automatic_top_ups_are_checked(http: Any) -> None:
    for wish, text in (
        ({"enabled": True}, "threshold_kopeks and amount_kopeks are required when enabled"),
        ({"enabled": True, "threshold_kopeks": 0, "amount_kopeks": 1},
         "Auto-topup threshold and amount must be positive"),
        ({"enabled": True, "threshold_kopeks": 1, "amount_kopeks": 1}, "Invalid auto-topup amount"),
        ({"enabled": True, "threshold_kopeks": 50001, "amount_kopeks": 50000},
         "Auto-topup amount must not be below the threshold"),
        ({"enabled": True, "threshold_kopeks": 1, "amount_kopeks": 50000,
          "month_max_kopeks": 49999},
         "month_max_kopeks must be from amount_kopeks to 1000000000"),
    ):  # fmt: skip
        answer = await http.post("/billing/auto-topup", headers=U1, json=wish)
        assert (answer.status_code, answer.json()["detail"]) == (400, text)
