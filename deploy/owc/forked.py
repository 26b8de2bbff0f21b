"""Starts a program by forking this process, which has loaded the libraries already.

Ten interpreters that each load the web framework take 4 s on two cores; ten forks take 1 s.
"""

import contextlib
import gc
import importlib
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NoReturn

from shared.embedded.servers import die_with_parent

LIBRARIES = (
    "asyncpg",
    "fastapi",
    "httptools",
    "jinja2",
    "jwt",
    "msgspec",
    "redis.asyncio",
    "uvicorn.protocols.http.httptools_impl",
    "uvloop",
    "shared.auth",
    "shared.http",
    "shared.inbox",
    "shared.outbox",
    "shared.rating",
    "shared.service",
    "shared.settings",
    "shared.worker",
)
_DESCRIPTORS_MAX = 4096
_SIGNALS = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}


def load_libraries() -> None:
    """Import what the programs share; what is missing fails later in the program that needs it."""
    for name in LIBRARIES:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    # Looking for garbage writes to every object, and what a child writes it no longer shares.
    gc.collect()
    gc.freeze()


@dataclass(slots=True)
class Forked:
    """The part of subprocess.Popen that a supervisor uses, for a forked child."""

    pid: int
    returncode: int | None = None

    def poll(self) -> int | None:
        if self.returncode is None:
            self._collect(os.WNOHANG)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        deadline = None if timeout is None else time.monotonic() + timeout
        while (status := self.poll()) is None:
            if deadline is not None and time.monotonic() > deadline:
                raise subprocess.TimeoutExpired(str(self.pid), timeout or 0.0)
            time.sleep(0.01)
        return status

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def _collect(self, options: int) -> None:
        pid, status = os.waitpid(self.pid, options)
        if pid == self.pid:
            self.returncode = os.waitstatus_to_exitcode(status)


def fork(module: str, environment: Mapping[str, str], folder: Path, log: BinaryIO) -> Forked:
    """Run `main()` of `module` as `python -m` would. Only one thread may exist at this moment."""
    sys.stdout.flush()
    sys.stderr.flush()
    tie = die_with_parent(signal.SIGTERM)
    # A signal between fork and the reset of the handlers would reach the runner's handler in the
    # child, and be lost.
    signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    pid = os.fork()
    if not pid:
        _become(module, environment, folder, log, tie)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    return Forked(pid)


def _become(
    module: str,
    environment: Mapping[str, str],
    folder: Path,
    log: BinaryIO,
    tie: Callable[[], None] | None,
) -> NoReturn:
    status = 1
    try:
        _separate(environment, folder, log, tie)
        importlib.import_module(module).main()
        status = 0
    except SystemExit as end:
        status = _status_of(end)
    except BaseException:  # noqa: BLE001 - the end of this process; as the interpreter would do
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)  # the cleaning up of the runner is not this process's business


def _separate(
    environment: Mapping[str, str], folder: Path, log: BinaryIO, tie: Callable[[], None] | None
) -> None:
    """Share nothing with the runner but the loaded code."""
    os.setsid()  # Ctrl-C is for the runner, who stops in order
    if tie:
        tie()
    for name in _SIGNALS:
        signal.signal(name, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123 - a descriptor, not a path
        os.dup2(nothing.fileno(), 0)
    os.dup2(log.fileno(), 1)
    os.dup2(log.fileno(), 2)
    os.closerange(3, _DESCRIPTORS_MAX)  # the runner's lock above all
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]  # a file since dup2
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv = [f"-m {folder.name}"]


def _status_of(end: SystemExit) -> int:
    if isinstance(end.code, int):
        return end.code
    if end.code is None:
        return 0
    sys.stderr.write(f"{end.code}\n")
    return 1
