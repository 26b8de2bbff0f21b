"""A worker whose event loop stands still ends, and says where it hung."""

import subprocess
import sys

from shared.worker import HUNG_STATUS

_HANGING = """
import asyncio, time
from shared import worker
async def hang():
    await asyncio.sleep(0)
    time.sleep(60)
worker.Heart.__init__.__defaults__ = (0.5,)
asyncio.run(worker.run([hang]))
"""


def test_a_loop_that_stands_still_ends_the_process_and_is_named() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _HANGING], check=False, capture_output=True, text=True, timeout=30
    )
    assert ended.returncode == HUNG_STATUS
    assert "in hang" in ended.stderr
