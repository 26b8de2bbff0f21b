"""`owc up` on real processes: two copies side by side, restart, crash of a child, and the end."""

import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest
from owc.api import Api
from owc.demo_charge import CHARGE
from owc.demo_openwebui import STUDENT

from shared.embedded.servers import free_port
from shared.testing import eventually

UP_WITHIN_S = 100


@dataclass(frozen=True)
class Copy:
    home: Path
    port: int

    def owc(self, *arguments: str) -> "subprocess.Popen[str]":
        inherited = {n: v for n, v in os.environ.items() if not n.startswith(("OWC_", "TEST_"))}
        environment = {**inherited, "OWC_HOME": str(self.home), "PORT": str(self.port)}
        for name in ("DATABASE_URL", "REDIS_URL"):
            environment.pop(name, None)
        return subprocess.Popen(
            [sys.executable, "-m", "owc", *arguments],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *arguments: str) -> str:
        process = self.owc(*arguments)
        output, _ = process.communicate(timeout=UP_WITHIN_S)
        assert process.returncode == 0, output
        return output

    def processes(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = json.loads(self.run("status", "--json"))["processes"]
        return rows

    def credentials(self) -> dict[str, str]:
        lines = (self.home / "credentials.env").read_text().split()
        return dict(line.split("=", 1) for line in lines)

    def api(self) -> Api:
        known = self.credentials()
        return Api.with_key(known["CREDITS_API_URL"], known["CREDITS_API_KEY"])


def balance(copy: Copy) -> Any:
    return copy.api().get(f"/api/credits/user/{STUDENT}")["credits"]


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Copy, Copy]]:
    """Two installations, started at the same time; stopped at the end whatever happens."""
    folder = tmp_path_factory.mktemp("installations")
    pair = (Copy(folder / "one", free_port()), Copy(folder / "two", free_port()))
    starts = [copy.owc("up", "--detach") for copy in pair]
    try:
        outputs = [start.communicate(timeout=UP_WITHIN_S)[0] for start in starts]
        assert [start.returncode for start in starts] == [0, 0], outputs
        yield pair
    finally:
        for copy in pair:
            copy.run("down", "--purge")
            assert not copy.home.exists()


def test_two_copies_run_side_by_side(copies: tuple[Copy, Copy]) -> None:
    one, two = copies
    before = balance(two)
    answer = one.api().post("/api/credits/deduct-tokens", CHARGE)
    assert answer["deducted"] > 0
    assert balance(two) == before
    assert not {p["port"] for p in one.processes()} & {p["port"] for p in two.processes()} - {None}
    assert one.credentials()["ADMIN_PASSWORD"] != two.credentials()["ADMIN_PASSWORD"]
    assert stat.S_IMODE((one.home / "credentials.env").stat().st_mode) == 0o600


def test_a_second_up_says_that_it_runs_already(copies: tuple[Copy, Copy]) -> None:
    assert f"already running: http://127.0.0.1:{copies[0].port}" in copies[0].run("up", "--detach")


def test_a_taken_port_is_named_and_nothing_is_started(
    copies: tuple[Copy, Copy], tmp_path: Path
) -> None:
    third = Copy(tmp_path / "three", copies[0].port)
    process = third.owc("up", "--detach")
    output, _ = process.communicate(timeout=UP_WITHIN_S)
    assert process.returncode == 1
    assert f"port {third.port} is taken" in output
    assert "nothing was running" in third.run("down")


def test_a_newcomer_sees_users_groups_and_models(copies: tuple[Copy, Copy]) -> None:
    known = copies[0].credentials()
    admin = Api.as_admin(known["CREDITS_API_URL"], known["ADMIN_USERNAME"], known["ADMIN_PASSWORD"])
    assert STUDENT in {user["id"] for user in admin.get("/api/credits/users")}
    assert "demo-students" in {group["id"] for group in admin.get("/api/credits/groups")}
    assert "demo-tutor" in {model["id"] for model in admin.get("/api/credits/models")}


async def test_a_killed_service_comes_back(copies: tuple[Copy, Copy]) -> None:
    one, _ = copies
    before = next(row for row in one.processes() if row["name"] == "ledger")
    os.kill(before["pid"], signal.SIGKILL)

    def back() -> bool:
        record = json.loads((one.home / "state" / "run.json").read_text())
        row = next(entry for entry in record["processes"] if entry["name"] == "ledger")
        return row["pid"] not in {None, before["pid"]} and row["restarts"] == 1

    await eventually(back, within=10)
    assert "ledger ended (signal 9)" in (one.home / "logs" / "runner.log").read_text()


async def test_a_restart_keeps_data_and_credentials_and_down_leaves_nothing(
    copies: tuple[Copy, Copy],
) -> None:
    _, two = copies
    before, known, running = balance(two), two.credentials(), two.processes()
    runner = json.loads((two.home / "state" / "run.json").read_text())["pid"]
    assert "stopped" in two.run("down")
    left = [p for p in [runner, *(row["pid"] for row in running)] if psutil.pid_exists(p)]
    assert not left
    assert "nothing was running" in two.run("down")
    two.run("up", "--detach")
    assert two.credentials() == known
    # Each start of a demo ends with one charge that shows how it looks.
    assert 0 < balance(two) < before


async def test_a_killed_runner_takes_its_children_along_and_can_start_again(
    copies: tuple[Copy, Copy],
) -> None:
    one, _ = copies
    record = json.loads((one.home / "state" / "run.json").read_text())
    os.kill(record["pid"], signal.SIGKILL)
    assert one.run("down")
    await eventually(
        lambda: not [p for p in record["processes"] if psutil.pid_exists(p["pid"])], within=10
    )
