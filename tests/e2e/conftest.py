"""A browser that is signed in to a real system, and what it must never report."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.e2e import chromium, installation
from tests.e2e.installation import Installation
from tests.e2e.shopping import SALES, Buyer, cookies_of
from tests.e2e.watching import Watched

SIZE: Any = {"width": 1440, "height": 900}


# Five seconds are too few where other work shares the processors.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def system() -> Iterator[Installation]:
    with installation.running() as made:
        yield made


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # A container has no user namespaces for Chromium's own sandbox.
        made = playwright.chromium.launch(
            executable_path=chromium.executable(), args=["--no-sandbox"]
        )
        yield made
        made.close()


@pytest.fixture(scope="session")
def session(browser: Browser, system: Installation) -> Any:
    """Cookies of somebody who has signed in, as the form gives them."""
    context = browser.new_context(locale="en")
    page = context.new_page()
    page.goto(f"{system.url}/admin/")
    page.get_by_label("Username").fill(system.username)
    page.get_by_label("Password").first.fill(system.password)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("navigation", name="Menu").wait_for()
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def contexts(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    made: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        made.append(browser.new_context(**{"viewport": SIZE, "locale": "en", **options}))
        return made[-1]

    yield make
    for context in made:
        context.close()


@pytest.fixture
def watched(
    contexts: Callable[..., BrowserContext], session: Any, system: Installation
) -> Callable[..., Watched]:
    """`watched(locale="ru", color_scheme="dark")` opens a page that is signed in and watched."""

    def open_page(**options: Any) -> Watched:
        return Watched(contexts(storage_state=session, **options).new_page(), system.url)

    return open_page


@pytest.fixture
def page(watched: Callable[..., Watched]) -> Iterator[Page]:
    """For stories: a page of an administrator; it must have stayed quiet."""
    one = watched()
    yield one.page
    one.is_quiet()


@pytest.fixture
def api(system: Installation) -> Iterator[httpx.Client]:
    """The same system without a browser: what a story begins with, and its figures afterwards."""
    with installation.signed_in(system) as client:
        yield client


@pytest.fixture(scope="session")
def customer(browser: Browser, system: Installation) -> Any:
    return cookies_of(browser, system, Buyer.id)


@pytest.fixture
def buyer(
    contexts: Callable[..., BrowserContext],
    system: Installation,
    api: httpx.Client,
    customer: Any,
) -> Buyer:
    """Somebody at the shop who has no plan."""
    one = Buyer(contexts(storage_state=customer).new_page(), system, api)
    one.leaves_the_plan()
    return one


@pytest.fixture
def plan(api: httpx.Client) -> Iterator[dict[str, Any]]:
    """A plan of one test alone, at the end of the shop window."""
    name = f"Story {uuid4().hex[:8]}"
    body = {
        "id": name.lower().replace(" ", "-"), "name": name, "price": 120, "currency": "RUB",
        "interval": "month", "included_credits": 40, "quotas": {"requests": 25},
        "display_order": 90,
    }  # fmt: skip
    yield api.post(f"{SALES}/plans", json=body).raise_for_status().json()
    api.delete(f"{SALES}/plans/{body['id']}").raise_for_status()


@pytest.fixture
def subscriber(plan: dict[str, Any], buyer: Buyer) -> Iterator[Buyer]:
    """Somebody who has bought that plan, until the test is over."""
    buyer.buys(plan["id"])
    yield buyer
    buyer.leaves_the_plan()
