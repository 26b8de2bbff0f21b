"""A row of a list, and the menu of what can be done with it."""

from playwright.sync_api import Locator, Page


def row_of(page: Page, text: str) -> Locator:
    return page.get_by_role("row").filter(has_text=text)


def choose(page: Page, row: Locator, action: str) -> None:
    row.get_by_role("button", name="Actions").click()
    page.get_by_role("menuitem", name=action).click()
