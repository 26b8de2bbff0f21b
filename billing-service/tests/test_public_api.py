"""The contract's public routes: shapes, texts, and nobody reads what is another's."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from billing_service.events import handlers

from shared.clock import Clock
from shared.contracts import Event
from shared.contracts.ledger import ChargePosted
from shared.contracts.sync import UserChanged
from shared.testing import identity_headers

RETURN = "https://chat.example.org/billing"
U1 = identity_headers("user", "u1", scopes={"user"})
U2 = identity_headers("user", "u2", scopes={"user"})
PENDING = identity_headers("user", "u3", scopes={"pending"})
ADMIN = identity_headers("admin", "root")
DENIED = (
    "You do not have permission to access this resource. "
    "Please contact your administrator for assistance."
)


async def handle(books: Any, contract: Any, aggregate: str = "u1", sequence: int = 1) -> None:
    event = Event(
        id=uuid4(),
        type=contract.event_type,
        aggregate_id=aggregate,
        sequence=sequence,
        occurred_at=books.clock.now,
        data=contract,
    )
    for _ in range(2):
        await handlers(books.policy, Clock())[type(contract)](books.db, event)


def charge(books: Any, user_id: str = "u1", **usage: int) -> ChargePosted:
    number = next(books.numbers) + 1
    return ChargePosted(
        account_id=user_id, transfer_id=number, sequence=number, model_id="m", usage=usage,
        amount=Decimal(1), price_version="1", hold_id=None, actor="a", balance_after=Decimal(99),
        posted_at=books.clock.now,
    )  # fmt: skip


async def test_the_shop_window_shows_active_plans_in_order(http: Any, books: Any) -> None:
    await books.plan(name="second", display_order=2)
    hidden = await books.plan(is_active=False)
    await books.plan(name="first", display_order=1)
    for prefix in ("/api/v1/billing", "/billing"):
        listed = (await http.get(f"{prefix}/plans", headers=U1)).json()
        assert [plan["name"] for plan in listed] == ["first", "second"]
    assert (await http.get(f"/billing/plans/{hidden.id}", headers=U1)).status_code == 200
    missing = await http.get("/billing/plans/none", headers=U1)
    assert (missing.status_code, missing.json()["detail"]) == (404, "Plan not found")
    public = await http.get("/billing/plans/public")
    assert [plan["name"] for plan in public.json()] == ["first", "second"]
    assert "created_at" not in public.json()[0]


async def test_a_subscriber_reads_cancels_and_resumes(http: Any, books: Any) -> None:
    base = "/api/v1/billing/subscription"
    assert (await http.get(base, headers=U1)).json() is None
    nothing = await http.post(f"{base}/cancel", headers=U1, json={})
    assert (nothing.status_code, nothing.json()["detail"]) == (404, "No active subscription found")
    started = await books.buy(await books.plan())
    books.clock.advance(timedelta(days=1))
    read = (await http.get(base, headers=U1)).json()
    assert (read["status"], read["yookassa_payment_id"]) == ("active", started.payment_id)
    assert read["current_period_end"] - read["current_period_start"] == 31 * 86400
    assert (await http.get(base, headers=U2)).json() is None
    not_yet = await http.post(f"{base}/resume", headers=U1)
    assert not_yet.json()["detail"] == "Subscription already ended"
    canceled = (await http.post(f"{base}/cancel", headers=U1, json={"immediate": False})).json()
    assert (canceled["status"], canceled["cancel_at_period_end"]) == ("active", True)
    gone = (await http.post(f"{base}/cancel", headers=U1, json={"immediate": True})).json()
    assert gone["status"] == "canceled"
    assert (await http.get(base, headers=U1)).json() is None


async def test_paying_answers_where_to_confirm(http: Any, books: Any) -> None:
    plan = await books.plan()
    body = {"plan_id": plan.id, "return_url": RETURN}
    paid = await http.post("/api/v1/billing/payment", headers=U1, json=body)
    assert paid.status_code == 200
    assert set(paid.json()) == {"transaction_id", "payment_id", "confirmation_url", "status"}
    assert paid.json()["status"] == "pending"
    unknown = await http.post("/billing/payment", headers=U1, json=body | {"plan_id": "none"})
    assert (unknown.status_code, unknown.json()["detail"]) == (400, "Plan none not found")
    for url in ("javascript:alert(1)", "https://evil.example/"):
        bad = await http.post("/billing/payment", headers=U1, json=body | {"return_url": url})
        assert (bad.status_code, bad.json()["detail"]) == (400, "Invalid return_url")
    http.desk.provider = None
    for path, wish in (
        ("payment", body),
        ("topup", {"amount_kopeks": 50000, "return_url": RETURN}),
    ):
        none = await http.post(f"/billing/{path}", headers=U2, json=wish)
        assert none.status_code == 503
        assert none.json()["detail"] == "Payment system is not configured"


async def test_the_same_client_key_is_the_same_payment(http: Any, books: Any) -> None:
    one, other = await books.plan(), await books.plan()
    headers = U1 | {"Idempotency-Key": "k-1"}
    body = {"plan_id": one.id, "return_url": RETURN}
    first = await http.post("/billing/payment", headers=headers, json=body)
    books.provider.pay(first.json()["payment_id"])
    await books.tell("payment.succeeded", first.json()["payment_id"])
    await books.work()
    again = await http.post("/billing/payment", headers=headers, json=body)
    assert again.json() == first.json() | {"status": "succeeded"}
    changed = await http.post(
        "/billing/payment", headers=headers, json=body | {"plan_id": other.id}
    )
    assert changed.status_code == 409


async def test_the_same_client_key_buys_no_other_amount(http: Any, books: Any) -> None:
    headers = U1 | {"Idempotency-Key": "k-2"}
    body = {"amount_kopeks": 50_000, "return_url": RETURN}
    first = await http.post("/billing/topup", headers=headers, json=body)
    assert (await http.post("/billing/topup", headers=headers, json=body)).json() == first.json()
    for change in ({"amount_kopeks": 60_000}, {"promo_code": "SPRING"}):
        answer = await http.post("/billing/topup", headers=headers, json=body | change)
        assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (
            409, "key-reused",
        )  # fmt: skip
    assert len(books.provider.payments) == 1


async def test_usage_is_counted_once_per_charge_and_period(http: Any, books: Any) -> None:
    await books.buy(await books.plan(quotas={"tokens_input": 100}))
    await handle(books, charge(books, input=30, cached_input=10, output=5))
    await handle(books, charge(books, "u2", input=7))
    read = (await http.get("/billing/usage/tokens_input", headers=U1)).json()
    assert read == {
        "metric": "tokens_input", "current_usage": 40, "quota_limit": 100, "remaining": 60,
    }  # fmt: skip
    for amount, allowed in ((60, True), (61, False)):
        checked = await http.post(
            "/billing/usage/check", headers=U1, json={"metric": "tokens_input", "amount": amount}
        )
        assert checked.json()["allowed"] is allowed
    for wrong in (-1, True, 1.5):
        bad = await http.post(
            "/billing/usage/check", headers=U1, json={"metric": "requests", "amount": wrong}
        )
        assert bad.status_code == 422
    invalid = await http.get("/billing/usage/coffee", headers=U1)
    assert (invalid.status_code, invalid.json()["detail"]) == (400, "Invalid metric: coffee")
    me = (await http.get("/billing/me", headers=U1)).json()
    assert me["usage"]["requests"] == {"current": 1, "limit": None}
    assert len(me["usage"]) == 5
    assert (await http.get("/billing/me", headers=U2)).json()["usage"] == {}


async def test_history_and_balance_follow_the_ledger(http: Any, books: Any) -> None:
    await handle(books, charge(books, input=1))
    (event,) = (await http.get("/billing/usage-events", headers=U1)).json()
    assert (event["amount"], event["model_id"]) == (-1.0, "m")
    assert (await http.get("/billing/usage-events", headers=U2)).json() == []
    assert (await http.get("/billing/balance", headers=U1)).json()["balance_credits"] == 99.0
    assert (await http.get("/billing/ledger", headers=U1)).json() == []


async def test_names_of_subscribers_come_from_open_webui(http: Any, books: Any) -> None:
    plan = await books.plan()
    await books.buy(plan)
    for sequence, name in ((2, "New"), (1, "Old")):
        user = UserChanged(
            user_id="u1", name=name, email="u1@example.org", role="user", status="active"
        )
        await handle(books, user, "u1", sequence)
    path = f"/admin/billing/plans/{plan.id}/subscribers"
    page = (await http.get(path, headers=ADMIN)).json()
    assert [(item["name"], item["email"]) for item in page["items"]] == [("New", "u1@example.org")]
    closed = UserChanged(user_id="u1", name="New", email="", role="user", status="closed")
    await handle(books, closed, "u1", 3)
    page = (await http.get(path, headers=ADMIN)).json()
    assert (page["items"], page["total"]) == ([], 1)
    assert await books.one("SELECT cancel_at_period_end FROM subscription") is True


@pytest.mark.parametrize(("who", "detail"), [(PENDING, DENIED), ({}, "Not authenticated")])
async def test_every_own_route_wants_a_member(http_once: Any, who: Any, detail: str) -> None:
    for method, path in (
        ("GET", "/plans"), ("GET", "/plans/x"), ("POST", "/plans"), ("GET", "/subscription"),
        ("POST", "/subscription/cancel"), ("POST", "/subscription/resume"), ("POST", "/payment"),
        ("GET", "/transactions"), ("GET", "/usage/requests"), ("POST", "/usage/check"),
        ("GET", "/me"), ("GET", "/balance"), ("GET", "/ledger"), ("POST", "/topup"),
        ("POST", "/topup/reconcile"), ("POST", "/settings"), ("POST", "/auto-topup"),
        ("POST", "/payment-methods/unlink"),
    ):  # fmt: skip
        answer = await http_once.request(method, f"/api/v1/billing{path}", headers=who, json={})
        assert (answer.status_code, answer.json()["detail"]) == (401, detail), path


async def test_nobody_reads_or_moves_what_is_another_users(http: Any, books: Any) -> None:
    started = await books.buy(await books.plan())
    for path in ("/subscription", "/transactions", "/ledger", "/usage-events"):
        assert (await http.get(f"/billing{path}", headers=U2)).json() in (None, [])
    stolen = await http.post(
        "/billing/topup/reconcile", headers=U2, json={"payment_id": started.payment_id}
    )
    assert stolen.status_code == 403
    assert stolen.json()["detail"] == "Payment does not belong to the current user"
    assert (await http.post("/billing/subscription/cancel", headers=U2, json={})).status_code == 404


async def test_out_of_range_windows_are_clamped(http: Any, books: Any) -> None:
    await books.buy(await books.plan())
    for query in ("limit=0", "limit=-5&skip=-1", "limit=999999999"):
        answer = await http.get(f"/billing/transactions?{query}", headers=U1)
        assert len(answer.json()) == 1


async def test_an_administrator_gives_a_user_a_plan(http: Any, books: Any) -> None:
    plan = await books.plan(quotas={"requests": 4})
    path = "/api/v1/admin/billing/users/u1/subscription"
    for method in ("GET", "PUT"):
        none = await http.request(method, path, headers=ADMIN, json={"plan_id": plan.id})
        assert (none.status_code, none.json()["detail"]) == (404, "User 'u1' not found")
    user = UserChanged(user_id="u1", name="", email="", role="user", status="active")
    await handle(books, user, "u1")
    given = (await http.put(path, headers=ADMIN, json={"plan_id": plan.id})).json()
    assert (given["success"], given["subscription"]["status"]) == (True, "active")
    await http.put(path, headers=ADMIN, json={"plan_id": plan.id})
    assert await books.one("SELECT count(*) FROM subscription WHERE ended_at IS NULL") == 1
    assert len(await books.facts("billing.period_started")) == 2
    read = (await http.get(path, headers=ADMIN)).json()
    assert read["usage"]["requests"] == {
        "used": 0, "limit": 4, "remaining": 4, "percentage": 0.0,
    }  # fmt: skip
    missing = await http.put(path, headers=ADMIN, json={"plan_id": "none"})
    assert missing.json()["detail"] == "Plan 'none' not found"
    assert (await http.put(path, headers=U1, json={"plan_id": plan.id})).status_code == 401


async def test_pages_learn_what_is_sold_and_what_the_user_has_set(http: Any) -> None:
    offer = (await http.get("/billing/offer", headers=U1)).json()
    assert offer["top_ups"] is True
    assert offer["packages"] == [500.0, 1000.0, 2000.0]
    assert (offer["currency"], offer["credits_per_unit"]) == ("RUB", 1.0)
    nothing = dict.fromkeys(
        ("billing_contact_email", "billing_language", "billing_contact_phone"), None
    )
    assert (await http.get("/billing/settings", headers=U1)).json() == nothing
    chosen = {"billing_contact_email": "u1@example.org", "billing_language": "ru"}
    await http.post("/billing/settings", headers=U1, json=chosen)
    assert (await http.get("/billing/settings", headers=U1)).json() == nothing | chosen
    assert (await http.get("/billing/settings", headers=U2)).json() == nothing
