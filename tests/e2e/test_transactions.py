"""Stories of the records: transactions by type and model as they come, and the system log."""

import re
from collections.abc import Callable
from uuid import uuid4

import httpx
from playwright.sync_api import Locator, Page, expect

from tests.e2e.installation import Installation, charge
from tests.e2e.watching import Watched

STUDENT = "demo-student"


def types(page: Page) -> Locator:
    """The types of the rows that are shown."""
    return page.locator("tbody tr td:nth-of-type(4)")


def models(page: Page) -> Locator:
    return page.locator("tbody tr td:nth-of-type(5)")


def test_transactions_are_found_by_type_and_by_model(
    page: Page, system: Installation, api: httpx.Client
) -> None:
    for model in ("demo-small", "demo-large"):
        charge(system, model_id=model)
    page.goto(f"{system.url}/admin/transactions?size=100")
    page.get_by_label("Type").select_option(label="Charge")
    expect(page).to_have_url(re.compile("type=deduct"))
    page.get_by_label("Model").fill("demo-large")
    expect(page).to_have_url(re.compile("model_id=demo-large"))
    asked = "type=deduct&model_id=demo-large&limit=1"
    total = api.get(f"/api/credits/transactions?{asked}").json()["total"]
    expect(page.get_by_text(re.compile(rf"\b{total} rows?$"))).to_be_visible()
    expect(models(page).filter(has_text="demo-large")).to_have_count(total)
    expect(types(page).filter(has_text="Charge")).to_have_count(total)
    page.get_by_label("Type").select_option(label="Grant")
    expect(page.get_by_text("Nothing fits the filter")).to_be_visible()
    page.get_by_role("button", name="Clear filters").first.click()
    expect(page.get_by_label("Model")).to_have_value("")
    expect(types(page).filter(has_text="Adjustment").first).to_be_visible()


def test_what_is_charged_while_the_list_is_looked_at_appears_by_itself(
    page: Page, system: Installation
) -> None:
    charge(system)
    page.goto(f"{system.url}/admin/transactions?q={STUDENT}&type=deduct")
    newest = page.locator("tbody tr").first
    expect(newest).to_contain_text("demo-small")
    page.get_by_role("switch", name="Live").check()
    charge(system, model_id="demo-tutor", prompt_tokens=111)
    expect(newest).to_contain_text("demo-tutor")
    newest.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("row").filter(has_text="Input tokens")).to_contain_text("111")


def test_the_system_log_tells_what_was_done_by_whom_and_is_a_file(
    watched: Callable[..., Watched], api: httpx.Client
) -> None:
    group = {"group_id": f"own-{uuid4().hex[:8]}", "name": f"Story {uuid4().hex[:8]}"}
    body = {**group, "default_credits": 0}
    api.post("/api/credits/groups/update", json=body).raise_for_status()
    api.delete(f"/api/ledger/groups/{group['group_id']}").raise_for_status()
    view = watched()
    page = view.open(f"/system-log?q={group['name']}")
    row = page.get_by_role("row").filter(has_text=group["name"]).first
    expect(row).to_contain_text("admin")
    kind = row.get_by_role("cell").nth(1).inner_text()
    page.get_by_label("Type").fill(kind)
    expect(page).to_have_url(re.compile(f"type={kind}"))
    page.get_by_label("By", exact=True).fill("nobody")
    expect(page.get_by_text("Nothing fits the filter")).to_be_visible()
    page.get_by_label("By", exact=True).fill("admin")
    row.click()
    expect(page.get_by_role("dialog")).to_contain_text(group["group_id"])
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="CSV").click()
    lines = download.value.path().read_text().splitlines()
    assert len(lines) > 1
    assert all(kind in line for line in lines[1:])
    view.is_quiet()
