"""Writes docs/img/: the main views with demo data, light and dark. `make screenshots`."""

from playwright.sync_api import Browser, Page, sync_playwright

from tests.e2e import chromium, installation
from tests.e2e.installation import Installation
from tests.e2e.watching import ROOT, Watched

FOLDER = ROOT / "docs" / "img"
SHOTS = (
    ("/", "overview", "light"),
    ("/users", "users", "light"),
    ("/users/demo-student", "user", "dark"),
    ("/transactions", "transactions", "dark"),
)
SIZE = {"width": 1280, "height": 800}


def main() -> None:
    with installation.running() as system, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.executable(), args=["--no-sandbox"]
        )
        state = _sign_in(browser.new_page(), system)
        for path, name, theme in SHOTS:
            _shoot(browser, system, state, (path, name, theme))
        browser.close()


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


if __name__ == "__main__":
    main()
