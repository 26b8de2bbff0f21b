"""Groups of our own, and defaults that are made to count at once."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

GROUPS = "/api/ledger/groups"
PREVIEW = "/api/ledger/allowances/preview"


async def own_group(ledger: Any, group_id: str, amount: str, **fields: Any) -> Any:
    body = {"group_id": group_id, "name": group_id, "default_credits": Decimal(amount)}
    return await ledger.post("groups/update", body | fields)


async def members(ledger: Any, group_id: str, **fields: Any) -> Any:
    return await ledger.call("POST", f"{GROUPS}/{group_id}/members", fields)


async def apply(ledger: Any, **fields: Any) -> Any:
    preview = (await ledger.get(PREVIEW))["preview"]
    body = {"preview": preview} | fields
    return await ledger.call("POST", "/api/ledger/allowances/apply", body)


async def test_members_of_our_own_group_stay_when_sync_names_the_others(ledger: Any) -> None:
    assert (await own_group(ledger, "staff", "8")).body["is_own"] is True
    assert (await members(ledger, "staff", add=["u"])).body["joined"] == 1
    assert (await ledger.user())["credits"] == 8
    await ledger.add_group("maths", "1")
    await ledger.add_user("u", "maths")
    assert [group["id"] for group in (await ledger.user())["groups"]] == [
        "maths",
        "staff",
        "default",
    ]
    await ledger.add_user("u")
    assert (await ledger.get(f"{GROUPS}/staff/members"))["total"] == 1
    assert (await members(ledger, "staff", remove=["u"])).body["left"] == 1
    assert (await ledger.user())["group_name"] is None


async def test_who_joined_is_on_record_although_an_allowance_could_not_be_given(
    ledger: Any,
) -> None:
    await ledger.give(str(10**18 - 1))
    await ledger.add_user("a")
    await own_group(ledger, "staff", "1")
    assert (await members(ledger, "staff", add=["u", "a"])).status == 500
    entry = (await ledger.get("/api/ledger/audit?limit=1"))["entries"][0]
    assert entry["after"] == {"group_id": "staff", "joined": ["a", "u"], "left": []}


async def test_only_our_own_groups_take_members_and_only_known_users(ledger: Any) -> None:
    await ledger.add_group("maths", "1")
    assert (await members(ledger, "maths", add=["u"])).body["type"].endswith("group-not-own")
    assert (await members(ledger, "ghost", add=["u"])).status == 404
    await own_group(ledger, "staff", "1")
    assert (await members(ledger, "staff", add=["u", "nobody"])).status == 422
    assert (await ledger.get(f"{GROUPS}/staff/members"))["members"] == []


async def test_only_an_unused_group_of_our_own_is_deleted(ledger: Any) -> None:
    await ledger.add_group("maths", "1")
    await own_group(ledger, "staff", "1")
    await members(ledger, "staff", add=["u"])
    for group_id, slug in (("maths", "not-own"), ("default", "not-own"), ("staff", "in-use")):
        refused = await ledger.call("DELETE", f"{GROUPS}/{group_id}")
        assert (refused.status, refused.body["type"].endswith(slug)) == (409, True)
    await members(ledger, "staff", remove=["u"])
    assert (await ledger.call("DELETE", f"{GROUPS}/staff")).status == 200
    assert (await ledger.call("DELETE", f"{GROUPS}/staff")).status == 404


async def test_the_lowest_priority_wins_under_that_rule(ledger: Any) -> None:
    ledger.books.allowance_rule = "priority"
    await own_group(ledger, "default", "1", priority=9)
    await own_group(ledger, "staff", "8", priority=2)
    await own_group(ledger, "board", "5", priority=1)
    await ledger.add_user("v")
    await members(ledger, "staff", add=["v"])
    assert (await ledger.user("v"))["default_credits"] == 8
    await members(ledger, "board", add=["v"])
    assert (await ledger.user("v"))["default_credits"] == 5
    assert [g["priority"] for g in await ledger.get("/api/credits/groups")] == [1, 9, 2]


async def test_a_changed_default_counts_at_once_where_it_is_applied(ledger: Any) -> None:
    ledger.at(datetime(2026, 1, 20, tzinfo=UTC))
    await ledger.add_group("maths", "10")
    await ledger.add_user("v", "maths")
    await ledger.charge(4000, user_id="v")
    await ledger.add_group("maths", "15")
    assert (await ledger.user("v"))["credits"] == 6
    preview = await ledger.get(PREVIEW)
    assert [(c["user_id"], c["difference"]) for c in preview["changes"]] == [("v", 5)]
    assert (await apply(ledger)).body == {"users_affected": 1, "total": 5}
    entry = (await ledger.get("/api/ledger/audit?limit=1"))["entries"][0]
    assert entry["after"] == {"users": 1, "total": 5, "lower": False}
    assert (await ledger.user("v"))["credits"] == 11
    assert (await ledger.get(PREVIEW))["changes"] == []


async def test_a_lowered_default_takes_back_only_what_is_unspent(ledger: Any) -> None:
    ledger.at(datetime(2026, 1, 20, tzinfo=UTC))
    await ledger.add_group("maths", "10")
    await ledger.add_user("v", "maths")
    await ledger.give("3", "v", source="purchase")
    await ledger.charge(8000, user_id="v")
    for amount, balance in (("6", 3), ("0", 3), ("10", 13)):
        await ledger.add_group("maths", amount)
        assert (await apply(ledger, lower=False)).status == 200
        assert (await apply(ledger, lower=True)).status == 200
        assert (await ledger.user("v"))["credits"] == balance


async def test_an_outdated_preview_is_not_applied(ledger: Any) -> None:
    await ledger.add_group("maths", "10")
    await ledger.add_user("v", "maths")
    old = (await ledger.get(PREVIEW))["preview"]
    await ledger.add_group("maths", "12")
    body = {"preview": old}
    refused = await ledger.call("POST", "/api/ledger/allowances/apply", body)
    assert (refused.status, refused.body["type"].endswith("preview-outdated")) == (409, True)


@pytest.mark.parametrize("role", ["support", "read-only"])
async def test_who_may_only_read_changes_no_group(ledger: Any, role: str) -> None:
    for method, path in (
        ("POST", "/api/credits/groups/update"),
        ("POST", f"{GROUPS}/default/members"),
        ("DELETE", f"{GROUPS}/default"),
        ("POST", "/api/ledger/allowances/apply"),
    ):
        assert (await ledger.call(method, path, {}, role=role)).status == 403
