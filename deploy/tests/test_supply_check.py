"""What `make check-supply` would find is found, and what nobody could tell is no pass."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from owc import supply_check
from owc.supply_check import UnknownError, main, pins, secrets


def test_every_lock_of_ours_is_pinned() -> None:
    assert list(pins()) == []
    assert len(supply_check.LOCKS) >= 5


def test_what_is_not_pinned_is_named(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("good==1 \\\n    --hash=sha256:00\nbad==2\n    # via good\n")
    packages = {"": {}, "node_modules/a": {"integrity": "x"}, "node_modules/b": {"resolved": "x"}}
    (tmp_path / "package-lock.json").write_text(json.dumps({"packages": packages}))
    assert list(pins([lock], tmp_path)) == [
        "requirements.lock: bad has no hash",
        "package-lock.json: node_modules/b has no integrity",
        "package-lock.json: node_modules/b names an address",
    ]


def test_a_secret_that_was_removed_is_found_in_the_history(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        who = ("-c", "user.name=t", "-c", "user.email=t@example.org")
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True, capture_output=True)

    git("init")
    # In two parts, because this file is read as well.
    (tmp_path / "settings.txt").write_text("key = AKIA" + "A1B2C3D4E5F6G7H8\n")
    git("add", ".")
    git("commit", "-m", "one")
    (tmp_path / "settings.txt").write_text("key from the environment\n")
    git("commit", "-am", "two")
    found = list(secrets(tmp_path))
    assert len(found) == 1
    assert found[0].startswith("settings.txt (object ")
    assert "G7H8" not in found[0]


def test_not_knowing_is_neither_a_pass_nor_a_find(capsys: pytest.CaptureFixture[str]) -> None:
    def away() -> Iterator[str]:
        raise UnknownError("the registry is away")
        yield ""  # type: ignore[unreachable]

    assert main([("a", list)]) == 0
    assert main([("a", list), ("b", away), ("c", list)]) == 3
    assert "UNKNOWN  b: the registry is away" in capsys.readouterr().out
    assert main([("a", lambda: ["bad"]), ("b", away)]) == 1
