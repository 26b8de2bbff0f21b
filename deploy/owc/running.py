"""What runs at the moment: recorded process ids, and stopping them without hitting a stranger."""

import fcntl
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psutil

from owc.birth import birth_of
from owc.home import Home

STOP_WITHIN_S = 40.0


class AlreadyRunningError(RuntimeError):
    """Another runner holds this OWC_HOME."""


@contextmanager
def exclusive(home: Home) -> Iterator[None]:
    """Only one runner per OWC_HOME; the kernel frees the lock when the runner dies."""
    descriptor = os.open(home.lock_file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise AlreadyRunningError(str(home.path)) from None
    try:
        yield
    finally:
        os.close(descriptor)


def ours(pid: int | None, born: str | None) -> psutil.Process | None:
    """The process with this id, if it is still the one that was recorded."""
    if not pid or not born or birth_of(pid) != born:
        return None
    try:
        return psutil.Process(pid)
    except psutil.NoSuchProcess:
        return None


def runner_of(home: Home) -> psutil.Process | None:
    """The living runner of this OWC_HOME."""
    record = home.read("run")
    return ours(record.get("pid"), record.get("born"))


def stop(home: Home) -> int:
    """End the runner, then whatever it left behind; return how many processes were ended."""
    record = home.read("run")
    ended = 0
    runner = runner_of(home)
    if runner is not None:
        # A runner that is stopping writes no new record, so the children are those of `record`.
        ended += _end([runner], signal.SIGTERM)
        record = home.read("run") or record
    left = [process for entry in record.get("processes", []) if (process := _of(entry))]
    # SIGINT is PostgreSQL's fast shutdown; Python programs and Valkey go on SIGTERM.
    databases = [p for p in left if "-D" in p.cmdline()]
    ended += _end([p for p in left if p not in databases], signal.SIGTERM)
    ended += _end(databases, signal.SIGINT)
    home.run_file.unlink(missing_ok=True)
    return ended


def _of(entry: dict[str, Any]) -> psutil.Process | None:
    return ours(entry.get("pid"), entry.get("born"))


def _end(processes: list[psutil.Process], number: signal.Signals) -> int:
    for process in processes:
        _signal(process, number)
    deadline = time.monotonic() + STOP_WITHIN_S
    _, alive = psutil.wait_procs(processes, timeout=max(0.0, deadline - time.monotonic()))
    for process in alive:
        _signal(process, signal.SIGKILL)
    psutil.wait_procs(alive, timeout=5)
    return len(processes)


def _signal(process: psutil.Process, number: signal.Signals) -> None:
    try:
        process.send_signal(number)
    except psutil.NoSuchProcess:
        return
