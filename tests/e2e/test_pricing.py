"""The public price pages as visitors use them, with JavaScript and without."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.installation import Installation
from tests.e2e.views import LANGUAGES, THEMES
from tests.e2e.watching import PHONE, Watched

PAGES = ("/pricing", "/pricing?q=nothing", "/pricing/demo-small", "/pricing/unknown")


@pytest.fixture
def visit(
    contexts: Callable[..., BrowserContext], system: Installation
) -> Callable[..., tuple[Page, Watched]]:
    """`visit("/pricing", locale="ru")` opens a page as somebody who has no account."""

    def open_page(path: str, **options: Any) -> tuple[Page, Watched]:
        watch = Watched(contexts(**options).new_page(), system.url)
        watch.page.goto(system.url + path)
        return watch.page, watch

    return open_page


def rows(page: Page) -> list[str]:
    return [row.split("\n")[0] for row in page.locator("tbody tr:visible th").all_inner_texts()]


def outputs(page: Page) -> list[Decimal]:
    cells = page.locator("tbody tr:visible td:nth-of-type(2)").all_inner_texts()
    return [Decimal(cell.replace(",", "")) for cell in cells]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_a_price_page_is_accessible_and_fits_a_phone(visit: Any, path: str, language: str) -> None:
    page, watch = visit(path, locale=language, viewport=PHONE)
    assert page.locator("html").get_attribute("lang") == language
    watch.fits()
    name = path.strip("/").replace("/", "-").replace("?", "-")
    watch.is_accessible_in_themes(THEMES, f"{name}-{language}")
    # A page that is not there says so in the console too.
    watch.wrong = [text for text in watch.wrong if "404" not in text]
    watch.is_quiet()


def test_typing_filters_at_once_and_the_address_remembers(visit: Any) -> None:
    page, watch = visit("/pricing")
    page.keyboard.press("/")
    page.keyboard.type("tutor")
    assert rows(page) == ["Demo Tutor"]
    expect(page.get_by_role("status")).to_contain_text("1 of")
    page.reload()
    assert rows(page) == ["Demo Tutor"]
    page.get_by_label("Search").fill("no such model")
    expect(page.get_by_role("heading", name="No model matches")).to_be_visible()
    watch.is_quiet()


def test_a_click_on_a_head_sorts_without_a_request(visit: Any) -> None:
    page, watch = visit("/pricing")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("link", name="Output").click()
    assert outputs(page) == sorted(outputs(page))
    page.get_by_role("link", name="Output").click()
    assert outputs(page) == sorted(outputs(page), reverse=True)
    assert [url for url in asked if "pricing-static" not in url] == []
    page.reload()
    assert outputs(page) == sorted(outputs(page), reverse=True)
    watch.is_quiet()


def test_another_unit_is_taken_at_once(visit: Any) -> None:
    page, watch = visit("/pricing?q=demo-small")
    page.get_by_label("1M tokens").check()
    page.wait_for_url("**unit=1m**")
    assert page.locator("tbody tr:visible td").first.inner_text() == "200"
    watch.is_quiet()


def test_everything_works_without_javascript(visit: Any) -> None:
    page, _ = visit("/pricing", java_script_enabled=False)
    expect(page.get_by_label("Theme")).to_be_hidden()
    page.get_by_label("Search").fill("demo small")
    page.get_by_label("1M tokens").check()
    page.get_by_role("button", name="Show prices").click()
    assert rows(page) == ["Demo Small"]
    page.get_by_role("link", name="Demo Small").click()
    each = page.locator("table").first.locator("tbody td:nth-of-type(1)").all_inner_texts()
    cost = Decimal(each[0]) * 1000 + Decimal(each[1]) * 2000
    page.get_by_label("Output").fill("2000")
    page.get_by_role("button", name="Calculate").click()
    expect(page.locator("tfoot")).to_have_text(f"Together{cost.normalize():f}")
    page.get_by_role("link", name="Русский").click()
    expect(page.get_by_role("heading", name="История цен")).to_be_visible()


def test_a_chosen_theme_is_there_before_the_first_paint_of_the_next_page(visit: Any) -> None:
    page, watch = visit("/pricing", color_scheme="light")
    page.get_by_label("Theme").select_option("oled-dark")
    page.get_by_role("link", name="Demo Small").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "oled-dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    watch.is_quiet()
