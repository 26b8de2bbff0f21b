"""What administrators see of payments, subscriptions and refunds, and what they may change."""

from datetime import UTC, datetime
from typing import Any

import pytest

from shared.testing import identity_headers

ADMIN = identity_headers("admin", "root", scopes={"owner"})
USER = identity_headers("user", "u1", scopes={"user"})
SALES = "/api/v1/admin/billing"


async def _read(http: Any, path: str, **query: Any) -> Any:
    answer = await http.get(f"{SALES}/{path}", headers=ADMIN, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_list_is_paged_without_gaps_and_counts_all(http: Any, books: Any) -> None:
    plan = await books.plan()
    bought = [await books.buy(plan, f"u{n}") for n in range(5)]
    seen: list[str] = []
    page: dict[str, Any] = {"next": None}
    while page["next"] or not seen:
        query = {"before": page["next"]} if page["next"] else {}
        page = await _read(http, "payments", limit=2, **query)
        assert page["total"] == 5
        seen += [item["id"] for item in page["items"]]
    assert sorted(seen) == sorted(str(started.transaction_id) for started in bought)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"user_id": "u1"}, 1),
        ({"search": "u2"}, 1),
        ({"status": "succeeded"}, 2),
        ({"status": "pending"}, 1),
        ({"kind": "top_up"}, 0),
        ({"plan_id": "none"}, 0),
        ({"to": 0}, 0),
    ],
)
async def test_payments_are_found_by(
    http: Any, books: Any, query: dict[str, Any], found: int
) -> None:
    plan = await books.plan()
    await books.buy(plan, "u1")
    await books.buy(plan, "u2")
    await books.order(plan, "u3")
    page = await _read(http, "payments", **query)
    assert (page["total"], len(page["items"])) == (found, found)


async def test_a_payment_tells_its_history(http: Any, books: Any) -> None:
    started = await books.buy(await books.plan())
    path = f"payments/{started.transaction_id}"
    refund = await http.post(
        f"{SALES}/{path}/refund", headers=ADMIN, json={"amount": 90, "reason": "half"}
    )
    assert refund.status_code == 200
    await books.work()
    file = await _read(http, path)
    happened = {event["what"] for event in file["events"]}
    assert happened == {"created", "sent", "notice", "paid", "subscription", "refund"}
    assert (file["amount"], file["refunded_amount"]) == (990.0, 90.0)
    assert [item["reason"] for item in file["refunds"]] == ["half"]
    listed = await _read(http, "refunds")
    assert [item["payment_id"] for item in listed["items"]] == [file["id"]]


async def test_a_subscription_is_canceled_and_resumed_by_an_administrator(
    http: Any, books: Any
) -> None:
    books.clock.now = datetime.now(UTC)
    await books.buy(await books.plan())
    one = (await _read(http, "subscriptions", status="active"))["items"][0]
    path = f"{SALES}/subscriptions/{one['id']}"
    canceled = await http.post(f"{path}/cancel", headers=ADMIN, json={"immediate": False})
    assert canceled.json()["cancel_at_period_end"] is True
    assert (await http.post(f"{path}/resume", headers=ADMIN)).status_code == 200
    ended = await http.post(f"{path}/cancel", headers=ADMIN, json={"immediate": True})
    assert ended.json()["status"] == "canceled"
    again = await http.post(f"{path}/cancel", headers=ADMIN, json={"immediate": True})
    assert again.status_code == 404
    file = await _read(http, f"subscriptions/{one['id']}")
    assert [step["actor"] for step in file["transitions"]][:3] == ["root"] * 3
    assert [period["number"] for period in file["periods"]] == [1]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("payments?limit=0", 422),
        ("payments?limit=201", 422),
        ("payments?before=x", 422),
        ("payments?from=-1", 422),
        ("payments?status=", 422),
        ("payments/not-an-id", 422),
        ("payments/00000000-0000-0000-0000-000000000000", 404),
        ("subscriptions/00000000-0000-0000-0000-000000000000", 404),
    ],
)
async def test_a_wrong_address_is_refused(http: Any, path: str, status: int) -> None:
    assert (await http.get(f"{SALES}/{path}", headers=ADMIN)).status_code == status


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("payments?status=active", "status"),
        ("payments?kind=admin", "kind"),
        ("refunds?status=quarantined", "status"),
        ("refunds?kind=top_up", "kind"),
        ("subscriptions?status=succeeded", "status"),
        ("subscriptions?kind=purchase", "kind"),
        ("payments?from=2&to=1", "to"),
        ("refunds?from=2&to=1", "to"),
        ("subscriptions?from=2&to=1", "to"),
    ],
)
async def test_a_list_of_what_cannot_be_names_the_field(http: Any, query: str, field: str) -> None:
    refused = await http.get(f"{SALES}/{query}", headers=ADMIN)
    assert refused.status_code == 422
    assert [error["loc"] for error in refused.json()["detail"]] == [["query", field]]


@pytest.mark.parametrize(
    "query", ["payments?from=1&to=1", "refunds?status=failed&kind=provider", "subscriptions?to=0"]
)
async def test_a_list_of_what_was_not_is_empty(http: Any, query: str) -> None:
    answer = await http.get(f"{SALES}/{query}", headers=ADMIN)
    assert (answer.status_code, answer.json()["items"]) == (200, [])


@pytest.mark.parametrize("path", ["payments", "subscriptions", "refunds"])
async def test_sales_are_for_administrators(http: Any, path: str) -> None:
    assert (await http.get(f"{SALES}/{path}", headers=USER)).status_code == 401
    assert (await http.get(f"{SALES}/{path}")).status_code == 401
