"""Ports, secrets and credentials of an installation: chosen once, kept, private."""

import socket
import stat
from pathlib import Path

import pytest
from owc import catalog
from owc.environment import environment_of
from owc.home import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.open(tmp_path / "owc")


def test_credentials_are_generated_once_and_readable_by_the_owner_alone(home: Home) -> None:
    first = home.credentials(8000)
    file = home.path / "credentials.env"
    assert home.credentials(8000) == first
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert dict(line.split("=", 1) for line in file.read_text().split()) == first.as_env()
    assert len(first.admin_password) >= 16


def test_two_installations_share_no_secret(home: Home, tmp_path: Path) -> None:
    other = Home.open(tmp_path / "other").credentials(8001)
    mine = home.credentials(8000)
    assert mine.admin_password != other.admin_password
    assert mine.api_key != other.api_key


def test_state_and_logs_are_closed_to_others(home: Home) -> None:
    home.secret("internal")
    assert stat.S_IMODE(home.state.stat().st_mode) == 0o700
    assert stat.S_IMODE(home.logs.stat().st_mode) == 0o700
    assert stat.S_IMODE((home.state / "secrets.json").stat().st_mode) == 0o600


def test_ports_are_kept_until_somebody_takes_them(home: Home) -> None:
    first = home.ports(["ledger", "sync"])
    assert first["ledger"] != first["sync"]
    assert home.ports(["ledger", "sync"]) == first
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", first["ledger"]))
        stranger.listen()
        second = home.ports(["ledger", "sync"])
    assert second["ledger"] != first["ledger"]
    assert second["sync"] == first["sync"]


def test_a_process_gets_only_what_is_its_own(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OWC_OPENWEBUI_API_KEY", "for-sync-and-gateway")
    monkeypatch.setenv("OWC_YOOKASSA_SHOP_ID", "for-billing")
    monkeypatch.setenv("DATABASE_URL", "postgresql://creator@localhost/postgres")
    ports = dict.fromkeys([*catalog.SERVICES, "payment-simulator"], 1)
    servers = {name: f"postgresql://{name}" for name in catalog.SERVICES} | {"redis": "redis://"}
    environments = {
        name: environment_of(
            catalog.Program(name, name, "x.main"), home, home.credentials(1), ports, servers
        )
        for name in catalog.SERVICES
    }
    assert {n for n, e in environments.items() if "OWC_OPENWEBUI_API_KEY" in e} == {
        "gateway",
        "sync",
    }
    assert {n for n, e in environments.items() if "OWC_YOOKASSA_SHOP_ID" in e} == {"billing"}
    assert {n for n, e in environments.items() if "OWC_ADMIN_PASSWORD" in e} == {"gateway"}
    assert {n for n, e in environments.items() if "OWC_SECRET_KEY" in e} == {"gateway"}
    assert not [n for n, e in environments.items() if "DATABASE_URL" in e]
    assert len({e["OWC_DATABASE_URL"] for e in environments.values()}) == len(environments)
