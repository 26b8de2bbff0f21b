"""`owc init` and `owc config`: files for compose, and everything that is wrong at once."""

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

Ended = subprocess.CompletedProcess[str]


def owc(folder: Path, *arguments: str) -> Ended:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OWC_")}
    return subprocess.run(
        [sys.executable, "-m", "owc", *arguments],
        env={**kept, "OWC_HOME": str(folder / "home")},
        stdin=subprocess.DEVNULL,
        check=False,
        capture_output=True,
        text=True,
    )


def init(folder: Path, *more: str) -> Ended:
    return owc(folder, "init", "--env-file", str(folder / "env"), *more)


OPENWEBUI = ("--openwebui-url", "http://chat:8080", "--openwebui-api-key", "sk-0123456789")


def test_init_writes_private_files_with_which_every_service_would_start(tmp_path: Path) -> None:
    assert init(tmp_path, *OPENWEBUI, "--public-url", "https://credits.example.org").returncode == 0
    for file in (tmp_path / "env", tmp_path / "home" / "credentials.env"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    checked = owc(tmp_path, "config", "check", "--env-file", str(tmp_path / "env"), "--json")
    assert checked.returncode == 0, checked.stderr
    services = json.loads(checked.stdout)
    assert [row["service"] for row in services] == [
        "gateway",
        "ledger",
        "billing",
        "pricing",
        "sync",
    ]
    assert not any(row["wrong"] for row in services)


def test_a_public_name_gets_its_certificate_from_lets_encrypt(tmp_path: Path) -> None:
    public = ("--public-url", "https://credits.example.org", "--acme-email", "ops@example.org")
    made = init(tmp_path, *public)
    assert "docker compose --profile tls up" in made.stderr
    written = (tmp_path / "env").read_text().splitlines()
    assert {"OWC_ENV=production", "OWC_DOMAIN=credits.example.org"} <= set(written)
    assert "OWC_TLS=ops@example.org" in written
    for name in ("https://10.0.0.7", "https://credits.lan", "http://credits.example.org"):
        refused = init(tmp_path, "--public-url", name, "--acme-email", "ops@example.org")
        assert (refused.returncode, "acme-email" in refused.stderr) == (2, True)


def test_two_installations_share_no_secret(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        assert init(tmp_path / name).returncode == 0
    one, two = (
        {
            line
            for line in (tmp_path / name / "env").read_text().splitlines()
            if "SECRET" in line or "PASSWORD" in line
        }
        for name in ("one", "two")
    )
    assert {line for line in one & two if not line.endswith("=")} == set()


def test_init_replaces_nothing(tmp_path: Path) -> None:
    init(tmp_path)
    before = (tmp_path / "env").read_text()
    again = init(tmp_path, *OPENWEBUI)
    assert again.returncode == 1
    assert "is there already; nothing was changed" in again.stderr
    assert (tmp_path / "env").read_text() == before


def test_init_names_all_wrong_answers_at_once_and_writes_nothing(tmp_path: Path) -> None:
    wrong = init(
        tmp_path,
        "--openwebui-url", "chat.example.org",
        "--admin-username", "a b",
        "--yookassa-shop-id", "1",
    )  # fmt: skip
    assert wrong.returncode == 2
    for word in ("openwebui-url", "admin-username", "yookassa-secret-key"):
        assert word in wrong.stderr
    assert not list(tmp_path.iterdir())


def test_check_names_every_wrong_field_of_every_service(tmp_path: Path) -> None:
    init(tmp_path)
    file = tmp_path / "env"
    text = file.read_text()
    text = text.replace("OWC_INTERNAL_SECRET=", f"OWC_INTERNAL_SECRET={'a' * 40}\nX=")
    text = text.replace("OWC_SECRET_KEY=", "OWC_SECRET_KEY=changeme\nY=")
    text = text.replace("OWC_ADMIN_PASSWORD=", "OWC_ADMIN_PASSWORD=admin\nOWC_TRUSTED_PROXY=")
    text += "OWC_BACKUP_DIR=/srv/backups\n"
    file.write_text(text.replace("OWC_OPENWEBUI_URL=", "OWC_OPENWEBUI_URL=nonsense"))
    checked = owc(tmp_path, "config", "check", "--env-file", str(file), "--json")
    assert checked.returncode == 1
    wrong = {row["service"]: " ".join(row["wrong"]) for row in json.loads(checked.stdout)}
    assert all("OWC_INTERNAL_SECRET" in text for text in wrong.values())
    assert "OWC_OPENWEBUI_URL" in wrong["sync"]
    # A rule about production does not wait until every field is right by itself.
    assert {"OWC_SECRET_KEY", "OWC_ADMIN_PASSWORD"} < set(re.findall(r"OWC_\w+", wrong["gateway"]))
    told = "OWC_TRUSTED_PROXY is no setting; is OWC_TRUSTED_PROXIES meant?"
    assert checked.stderr.splitlines()[1:] == [told]


def test_no_secret_is_ever_shown(tmp_path: Path) -> None:
    init(tmp_path, *OPENWEBUI)
    file = tmp_path / "env"
    shown = owc(tmp_path, "config", "show", "--all", "--env-file", str(file)).stdout
    values = [line.partition("=")[2] for line in file.read_text().splitlines() if "=" in line]
    assert [
        value for value in values if len(value) >= 13 and value in shown and "//" not in value
    ] == []
    assert "OWC_SYNC_INTERVAL_S" in shown


def test_the_settings_of_a_running_installation_are_in_order(installation: Any) -> None:
    assert installation.owc("config", "check").returncode == 0
    rows = installation.done("config", "show")
    names = {row["name"]: row["value"] for row in rows if row["service"] == "gateway"}
    assert names["OWC_SECRET_KEY"] == "********"
    assert names["OWC_LEDGER_URL"].startswith("http://127.0.0.1:")
