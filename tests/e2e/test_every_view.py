"""Every view, in every language and theme, wide and narrow: accessible, quiet, on one host."""

from collections.abc import Callable

import pytest

from tests.e2e.views import LANGUAGES, THEMES, VIEWS
from tests.e2e.watching import Watched

PHONE = {"width": 390, "height": 844}


def _name(path: str, *rest: str) -> str:
    return "-".join([path.strip("/").replace("/", "-") or "overview", *rest])


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", VIEWS)
def test_a_view_is_accessible_and_quiet(
    watched: Callable[..., Watched], path: str, language: str, theme: str
) -> None:
    view = watched(locale=language, color_scheme=theme)
    view.open(path)
    view.picture(_name(path, language, theme))
    assert view.page.locator("h1").count() == 1
    assert view.page.locator("html").get_attribute("lang") == language
    view.is_quiet()
    view.is_accessible()


@pytest.mark.parametrize("path", VIEWS)
def test_a_view_fits_a_phone(watched: Callable[..., Watched], path: str) -> None:
    view = watched(viewport=PHONE)
    view.open(path)
    view.picture(_name(path, "phone"))
    view.fits()
    view.is_accessible()


@pytest.mark.parametrize("path", VIEWS)
def test_a_view_says_everything_in_russian(watched: Callable[..., Watched], path: str) -> None:
    """A text that is missing would show its key, such as `users.title`."""
    view = watched(locale="ru")
    page = view.open(path)
    keys = page.evaluate(r"document.body.innerText.match(/\b[a-z]+(\.[a-z][A-Za-z]+)+\b/g) ?? []")
    assert [key for key in keys if key != "example.org"] == []
