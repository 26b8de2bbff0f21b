"""Keeps child processes running: starts them, starts them again when they end, stops them all.

Everything here happens in one thread, the main one: on Linux the children die with it.
"""

import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from owc.birth import birth_of

BACKOFF_FIRST_S = 0.5
BACKOFF_MAX_S = 30.0
HEALTHY_AFTER_S = 30.0
STOP_WITHIN_S = 20.0


class Process(Protocol):
    """The part of subprocess.Popen that matters here."""

    @property
    def pid(self) -> int: ...

    def poll(self) -> int | None: ...

    def wait(self, timeout: float | None = None) -> int: ...

    def send_signal(self, number: int, /) -> None: ...

    def kill(self) -> None: ...


class Child(Protocol):
    """Something that can be started again and again."""

    name: str
    port: int

    def start(self) -> Process: ...

    @property
    def stop_signal(self) -> signal.Signals: ...


@dataclass(slots=True)
class _Watched:
    child: Child
    process: Process | None = None
    started_at: float = 0.0
    born: str | None = None
    backoff_s: float = BACKOFF_FIRST_S
    due_at: float = 0.0
    restarts: int = 0


@dataclass(slots=True)
class Supervisor:
    """`say` tells a person, `changed` is called when a process id changed."""

    say: Callable[[str], None]
    changed: Callable[[], None] = lambda: None
    stop_within_s: float = STOP_WITHIN_S
    _watched: dict[str, _Watched] = field(default_factory=dict)

    def add(self, child: Child) -> None:
        """Start `child` and watch it from now on."""
        self._watched[child.name] = watched = _Watched(child)
        self._start(watched)

    def adopt(self, child: Child, process: Process) -> None:
        """Watch a child that is already running."""
        self._watched[child.name] = watched = _Watched(child)
        self._remember(watched, process)

    def check(self) -> None:
        """Start again what has ended; call it several times a second."""
        now = time.monotonic()
        for watched in self._watched.values():
            process = watched.process
            if process is None:
                if now >= watched.due_at:
                    self._restart(watched)
            elif (status := process.poll()) is not None:
                self._ended(watched, status, now)
            elif now - watched.started_at > HEALTHY_AFTER_S:
                watched.backoff_s = BACKOFF_FIRST_S

    def snapshot(self) -> list[Mapping[str, object]]:
        """What `owc status` and `owc down` need to know about each process."""
        return [
            {
                "name": watched.child.name,
                "port": watched.child.port,
                "pid": watched.process.pid if watched.process else None,
                "born": watched.born,
                "restarts": watched.restarts,
            }
            for watched in list(self._watched.values())
        ]

    def stop_all_but(self, names: set[str]) -> None:
        """Stop the others: ask at once, wait together, kill what does not go."""
        chosen = [w for w in self._watched.values() if w.child.name not in names]
        processes = []
        for watched in chosen:
            del self._watched[watched.child.name]
            if watched.process is not None and watched.process.poll() is None:
                watched.process.send_signal(watched.child.stop_signal)
                processes.append((watched, watched.process))
        deadline = time.monotonic() + self.stop_within_s
        for watched, process in processes:
            try:
                process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                self.say(f"{watched.child.name} does not stop; killed")
                process.kill()
                process.wait()

    def _start(self, watched: _Watched) -> None:
        self._remember(watched, watched.child.start())

    def _remember(self, watched: _Watched, process: Process) -> None:
        watched.process = process
        watched.started_at = time.monotonic()
        watched.born = birth_of(process.pid)

    def _restart(self, watched: _Watched) -> None:
        watched.restarts += 1
        try:
            self._start(watched)
        except (OSError, RuntimeError) as error:
            self.say(f"{watched.child.name} does not start: {error}")
            self._wait_longer(watched, time.monotonic())
        self.changed()

    def _ended(self, watched: _Watched, status: int, now: float) -> None:
        self._wait_longer(watched, now)
        reason = f"signal {-status}" if status < 0 else f"status {status}"
        self.say(
            f"{watched.child.name} ended ({reason}); starting it again in "
            f"{watched.due_at - now:.1f} s (see logs/{watched.child.name}.log)"
        )
        self.changed()

    def _wait_longer(self, watched: _Watched, now: float) -> None:
        watched.process = None
        watched.due_at = now + watched.backoff_s
        watched.backoff_s = min(watched.backoff_s * 2, BACKOFF_MAX_S)
