"""Stories of Promo codes: one is made, used, ended; one that nobody used is deleted."""

from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.installation import Installation
from tests.e2e.rows import choose, row_of
from tests.e2e.shopping import SALES, Buyer


@pytest.fixture
def code() -> str:
    """A word that no other test has given out."""
    return f"STORY-{uuid4().hex[:8].upper()}"


def make(page: Page, system: Installation, code: str, kind: str, worth: str) -> Locator:
    """Through the form; the row of the new code."""
    page.goto(f"{system.url}/admin/promo-codes")
    page.get_by_role("button", name="New code").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Code").fill(code)
    dialog.get_by_label("Kind").select_option(label=kind)
    dialog.get_by_label("Worth").fill(worth)
    dialog.get_by_role("textbox", name="Note").fill("for a story")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_be_hidden()
    return row_of(page, code)


def test_a_code_lowers_a_price_tells_who_used_it_and_is_refused_once_it_is_ended(
    page: Page, system: Installation, api: httpx.Client, buyer: Buyer, code: str
) -> None:
    row = make(page, system, code, "Percent off", "25")
    for told in ("−25 %", "On", "0 / ∞", "Every plan", "for a story"):
        expect(row).to_contain_text(told)
    before = buyer.balance()
    buyer.tops_up("200", code)
    buyer.has(before + 200)
    (payment,) = api.get(f"{SALES}/payments", params={"user_id": buyer.id, "limit": 1}).json()[
        "items"
    ]
    assert (payment["amount"], payment["credits"]) == (150, 200)
    page.reload()
    expect(row).to_contain_text("1 / ∞")
    row.get_by_text(code).click()
    uses = page.get_by_role("dialog")
    expect(uses.get_by_role("row").filter(has_text=buyer.id)).to_contain_text("RUB 50.00")
    page.keyboard.press("Escape")
    expect(uses).to_be_hidden()
    choose(page, row, "Edit")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Can be used").uncheck()
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_be_hidden()
    expect(row).to_contain_text("Off")
    buyer.orders_credits("200", code)
    buyer.page.get_by_role("button", name="Continue to payment").click()
    expect(buyer.page.get_by_role("alert")).to_have_text("This promo code cannot be used for that.")


def test_a_code_that_nobody_used_is_deleted_and_a_used_one_stays(
    page: Page, system: Installation, api: httpx.Client, buyer: Buyer, code: str
) -> None:
    row = make(page, system, code, "Credits on top", "30")
    expect(row).to_contain_text("+30 credits")
    choose(page, row, "Delete")
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(row).to_have_count(0)
    row = make(page, system, code, "Credits on top", "30")
    before = buyer.balance()
    buyer.tops_up("100", code)
    buyer.has(before + 130)
    page.reload()
    expect(row).to_contain_text("1 / ∞")
    row.get_by_role("button", name="Actions").click()
    expect(page.get_by_role("menuitem", name="Delete")).to_be_disabled()


def test_a_code_of_an_amount_is_only_for_whom_it_names(
    page: Page, system: Installation, api: httpx.Client, code: str
) -> None:
    row = make(page, system, code, "Amount off", "99,50")
    expect(row).to_contain_text("−RUB 99.50")
    choose(page, row, "Edit")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Plans").fill("demo-basic, demo-plus")
    dialog.get_by_label("Uses altogether").fill("3")
    dialog.get_by_label("Until").fill("2100-01-31")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_be_hidden()
    for told in ("demo-basic, demo-plus", "0 / 3", "2100"):
        expect(row).to_contain_text(told)
    stored = api.get(f"{SALES}/promo-codes/{code}").json()
    assert (stored["value"], stored["max_redemptions"]) == (99.5, 3)
    assert stored["plan_ids"] == ["demo-basic", "demo-plus"]
    page.get_by_label("State").select_option("Off")
    expect(row).to_have_count(0)
