"""`down` ends what was recorded and is still the same, and never a stranger with the same id."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from owc.birth import birth_of
from owc.home import Home
from owc.running import AlreadyRunningError, exclusive, ours, stop


@pytest.fixture
def process() -> Iterator["subprocess.Popen[bytes]"]:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    yield child
    child.kill()
    child.wait()


def record(home: Home, pid: int, born: str | None) -> None:
    entry = {"name": "ledger", "port": 1, "pid": pid, "born": born, "restarts": 0}
    home.write("run", {"pid": None, "born": None, "processes": [entry]})


def test_a_recorded_process_is_ended(tmp_path: Path, process: "subprocess.Popen[bytes]") -> None:
    home = Home.open(tmp_path / "home")
    record(home, process.pid, birth_of(process.pid))
    assert stop(home) == 1
    assert birth_of(process.pid) is None
    assert not home.run_file.exists()


def test_a_stranger_who_got_the_same_id_lives_on(
    tmp_path: Path, process: "subprocess.Popen[bytes]"
) -> None:
    home = Home.open(tmp_path / "home")
    record(home, process.pid, "another-boot/1")
    assert stop(home) == 0
    assert process.poll() is None


def test_an_ended_process_is_nobody(process: "subprocess.Popen[bytes]") -> None:
    born = birth_of(process.pid)
    assert ours(process.pid, born) is not None
    process.kill()
    process.wait()
    assert ours(process.pid, born) is None


def test_a_second_runner_is_refused(tmp_path: Path) -> None:
    home = Home.open(tmp_path / "home")
    with exclusive(home), pytest.raises(AlreadyRunningError), exclusive(home):
        pass


def test_a_record_is_readable_by_a_person(tmp_path: Path) -> None:
    home = Home.open(tmp_path / "home")
    record(home, 1, "x")
    assert json.loads(home.run_file.read_text())["processes"][0]["name"] == "ledger"
