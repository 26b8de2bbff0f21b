"""Stories of Admins: one is added, sees what the role may, gets another role, and loses access."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.e2e.installation import Installation
from tests.e2e.rows import choose
from tests.e2e.watching import Watched

PASSWORD = "a-long-enough-password"


@pytest.fixture
def username(api: httpx.Client) -> Iterator[str]:
    """A name nobody has yet; whoever was added under it may not sign in after the story."""
    name = f"story.{uuid4().hex[:8]}"
    yield name
    if api.get(f"/api/admin/admins/{name}").status_code == 200:
        api.delete(f"/api/admin/admins/{name}").raise_for_status()


def add(page: Page, system: Installation, username: str, role: str) -> Locator:
    """Through the form; the row of the new administrator."""
    page.goto(f"{system.url}/admin/admins?q={username}")
    page.get_by_role("button", name="Add an administrator").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Username").fill(username)
    dialog.get_by_label("Role").select_option(label=role)
    password = dialog.get_by_role("textbox", name="Password")
    password.fill("too-short")
    expect(dialog.get_by_role("button", name="Save")).to_be_disabled()
    password.fill(PASSWORD)
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_be_hidden()
    return page.get_by_role("row").filter(has_text=username)


def sign_in(page: Page, system: Installation, username: str, password: str) -> None:
    page.goto(f"{system.url}/admin/groups")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").first.fill(password)
    page.get_by_role("button", name="Sign in").click()


def test_somebody_who_may_only_read_is_offered_no_change_until_the_role_allows_it(
    page: Page, system: Installation, contexts: Callable[..., BrowserContext], username: str
) -> None:
    row = add(page, system, username, "Read only")
    for told in ("Read only", "No"):
        expect(row).to_contain_text(told)
    theirs = contexts().new_page()
    sign_in(theirs, system, username, PASSWORD)
    menu = theirs.get_by_role("navigation", name="Menu")
    expect(menu.get_by_role("link", name="Plans")).to_be_visible()
    expect(menu.get_by_role("link", name="Admins")).to_have_count(0)
    expect(theirs.get_by_role("row").filter(has_text="Students")).to_be_visible()
    expect(theirs.get_by_role("button", name="New group")).to_have_count(0)
    choose(page, row, "Change")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="Save")).to_be_disabled()
    dialog.get_by_label("Role").select_option(label="Accountant")
    expect(dialog).to_contain_text("Balances, prices, plans, payments and the audit log")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_be_hidden()
    expect(row).to_contain_text("Accountant")
    theirs.reload()
    expect(theirs.get_by_role("button", name="New group")).to_be_visible()
    expect(menu.get_by_role("link", name="Audit log")).to_be_visible()
    expect(menu.get_by_role("link", name="Admins")).to_have_count(0)


def test_who_is_disabled_is_out_at_once_and_in_again_when_enabled(
    page: Page, system: Installation, contexts: Callable[..., BrowserContext], username: str
) -> None:
    row = add(page, system, username, "Support")
    theirs = contexts().new_page()
    sign_in(theirs, system, username, PASSWORD)
    title = theirs.get_by_role("heading", level=1)
    expect(title).to_have_text("Groups")
    choose(page, row, "Disable")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Reason").fill("story of a test")
    dialog.get_by_role("button", name="Disable").click()
    expect(dialog).to_be_hidden()
    expect(row).to_contain_text("Disabled")
    theirs.reload()
    expect(title).to_have_text("Sign in")
    sign_in(theirs, system, username, PASSWORD)
    expect(theirs.get_by_role("alert")).to_be_visible()
    choose(page, row, "Enable")
    dialog.get_by_role("button", name="Enable").click()
    expect(dialog).to_be_hidden()
    expect(row).not_to_contain_text("Disabled")
    theirs.get_by_role("button", name="Sign in").click()
    expect(title).to_have_text("Groups")


def test_a_password_is_replaced_and_the_audit_log_does_not_know_it(
    page: Page, system: Installation, contexts: Callable[..., BrowserContext], username: str
) -> None:
    row = add(page, system, username, "Support")
    choose(page, row, "Change")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("New password").fill(f"{PASSWORD}-2")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_be_hidden()
    theirs = contexts().new_page()
    sign_in(theirs, system, username, PASSWORD)
    expect(theirs.get_by_role("alert")).to_contain_text("Incorrect username or password")
    theirs.get_by_label("Password").first.fill(f"{PASSWORD}-2")
    theirs.get_by_role("button", name="Sign in").click()
    expect(theirs.get_by_role("heading", level=1)).to_have_text("Groups")
    page.goto(f"{system.url}/admin/audit-log")
    page.get_by_text("Access", exact=True).click()
    page.get_by_role("row").filter(has_text="admin.change").filter(has_text=username).click()
    expect(page.get_by_role("dialog")).to_contain_text("password_changed")
    assert PASSWORD not in page.content()


def test_somebody_changes_their_own_password_and_all_their_sessions_end(
    page: Page, system: Installation, contexts: Callable[..., BrowserContext], username: str
) -> None:
    add(page, system, username, "Support")
    theirs = contexts().new_page()
    sign_in(theirs, system, username, PASSWORD)
    title = theirs.get_by_role("heading", level=1)
    expect(title).to_have_text("Groups")
    theirs.goto(f"{system.url}/admin/account")
    form = theirs.locator("section").filter(has=theirs.get_by_role("heading", name="Password"))
    form.get_by_label("Present password").fill(PASSWORD)
    form.get_by_label("New password").fill(f"{PASSWORD}-3")
    form.get_by_role("button", name="Change the password").click()
    expect(title).to_have_text("Sign in")
    sign_in(theirs, system, username, f"{PASSWORD}-3")
    expect(title).to_have_text("Groups")


def test_the_last_owner_stays_one(watched: Callable[..., Watched], system: Installation) -> None:
    view = watched()
    page = view.open(f"/admins?q={system.username}")
    row = page.get_by_role("row").filter(has_text="Owner")
    choose(page, row, "Change")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Role").select_option(label="Support")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_role("alert")).to_contain_text("There must be an owner")
    dialog.get_by_role("button", name="Cancel").click()
    expect(row).to_contain_text(system.username)
    view.is_quiet(but="409")
