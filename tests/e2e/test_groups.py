"""Stories of Groups: what members get is changed, shown before it is given, and who they are."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.installation import Installation, balance
from tests.e2e.rows import choose, row_of
from tests.e2e.watching import Watched

MEMBER, NAME = "demo-admin", "Demo Admin"


def give(page: Page, group: str, credits_: str) -> None:
    """Change what the members of a group get."""
    choose(page, row_of(page, group), "Edit")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Allowance").fill(credits_)
    dialog.get_by_label("Reason").fill("story of a test")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_be_hidden()
    expect(row_of(page, group)).to_contain_text(credits_)


@pytest.fixture
def group(api: httpx.Client) -> Iterator[dict[str, Any]]:
    """A group of our own without members; it and what it gave are gone afterwards."""
    made = {"group_id": f"own-{uuid4().hex[:8]}", "name": f"Story {uuid4().hex[:8]}"}
    api.post("/api/credits/groups/update", json={**made, "default_credits": 0}).raise_for_status()
    yield made
    path = f"/api/ledger/groups/{made['group_id']}"
    found = {one["id"] for one in api.get("/api/credits/groups").json()}
    if made["group_id"] in found:
        out = {"add": [], "remove": [MEMBER], "reason": ""}
        api.post(f"{path}/members", json=out).raise_for_status()
        api.delete(path).raise_for_status()


def test_a_group_of_our_own_is_made_and_deleted(
    page: Page, system: Installation, api: httpx.Client
) -> None:
    name = f"Story {uuid4().hex[:8]}"
    page.goto(f"{system.url}/admin/groups")
    page.get_by_role("button", name="New group").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Name", exact=True).fill(name)
    dialog.get_by_label("Allowance").fill("12,5")
    dialog.get_by_label("Priority").fill("7")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_be_hidden()
    row = row_of(page, name)
    for told in ("Own", "12.5"):
        expect(row).to_contain_text(told)
    (made,) = [one for one in api.get("/api/credits/groups").json() if one["name"] == name]
    assert (made["default_credits"], made["priority"], made["is_own"]) == (12.5, 7, True)
    choose(page, row, "Delete")
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(row).to_have_count(0)


def test_somebody_is_taken_into_a_group_and_out_of_it(
    watched: Callable[..., Watched], api: httpx.Client, group: dict[str, Any]
) -> None:
    view = watched()
    page = view.open(f"/groups?q={group['group_id']}")
    row = row_of(page, group["name"])
    choose(page, row, "Members")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Nobody is in this group")
    dialog.get_by_label("User id").fill("nobody-has-this-id")
    dialog.get_by_role("button", name="Add").click()
    expect(dialog.get_by_role("alert")).to_be_visible()
    dialog.get_by_label("User id").fill(MEMBER)
    dialog.get_by_role("button", name="Add").click()
    expect(row_of(page, NAME)).to_be_visible()
    expect(dialog.get_by_role("alert")).to_be_hidden()
    members = f"/api/ledger/groups/{group['group_id']}/members"
    assert [one["id"] for one in api.get(members).json()["members"]] == [MEMBER]
    choose(page, row_of(page, NAME), "Remove")
    expect(dialog).to_contain_text("Nobody is in this group")
    assert api.get(members).json()["total"] == 0
    view.is_quiet(but="422")


def test_a_changed_allowance_shows_who_gets_what_and_is_given_and_taken_back_at_once(
    page: Page, system: Installation, api: httpx.Client, group: dict[str, Any]
) -> None:
    joined = {"add": [MEMBER], "remove": [], "reason": ""}
    api.post(f"/api/ledger/groups/{group['group_id']}/members", json=joined).raise_for_status()
    before = balance(api, MEMBER)
    page.goto(f"{system.url}/admin/groups?q={group['group_id']}")
    give(page, group["name"], "30")
    assert balance(api, MEMBER) == before
    for label, cells, lower in (
        ("given", [NAME, "0", "30", "+30"], False),
        ("taken back", [NAME, "30", "0", "-30"], True),
    ):
        page.get_by_role("button", name="Apply to this period").click()
        dialog = page.get_by_role("dialog")
        row = dialog.get_by_role("row").filter(has_text=NAME)
        expect(row.get_by_role("cell")).to_have_text(cells)
        if lower:
            dialog.get_by_label("Also take back where the allowance became smaller").check()
        dialog.get_by_label("Reason").fill(f"story of what is {label}")
        dialog.get_by_role("button", name="Apply").click()
        expect(dialog).to_be_hidden()
        assert balance(api, MEMBER) == before + (0 if lower else 30)
        if not lower:
            give(page, group["name"], "0")


def test_an_allowance_of_a_group_of_open_webui_can_be_changed_and_its_members_only_be_read(
    page: Page, system: Installation, api: httpx.Client
) -> None:
    page.goto(f"{system.url}/admin/groups?q=demo-teachers")
    row = row_of(page, "Teachers")
    choose(page, row, "Members")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("row").filter(has_text="Demo Teacher")).to_be_visible()
    expect(dialog.get_by_role("button", name="Add")).to_have_count(0)
    expect(dialog.get_by_role("button", name="Actions")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    for credits_ in ("210", "200"):
        give(page, "Teachers", credits_)
        groups = {one["id"]: one for one in api.get("/api/credits/groups").json()}
        assert groups["demo-teachers"]["default_credits"] == int(credits_)
