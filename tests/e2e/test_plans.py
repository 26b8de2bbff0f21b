"""Stories of Plans: what is sold is made, changed, hidden, and who has it."""

from typing import Any
from uuid import uuid4

import httpx
from playwright.sync_api import Page, expect

from tests.e2e.installation import Installation
from tests.e2e.rows import choose, row_of
from tests.e2e.shopping import SALES, Buyer


def stored(api: httpx.Client, name: str) -> Any:
    """The plan of this name, as the API gives it."""
    (found,) = [one for one in api.get(f"{SALES}/plans").json() if one["plan"]["name"] == name]
    return found["plan"]


def test_a_plan_is_made_beside_the_card_that_users_will_see_and_deleted_while_nobody_has_it(
    page: Page, system: Installation, api: httpx.Client
) -> None:
    name = f"Story {uuid4().hex[:8]}"
    page.goto(f"{system.url}/admin/plans")
    page.get_by_role("button", name="New plan").click()
    dialog = page.get_by_role("dialog")
    typed = {
        "Name": name, "Price": "1250,50", "Credits": "500", "Trial days": "7", "Order": "91",
        "Description": "For a story", "Requests": "3000",
    }  # fmt: skip
    for label, text in typed.items():
        dialog.get_by_role("textbox", name=label, exact=True).fill(text)
    dialog.get_by_label("Features").fill("Answers first\nNo queue")
    dialog.get_by_label("Each", exact=True).select_option("year")
    card = dialog.get_by_role("region", name="As users see it")
    for told in (name, "RUB 1,250.50 / year", "For a story", "500 credits each period"):
        expect(card).to_contain_text(told)
    expect(card.get_by_role("listitem").filter(has_text="Requests")).to_have_text("Requests: 3,000")
    expect(card.get_by_role("listitem").last).to_have_text("No queue")
    expect(card).to_contain_text("7 days free trial")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_be_hidden()
    expect(row_of(page, name)).to_contain_text("RUB 1,250.50 / year")
    plan = stored(api, name)
    assert (plan["price"], plan["included_credits"], plan["trial_days"]) == (1250.5, 500, 7)
    assert (plan["quotas"], plan["features"]) == ({"requests": 3000}, ["Answers first", "No queue"])
    choose(page, row_of(page, name), "Delete")
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(row_of(page, name)).to_have_count(0)


def test_a_plan_whose_field_is_wrong_is_not_sent(page: Page, system: Installation) -> None:
    page.goto(f"{system.url}/admin/plans")
    page.get_by_role("button", name="New plan").click()
    dialog = page.get_by_role("dialog")
    save = dialog.get_by_role("button", name="Save")
    dialog.get_by_role("textbox", name="Name", exact=True).fill("Never")
    dialog.get_by_role("textbox", name="Price").fill("free")
    expect(dialog).to_contain_text("Write a number with at most 12 decimals")
    expect(save).to_be_disabled()
    dialog.get_by_role("textbox", name="Price").fill("0")
    expect(save).to_be_enabled()


def test_a_new_price_says_who_keeps_the_old_one_and_they_do(
    page: Page, system: Installation, api: httpx.Client, plan: dict[str, Any], subscriber: Buyer
) -> None:
    page.goto(f"{system.url}/admin/plans?q={plan['id']}")
    choose(page, row_of(page, plan["name"]), "Edit")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Price").fill("180")
    expect(dialog).to_contain_text("1 subscriber keeps the old price until the next renewal.")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_be_hidden()
    expect(row_of(page, plan["name"])).to_contain_text("RUB 180.00")
    assert stored(api, plan["name"])["price"] == 180
    page.goto(f"{system.url}/admin/subscriptions?plan_id={plan['id']}")
    row_of(page, subscriber.name).click(position={"x": 4, "y": 4})
    expect(page.get_by_role("heading", name="Periods")).to_be_visible()
    expect(page.get_by_role("row").last).to_contain_text("RUB 120.00")


def test_a_copy_waits_hidden_until_it_is_shown_in_the_shop(
    page: Page, system: Installation, plan: dict[str, Any], buyer: Buyer
) -> None:
    name = f"{plan['name']} (Copy)"
    shop = f"{system.url}/me/plan"
    page.goto(f"{system.url}/admin/plans?q={plan['name']}")
    choose(page, row_of(page, plan["name"]), "Duplicate")
    copy = row_of(page, name)
    expect(copy).to_contain_text("Hidden")
    expect(copy).to_contain_text("RUB 120.00")
    buyer.page.goto(shop)
    expect(buyer.page.get_by_role("heading", name=plan["name"], exact=True)).to_be_visible()
    expect(buyer.page.get_by_role("heading", name=name)).to_have_count(0)
    choose(page, copy, "Show in the shop")
    expect(copy).not_to_contain_text("Hidden")
    buyer.page.goto(shop)
    expect(buyer.page.get_by_role("heading", name=name)).to_be_visible()
    choose(page, copy, "Hide from the shop")
    expect(copy).to_contain_text("Hidden")
    choose(page, copy, "Delete")
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(copy).to_have_count(0)


def test_the_page_of_a_plan_tells_what_it_brings_and_who_has_it(
    page: Page, system: Installation, plan: dict[str, Any], subscriber: Buyer
) -> None:
    page.goto(f"{system.url}/admin/plans?q={plan['id']}")
    choose(page, row_of(page, plan["name"]), "Subscribers")
    expect(page.get_by_role("heading", level=1)).to_have_text(plan["name"])
    tiles = {"Active": "1", "Canceled": "0", "All": "1", "MRR": "RUB 120.00"}
    for label, value in tiles.items():
        tile = page.locator(".tile").filter(has=page.get_by_text(label, exact=True))
        expect(tile.locator(".tile-value")).to_have_text(value)
    row = row_of(page, subscriber.name)
    expect(row).to_contain_text("Active")
    expect(row).to_contain_text("0 / 25")
    page.goto(f"{system.url}/admin/plans?q={plan['id']}")
    choose(page, row_of(page, plan["name"]), "Delete")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("has 1 active subscription. Hide it instead")
    expect(dialog.get_by_role("button", name="Delete")).to_be_disabled()
