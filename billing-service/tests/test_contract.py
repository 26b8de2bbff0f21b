"""The first version's 19 routes: both prefixes, fields, types, statuses and texts."""

from datetime import UTC, datetime, timedelta
from types import NoneType
from typing import Any

import pytest

from shared.testing import identity_headers

ADMIN = identity_headers("admin", "root")
U1 = identity_headers("user", "u1", scopes={"user"})
RETURN = "https://chat.example.org/billing"
TOKEN = "webhook-address-of-test-runs-0123456789"
PLAN: dict[str, Any] = {
    "id": str, "name": str, "name_ru": (str, NoneType), "description": (str, NoneType),
    "description_ru": (str, NoneType), "price": float, "currency": str, "interval": str,
    "quotas": (dict, NoneType), "features": (list, NoneType), "is_active": bool,
    "display_order": int, "plan_extra_metadata": (dict, NoneType), "created_at": int,
    "updated_at": int,
}  # fmt: skip
SUBSCRIPTION: dict[str, Any] = {
    "id": str, "user_id": str, "plan_id": str, "status": str,
    "yookassa_payment_id": (str, NoneType), "yookassa_subscription_id": (str, NoneType),
    "current_period_start": int, "current_period_end": int, "cancel_at_period_end": bool,
    "trial_end": (int, NoneType), "extra_metadata": (dict, NoneType), "created_at": int,
    "updated_at": int,
}  # fmt: skip
TRANSACTION: dict[str, Any] = {
    "id": str, "user_id": str, "subscription_id": (str, NoneType), "amount": float,
    "currency": str, "status": str, "yookassa_payment_id": (str, NoneType),
    "yookassa_status": (str, NoneType), "description": (str, NoneType),
    "description_ru": (str, NoneType), "receipt_url": (str, NoneType),
    "extra_metadata": (dict, NoneType), "created_at": int, "updated_at": int,
}  # fmt: skip
OVERVIEW: dict[str, Any] = {
    "plan": dict, "active_subscriptions": int, "canceled_subscriptions": int,
    "total_subscriptions": int, "mrr": float,
}  # fmt: skip
SUBSCRIBER: dict[str, Any] = {
    "user_id": str, "email": str, "name": str, "subscription_status": str, "subscribed_at": int,
    "current_period_end": int, "profile_image_url": (str, NoneType), "role": str,
    "current_period_start": int, "tokens_input_used": int, "tokens_input_limit": (int, NoneType),
    "tokens_output_used": int, "tokens_output_limit": (int, NoneType), "requests_used": int,
    "requests_limit": (int, NoneType),
}  # fmt: skip
PAGE: dict[str, Any] = {
    "items": list, "total": int, "page": int, "page_size": int, "total_pages": int,
}  # fmt: skip
USAGE: dict[str, Any] = {
    "current_usage": int, "quota_limit": (int, NoneType), "remaining": (int, NoneType),
}  # fmt: skip
METRICS = {"tokens_input", "tokens_output", "requests", "images", "audio_minutes"}


def check(told: Any, shape: dict[str, Any]) -> None:
    """Every field of the contract is there, of its type; more of them are additions."""
    missing = shape.keys() - told.keys()
    assert not missing
    for name, types in shape.items():
        assert isinstance(told[name], types), (name, told[name])
        # To JSON a boolean is no number; to Python it is.
        assert isinstance(told[name], bool) is (types is bool), name


@pytest.mark.parametrize("prefix", ["/api/v1", ""])
async def test_the_eight_routes_of_plans(http: Any, books: Any, prefix: str) -> None:
    base = f"{prefix}/admin/billing/plans"

    async def call(method: str, path: str = "", body: Any = None) -> Any:
        answer = await http.request(method, base + path, headers=ADMIN, json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    wish = {"id": "pro", "name": "Pro", "price": 990, "interval": "month"}
    made = await call("POST", body=wish | {"quotas": {"requests": 5}, "features": ["a"]})
    check(made, PLAN)
    assert (made["currency"], made["is_active"], made["display_order"]) == ("RUB", True, 0)
    assert await call("GET", "/pro") == made
    check(await call("PUT", "/pro", {"description": "Better"}), PLAN)
    assert (await call("PATCH", "/pro/toggle"))["is_active"] is False
    copy = await call("POST", "/pro/duplicate")
    check(copy, PLAN)
    assert {item["plan"]["id"] for item in await call("GET")} == {"pro", copy["id"]}
    for item in await call("GET"):
        check(item, OVERVIEW)
        check(item["plan"], PLAN)
    await call("PATCH", "/pro/toggle")
    await books.db.run(_known_user)
    await _buy(http, books, prefix)
    page = await call("GET", "/pro/subscribers")
    check(page, PAGE)
    check(page["items"][0], SUBSCRIBER)
    empty = await call("GET", f"/{copy['id']}/subscribers?page=-3&page_size=0")
    assert empty == {"items": [], "total": 0, "page": 1, "page_size": 20, "total_pages": 1}
    assert await call("DELETE", f"/{copy['id']}") == {
        "success": True, "message": f"Plan '{copy['id']}' deleted",
    }  # fmt: skip


async def _known_user(conn: Any) -> None:
    await conn.execute(
        "INSERT INTO customer (user_id, name, email, role, sync_sequence, updated_at) "
        "VALUES ('u1', 'User', 'u1@example.org', 'user', 1, now())"
    )


async def _buy(http: Any, books: Any, prefix: str) -> Any:
    wish = {"plan_id": "pro", "return_url": RETURN}
    paid = (await http.post(f"{prefix}/billing/payment", headers=U1, json=wish)).json()
    books.provider.pay(paid["payment_id"])
    notice = {"event": "payment.succeeded", "object": {"id": paid["payment_id"]}}
    told = await http.post(f"{prefix}/billing/webhook/yookassa?token={TOKEN}", json=notice)
    assert (told.status_code, told.json()) == (200, {"status": "ok"})
    # The service lives by the wall clock; the worker must not live in its past.
    books.clock.set(datetime.now(UTC) + timedelta(minutes=1))
    await books.work()
    return paid


@pytest.mark.parametrize("prefix", ["/api/v1", ""])
async def test_the_eleven_public_routes(http: Any, books: Any, prefix: str) -> None:
    async def call(method: str, path: str, body: Any = None, who: Any = U1) -> Any:
        answer = await http.request(method, f"{prefix}/billing{path}", headers=who, json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    wish = {"name": "Second", "price": 5, "interval": "week"}
    second = await call("POST", "/plans", wish, ADMIN)
    check(second, PLAN)
    assert len(second["id"]) == 36
    await books.plan(id="pro", quotas={"requests": 5})
    assert {plan["id"] for plan in await call("GET", "/plans")} == {second["id"], "pro"}
    check(await call("GET", "/plans/pro"), PLAN)
    assert await call("GET", "/subscription") is None
    assert await call("GET", "/transactions") == []
    free = await call("POST", "/usage/check", {"metric": "images"})
    assert free == {"allowed": True, "current_usage": 0, "quota_limit": None, "remaining": None}
    assert await call("GET", "/me") == {
        "subscription": None, "plan": None, "usage": {}, "transactions": [],
    }  # fmt: skip
    paid = await _buy(http, books, prefix)
    assert {name: type(value) for name, value in paid.items()} == dict.fromkeys(
        ("transaction_id", "payment_id", "confirmation_url", "status"), str
    )
    check(await call("GET", "/subscription"), SUBSCRIPTION)
    (transaction,) = await call("GET", "/transactions?limit=50&skip=0")
    check(transaction, TRANSACTION)
    assert transaction["extra_metadata"] == {"plan_id": "pro"}
    used = await call("GET", "/usage/requests")
    check(used, USAGE | {"metric": str})
    assert (used["quota_limit"], used["remaining"]) == (5, 5)
    checked = await call("POST", "/usage/check", {"metric": "requests", "amount": 6})
    check(checked, USAGE | {"allowed": bool})
    assert checked["allowed"] is False
    me = await call("GET", "/me")
    check(me["subscription"], SUBSCRIPTION)
    check(me["plan"], PLAN)
    check(me["transactions"][0], TRANSACTION)
    assert me["usage"].keys() == METRICS
    check(me["usage"]["requests"], {"current": int, "limit": int})
    canceled = await call("POST", "/subscription/cancel", {})
    check(canceled, SUBSCRIPTION)
    assert canceled["cancel_at_period_end"] is True


FAILURES = {
    ("GET", "/admin/billing/plans"): "Failed to get plans",
    ("POST", "/admin/billing/plans"): "Failed to create plan",
    ("GET", "/admin/billing/plans/x"): "Failed to get plan",
    ("PUT", "/admin/billing/plans/x"): "Failed to update plan",
    ("DELETE", "/admin/billing/plans/x"): "Failed to delete plan",
    ("PATCH", "/admin/billing/plans/x/toggle"): "Failed to toggle plan",
    ("POST", "/admin/billing/plans/x/duplicate"): "Failed to duplicate plan",
    ("GET", "/admin/billing/plans/x/subscribers"): "Failed to get plan subscribers",
    ("GET", "/billing/plans"): "Failed to get plans",
    ("POST", "/billing/plans"): "Failed to create plan",
    ("POST", "/billing/subscription/cancel"): "Failed to cancel subscription",
    ("POST", "/billing/subscription/resume"): "Failed to resume subscription",
    ("POST", "/billing/payment"): "Failed to create payment",
    ("GET", "/billing/transactions"): "Failed to get transactions",
    ("GET", "/billing/usage/requests"): "Failed to get usage",
    ("POST", "/billing/usage/check"): "Failed to check quota",
    ("GET", "/billing/me"): "Failed to get billing info",
    ("POST", "/billing/topup"): "Failed to create topup",
    ("POST", "/billing/topup/reconcile"): "Failed to reconcile topup",
    ("GET", "/billing/ledger"): "Failed to get ledger",
    ("GET", "/billing/usage-events"): "Failed to get usage events",
    ("POST", "/billing/auto-topup"): "Failed to update auto-topup settings",
    ("POST", "/billing/settings"): "Failed to update billing settings",
    ("POST", f"/billing/webhook/yookassa/{TOKEN}"): "Failed to process webhook",
}
BODY: dict[str, Any] = {
    "name": "Pro", "price": 1, "interval": "month", "plan_id": "pro", "return_url": RETURN,
    "metric": "requests", "amount_kopeks": 50_000, "payment_id": "p", "enabled": False,
    "billing_language": "en",
    "event": "payment.succeeded", "object": {"id": "p"},
}  # fmt: skip


@pytest.mark.parametrize(("method", "path"), list(FAILURES))
async def test_what_nobody_foresaw_is_a_500_with_the_contracts_text_and_no_more(
    http_once: Any, monkeypatch: Any, method: str, path: str
) -> None:
    def crash(*_: Any) -> None:
        raise RuntimeError("secret detail of the inside")

    monkeypatch.setattr(http_once.desk, "provider", object())
    for way in ("run", "reader", "transaction"):
        monkeypatch.setattr(type(http_once.desk.db), way, crash)
    who = ADMIN if "admin" in path or (method, path) == ("POST", "/billing/plans") else U1
    body = BODY if method != "GET" else None
    for prefix in ("", "/api/v1"):
        answer = await http_once.request(method, prefix + path, headers=who, json=body)
        assert answer.status_code == 500
        assert answer.json()["detail"] == FAILURES[method, path]
        assert "secret" not in answer.text
