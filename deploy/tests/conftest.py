"""One running installation for the tests of the command line."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from owc.api import Api

from shared.embedded.servers import free_port

UP_WITHIN_S = 120
Ended = subprocess.CompletedProcess[str]


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
        return subprocess.run(
            [sys.executable, "-m", "owc", *arguments],
            env={**kept, **own, **environment},
            stdin=subprocess.DEVNULL,
            check=False,
            capture_output=True,
            text=True,
            timeout=UP_WITHIN_S,
        )

    def done(self, *arguments: str) -> Any:
        """What a command answers with --json; it must succeed."""
        ended = self.owc(*arguments, "--json")
        assert ended.returncode == 0, ended.stderr
        return json.loads(ended.stdout, parse_float=Decimal)

    def admin(self) -> Api:
        lines = (self.home / "credentials.env").read_text().split()
        known = dict(line.split("=", 1) for line in lines)
        return Api.as_admin(
            known["CREDITS_API_URL"], known["ADMIN_USERNAME"], known["ADMIN_PASSWORD"]
        )


@pytest.fixture(scope="session")
def make_installation() -> Iterator[Callable[[], Installation]]:
    """Called it starts an installation, which runs until the session ends."""
    with ExitStack() as stack:

        def make() -> Installation:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="owc-cli-"))
            made = Installation(Path(folder) / "home", free_port())
            stack.callback(made.owc, "down", "--purge")
            started = made.owc("up", "--detach")
            assert started.returncode == 0, started.stdout + started.stderr
            return made

        yield make


@pytest.fixture(scope="session")
def installation(make_installation: Callable[[], Installation]) -> Installation:
    return make_installation()
