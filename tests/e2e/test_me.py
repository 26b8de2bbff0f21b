"""The pages under /me as users see them: in every language and theme, and the stories on them."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.installation import Installation, link_of
from tests.e2e.shopping import cookies_of, pay
from tests.e2e.views import LANGUAGES, THEMES
from tests.e2e.watching import PHONE, Watched

PAGES = (
    "", "/usage", "/history", "/receipts/3", "/plan", "/plan/buy?plan=demo-plus", "/top-up",
    "/payments", "/settings", "/nothing",
)  # fmt: skip
BALANCE = ".hero .big"


@pytest.fixture(scope="session")
def member(browser: Browser, system: Installation) -> Any:
    return cookies_of(browser, system, "demo-student")


Visit = Callable[..., tuple[Page, Watched]]


@pytest.fixture
def visit(
    contexts: Callable[..., BrowserContext], system: Installation, member: Any
) -> Callable[..., tuple[Page, Watched]]:
    """`visit("/plan", locale="ru")` opens an own page of the demo user."""

    def open_page(path: str, **options: Any) -> tuple[Page, Watched]:
        given = {"storage_state": member, **options}
        watch = Watched(contexts(**given).new_page(), system.url)
        watch.page.goto(f"{system.url}/me{path}")
        return watch.page, watch

    return open_page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_quiet_and_fits_a_phone(
    visit: Visit, path: str, language: str
) -> None:
    page, watch = visit(path, locale=language, viewport=PHONE)
    name = path.strip("/").replace("/", "-").partition("?")[0] or "overview"
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1
    watch.fits()
    watch.is_accessible_in_themes(THEMES, f"me-{name}-{language}-phone")
    page.set_viewport_size({"width": 1280, "height": 900})
    watch.picture(f"me-{name}-{language}")
    watch.fits()
    watch.is_quiet(but="404")


def test_who_is_not_signed_in_reads_how_to(visit: Visit) -> None:
    page, watch = visit("", storage_state=None, locale="ru")
    expect(page.get_by_role("heading", level=1)).to_have_text("Откройте эту страницу из чата")
    watch.is_accessible()


def test_a_link_works_once(system: Installation, contexts: Any) -> None:
    link = link_of(system, "demo-teacher")
    first, second = contexts().new_page(), contexts().new_page()
    first.goto(link)
    expect(first.locator(BALANCE)).to_be_visible()
    assert "code" not in first.url
    second.goto(link)
    expect(second.get_by_role("heading", level=1)).to_contain_text("has been used")
    # In the browser that is in already, opening it again leads to the page.
    first.goto(link)
    expect(first.locator(BALANCE)).to_be_visible()
    first.get_by_role("button", name="Sign out").click()
    first.goto(f"{system.url}/me")
    expect(first.locator(BALANCE)).to_be_hidden()


@pytest.mark.parametrize(("user", "script"), [("demo-guest", True), ("demo-teacher", False)])
def test_a_newcomer_buys_a_plan_with_and_without_javascript(
    system: Installation, contexts: Any, user: str, *, script: bool
) -> None:
    page: Page = contexts(java_script_enabled=script, viewport=PHONE).new_page()
    page.goto(link_of(system, user))
    page.get_by_role("link", name="Plan", exact=True).click()
    page.get_by_role("link", name="Choose").first.click()
    pay(page)
    page.goto(f"{system.url}/me/plan")
    expect(page.locator(".card").first).to_contain_text("Active")
    page.get_by_role("link", name="Cancel the plan").click()
    page.get_by_role("button", name="Cancel the plan").click()
    expect(page.get_by_role("status")).to_contain_text("ends with the paid period")
    page.get_by_role("button", name="Keep the plan after all").click()
    expect(page.get_by_role("status")).to_contain_text("goes on")


def test_a_top_up_is_on_the_balance(visit: Visit, system: Installation) -> None:
    page, _ = visit("/top-up")
    page.get_by_label("Or another amount").fill("1 234,50")
    pay(page)
    # The ledger hears of the payment a moment later; this page alone looks again by itself.
    expect(page.locator("#outcome")).to_contain_text("Available now")
    page.goto(f"{system.url}/me/payments")
    expect(page.locator(".entry").first).to_contain_text("1,234.50")
    page.goto(f"{system.url}/me")
    lots = page.locator(".card").first
    expect(lots).to_contain_text("Bought")


def test_a_payment_that_is_declined_costs_nothing_and_can_be_tried_again(visit: Visit) -> None:
    page, _ = visit("/top-up")
    page.get_by_label("Or another amount").fill("150")
    page.get_by_role("button", name="Continue to payment").click()
    page.wait_for_url("**/checkout/payments/*")
    page.get_by_role("button", name="Decline").click()
    page.wait_for_url("**/me/payment")
    expect(page.get_by_role("heading", level=1)).to_have_text("The payment was cancelled")
    expect(page.get_by_role("link", name="Try again")).to_be_visible()


def test_an_amount_that_cannot_be_bought_is_told_beside_its_field(visit: Visit) -> None:
    page, watch = visit("/top-up", locale="ru")
    amount = page.get_by_label("Или другая сумма")
    amount.fill("1")
    page.get_by_role("button", name="Перейти к оплате").click()
    expect(page.get_by_role("alert")).to_contain_text("На эту сумму пополнить нельзя")
    expect(amount).to_have_value("1")
    expect(amount).to_have_accessible_description("На эту сумму пополнить нельзя. Выберите другую.")
    expect(amount).to_be_focused()
    watch.is_accessible()
    # The refused form left its address in the browser; another look must not lead astray.
    page.get_by_label("Цвета").select_option("dark")
    expect(page.get_by_role("heading", level=1)).to_have_text("Пополнить")


def test_a_saved_card_may_buy_credits_by_itself_until_it_is_forgotten(
    system: Installation, contexts: Any
) -> None:
    page: Page = contexts(java_script_enabled=False).new_page()
    page.goto(link_of(system, "demo-teacher"))
    page.goto(f"{system.url}/me/settings")
    expect(page.locator("#auto")).to_contain_text("No card is saved yet")
    page.goto(f"{system.url}/me/top-up")
    page.get_by_label("Save my card").check()
    pay(page)
    page.goto(f"{system.url}/me/settings")
    page.get_by_label("Below (credits)").fill("0")
    page.locator("#auto").get_by_role("button", name="Set").click()
    expect(page.get_by_role("alert")).to_have_text("Please give a number above 0.")
    page.get_by_label("Below (credits)").fill("1")
    page.locator("#auto").get_by_role("button", name="Set").click()
    expect(page.get_by_text("Below 1 credits, for 500")).to_be_visible()
    page.get_by_role("button", name="Forget the card").click()
    expect(page.get_by_role("status")).to_contain_text("Your card is forgotten")
    expect(page.locator("#auto")).to_contain_text("No card is saved yet")
    expect(page.get_by_role("button", name="Stop")).to_have_count(0)


def test_a_cap_and_an_alert_are_set_and_taken_away(visit: Visit) -> None:
    page, watch = visit("/settings")
    page.get_by_label("At most (credits)").fill("12.5")
    page.get_by_role("button", name="Set").click()
    expect(page.get_by_text("12.5 per month")).to_be_visible()
    page.get_by_label("Value").fill("20")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_text("Balance below 20 credits")).to_be_visible()
    for _ in range(2):
        page.get_by_role("button", name="Remove").first.click()
    expect(page.get_by_role("button", name="Remove")).to_have_count(0)
    watch.is_quiet()


def test_language_and_colours_are_kept(visit: Visit) -> None:
    page, watch = visit("/usage")
    page.get_by_label("Colours").select_option("oled-dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "oled-dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    page.get_by_label("Language").select_option("ru")
    expect(page.get_by_role("heading", level=1)).to_have_text("Расход")
    page.get_by_role("link", name="Обзор").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "oled-dark")
    watch.is_quiet()


def test_all_data_are_one_download(visit: Visit) -> None:
    page, _ = visit("/settings")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click()
    content = json.loads(download.value.path().read_text())
    assert content["credits"]["account"]["id"] == "demo-student"
