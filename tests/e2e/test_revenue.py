"""Stories of Revenue: what came in is shown by kind and is a file; what failed is told."""

import csv
import re
from decimal import Decimal
from io import StringIO
from typing import Any

import httpx
from playwright.sync_api import Locator, Page, expect

from tests.e2e.installation import Installation
from tests.e2e.shopping import SALES, Buyer


def value(page: Page, label: str) -> Locator:
    tile = page.locator(".tile").filter(has=page.get_by_text(label, exact=True))
    return tile.locator(".tile-value")


def download(page: Page, report: str) -> list[dict[str, str]]:
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as begun:
        page.get_by_role("menuitem", name=f"{report} · CSV").click()
    return list(csv.DictReader(StringIO(begun.value.path().read_text("utf-8-sig"))))


def summary(api: httpx.Client) -> Any:
    """Zeros while nothing has been sold."""
    items = api.get(f"{SALES}/reports/summary").json()["items"]
    return items[0] if items else {"net": 0, "mrr": 0, "subscribers": 0}


def test_a_purchase_and_a_top_up_are_in_the_figures_and_in_the_file(
    page: Page, system: Installation, api: httpx.Client, plan: dict[str, Any], buyer: Buyer
) -> None:
    before = summary(api)
    buyer.buys(plan["id"])
    buyer.tops_up("130")
    after = summary(api)
    assert after["net"] - before["net"] == 250
    assert after["mrr"] - before["mrr"] == 120
    page.goto(f"{system.url}/admin/revenue")
    expect(value(page, "MRR")).to_have_text(f"RUB {after['mrr']:,.2f}")
    expect(value(page, "ARR")).to_have_text(f"RUB {after['mrr'] * 12:,.2f}")
    expect(value(page, "Subscribers")).to_have_text(str(before["subscribers"] + 1))
    by_day = page.get_by_role("figure", name="Revenue by day")
    for kind in ("Purchases", "Top-ups"):
        expect(by_day).to_contain_text(kind)
    rows = download(page, "Revenue")
    assert {"purchase", "top_up"} <= {row["kind"] for row in rows}
    assert sum(Decimal(row["net"]) for row in rows) == Decimal(str(after["net"]))
    (whole,) = download(page, "Summary")
    assert Decimal(whole["mrr"]) == Decimal(str(after["mrr"]))
    buyer.leaves_the_plan()


def test_a_declined_payment_is_among_the_failed_ones_and_brings_nothing(
    page: Page, system: Installation, api: httpx.Client, buyer: Buyer
) -> None:
    before = summary(api)["net"]
    balance = buyer.balance()
    buyer.is_declined("170")
    page.goto(f"{system.url}/admin/revenue")
    page.locator(".mantine-SegmentedControl-label").filter(has_text="90 days").click()
    expect(page).to_have_url(re.compile("days=90"))
    failed = page.locator("section").filter(has=page.get_by_role("heading", name="Failed payments"))
    row = failed.get_by_role("row").filter(has_text="RUB 170.00").first
    for told in ("Canceled", "insufficient_funds"):
        expect(row).to_contain_text(told)
    assert (summary(api)["net"], buyer.balance()) == (before, balance)
    row.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("RUB 170.00")
    expect(page.get_by_role("button", name="Refund")).to_have_count(0)
