"""The restore drill: what was there at the backup is there again, and all goes on from it."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from owc.backup.server import Server
from owc.demo_openwebui import STUDENT

from shared.db import connect
from shared.testing import eventually

WHY = ("--reason", "a drill")


@pytest.fixture(scope="module")
def drilled(make_installation: Any) -> Iterator[Any]:
    with tempfile.TemporaryDirectory(prefix="owc-drill-") as folder:
        yield from make_installation(Path(folder) / "home")


# A server that has worked for long is far ahead of a new one in its numbers of transactions.
BUSY = "DO $$ BEGIN FOR i IN 1..5000 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$"


@pytest.fixture(scope="module")
def backup(drilled: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Taken with a balance of 77, which is changed afterwards."""
    servers = json.loads((drilled.home / "state" / "databases.json").read_text())
    Server(servers["ledger"]).sql(BUSY, "owc_ledger")
    drilled.done("users", "set", STUDENT, "77", *WHY)
    made = drilled.done("backup", "create", "--to", str(tmp_path_factory.mktemp("backups")))
    drilled.done("users", "set", STUDENT, "5", *WHY)
    return Path(made["folder"])


def test_a_backup_is_private_whole_and_sound(drilled: Any, backup: Path) -> None:
    assert backup.stat().st_mode & 0o077 == 0
    assert all(file.stat().st_mode & 0o077 == 0 for file in backup.iterdir())
    proof = drilled.owc("backup", "verify", str(backup), "--json")
    assert proof.returncode == 0, proof.stderr
    found = json.loads(proof.stdout)
    assert (found["ok"], found["breaches"]) == (True, [])
    assert all(rows > 0 for rows in found["rows"].values())


def test_nothing_is_restored_while_it_runs_nor_without_yes(drilled: Any, backup: Path) -> None:
    assert drilled.owc("backup", "restore", str(backup)).returncode == 2
    running = drilled.owc("backup", "restore", str(backup), "--yes")
    assert (running.returncode, "owc down" in running.stderr) == (1, True)
    assert drilled.done("users", "show", STUDENT)["credits"] == 5


def test_a_damaged_backup_is_refused_before_anything_happens(
    drilled: Any, backup: Path, tmp_path: Path
) -> None:
    for file in backup.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    damaged = tmp_path / "billing.dump"
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    for verb in (("verify",), ("restore", "--yes")):
        ended = drilled.owc("backup", *verb, str(tmp_path))
        assert (ended.returncode, "billing is damaged" in ended.stderr) == (1, True)
    (tmp_path / "manifest.json").unlink()
    assert "holds no whole backup" in drilled.owc("backup", "verify", str(tmp_path)).stderr


async def test_after_a_restore_all_goes_on_from_the_backup(drilled: Any, backup: Path) -> None:
    assert drilled.owc("down").returncode == 0
    restored = drilled.owc("backup", "restore", str(backup), "--yes")
    assert restored.returncode == 0, restored.stderr
    assert drilled.owc("up", "--detach").returncode == 0
    # Each start of a demo ends with one charge of 0.52.
    owc, api = drilled.done, drilled.admin()
    assert float(owc("users", "show", STUDENT)["credits"]) == pytest.approx(77 - 0.52)
    # Facts flow although their positions are numbers of another server …
    owc("prices", "set", "demo-large", "--input", "0.001", "--output", "0.01", *WHY)
    body = {"user_id": STUDENT, "model_id": "demo-large", "prompt_tokens": 1000}

    def charged() -> bool:
        key = drilled.key()
        answer = key.post("/api/credits/deduct-tokens", {**body, "completion_tokens": 0})
        return bool(answer["cost"] == 1)

    await eventually(charged, within=20)
    # … and what is charged is rolled up, each charge once, the old ones not again.
    transfers = api.get("/api/credits/transactions", user_id=STUDENT, type="deduct", limit=100)
    spent = -sum(row["amount"] for row in transfers["transactions"])

    def rolled_up() -> bool:
        rows = api.get("/api/credits/statistics/breakdown", by="user", user_id=STUDENT)
        return f"{spent.normalize():f}" in json.dumps(rows, default=lambda d: f"{d.normalize():f}")

    await eventually(rolled_up, within=20)
    assert drilled.owc("ledger", "verify").returncode == 0

    def all_sent() -> bool:
        # The gateway has always just recorded the login of who asks.
        states = [state for state in owc("outbox", "status") if state["service"] != "gateway"]
        return all(state["outbox"]["unsent"] == 0 for state in states)

    await eventually(all_sent, within=20)


def test_only_the_newest_backups_are_kept_and_nothing_else_is_touched(
    drilled: Any, tmp_path: Path
) -> None:
    for name in ("2026-01-01T03-00-00Z", "2026-01-02T03-00-00Z", "by hand"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "manifest.json").touch()
    made = drilled.owc("backup", "create", "--keep", "2", "--json", OWC_BACKUP_DIR=str(tmp_path))
    assert made.returncode == 0, made.stderr
    kept = {Path(json.loads(made.stdout)["folder"]).name, "2026-01-02T03-00-00Z", "by hand"}
    assert {folder.name for folder in tmp_path.iterdir()} == kept


async def test_a_backup_of_a_broken_ledger_is_found_out(drilled: Any, tmp_path: Path) -> None:
    servers = json.loads((drilled.home / "state" / "databases.json").read_text())
    connection = await connect(servers["ledger"])
    try:
        await connection.execute("INSERT INTO account (account_id, balance) VALUES ('forged', 5)")
    finally:
        await connection.close()
    made = drilled.done("backup", "create", "--to", str(tmp_path))
    proof = drilled.owc("backup", "verify", made["folder"])
    assert proof.returncode == 3
    assert "a balance is the sum of its transfers" in proof.stderr


def test_a_server_that_is_away_leaves_no_half_a_backup(drilled: Any, tmp_path: Path) -> None:
    url = "postgresql://nobody@127.0.0.1:9/none"
    ended = drilled.owc("backup", "create", "--to", str(tmp_path), "--server-url", url)
    assert ended.returncode == 1
    assert "ledger: " in ended.stderr
    assert list(tmp_path.iterdir()) == []
