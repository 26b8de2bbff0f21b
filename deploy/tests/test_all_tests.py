"""`make test` forgets no test and runs none twice."""

from pathlib import Path

import pytest
from owc import all_tests
from owc.catalog import ROOT

APART = (Path("tests/openwebui"), Path("tests/bench"))


def test_every_test_belongs_to_exactly_one_folder() -> None:
    lost = []
    for file in ROOT.glob("[!.]*/**/test_*.py"):
        place = file.relative_to(ROOT)
        if any(place.is_relative_to(folder) for folder in APART):
            continue
        if sum(place.is_relative_to(folder) for folder in all_tests.FOLDERS) != 1:
            lost.append(place.as_posix())
    assert not lost


def test_a_shared_redis_is_used_by_one_run_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEST_REDIS_URL", raising=False)
    assert all_tests.at_once() >= 1
    monkeypatch.setenv("TEST_REDIS_URL", "redis://127.0.0.1")
    assert all_tests.at_once() == 1
