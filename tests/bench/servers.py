"""What every comparison stands on: an own PostgreSQL, and servers that end with the block."""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil

from shared.embedded.account import server_account
from shared.embedded.servers import RunningServer, free_port, start_postgres

UP_WITHIN_S = 60


@contextmanager
def postgres() -> Iterator[RunningServer]:
    """A PostgreSQL as `make up` starts it: durable, 128 MB of shared buffers."""
    with tempfile.TemporaryDirectory(prefix="owc-bench-") as folder:
        place = Path(folder)
        server_account().own(place)
        server = start_postgres(place, "only-on-loopback-for-a-benchmark")
        try:
            yield server
        finally:
            server.stop()


@contextmanager
def uvicorn(factory: str, **env: str) -> Iterator[tuple[int, int]]:
    """Serve `module:function` as one process; its port and process id."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "--factory", factory, "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--no-access-log", "--log-level", "warning"], env=os.environ | env
    )
    try:
        _wait_for(port)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + UP_WITHIN_S
    while time.monotonic() < deadline:
        try:
            httpx.get(f"http://127.0.0.1:{port}/docs", trust_env=False)
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"nothing answers on {port}")


def processor_s(*pids: int) -> float:
    """Processor time of these processes and what they started, so far."""
    spent = 0.0
    for pid in pids:
        process = psutil.Process(pid)
        for each in (process, *process.children(recursive=True)):
            # PostgreSQL's autovacuum comes and goes.
            with contextlib.suppress(psutil.NoSuchProcess):
                times = each.cpu_times()
                spent += times.user + times.system
    return spent


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    lines: list[tuple[str, ...]] = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
