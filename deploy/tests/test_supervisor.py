"""Children are started again when they end, and all of them go when the supervisor says so."""

import signal
import subprocess
import sys
from dataclasses import dataclass, field

from owc.supervisor import BACKOFF_MAX_S, Supervisor

from shared.testing import eventually

LIVES = "import time; time.sleep(60)"
DIES = "raise SystemExit(7)"
DEAF = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
    "print('deaf', flush=True); time.sleep(60)"
)


@dataclass
class Script:
    name: str
    code: str
    port: int = 0
    stop_signal: signal.Signals = signal.SIGTERM
    started: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    def start(self) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen([sys.executable, "-c", self.code], stdout=subprocess.PIPE)
        self.started.append(process)
        return process


def close(script: Script) -> None:
    for process in script.started:
        assert process.stdout is not None
        process.stdout.close()


async def test_a_killed_child_is_started_again_and_a_person_is_told() -> None:
    said: list[str] = []
    script = Script("ledger", LIVES)
    supervisor = Supervisor(said.append)
    supervisor.add(script)
    script.started[0].kill()

    def again() -> bool:
        supervisor.check()
        return len(script.started) == 2

    assert await eventually(again)
    assert said
    assert "ledger ended (signal 9)" in said[0]
    assert supervisor.snapshot()[0]["restarts"] == 1
    supervisor.stop_all_but(set())
    assert script.started[1].poll() == -signal.SIGTERM
    close(script)


async def test_a_child_that_always_ends_is_tried_less_and_less_often() -> None:
    said: list[str] = []
    script = Script("billing", DIES)
    supervisor = Supervisor(said.append)
    supervisor.add(script)

    def twice() -> bool:
        supervisor.check()
        return len(said) == 2

    assert await eventually(twice)
    assert "(status 7)" in said[0]
    waits = [float(text.split("again in ")[1].split(" ")[0]) for text in said]
    assert waits[1] == 2 * waits[0] < BACKOFF_MAX_S
    supervisor.stop_all_but(set())
    close(script)


def test_stopping_some_leaves_the_others() -> None:
    first, second = Script("gateway", LIVES), Script("postgres", LIVES)
    supervisor = Supervisor(lambda _: None)
    supervisor.add(first)
    supervisor.add(second)
    supervisor.stop_all_but({"postgres"})
    assert first.started[0].poll() is not None
    assert second.started[0].poll() is None
    supervisor.stop_all_but(set())
    assert second.started[0].poll() is not None
    close(first)
    close(second)


def test_a_child_that_ignores_the_signal_is_killed() -> None:
    said: list[str] = []
    script = Script("sync", DEAF)
    supervisor = Supervisor(said.append, stop_within_s=0.2)
    supervisor.add(script)
    output = script.started[0].stdout
    assert output is not None
    assert output.readline() == b"deaf\n"
    supervisor.stop_all_but(set())
    assert script.started[0].poll() == -signal.SIGKILL
    assert said == ["sync does not stop; killed"]
    close(script)
