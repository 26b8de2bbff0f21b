"""One running installation for the tests of the command line."""

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from owc.api import Api
from owc.cli import main

from shared.embedded.servers import free_port

UP_WITHIN_S = 120
Ended = subprocess.CompletedProcess[str]


# What starts, stops or replaces processes; the others need no interpreter of their own, which
# takes longer than most of them.
_OWN_PROCESS = {"up", "down", "backup", "import"}


def _started(arguments: tuple[str, ...], environment: dict[str, str]) -> Ended:
    return subprocess.run(
        [sys.executable, "-m", "owc", *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        check=False,
        capture_output=True,
        text=True,
        timeout=UP_WITHIN_S,
    )


def _called(arguments: tuple[str, ...], environment: dict[str, str]) -> Ended:
    out, err = StringIO(), StringIO()
    status: list[Any] = [0]

    def call() -> None:
        try:
            main()
        except SystemExit as end:
            status.append(end.code or 0)

    with (
        Path(os.devnull).open() as nothing,
        patch.dict(os.environ, environment, clear=True),
        patch.object(sys, "argv", ["owc", *arguments]),
        patch.object(sys, "stdin", nothing),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        # A thread has no event loop, which a test may have.
        thread = threading.Thread(target=call)
        thread.start()
        thread.join()
    return Ended(arguments, status[-1], out.getvalue(), err.getvalue())


@dataclass(frozen=True)
class Installation:
    home: Path
    port: int

    def owc(self, *arguments: str, **environment: str) -> Ended:
        """Run a command as an operator would."""
        kept = {n: v for n, v in os.environ.items() if not n.startswith(("OWC_", "TEST_"))}
        for name in ("DATABASE_URL", "REDIS_URL"):
            kept.pop(name, None)
        own = {"OWC_HOME": str(self.home), "PORT": str(self.port), "OWC_SYNC_INTERVAL_S": "5"}
        # Each command signs in: bcrypt at its real cost would take longer than the command.
        own["OWC_PASSWORD_COST"] = "4"
        run = _started if arguments[0] in _OWN_PROCESS else _called
        return run(arguments, {**kept, **own, **environment})

    def done(self, *arguments: str) -> Any:
        """What a command answers with --json; it must succeed."""
        ended = self.owc(*arguments, "--json")
        assert ended.returncode == 0, ended.stderr
        return json.loads(ended.stdout, parse_float=Decimal)

    def _known(self) -> dict[str, str]:
        lines = (self.home / "credentials.env").read_text().split()
        return dict(line.split("=", 1) for line in lines)

    def key(self) -> Api:
        known = self._known()
        return Api.with_key(known["CREDITS_API_URL"], known["CREDITS_API_KEY"])

    def admin(self) -> Api:
        known = self._known()
        return Api.as_admin(
            known["CREDITS_API_URL"], known["ADMIN_USERNAME"], known["ADMIN_PASSWORD"]
        )


def started(home: Path, **environment: str) -> Iterator[Installation]:
    made = Installation(home, free_port())
    begun = made.owc("up", "--detach", **environment)
    try:
        assert begun.returncode == 0, begun.stdout + begun.stderr
        yield made
    finally:
        assert made.owc("down", "--purge").returncode == 0


@pytest.fixture(scope="session")
def make_installation() -> Callable[..., Iterator[Installation]]:
    """For tests that stop, break or fill theirs; variables are those of `up`."""
    return started


@pytest.fixture(scope="session")
def installation() -> Iterator[Installation]:
    with tempfile.TemporaryDirectory(prefix="owc-cli-") as folder:
        yield from started(Path(folder) / "home")
