"""The kinds of child processes: the two embedded servers and the Python programs."""

import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from owc.forked import Forked, fork
from shared.embedded.servers import RunningServer, die_with_parent

LOG_MAX_BYTES = 10 * 1024 * 1024


@dataclass(slots=True)
class EmbeddedServer:
    """PostgreSQL or Valkey; `launch` starts it on its port and waits until it answers."""

    name: str
    port: int
    stop_signal: signal.Signals
    launch: Callable[[], RunningServer]

    def start(self) -> subprocess.Popen[bytes]:
        return self.launch().process


@dataclass(slots=True)
class PythonProgram:
    """`python -m <module>` with its own environment and its own log file."""

    name: str
    port: int
    module: str
    environment: Mapping[str, str]
    folder: Path
    log: Path
    arguments: tuple[str, ...] = ()
    stop_signal: signal.Signals = signal.SIGTERM

    def start(self) -> subprocess.Popen[bytes] | Forked:
        """Fork while this process has one thread, that is at first; later a fresh interpreter."""
        with open_log(self.log) as output:
            if sys.platform == "linux" and threading.active_count() == 1:
                return fork(self.module, self.environment, self.folder, output)
            return subprocess.Popen(
                [sys.executable, "-m", self.module, *self.arguments],
                env=dict(self.environment),
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C is for the runner, who stops in order
                preexec_fn=die_with_parent(signal.SIGTERM),  # noqa: PLW1509 - one prctl call
            )


def open_log(path: Path) -> BinaryIO:
    """Append to a log; a big one is put aside first, so at most two of them are kept."""
    if path.is_file() and path.stat().st_size > LOG_MAX_BYTES:
        path.replace(path.with_suffix(".log.1"))
    path.touch(mode=0o600)
    return path.open("ab")
