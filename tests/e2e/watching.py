"""Notices what a page must not do: errors, broken policies, other hosts, poor access."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, ViewportSize

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "gateway" / "admin" / "node_modules" / "axe-core" / "axe.min.js"
PICTURES = ROOT / "tests" / "e2e" / "pictures"
_NOTE_VIOLATIONS = """
window.__violations = [];
addEventListener("securitypolicyviolation", (e) =>
  __violations.push(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`));
"""
PHONE: ViewportSize = {"width": 390, "height": 844}
_SERIOUS = {"serious", "critical"}


Theme = Literal["light", "dark"]


class Watched:
    """A page and everything wrong that happened on it."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.wrong: list[str] = []
        page.add_init_script(_NOTE_VIOLATIONS)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.wrong.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https"} and parts.netloc != urlsplit(self.url).netloc:
            self.wrong.append(f"another host: {request.url}")

    def open(self, path: str) -> Page:
        """Go to a view of the admin app and wait until it has what it shows."""
        self.page.goto(f"{self.url}/admin{path}")
        self.settle()
        return self.page

    def settle(self) -> None:
        self.page.locator("h1").first.wait_for()
        self.page.wait_for_load_state("networkidle")
        self.page.locator("[aria-busy=true], .mantine-Skeleton-root").first.wait_for(
            state="detached"
        )

    def is_quiet(self, but: str | None = None) -> None:
        """`but` is the status of a refusal that the story is about: the console tells of it too."""
        violations = self.page.evaluate("window.__violations")
        wrong = [text for text in self.wrong if but is None or f"status of {but}" not in text]
        assert not wrong + violations, wrong + violations

    def is_accessible(self) -> None:
        """No serious or critical finding of axe."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text())
        found: dict[str, Any] = self.page.evaluate("axe.run()")
        serious = [
            f"{one['id']}: {one['help']} {[node['html'][:160] for node in one['nodes'][:3]]}"
            for one in found["violations"]
            if one["impact"] in _SERIOUS
        ]
        assert not serious, "\n".join(serious)

    def is_accessible_in_themes(self, themes: Iterable[Theme], name: str) -> None:
        """The page follows the system's theme while it is open. The last one stays."""
        for theme in themes:
            self.page.emulate_media(color_scheme=theme)
            self.picture(f"{name}-{theme}")
            self.is_accessible()

    def fits(self) -> None:
        """Nothing is wider than the window."""
        wide = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, f"{wide} px wider than the window"

    def picture(self, name: str) -> None:
        PICTURES.mkdir(exist_ok=True)
        path = PICTURES / f"{name}.png"
        self.page.screenshot(path=path, full_page=True, animations="disabled")
