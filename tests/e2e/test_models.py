"""Stories of Models and prices."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.watching import Watched


def test_a_price_is_changed_and_its_history_tells_why(watched: Callable[..., Watched]) -> None:
    view = watched()
    page = view.open("/models?q=demo-small")
    page.get_by_role("row").nth(1).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Output tokens").fill("801")
    dialog.get_by_role("textbox", name="Reason", exact=True).fill("story of a test")
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_role("row").nth(1)).to_contain_text("801")
    page.get_by_role("row").nth(1).get_by_role("button", name="Actions").click()
    page.get_by_role("menuitem", name="Price history").click()
    expect(page.get_by_role("dialog")).to_contain_text("story of a test")
    view.is_quiet()


def test_many_prices_are_changed_to_what_the_preview_showed(
    watched: Callable[..., Watched],
) -> None:
    view = watched()
    page = view.open("/models?q=demo-large")
    page.get_by_label("Select all rows of this page").check()
    page.get_by_role("button", name="Change prices").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Change in percent").fill("10")
    expect(dialog).to_contain_text("1 model changes")
    expect(dialog).to_contain_text("+10%")
    after = re.search(r"→ ([\d,.]+)", dialog.inner_text())
    assert after is not None
    dialog.get_by_role("button", name="Change 1 model").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("row").nth(1)).to_contain_text(after[1])
    view.is_quiet()


def test_a_file_whose_reading_was_stopped_proposes_at_the_next_attempt_and_a_person_approves(
    watched: Callable[..., Watched],
) -> None:
    view = watched()
    page = view.open("/models")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
        page.get_by_role("menuitem", name="CSV").click()
    text = download.value.path().read_text()
    model = next(line for line in text.splitlines() if "demo-research" in line)
    changed = text.replace(model, model.replace("0.004", "0.0041"))
    page.get_by_role("button", name="Import").click()
    dialog = page.get_by_role("dialog")
    dialog.locator("input[type=file]").set_input_files(
        {"name": "prices.csv", "mimeType": "text/csv", "buffer": changed.encode()}
    )
    page.route("**/models/import*", lambda _: None)
    dialog.get_by_role("button", name="Read the file").click()
    expect(dialog.get_by_role("status")).to_contain_text("the file")
    dialog.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("Stopped.")).to_be_visible()
    expect(dialog.get_by_role("status")).to_have_count(0)
    page.unroute("**/models/import*")
    dialog.get_by_role("button", name="Read the file").click()
    expect(page.get_by_role("status").filter(has_text="proposed 1")).to_be_visible()
    page.get_by_label("Select all rows of this page").check()
    page.get_by_role("button", name="Approve").click()
    page.get_by_role("dialog").get_by_role("button", name="Approve").click()
    expect(page.get_by_text("Nothing waits for a decision")).to_be_visible()
    view.is_quiet()


def test_the_filter_counts_what_it_finds(watched: Callable[..., Watched]) -> None:
    view = watched()
    page = view.open("/models")
    label = page.get_by_label("Status").locator("option", has_text="Public (").inner_text()
    count = int(label.removeprefix("Public (").rstrip(")"))
    page.get_by_label("Status").select_option("public")
    expect(page.locator("tbody tr")).to_have_count(count)
    view.is_quiet()
