"""The contract's routes of plans, with every refusal."""

from decimal import Decimal
from typing import Any

import pytest

from shared.testing import identity_headers

ADMIN = identity_headers("admin", "root")
USER = identity_headers("user", "u1", scopes={"user"})
PLANS = "/api/v1/admin/billing/plans"
PRO: dict[str, Any] = {"id": "pro", "name": "Pro", "price": 990, "interval": "month"}
LONG = {"name": "x" * 101}


async def test_a_plan_lives_from_creation_to_deletion(http: Any) -> None:
    made = await http.post(
        PLANS, headers=ADMIN, json=PRO | {"quotas": {"requests": 5, "images": None}}
    )
    assert made.status_code == 200
    assert b'"price":990.0,' in made.content
    body = made.json()
    assert (body["id"], body["currency"], body["is_active"], body["quotas"]) == (
        "pro", "RUB", True, {"requests": 5},
    )  # fmt: skip
    assert isinstance(body["created_at"], int)
    read = await http.get(f"/admin/billing/plans/{body['id']}", headers=ADMIN)
    assert read.json() == body
    changed = await http.put(f"{PLANS}/pro", headers=ADMIN, json={"price": 10.5, "name_ru": "Про"})
    assert (changed.json()["price"], changed.json()["name_ru"]) == (10.5, "Про")
    cleared = await http.put(f"{PLANS}/pro", headers=ADMIN, json={"name_ru": None, "name": None})
    assert (cleared.json()["name_ru"], cleared.json()["name"]) == (None, "Pro")
    toggled = await http.patch(f"{PLANS}/pro/toggle", headers=ADMIN)
    assert toggled.json()["is_active"] is False
    listed = await http.get(PLANS, headers=ADMIN)
    assert [item["plan"]["id"] for item in listed.json()] == ["pro"]
    deleted = await http.delete(f"{PLANS}/pro", headers=ADMIN)
    assert deleted.json() == {"success": True, "message": "Plan 'pro' deleted"}
    assert (await http.get(f"{PLANS}/pro", headers=ADMIN)).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""}, LONG, {"name_ru": "x" * 101}, {"description": "x" * 1001},
        {"description_ru": "x" * 1001}, {"price": -1}, {"price": 1.005}, {"price": 10**10},
        {"price": "NaN"}, {"price": True}, {"currency": "GBP"}, {"interval": "decade"},
        {"display_order": -1}, {"quotas": {"requests": -1}}, {"quotas": [1]},
        {"features": "all"}, {"trial_days": -1}, {"included_credits": -1}, {"is_active": "maybe"},
        {"name": None}, {"price": None}, {"interval": None}, {"id": ".."}, {"id": "a/b"},
    ],
    ids=str,
)  # fmt: skip
async def test_every_constraint_of_a_plan_is_a_422(http_once: Any, wrong: dict[str, Any]) -> None:
    field, value = next(iter(wrong.items()))
    absent = {name: kept for name, kept in (PRO | wrong).items() if kept is not None}
    calls = [("POST", PLANS, PRO | wrong), ("POST", PLANS, absent)]
    if value is not None and field != "id":
        calls.append(("PUT", f"{PLANS}/pro", wrong))
    for method, path, body in calls:
        answer = await http_once.request(method, path, headers=ADMIN, json=body)
        assert answer.status_code == 422, answer.text
        assert answer.json()["detail"][0]["loc"][:2] == ["body", field]


async def test_details_are_those_of_the_contract(http: Any, books: Any) -> None:
    await http.post(PLANS, headers=ADMIN, json=PRO | {"quotas": {"requests": 5}})
    twice = await http.post(PLANS, headers=ADMIN, json=PRO)
    assert (twice.status_code, twice.json()["detail"]) == (400, "Plan with ID 'pro' already exists")
    for method, path in (
        ("GET", ""), ("PUT", ""), ("DELETE", ""), ("PATCH", "/toggle"), ("POST", "/duplicate"),
        ("GET", "/subscribers"),
    ):  # fmt: skip
        body: Any = {} if method == "PUT" else None
        missing = await http.request(method, f"{PLANS}/none{path}", headers=ADMIN, json=body)
        assert (missing.status_code, missing.json()["detail"]) == (404, "Plan 'none' not found")
    (plan,) = await books.rows("SELECT * FROM plan")
    await books.buy(await _plan_of(books, plan["id"]))
    lower = await http.put(f"{PLANS}/pro", headers=ADMIN, json={"quotas": {"requests": 4}})
    assert lower.status_code == 400
    assert lower.json()["detail"] == (
        "Cannot decrease quota 'requests' from 5 to 4 while plan has active subscriptions. "
        "Create a new plan instead."
    )
    limited = await http.put(
        f"{PLANS}/pro", headers=ADMIN, json={"quotas": {"requests": 5, "images": 1}}
    )
    assert limited.status_code == 400
    assert "'images' from unlimited to 1" in limited.json()["detail"]
    used = await http.delete(f"{PLANS}/pro", headers=ADMIN)
    assert used.json()["detail"] == (
        "Cannot delete plan with 1 active subscriptions. Deactivate the plan instead."
    )


async def _plan_of(books: Any, plan_id: str) -> Any:
    from billing_service.queries.plan_detail import plan_detail

    return await plan_detail(books.db, plan_id)


async def test_a_duplicate_is_an_inactive_draft_with_all_that_is_sold(http: Any) -> None:
    body = PRO | {
        "name_ru": "Про",
        "included_credits": 1.5,
        "trial_days": 7,
        "features": ["a"],
    }
    await http.post(PLANS, headers=ADMIN, json=body)
    copy = (await http.post(f"{PLANS}/pro/duplicate", headers=ADMIN)).json()
    assert copy["id"].startswith("pro_copy_")
    assert (copy["name"], copy["name_ru"], copy["is_active"], copy["display_order"]) == (
        "Pro (Copy)", "Про (Копия)", False, 1,
    )  # fmt: skip
    assert (copy["included_credits"], copy["trial_days"], copy["features"]) == (1.5, 7, ["a"])


async def test_the_list_counts_subscribers_and_monthly_revenue(http: Any, books: Any) -> None:
    plan = await books.plan(price=Decimal("1200.00"), interval="year")
    for user_id in ("u1", "u2"):
        await books.buy(plan, user_id)
    (item,) = (await http.get(PLANS, headers=ADMIN)).json()
    assert (item["active_subscriptions"], item["total_subscriptions"], item["mrr"]) == (2, 2, 200.0)


async def test_subscribers_are_paged_and_clamped(http: Any, books: Any) -> None:
    plan = await books.plan(quotas={"requests": 9})
    for user_id in ("u1", "u2", "u3"):
        await books.buy(plan, user_id)
    page = (
        await http.get(f"{PLANS}/{plan.id}/subscribers?page=0&page_size=2", headers=ADMIN)
    ).json()
    assert (page["page"], page["page_size"], page["total"], page["total_pages"]) == (1, 2, 3, 2)
    assert page["items"][0]["requests_limit"] == 9
    wide = await http.get(f"{PLANS}/{plan.id}/subscribers?page_size=1000", headers=ADMIN)
    assert wide.json()["page_size"] == 100


async def test_changes_are_in_the_audit_log_and_an_empty_edit_is_not(http: Any) -> None:
    await http.post(PLANS, headers=ADMIN, json=PRO)
    await http.put(f"{PLANS}/pro", headers=ADMIN, json={})
    await http.put(f"{PLANS}/pro", headers=ADMIN, json={"price": 990, "display_order": 4})
    answer = await http.get("/api/v1/admin/billing/audit?action=plan_updated", headers=ADMIN)
    (entry,) = answer.json()["items"]
    assert entry["changes"] == {"display_order": {"old": 0, "new": 4}}
    everything = (await http.get("/admin/billing/audit?entity_id=pro", headers=ADMIN)).json()
    assert [item["action"] for item in everything["items"]] == ["plan_updated", "plan_created"]
    assert everything["items"][1]["audit_metadata"]["plan_data"]["name"] == "Pro"
    assert (await http.get("/admin/billing/audit?user_id=nobody", headers=ADMIN)).json()[
        "total"
    ] == 0


async def test_a_plan_with_a_history_is_only_hidden_when_deleted(http: Any, books: Any) -> None:
    plan = await books.plan()
    await books.order(plan)
    assert (await http.delete(f"{PLANS}/{plan.id}", headers=ADMIN)).status_code == 200
    assert await books.one("SELECT archived_at FROM plan") is not None
    assert (await http.get(PLANS, headers=ADMIN)).json() == []


@pytest.mark.parametrize("who", [USER, {}], ids=["user", "nobody"])
async def test_only_administrators_edit_plans(http: Any, who: dict[str, str]) -> None:
    for method, path in (
        ("GET", ""), ("POST", ""), ("GET", "/x"), ("PUT", "/x"), ("DELETE", "/x"),
        ("PATCH", "/x/toggle"), ("POST", "/x/duplicate"), ("GET", "/x/subscribers"),
    ):  # fmt: skip
        answer = await http.request(method, PLANS + path, headers=who, json=PRO)
        assert answer.status_code == 401, (method, path)


async def test_an_administrator_of_open_webui_is_one_here(http: Any) -> None:
    who = identity_headers("user", "owui-admin", scopes={"admin"})
    assert (await http.post("/api/v1/billing/plans", headers=who, json=PRO)).status_code == 200
