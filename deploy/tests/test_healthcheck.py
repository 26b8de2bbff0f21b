"""The health check of a worker: a heartbeat that is old, or missing, is noticed."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("age_s", "said"), [(0, ""), (45, "stands still for 4"), (None, "has not begun")]
)
def test_a_loop_that_stands_still_is_not_well(tmp_path: Path, age_s: int | None, said: str) -> None:
    beat = tmp_path / "beat"
    if age_s is not None:
        beat.touch()
        os.utime(beat, (time.time() - age_s,) * 2)
    checked = subprocess.run(
        [sys.executable, "-m", "owc.healthcheck", "--beat"],
        env={**os.environ, "OWC_BEAT_FILE": str(beat)},
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert (checked.returncode, said in checked.stderr) == (bool(said), True)
