"""An administrator looks after users: finds them, gives credits once, explains a charge."""

import re
from collections.abc import Callable
from decimal import Decimal

import httpx
from playwright.sync_api import Page, expect

from tests.e2e.installation import Installation, balance, charge
from tests.e2e.watching import Watched

STUDENT = "demo-student"
HOSTILE = '<img src=x onerror="window.__ran=1">'


def row_text(page: Page) -> str:
    """The first row of the table, once it is there."""
    expect(page.locator(".data-table")).to_have_attribute("aria-busy", "false")
    text: str = page.get_by_role("row").nth(1).inner_text()
    return text


def test_a_list_is_searched_filtered_and_put_in_order_by_one_call_each(
    page: Page, system: Installation
) -> None:
    calls: list[str] = []
    page.on("request", lambda asked: calls.append(asked.url) if "/accounts" in asked.url else None)
    page.goto(f"{system.url}/admin/users")
    expect(page.get_by_role("row")).to_have_count(6)
    assert len(calls) == 1
    page.get_by_role("searchbox").fill("student")
    expect(page.get_by_role("row")).to_have_count(2)
    expect(page).to_have_url(re.compile(r"q=student"))
    page.get_by_role("searchbox").fill("")
    page.get_by_label("Group", exact=True).select_option(label="Teachers")
    expect(page.get_by_role("row")).to_have_count(2)
    page.get_by_role("button", name="Clear filters").first.click()
    page.get_by_role("button", name="Credits", exact=True).click()
    expect(page).to_have_url(re.compile(r"sort=credits"))
    page.go_back()
    expect(page).not_to_have_url(re.compile(r"sort=credits"))


def test_what_nobody_fits_says_what_to_do(page: Page, system: Installation) -> None:
    page.goto(f"{system.url}/admin/users?q=nobody-has-this-name")
    expect(page.get_by_text("Nothing fits the filter")).to_be_visible()
    page.get_by_role("button", name="Clear filters").last.click()
    expect(page.get_by_role("row")).to_have_count(6)


def test_a_double_click_gives_credits_once_and_the_reason_is_kept(
    page: Page, system: Installation, api: httpx.Client
) -> None:
    before = balance(api, STUDENT)
    page.goto(f"{system.url}/admin/users/{STUDENT}")
    page.get_by_role("button", name="Add or take credits").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Credits").fill("12,5")
    expect(dialog.get_by_role("button", name="Post")).to_be_disabled()
    dialog.get_by_label("Reason").fill("for the workshop")
    dialog.get_by_role("button", name="Post").dblclick()
    expect(dialog).to_be_hidden()
    expect(page.get_by_text("Saved")).to_be_visible()
    assert balance(api, STUDENT) == before + Decimal("12.5")
    page.get_by_role("tab", name="History").click()
    expect(page.get_by_role("cell", name="for the workshop").first).to_be_visible()


def test_an_amount_that_is_none_is_not_sent(page: Page, system: Installation) -> None:
    page.goto(f"{system.url}/admin/users/{STUDENT}")
    page.get_by_role("button", name="Add or take credits").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Reason").fill("x")
    dialog.get_by_label("Credits").fill("1e5")
    expect(dialog.get_by_text("at most 12 decimals")).to_be_visible()
    expect(dialog.get_by_role("button", name="Post")).to_be_disabled()


def test_all_digits_of_an_amount_arrive(
    page: Page, system: Installation, api: httpx.Client
) -> None:
    page.goto(f"{system.url}/admin/users/demo-guest")
    page.get_by_role("button", name="More").click()
    page.get_by_role("menuitem", name="Set the balance").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("New balance").fill("123456789012.123456789012")
    dialog.get_by_label("Reason").fill("many digits")
    dialog.get_by_role("button", name="Set").click()
    expect(dialog).to_be_hidden()
    assert '"credits":123456789012.123456789012' in api.get("/api/credits/user/demo-guest").text
    expect(page.get_by_title("123,456,789,012.123456789012").first).to_be_visible()


def test_a_charge_is_explained_by_its_arithmetic(
    page: Page, system: Installation, api: httpx.Client
) -> None:
    charge(system)
    page.goto(f"{system.url}/admin/users/{STUDENT}?tab=history&type=deduct")
    page.get_by_role("row").nth(1).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Input tokens")
    expect(dialog.get_by_role("row").last).to_contain_text("0.06")


def test_a_charge_can_be_taken_back_once(
    page: Page, system: Installation, api: httpx.Client
) -> None:
    charge(system)
    before = balance(api, STUDENT)
    page.goto(f"{system.url}/admin/users/{STUDENT}?tab=history&type=deduct")
    page.get_by_role("row").nth(1).get_by_role("button", name="Actions").click()
    page.get_by_role("menuitem", name="Reverse").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Reason").fill("a mistake")
    dialog.get_by_role("button", name="Reverse").click()
    expect(dialog).to_be_hidden()
    assert balance(api, STUDENT) > before


def test_many_are_changed_together(page: Page, system: Installation, api: httpx.Client) -> None:
    before = [balance(api, user) for user in ("demo-admin", "demo-applicant")]
    page.goto(f"{system.url}/admin/users")
    for name in ("Demo Admin", "Demo Applicant"):
        page.get_by_role("row", name=name).get_by_label("Select the row").check()
    page.get_by_role("button", name="Add or take credits").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Credits").fill("3")
    dialog.get_by_label("Reason").fill("for all")
    dialog.get_by_role("button", name="Post").click()
    expect(dialog).to_be_hidden()
    after = [balance(api, user) for user in ("demo-admin", "demo-applicant")]
    assert after == [one + 3 for one in before]


def test_script_in_a_name_stays_text(page: Page, system: Installation, api: httpx.Client) -> None:
    body = {"group_id": "own-hostile", "name": HOSTILE, "default_credits": 0}
    api.post("/api/credits/groups/update", json=body).raise_for_status()
    page.goto(f"{system.url}/admin/groups?q=onerror")
    expect(page.get_by_text(HOSTILE)).to_be_visible()
    assert page.evaluate("window.__ran") is None
    page.get_by_role("row").nth(1).get_by_role("button", name="Actions").click()
    page.get_by_role("menuitem", name="Delete").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.get_by_text("Nothing fits the filter")).to_be_visible()


def test_pages_lead_on_and_back_and_a_shared_address_shows_the_same(
    page: Page, system: Installation, api: httpx.Client
) -> None:
    for number in range(30):
        charge(system, idempotency_key=f"pages-{number}")
    page.goto(f"{system.url}/admin/transactions?size=25")
    first = row_text(page)
    page.get_by_role("button", name="Next page").click()
    expect(page).to_have_url(re.compile("page=2"))
    expect(page.get_by_text(re.compile(r"^26–"))).to_be_visible()
    second = row_text(page)
    page.reload()
    assert row_text(page) == second != first
    page.get_by_role("button", name="Previous page").click()
    expect(page.get_by_text(re.compile(r"^1–25"))).to_be_visible()
    assert row_text(page) == first


def test_the_filtered_list_is_written_to_a_file_by_the_server(
    page: Page, system: Installation
) -> None:
    page.goto(f"{system.url}/admin/transactions?type=manual_update")
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="CSV").click()
    text = download.value.path().read_text()
    assert "manual_update" in text
    assert ",deduct," not in text


def test_the_audit_log_shows_what_was_before_and_after(page: Page, system: Installation) -> None:
    page.goto(f"{system.url}/admin/audit-log")
    page.get_by_role("row").nth(1).click()
    expect(page.get_by_role("dialog")).to_contain_text("Before")
    page.keyboard.press("Escape")
    page.get_by_text("Access", exact=True).click()
    expect(page.get_by_role("row").nth(1)).to_contain_text("login")


def test_a_refusal_is_shown_with_its_trace_and_can_be_tried_again(
    watched: Callable[..., Watched], system: Installation
) -> None:
    page = watched().page
    body = '{"detail":"The ledger service is not reachable","title":"Temporarily unavailable",'
    body += '"type":"urn:owc:problem:upstream-away","trace_id":"abc123"}'
    page.route(
        "**/api/ledger/overview*",
        lambda route: route.fulfill(status=409, content_type="application/json", body=body),
    )
    page.goto(f"{system.url}/admin/")
    expect(page.get_by_role("alert")).to_contain_text("The ledger service is not reachable")
    expect(page.get_by_role("alert")).to_contain_text("abc123")
    page.unroute("**/api/ledger/overview*")
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("alert")).to_be_hidden()
