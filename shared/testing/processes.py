"""Starts a service as a real process, for tests that kill one or speak HTTP to one."""

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from shared.embedded.servers import HOST, die_with_parent, free_port
from shared.testing.identity import INTERNAL_SECRET

_READY_WITHIN_S = 60.0
_STOP_WITHIN_S = 15.0


@dataclass(slots=True)
class RunningProcess:
    """A started service. `url` is where it listens; `output()` is what it wrote so far."""

    module: str
    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def kill(self) -> None:
        """SIGKILL, as a machine that goes down would do it."""
        self.process.kill()
        self.process.wait()

    def terminate(self) -> int:
        """SIGTERM and the exit status."""
        self.process.terminate()
        return self.process.wait(_STOP_WITHIN_S)

    def pause(self) -> None:
        self.process.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def output(self) -> str:
        return self.log.read_text(errors="replace")

    async def ready(self) -> None:
        """Wait until /health/ready answers 200."""
        deadline = time.monotonic() + _READY_WITHIN_S
        async with httpx.AsyncClient(trust_env=False, timeout=5) as client:
            while True:
                if self.process.poll() is not None:
                    raise AssertionError(f"{self.module} ended:\n{self.output()}")
                try:
                    answer = await client.get(f"{self.url}/health/ready")
                    if answer.status_code == httpx.codes.OK:
                        return
                    state = answer.text
                except httpx.TransportError as error:
                    state = repr(error)
                if time.monotonic() > deadline:
                    raise AssertionError(f"{self.module} not ready: {state}\n{self.output()}")
                await asyncio.sleep(0.02)


@asynccontextmanager
async def running(
    module: str, env: Mapping[str, str], *, port: int = 0
) -> AsyncIterator[RunningProcess]:
    """Run `python -m <module>`; a bare package name means its `main`.

    A `main` is waited for until it is ready. A worker has no door: wait for its effect.
    """
    full = module if "." in module else f"{module}.main"
    port = port or free_port()
    with tempfile.TemporaryDirectory(prefix="owc-process-") as folder:
        log = Path(folder) / "output"
        child = _start(full, {**env, "OWC_HOST": HOST, "OWC_PORT": str(port)}, log)
        process = RunningProcess(full, f"http://{HOST}:{port}", child, log)
        try:
            if full.endswith(".main"):
                await process.ready()
            yield process
        finally:
            process.resume()
            if child.poll() is None:
                child.terminate()
            try:
                child.wait(_STOP_WITHIN_S)
            except subprocess.TimeoutExpired:
                process.kill()


def _start(module: str, env: Mapping[str, str], log: Path) -> subprocess.Popen[bytes]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("OWC_")}
    whole = {
        **inherited,
        "OWC_ENV": "test",
        "OWC_DRAIN_S": "0",
        "OWC_INTERNAL_SECRET": INTERNAL_SECRET,
        "PYTHONUNBUFFERED": "1",
        **env,
    }
    with log.open("wb") as output:
        return subprocess.Popen(  # noqa: S603 - our own interpreter
            [sys.executable, "-m", module],
            env=whole,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            preexec_fn=die_with_parent(signal.SIGKILL),  # noqa: PLW1509 - one prctl call
        )
