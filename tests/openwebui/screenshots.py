"""Writes docs/img/openwebui-*.png: what the functions show in the chat of a real Open WebUI.

`tests/openwebui/run.sh` installs the Open WebUI; `make e2e` installs what drives the browser.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page, sync_playwright

from tests.e2e import chromium
from tests.openwebui.conftest import install, prepare
from tests.openwebui.credit_system import ROOT, CreditSystem
from tests.openwebui.provider import Provider
from tests.openwebui.webui import EVERYBODY, OpenWebUI

FOLDER: Final = ROOT / "docs" / "img"
SIZE: Any = {"width": 1180, "height": 560}
MODEL: Final = "nova-small"
QUESTION: Final = "Why is the sky blue?"
ANSWER: Final = (
    "Sunlight holds all colours. On its way through the air the short, blue waves are scattered "
    "far more than the long, red ones, so blue reaches your eye from every direction.\n\n"
    "At sunset the light has crossed so much air that most of the blue is gone: red is left."
)


@dataclass(frozen=True, slots=True)
class Chat:
    """A running Open WebUI and a user who has credits."""

    url: str
    token: str


@contextmanager
def running() -> Iterator[Chat]:
    venv = Path(os.environ.get("OWUI_VENV", Path.home() / ".cache/owui/venv"))
    with ExitStack() as stack:
        # Not below a closed folder: the account of PostgreSQL has to walk to its data.
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="credits-")))
        home.chmod(0o711)
        provider = stack.enter_context(Provider(says=ANSWER))
        # A made-up title and question would only be in the way.
        extra = {f"ENABLE_{what}_GENERATION": "False" for what in ("TITLE", "TAGS", "FOLLOW_UP")}
        openwebui = OpenWebUI(venv, home / "openwebui", provider.url, extra=extra)
        stack.callback(openwebui.stop)
        openwebui.start()
        openwebui.seed()
        named = {"id": MODEL, "base_model_id": "fake-small", "name": "Nova Small", "params": {}}
        shown = {"meta": {"capabilities": {"usage": True}}, "access_grants": EVERYBODY}
        openwebui.admin.post("/api/v1/models/create", {**named, **shown, "is_active": True})
        system = CreditSystem(home / "credits", openwebui)
        stack.callback(system.stop)
        system.start()
        prepare(system, openwebui)
        system.set_price(MODEL, Decimal("0.002"), Decimal("0.008"))
        install(openwebui, system)
        yield Chat(openwebui.base, openwebui.people["student"].token)


def main() -> None:
    with running() as chat:
        shoot_all(chat)


def shoot_all(chat: Chat) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.executable(), args=["--no-sandbox"]
        )
        for theme in ("light", "dark"):
            context = browser.new_context(viewport=SIZE, locale="en")
            stored = {"token": chat.token, "theme": theme}
            context.add_init_script(f"Object.assign(localStorage, {json.dumps(stored)})")
            shoot(context.new_page(), chat, theme)
            context.close()
        browser.close()


def shoot(page: Page, chat: Chat, theme: str) -> None:
    """The line under the answer, then what the button in the row below it asks."""
    page.set_default_timeout(120_000)  # a busy machine takes its time for the first page
    page.goto(f"{chat.url}/?models={MODEL}")
    page.locator("#chat-input").click()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    page.get_by_text("Charged").first.wait_for()
    page.get_by_label("Regenerate").wait_for()
    page.screenshot(path=FOLDER / f"openwebui-cost-{theme}.png")
    page.get_by_label("Credits - my credits").click()
    page.get_by_role("dialog").get_by_text("are available").wait_for()
    page.screenshot(path=FOLDER / f"openwebui-balance-{theme}.png", animations="disabled")


if __name__ == "__main__":
    main()
