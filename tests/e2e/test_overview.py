"""Stories of the overview: its figures, its period, and what needs a look."""

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.installation import Installation, charge
from tests.e2e.shopping import Buyer
from tests.e2e.waiting import until

STUDENT = "demo-student"


def tile(page: Page, label: str) -> Locator:
    return page.locator(".tile").filter(has=page.get_by_text(label, exact=True))


def figures(api: httpx.Client) -> Any:
    return api.get("/api/ledger/overview", params={"days": 30}).json()


@pytest.fixture
def suspended(api: httpx.Client) -> Iterator[str]:
    """Somebody who may not spend while the story is told."""
    path = "/api/ledger/accounts/demo-applicant"
    reason = {"reason": "story of a test"}
    api.post(path, json={"status": "suspended", **reason}).raise_for_status()
    yield "Demo Applicant"
    api.post(path, json={"status": "open", **reason}).raise_for_status()


def test_a_charge_is_in_the_figures_and_leads_to_who_used_it(
    page: Page, system: Installation, api: httpx.Client
) -> None:
    before = figures(api)
    charge(system, model_id="demo-large")
    until(lambda: figures(api)["charges"] == before["charges"] + 1, lambda: str(figures(api)))
    after = figures(api)
    assert after["credits_used"] > before["credits_used"]
    page.goto(f"{system.url}/admin/")
    used = tile(page, "Credits used").locator(".tile-value [title]")
    assert used.get_attribute("title") == f"{after['credits_used']:,.12f}".rstrip("0").rstrip(".")
    expect(tile(page, "Charges").locator(".tile-value")).to_have_text(f"{after['charges']:,}")
    models = page.locator("section").filter(has=page.get_by_role("heading", name="Models by cred"))
    expect(models.get_by_role("progressbar", name="demo-large")).to_be_visible()
    users = page.locator("section").filter(has=page.get_by_role("heading", name="Users by credits"))
    users.get_by_role("link", name="Demo Student").click()
    expect(page).to_have_url(re.compile(f"/users/{STUDENT}"))


def test_another_period_is_asked_for_drawn_and_kept_in_the_address(
    page: Page, system: Installation
) -> None:
    page.goto(f"{system.url}/admin/")
    expect(page.get_by_role("radio", name="30 days")).to_be_checked()
    for days in (7, 90):
        with page.expect_response(f"**/api/ledger/overview?days={days}") as answer:
            page.locator(".mantine-SegmentedControl-label").filter(has_text=f"{days} d").click()
        assert len(answer.value.json()["days"]) == days
        expect(page).to_have_url(re.compile(f"days={days}"))
    bars = page.get_by_role("figure", name="Credits used by day")
    expect(bars.locator("svg").first).to_be_visible()
    page.reload()
    expect(page.get_by_role("radio", name="90 days")).to_be_checked()
    page.go_back()
    expect(page.get_by_role("radio", name="7 days")).to_be_checked()


def test_a_sale_is_in_revenue_and_in_what_comes_each_month(
    page: Page, system: Installation, api: httpx.Client, subscriber: Buyer
) -> None:
    page.goto(f"{system.url}/admin/")
    (row,) = api.get("/admin/billing/reports/summary").json()["items"]
    assert row["mrr"] >= 120
    for label, amount in (("Revenue", row["net"]), ("MRR", row["mrr"])):
        expect(tile(page, label).locator(".tile-value")).to_have_text(f"RUB {amount:,.2f}")
    expect(tile(page, "MRR")).to_contain_text(f"{row['subscribers']} subscriber")


def test_who_is_suspended_needs_a_look_and_is_one_click_away(
    page: Page, system: Installation, suspended: str
) -> None:
    page.goto(f"{system.url}/admin/")
    warning = page.get_by_role("region", name="Needs a look")
    warning.get_by_role("link", name="suspended").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Users")
    expect(page.get_by_role("row").filter(has_text=suspended)).to_contain_text("Suspended")
    expect(page.get_by_role("row").filter(has_text="Demo Student")).to_have_count(0)
