"""`make test`: every folder of tests in a pytest of its own, as many at once as there are cores.

Each has its own embedded servers, so they cannot disturb each other; the longest start first.
"""

import os
import re
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor, as_completed

from owc.catalog import ROOT

# Longest first: the sum is divided best that way.
FOLDERS = (
    "deploy/tests",
    "tests",
    "billing-service",
    "gateway",
    "sync-service",
    "pricing-service",
    "ledger-service",
    "deploy/simulator",
    "shared",
)
AT_ONCE_MAX = 2
NO_TESTS = 5
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
_COUNTS = re.compile(r"(\d+) (passed|failed|errors?)\b")


def at_once() -> int:
    """One at a time where a server is shared: tests empty its numbered Redis databases."""
    if os.environ.get("TEST_REDIS_URL"):
        return 1
    return min(os.cpu_count() or 1, AT_ONCE_MAX)


def run(folder: str) -> tuple[str, int, str, float]:
    began = time.monotonic()
    result = subprocess.run(
        [sys.executable, "-m", "pytest", folder],
        check=False,
        cwd=ROOT,
        # Hundreds of processes are started: none should compile again what another one has.
        env={name: value for name, value in os.environ.items() if name != _NO_BYTECODE},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return folder, result.returncode, result.stdout, time.monotonic() - began


def main() -> int:
    """1 when a test failed anywhere; each folder's output appears when it is through."""
    failed: list[str] = []
    counts: Counter[str] = Counter()
    began = time.monotonic()
    with ThreadPoolExecutor(at_once()) as pool:
        running = [pool.submit(run, folder) for folder in FOLDERS if (ROOT / folder).is_dir()]
        for done in as_completed(running):
            folder, status, output, seconds = done.result()
            sys.stdout.write(f"\n== {folder} ({seconds:.0f} s)\n{output}")
            sys.stdout.flush()
            for number, outcome in _COUNTS.findall(output.rstrip().rpartition("\n")[2]):
                counts["passed" if outcome == "passed" else "failed"] += int(number)
            if status not in {0, NO_TESTS}:
                failed.append(folder)
    total = time.monotonic() - began
    sys.stdout.write(f"\nin {total:.0f} s; failed folders: {', '.join(failed) or 'none'}\n")
    sys.stdout.write(f"{counts['passed']} passed, {counts['failed']} failed\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
