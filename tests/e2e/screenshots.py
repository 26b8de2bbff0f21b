"""Writes docs/img/: the main views with demo data, light and dark. `make screenshots`."""

import asyncio
import json
from typing import Final

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from shared.db import connect
from tests.e2e import chromium, installation
from tests.e2e.installation import Installation, link_of, refill_summaries
from tests.e2e.watching import ROOT, Theme, Watched

FOLDER = ROOT / "docs" / "img"
VIEWS = (
    ("/", "overview"),
    ("/users", "users"),
    ("/users/demo-student", "user"),
    ("/models", "models"),
    ("/plans", "plans"),
    ("/transactions", "transactions"),
)
THEMES: Final[tuple[Theme, ...]] = ("light", "dark")
# Pages beside the admin app: what everybody sees, and what a user sees of their own account.
PAGES = (("/pricing", "pricing"), ("/me", "me"))
SIZE: Final[ViewportSize] = {"width": 1280, "height": 800}
# A month of use, which a system that was just started cannot have: roll-ups of its ledger.
_A_MONTH = """
    INSERT INTO usage_day (account_id, day, model_id, charges, charged, input, output)
    SELECT a.account_id, current_date - d, m.id, n, n * m.price, n * 900, n * 300
    FROM account a CROSS JOIN generate_series(1, 59) d
    CROSS JOIN (VALUES ('demo-small', 0.42), ('demo-large', 7.2), ('demo-research', 9.6))
        AS m (id, price)
    CROSS JOIN LATERAL (SELECT (
        abs(hashtext(a.account_id || m.id)) % 7 + abs(hashtext(a.account_id || d || m.id)) % 11
    ) * (CASE WHEN extract(isodow FROM current_date - d) > 5 THEN 1 ELSE 4 END)
      * (75 - d) / 60 AS n) AS used
    WHERE n > 0 AND a.account_id <> 'demo-applicant'
"""


def main() -> None:
    with installation.running() as system:
        asyncio.run(_fill(system))
        _shoot_all(system)


def _shoot_all(system: Installation) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.executable(), args=["--no-sandbox"]
        )
        _shoot_views(browser, system)
        _shoot_pages(browser, system)
        browser.close()


async def _fill(system: Installation) -> None:
    databases = json.loads((system.home / "state" / "databases.json").read_text())
    connection = await connect(databases["ledger"])
    try:
        await connection.execute(_A_MONTH)
        await refill_summaries(connection)
    finally:
        await connection.close()


def _shoot_views(browser: Browser, system: Installation) -> None:
    context = browser.new_context(viewport=SIZE, locale="en")
    page = context.new_page()
    page.goto(f"{system.url}/admin/")
    page.locator("input[name=username]").fill(system.username)
    page.locator("input[name=password]").fill(system.password)
    page.keyboard.press("Enter")
    page.locator("header").wait_for()
    watched = Watched(page, system.url)
    for path, name in VIEWS:
        watched.open(path)
        _shoot(page, name)
    context.close()


def _shoot_pages(browser: Browser, system: Installation) -> None:
    context = browser.new_context(viewport=SIZE, locale="en")
    page = context.new_page()
    page.goto(link_of(system, "demo-student"))
    for path, name in PAGES:
        page.goto(f"{system.url}{path}")
        _shoot(page, name)
    context.close()


def _shoot(page: Page, name: str) -> None:
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)
        page.screenshot(path=FOLDER / f"{name}-{theme}.png", animations="disabled")


if __name__ == "__main__":
    main()
