"""Writes docs/img/: the main views with demo data, light and dark. `make screenshots`."""

import asyncio
import json

from playwright.sync_api import Browser, Page, sync_playwright

from shared.db import connect
from tests.e2e import chromium, installation
from tests.e2e.installation import Installation, link_of
from tests.e2e.watching import ROOT, Watched

FOLDER = ROOT / "docs" / "img"
SHOTS = (
    ("/", "overview", "light"),
    ("/users", "users", "light"),
    ("/users/demo-student", "user", "dark"),
    ("/transactions", "transactions", "dark"),
)
# Pages beside the admin app: what everybody sees, and what a user sees of their own account.
PAGES = (("/pricing", "pricing"), ("/me", "me"))
SIZE = {"width": 1280, "height": 800}
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
        state = _sign_in(browser.new_page(), system)
        for path, name, theme in SHOTS:
            _shoot(browser, system, state, (path, name, theme))
        _shoot_pages(browser, system)
        browser.close()


async def _fill(system: Installation) -> None:
    databases = json.loads((system.home / "state" / "databases.json").read_text())
    connection = await connect(databases["ledger"])
    try:
        await connection.execute(_A_MONTH)
    finally:
        await connection.close()


def _sign_in(page: Page, system: Installation) -> object:
    page.goto(f"{system.url}/admin/")
    page.locator("input[name=username]").fill(system.username)
    page.locator("input[name=password]").fill(system.password)
    page.keyboard.press("Enter")
    page.locator("header").wait_for()
    return page.context.storage_state()


def _shoot(
    browser: Browser, system: Installation, state: object, shot: tuple[str, str, str]
) -> None:
    path, name, theme = shot
    context = browser.new_context(
        viewport=SIZE,  # type: ignore[arg-type, unused-ignore]
        color_scheme=theme,  # type: ignore[arg-type, unused-ignore]
        storage_state=state,  # type: ignore[arg-type, unused-ignore]
        locale="en",
    )
    Watched(context.new_page(), system.url).open(path).screenshot(
        path=FOLDER / f"{name}-{theme}.png"
    )
    context.close()


def _shoot_pages(browser: Browser, system: Installation) -> None:
    user = browser.new_context(viewport=SIZE, locale="en")  # type: ignore[arg-type, unused-ignore]
    page = user.new_page()
    page.goto(link_of(system, "demo-student"))
    for path, name in PAGES:
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)  # type: ignore[arg-type, unused-ignore]
            page.goto(f"{system.url}{path}")
            page.screenshot(path=FOLDER / f"{name}-{theme}.png")
    user.close()


if __name__ == "__main__":
    main()
