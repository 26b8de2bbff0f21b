"""Signing in and out, themes, languages and keys."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.installation import Installation
from tests.e2e.watching import Watched


def test_a_wrong_password_says_so_and_a_right_one_leads_to_the_view_of_the_address(
    contexts: Callable[..., BrowserContext], system: Installation
) -> None:
    page = contexts().new_page()
    page.goto(f"{system.url}/admin/groups")
    page.get_by_label("Username").fill(system.username)
    page.get_by_label("Password").first.fill("wrong")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("Incorrect username or password")
    page.get_by_label("Password").first.fill(system.password)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Groups")
    assert page.evaluate("Object.keys(localStorage).length") == 0
    assert "owc_admin" not in page.evaluate("document.cookie")
    page.get_by_role("button", name="Account").click()
    page.get_by_role("menuitem", name="Sign out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_the_theme_is_set_before_the_app_runs_and_is_kept(watched: Callable[..., Watched]) -> None:
    view = watched()
    page = view.open("/groups")
    page.get_by_role("button", name="Theme").click()
    page.get_by_role("menuitem", name="OLED dark").click()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    # Without the app's script only the small one in the head has run.
    page.route("**/assets/*.js", lambda route: route.abort())
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    expect(page.locator("html")).to_have_attribute("data-oled", "true")


def test_the_language_can_be_changed(page: Page, system: Installation) -> None:
    page.goto(f"{system.url}/admin/groups")
    page.get_by_role("button", name="Account").click()
    page.get_by_role("menuitem", name="Русский").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Группы")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Группы")


def test_keys_lead_everywhere(page: Page, system: Installation) -> None:
    page.goto(f"{system.url}/admin/")
    page.locator("h1").wait_for()
    page.keyboard.press("g")
    page.keyboard.press("u")
    expect(page.get_by_role("heading", level=1)).to_have_text("Users")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Keyboard shortcuts")


def test_an_unknown_address_says_what_to_do(page: Page, system: Installation) -> None:
    page.goto(f"{system.url}/admin/nowhere")
    page.get_by_role("link", name="To the overview").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Overview")
