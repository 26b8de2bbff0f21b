"""Stories of statistics, access, sync, the waiting list, settings and health."""

import re
from collections.abc import Callable

import httpx
import pytest
from playwright.sync_api import expect

from tests.e2e.installation import Installation
from tests.e2e.watching import Watched


def test_a_year_is_shown_by_model_and_is_a_file(watched: Callable[..., Watched]) -> None:
    view = watched()
    page = view.open("/statistics")
    for choice in ("Year", "Models"):
        page.locator(".mantine-SegmentedControl-label").filter(has_text=choice).click()
    expect(page.get_by_role("row").filter(has_text="demo-small")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
        page.get_by_role("menuitem", name="CSV").click()
    assert "demo-small" in download.value.path().read_text()
    view.is_quiet()


def test_a_key_is_shown_once_works_and_is_revoked(
    watched: Callable[..., Watched], system: Installation
) -> None:
    view = watched()
    page = view.open("/keys")
    page.get_by_role("button", name="Issue a key").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill("story of a test")
    dialog.get_by_role("button", name="Issue a key").click()
    key = page.get_by_test_id("new-key").inner_text()
    headers = {"X-API-Key": key}
    model = f"{system.url}/api/credits/model/demo-small"
    assert httpx.get(model, headers=headers).status_code == 200
    page.get_by_role("button", name="I have kept it").click()
    assert key not in page.content()
    row = page.get_by_role("row").filter(has_text="story of a test").filter(has_text="Active")
    row.first.get_by_role("button", name="Actions").click()
    page.get_by_role("menuitem", name="Revoke").click()
    page.get_by_role("dialog").get_by_role("button", name="Revoke").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert httpx.get(model, headers=headers).status_code == 401
    view.is_quiet()


def test_a_second_factor_begins_with_a_picture_to_scan(
    watched: Callable[..., Watched], system: Installation
) -> None:
    view = watched()
    page = view.open("/account")
    page.get_by_role("button", name="Set up").click()
    form = page.locator("form").filter(has=page.get_by_role("button", name="Cancel"))
    form.get_by_label("Present password").fill(system.password)
    form.get_by_role("button", name="Set up").click()
    expect(page.get_by_role("img", name="QR code for the authenticator app")).to_be_visible()
    assert re.fullmatch(r"[A-Z2-7]{16,}", page.get_by_test_id("secret").inner_text())
    view.is_quiet()


def test_a_sync_runs_now_and_nothing_differs_afterwards(watched: Callable[..., Watched]) -> None:
    view = watched()
    page = view.open("/sync")
    page.get_by_role("button", name="Run now").click()
    page.get_by_role("dialog").get_by_role("button", name="Run", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Synced")).to_be_visible()
    page.get_by_role("button", name="Compare now").click()
    expect(page.get_by_text("In sync")).to_be_visible()
    view.is_quiet()


def test_somebody_who_registered_is_processed(
    watched: Callable[..., Watched], system: Installation
) -> None:
    form = {"full_name": "Wanda Waiting", "email": "wanda@example.org", "password": "Pass-word-1"}
    assert httpx.post(f"{system.url}/waiting-list/register", json=form).status_code == 200
    view = watched()
    page = view.open("/waiting-list?q=wanda")
    row = page.get_by_role("row").filter(has_text="Wanda Waiting")
    if row.filter(has_text="Waiting").get_by_role("button", name="Actions").count():
        row.get_by_role("button", name="Actions").click()
        page.get_by_role("menuitem", name="Process").click()
        page.get_by_role("dialog").get_by_role("button", name="Process").click()
    expect(row).to_contain_text("Processed")
    view.is_quiet()


def test_what_a_credit_is_worth_can_be_changed(watched: Callable[..., Watched]) -> None:
    view = watched()
    page = view.open("/settings")
    for ratio in ("1250", "1000"):
        page.get_by_role("button", name="Change").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Credits for one US dollar").fill(ratio)
        dialog.get_by_role("button", name="Save").click()
        expect(dialog).to_be_hidden()
        expect(page.get_by_text(f"{int(ratio):,} credits = $1")).to_be_visible()
    expect(page.get_by_text("OWC_LEDGER_TIME_ZONE")).to_be_visible()
    view.is_quiet()


@pytest.mark.parametrize(("language", "word"), [("en", "No"), ("ru", "Нет")])
def test_a_switch_of_the_start_is_told_by_a_word(
    watched: Callable[..., Watched], language: str, word: str
) -> None:
    view = watched(locale=language)
    page = view.open("/settings")
    fact = page.locator(".facts > div").filter(has_text="OWC_RESET_STATUS_PUBLIC")
    expect(fact.locator("dd")).to_have_text(f"{word}OWC_RESET_STATUS_PUBLIC")
    view.is_quiet()


def test_health_tells_of_every_service(watched: Callable[..., Watched]) -> None:
    view = watched()
    page = view.open("/health")
    for service in ("Ledger", "Billing", "Pricing", "Sync"):
        expect(page.get_by_role("row").filter(has_text=service)).to_be_visible()
    expect(page.get_by_text("Away")).to_have_count(0)
    page.get_by_role("row").filter(has_text="Ledger").get_by_role("button").click()
    expect(page.get_by_text("No dead letters")).to_be_visible()
    view.is_quiet()
