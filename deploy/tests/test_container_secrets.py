"""Secrets of containers: each has its own as files, and they stay what they were."""

import stat
from pathlib import Path

from owc.catalog import SERVICES
from owc.container_secrets import read_env, write


def contents(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_text() for file in files}


def test_a_fresh_installation_generates_everything_once(tmp_path: Path) -> None:
    write({}, tmp_path)
    first = contents(tmp_path)
    write({}, tmp_path)
    assert contents(tmp_path) == first
    assert len(first["gateway/owc_admin_password"]) == 20
    internal = {first[f"{service}/owc_internal_secret"] for service in SERVICES}
    assert len(internal) == 1
    assert first["postgres/ledger"] in first["ledger/owc_database_url"]
    assert first["redis/password"] in first["sync/owc_redis_url"]


def test_no_service_sees_what_is_of_another(tmp_path: Path) -> None:
    write({"OWC_YOOKASSA_SECRET_KEY": "live_key"}, tmp_path)
    found = contents(tmp_path)
    assert [name for name, text in found.items() if "live_key" in text] == [
        "billing/owc_yookassa_secret_key"
    ]
    others = [text for name, text in found.items() if not name.startswith(("ledger/", "postgres/"))]
    assert not [text for text in others if text == found["ledger/owc_database_url"]]
    for service in set(SERVICES) - {"gateway"}:
        assert f"{service}/owc_admin_password" not in found


def test_what_env_gives_is_taken_and_what_it_gives_no_more_is_removed(tmp_path: Path) -> None:
    env = tmp_path / ".env"
    env.write_text("# a comment\nOWC_ADMIN_PASSWORD='from the file'\nOWC_OPENWEBUI_API_KEY=sk-1\n")
    folder = tmp_path / "secrets"
    write(read_env(env), folder)
    assert (folder / "gateway" / "owc_admin_password").read_text() == "from the file"
    assert (folder / "sync" / "owc_openwebui_api_key").read_text() == "sk-1"
    write(read_env(tmp_path / "missing"), folder)
    assert not (folder / "sync" / "owc_openwebui_api_key").exists()
    assert (folder / "gateway" / "owc_admin_password").read_text() != "from the file"


def test_only_the_volume_of_a_container_opens_its_secrets(tmp_path: Path) -> None:
    write({}, tmp_path)
    modes = {stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "generated").iterdir()}
    assert modes == {0o600}
    assert stat.S_IMODE((tmp_path / "ledger" / "owc_database_url").stat().st_mode) == 0o444
