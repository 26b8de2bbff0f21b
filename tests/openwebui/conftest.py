"""Brings up the provider, Open WebUI with the three functions, and the credit system, once."""

import functools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from tests.openwebui.comparison import PRICES, Books, Row
from tests.openwebui.credit_system import SYNC_S, CreditSystem, wait_for
from tests.openwebui.provider import Provider
from tests.openwebui.visitor import Visitor
from tests.openwebui.webui import ApiError, OpenWebUI

INSTALLER = Path(__file__).resolve().parents[2] / "deploy/openwebui/install_functions.py"
PURSE = Decimal(1000)
CHARGING, PRECHECK = "credit_charging_filter", "credit_management_enough_credits"
ROWS: list[Row] = []


@pytest.fixture(scope="session")
def provider() -> Iterator[Provider]:
    with Provider() as running:
        yield running


@pytest.fixture(scope="session")
def openwebui(provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenWebUI]:
    venv = Path(os.environ.get("OWUI_VENV", Path.home() / ".cache/owui/venv"))
    running = OpenWebUI(venv, tmp_path_factory.mktemp("openwebui"), provider.url)
    try:
        running.start()
        running.seed()
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="session")
def system(openwebui: OpenWebUI) -> Iterator[CreditSystem]:
    # Not below pytest's closed folder: the account of PostgreSQL has to walk to its data.
    home = Path(tempfile.mkdtemp(prefix="credits-"))
    home.chmod(0o711)
    running = CreditSystem(home, openwebui)
    try:
        running.start()
        prepare(running, openwebui)
        install(openwebui, running)
        yield running
        running.verify()
    finally:
        running.stop()
        shutil.rmtree(home)


def prepare(system: CreditSystem, openwebui: OpenWebUI) -> None:
    """The users and models come by the poll of Open WebUI; prices and credits by an admin."""
    answer = system.admin("POST", "/api/credits/sync-all", {})
    assert answer["status"] == "success", answer
    for name in ("student", "teacher"):
        user_id = openwebui.people[name].user_id
        assert wait_for(functools.partial(purse, system, user_id), SYNC_S), f"no {name}"
    for model_id, (prompt, answer) in PRICES.items():
        system.set_price(model_id, prompt, answer)
    # helper has no price of its own: it costs what the model below it costs.


def purse(system: CreditSystem, user_id: str) -> bool:
    try:
        system.set_balance(user_id, PURSE)
    except ApiError:
        return False
    return True


def install(openwebui: OpenWebUI, system: CreditSystem, *words: str) -> None:
    """By the script for operators; what it complains of becomes the text of the assertion."""
    keys = {"OPENWEBUI_API_KEY": openwebui.people["admin"].api_key, "CREDITS_API_KEY": system.key}
    command = [sys.executable, str(INSTALLER), "--openwebui", openwebui.base]
    command += ["--credits", system.url, *words]
    done = subprocess.run(
        command, env={**os.environ, **keys}, check=False, timeout=60, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture
def student(openwebui: OpenWebUI, system: CreditSystem) -> Visitor:
    return Visitor(openwebui.base, openwebui.people["student"].token)


@pytest.fixture
def student_api(openwebui: OpenWebUI, system: CreditSystem) -> Visitor:
    """The same person with the API key in place of a browser session."""
    return Visitor(openwebui.base, openwebui.people["student"].api_key)


@pytest.fixture
def student_id(openwebui: OpenWebUI) -> str:
    return openwebui.people["student"].user_id


@pytest.fixture
def books(
    system: CreditSystem, provider: Provider, student_id: str, request: pytest.FixtureRequest
) -> Books:
    provider.calls.clear()
    name = request.node.name.removeprefix("test_").replace("_", " ")
    return Books(system, provider, student_id, ROWS, name)


@pytest.fixture
def without_precheck(openwebui: OpenWebUI, system: CreditSystem) -> Iterator[None]:
    toggle = f"/api/v1/functions/id/{PRECHECK}/toggle"
    openwebui.admin.post(toggle)
    yield
    openwebui.admin.post(toggle)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What the provider did and what the ledger took, as prompt/answer tokens, side by side."""
    terminalreporter.section("provider and ledger")
    for row in ROWS:
        terminalreporter.write_line(f"{row.scenario[:62]:62}  {row.provider}")
        terminalreporter.write_line(f"{'':62}  = {row.ledger}, {row.cost} credits")
