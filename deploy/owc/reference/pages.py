"""Which page is written by what."""

from collections.abc import Callable, Mapping
from typing import Final

from owc.reference import commands, events, problems, settings

PAGES: Final[Mapping[str, Callable[[], str]]] = {
    "cli.md": commands.written,
    "settings.md": settings.written,
    "events.md": events.written,
    "problems.md": problems.written,
}
