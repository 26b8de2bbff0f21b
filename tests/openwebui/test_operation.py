"""The functions as their administrator meets them: outages, updates, settings, the button."""

import json
import time
import urllib.request
from collections.abc import Iterator

import pytest

from tests.openwebui.comparison import Books
from tests.openwebui.conftest import CHARGING, install
from tests.openwebui.credit_system import CreditSystem
from tests.openwebui.detour import Detour
from tests.openwebui.visitor import Visitor
from tests.openwebui.webui import OpenWebUI

DOWN = "The credit service does not answer right now. Please try again in a minute."
SHORTEST_HOLD_S = 3
VALVES = f"/api/v1/functions/id/{CHARGING}/valves"


@pytest.fixture
def valves(openwebui: OpenWebUI, system: CreditSystem) -> Iterator[None]:
    """What a test sets in the charging filter is put back afterwards."""
    stored = openwebui.admin.get(VALVES)
    yield
    openwebui.admin.post(f"{VALVES}/update", stored)


@pytest.fixture
def detour(openwebui: OpenWebUI, system: CreditSystem, valves: None) -> Iterator[Detour]:
    """The charging filter reaches the credit system by a way which a test can close."""
    with Detour(system.url) as way:
        openwebui.admin.post(
            f"{VALVES}/update", {**openwebui.admin.get(VALVES), "credits_api_host": way.host}
        )
        yield way


@pytest.mark.usefixtures("without_precheck")
def test_while_the_service_is_down_nothing_is_answered(
    student: Visitor, books: Books, detour: Detour
) -> None:
    detour.close()
    seen = student.chat("service down")
    assert seen.error == DOWN
    books.expect_nothing("service down")
    assert not books.provider.answered("service down")


@pytest.mark.usefixtures("without_precheck")
def test_an_open_filter_goes_on_and_charges_when_the_service_is_back(
    openwebui: OpenWebUI, student: Visitor, books: Books, detour: Detour
) -> None:
    openwebui.admin.post(f"{VALVES}/update", {**openwebui.admin.get(VALVES), "on_failure": "open"})
    detour.close()
    seen = student.chat("open filter [[words=5]]")
    assert "w4" in seen.text
    detour.open()
    books.expect("open filter", "fake-small")


def test_an_outage_at_the_end_of_an_answer_delays_the_charge(
    student: Visitor, books: Books, detour: Detour
) -> None:
    student.chat("late outage [[words=20]] [[slow=0.1]]", meanwhile=detour.close)
    assert books.reserved() > 0
    detour.open()
    books.expect("late outage", "fake-small")


@pytest.mark.usefixtures("valves")
def test_a_long_answer_outlives_its_first_hold(
    openwebui: OpenWebUI, student: Visitor, books: Books, system: CreditSystem
) -> None:
    install(openwebui, system, "--only", CHARGING, "--valve", f"hold_ttl_s={SHORTEST_HOLD_S}")
    started = time.monotonic()
    student.chat("long answer [[words=70]] [[slow=0.1]]")
    assert time.monotonic() - started > 2 * SHORTEST_HOLD_S
    charge = books.expect("long answer", "fake-small")[0]
    assert charge.usage["completion_tokens"] == 70


@pytest.mark.usefixtures("valves")
def test_where_the_door_charges_the_filter_does_not(
    openwebui: OpenWebUI, student: Visitor, books: Books, system: CreditSystem
) -> None:
    install(openwebui, system, "--only", CHARGING, "--valve", "charging=gateway")
    student.chat("door [[words=5]]")
    books.expect_nothing("door")


def test_an_update_of_the_function_loses_no_running_turn(
    openwebui: OpenWebUI, student: Visitor, books: Books
) -> None:
    path = f"/api/v1/functions/id/{CHARGING}"
    source = openwebui.admin.get(path)
    form = {name: source[name] for name in ("id", "name", "meta")}

    def update() -> None:
        openwebui.admin.post(f"{path}/update", {**form, "content": source["content"] + "\n"})

    student.chat("updated one [[words=30]] [[slow=0.1]]", meanwhile=update)
    books.expect("updated one", "fake-small")


def test_the_button_shows_the_price_and_leaves_the_answer_alone(student: Visitor) -> None:
    seen = student.chat("price please [[words=5]]", press="credit_management_models")
    line = "📊 fake-small: prompt 1,000 credits, completion 4,000 credits per 1M tokens"
    assert seen.toasts == [line]
    assert seen.lines[-1] == line
    assert seen.text.split()[-1] == "w4"


def test_the_button_shows_the_balance_and_opens_the_page_of_that_user(
    openwebui: OpenWebUI, student: Visitor
) -> None:
    seen = student.chat("my credits please [[words=5]]", press="credit_balance")
    assert seen.toasts[0].startswith("💳 Balance: ")
    (_, question), (_, opening) = seen.asked
    assert question["title"] == "My credits"
    link = json.loads(opening["code"].partition("open(")[2].partition(", '_blank'")[0])
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with browser.open(link) as page:
        assert page.url.endswith("/me")
        balance = seen.toasts[0].split()[2]
        assert balance in page.read().decode()


def test_the_installer_reports_a_function_that_is_off(
    openwebui: OpenWebUI, system: CreditSystem
) -> None:
    toggle = "/api/v1/functions/id/credit_management_models/toggle"
    openwebui.admin.post(toggle)
    with pytest.raises(AssertionError, match="credit_management_models: active=False"):
        install(openwebui, system, "--check")
    openwebui.admin.post(toggle)
    install(openwebui, system, "--check")


@pytest.mark.usefixtures("valves")
def test_after_a_crash_of_open_webui_the_expiry_charges_what_was_counted(
    openwebui: OpenWebUI, student: Visitor, books: Books, system: CreditSystem
) -> None:
    install(openwebui, system, "--only", CHARGING, "--valve", f"hold_ttl_s={SHORTEST_HOLD_S}")

    def crash() -> None:
        time.sleep(2 * SHORTEST_HOLD_S)  # long enough for a report of what was counted
        openwebui.kill()

    student.call("crash [[words=90]] [[slow=0.1]]", stream=True, meanwhile=crash)
    try:
        charge = books.charges(1)[0]
    finally:
        openwebui.start()
    call = books.provider.answered("crash")[0]
    assert 0 < charge.usage["completion_tokens"] <= len(call.written) // 4
