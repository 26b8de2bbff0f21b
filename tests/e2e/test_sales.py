"""Stories of subscriptions, payments and refunds: what was sold is found, ended and given back."""

from typing import Any
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.installation import Installation
from tests.e2e.shopping import SALES, Buyer


def fact(page: Page, name: str) -> Locator:
    one = page.locator(".facts > div").filter(has=page.get_by_text(name, exact=True))
    return one.locator("dd")


def sold(api: httpx.Client, what: str, plan: dict[str, Any]) -> Any:
    """The one row of this list that is about the plan."""
    (found,) = api.get(f"{SALES}/{what}", params={"plan_id": plan["id"]}).json()["items"]
    return found


def refund(page: Page, reason: str, amount: str | None = None) -> None:
    """From the page of a payment; without an amount all that is left."""
    page.get_by_role("button", name="Refund").click()
    dialog = page.get_by_role("dialog")
    if amount:
        dialog.get_by_label("Amount").fill(amount)
    dialog.get_by_label("Reason").fill(reason)
    dialog.get_by_role("button", name="Refund").click()
    expect(dialog).to_be_hidden()


@pytest.fixture
def reason() -> str:
    """Of one refund alone."""
    return f"story {uuid4().hex[:8]}"


def test_a_bought_plan_is_listed_and_its_cancellation_is_planned_and_taken_back(
    page: Page, system: Installation, api: httpx.Client, plan: dict[str, Any], subscriber: Buyer
) -> None:
    page.goto(f"{system.url}/admin/subscriptions?plan_id={plan['id']}")
    row = page.get_by_role("row").filter(has_text=plan["name"])
    for told in (subscriber.name, "Active", "RUB 120.00 / month"):
        expect(row).to_contain_text(told)
    row.get_by_role("button", name="Actions").click()
    page.get_by_role("menuitem", name="Cancel or resume").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Cancel at the end of the period").click()
    expect(dialog).to_be_hidden()
    expect(row).to_contain_text("Ends with the period")
    assert sold(api, "subscriptions", plan)["cancel_at_period_end"] is True
    row.get_by_text(plan["name"]).click()
    changes = page.locator("section").filter(has=page.get_by_role("heading", name="Changes"))
    expect(changes).to_contain_text("Cancellation planned")
    page.get_by_role("button", name="Cancel or resume").click()
    dialog.get_by_role("button", name="Take the cancellation back").click()
    expect(dialog).to_be_hidden()
    expect(changes).to_contain_text("Resumed")
    after = sold(api, "subscriptions", plan)
    assert (after["status"], after["cancel_at_period_end"]) == ("active", False)


def test_a_plan_that_is_cancelled_at_once_takes_back_what_is_not_spent(
    page: Page, system: Installation, api: httpx.Client, plan: dict[str, Any], buyer: Buyer
) -> None:
    before = buyer.balance()
    buyer.buys(plan["id"])
    buyer.has(before + int(plan["included_credits"]))
    page.goto(f"{system.url}/admin/subscriptions?plan_id={plan['id']}&status=active")
    page.get_by_role("row").get_by_text(plan["name"]).click()
    expect(fact(page, "Price")).to_have_text("RUB 120.00 / month")
    page.get_by_role("button", name="Cancel or resume").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Cancel now").check()
    dialog.get_by_role("button", name="Cancel now").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Canceled")
    expect(page.get_by_role("button", name="Cancel or resume")).to_have_count(0)
    buyer.has(before)
    assert sold(api, "subscriptions", plan)["ended_at"] is not None


def test_a_top_up_is_refunded_in_part_and_then_whole_and_its_credits_go_with_it(
    page: Page, system: Installation, buyer: Buyer, reason: str
) -> None:
    before = buyer.balance()
    buyer.tops_up("150")
    buyer.has(before + 150)
    page.goto(f"{system.url}/admin/payments?q={buyer.id}&kind=top_up")
    row = page.get_by_role("row").nth(1)
    for told in (buyer.name, "Top-up", "RUB 150.00", "Paid"):
        expect(row).to_contain_text(told)
    row.get_by_text("Top-up").click()
    expect(fact(page, "Refunded")).to_have_text("RUB 0.00")
    refund(page, reason, "50")
    expect(fact(page, "Refunded")).to_have_text("RUB 50.00")
    buyer.has(before + 100)
    refund(page, reason)
    expect(fact(page, "Refunded")).to_have_text("RUB 150.00")
    expect(page.get_by_role("button", name="Refund")).to_have_count(0)
    buyer.has(before)
    page.goto(f"{system.url}/admin/refunds?q={buyer.id}&kind=admin")
    rows = page.get_by_role("row").filter(has_text=reason)
    expect(rows).to_have_count(2)
    expect(rows.filter(has_text="RUB 50.00")).to_contain_text("Paid")
    expect(rows.filter(has_text="RUB 100.00")).to_contain_text("admin")
    rows.first.get_by_text(reason).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("RUB 150.00")


def test_more_than_was_paid_is_not_given_back(
    page: Page, system: Installation, buyer: Buyer
) -> None:
    buyer.tops_up("110")
    page.goto(f"{system.url}/admin/payments?q={buyer.id}")
    page.get_by_role("row").nth(1).get_by_role("button", name="Actions").click()
    page.get_by_role("menuitem", name="Refund").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("Amount")).to_have_value("110")
    dialog.get_by_label("Reason").fill("too much")
    for amount, may in (("110.01", False), ("0", False), ("110", True)):
        dialog.get_by_label("Amount").fill(amount)
        expect(dialog.get_by_role("button", name="Refund")).to_be_enabled(enabled=may)


def test_a_plan_whose_payment_is_given_back_whole_ends(
    page: Page,
    system: Installation,
    api: httpx.Client,
    plan: dict[str, Any],
    subscriber: Buyer,
    reason: str,
) -> None:
    page.goto(f"{system.url}/admin/payments/{sold(api, 'payments', plan)['id']}")
    expect(fact(page, "Plan")).to_have_text(plan["name"])
    refund(page, reason)
    happened = page.locator("section").filter(has=page.get_by_role("heading", name="What happened"))
    expect(happened).to_contain_text("Refund")
    fact(page, "Subscription").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Revoked")
    assert sold(api, "refunds", plan)["amount"] == plan["price"]
    assert sold(api, "subscriptions", plan)["ended_at"] is not None
