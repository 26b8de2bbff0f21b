"""Every view, in every language and theme, wide and narrow: accessible, quiet, on one host."""

import re
from collections.abc import Callable

import pytest

from tests.e2e.views import LANGUAGES, THEMES, VIEWS
from tests.e2e.watching import PHONE, Watched

# Their rows show what was recorded, the names of actions among it.
RECORDED = {"/system-log", "/audit-log"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", VIEWS)
def test_a_view_is_accessible_quiet_and_fits_a_phone(
    watched: Callable[..., Watched], path: str, language: str
) -> None:
    view = watched(locale=language)
    page = view.open(path)
    name = "-".join([path.strip("/").replace("/", "-") or "overview", language])
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == language
    # A text that is missing would show its key, such as `users.title`.
    text = page.locator("body").inner_text()
    if path in RECORDED:
        text = text.replace(page.locator("tbody").inner_text(), "")
    assert re.findall(r"\b[a-z]+(?:\.[a-z][A-Za-z]+)+\b", text.replace("example.org", "")) == []
    view.is_accessible_in_themes(THEMES, name)
    page.set_viewport_size(PHONE)
    view.settle()
    view.picture(f"{name}-phone")
    view.fits()
    view.is_accessible()
    view.is_quiet()
