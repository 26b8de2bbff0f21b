"""The whole product as `make up` starts it, once for all tests of this folder."""

import asyncio
import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from shared import codec
from shared.embedded.servers import free_port
from shared.testing.pooler import Pooler

UP_WITHIN_S = 120


@dataclass(slots=True)
class System:
    """A running installation: its processes, its demo Open WebUI, and a client of its gateway."""

    home: Path
    port: int
    http: httpx.AsyncClient
    admin: dict[str, str]
    key: dict[str, str]
    password: str
    pooler: Pooler | None = None

    def owc(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run the command line as an operator would."""
        return _owc(self.home, self.port, *arguments)

    def pid_of(self, process: str) -> int:
        rows = json.loads(self.owc("status", "--json").stdout)["processes"]
        return int(next(row["pid"] for row in rows if row["name"] == process))

    async def kill(self, process: str) -> None:
        """SIGKILL; where PgBouncer stands before PostgreSQL, it dies instead and comes back."""
        if process == "postgres" and self.pooler is not None:
            self.pooler.kill()
            self.pooler.start()
        else:
            os.kill(await asyncio.to_thread(self.pid_of, process), signal.SIGKILL)

    async def pause(self, process: str, seconds: float) -> None:
        """SIGSTOP: it is there and answers nothing, until it goes on by itself."""
        pid = await asyncio.to_thread(self.pid_of, process)
        os.kill(pid, signal.SIGSTOP)
        asyncio.get_running_loop().call_later(seconds, os.kill, pid, signal.SIGCONT)

    def openwebui(self, statement: str, *values: Any) -> None:
        """Change the Open WebUI database that sync reads."""
        path = self.home / "demo" / "webui.db"
        with closing(sqlite3.connect(path)) as database, database:
            database.execute(statement, values)

    async def get(self, path: str, headers: dict[str, str] | None = None) -> Any:
        answer = await self.http.get(path, headers=headers or self.admin)
        return codec.decode(answer.content)

    async def post(self, path: str, body: Any, headers: dict[str, str] | None = None) -> Any:
        answer = await self.http.post(path, json=body, headers=headers or self.admin)
        assert answer.is_success, answer.text
        return codec.decode(answer.content)

    async def charge(self, user_id: str, model_id: str, tokens: int, **more: Any) -> Any:
        body = {"user_id": user_id, "model_id": model_id, "prompt_tokens": tokens}
        path = "/api/credits/deduct-tokens"
        return await self.post(path, body | {"completion_tokens": 0} | more, self.key)


def _owc(
    home: Path, port: int, *arguments: str, database_url: str = ""
) -> "subprocess.CompletedProcess[str]":
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("OWC_", "TEST_"))}
    for name in ("DATABASE_URL", "REDIS_URL"):
        kept.pop(name, None)
    if database_url:
        kept["DATABASE_URL"] = database_url
    own = {"OWC_HOME": str(home), "PORT": str(port)}
    # Each test signs in: bcrypt at its real cost would take most of the time.
    quick = {"OWC_SYNC_INTERVAL_S": "1", "OWC_PASSWORD_COST": "4"}
    environment = {**kept, **own, **quick}
    return subprocess.run(
        [sys.executable, "-m", "owc", *arguments],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=UP_WITHIN_S,
    )


@pytest.fixture(scope="session")
def installation(pooler: Pooler | None) -> Iterator[tuple[Path, int]]:
    with tempfile.TemporaryDirectory(prefix="owc-system-") as folder:
        home, port = Path(folder) / "owc", free_port()
        database_url = pooler.url if pooler else ""
        started = _owc(home, port, "up", "--detach", database_url=database_url)
        assert started.returncode == 0, started.stdout + started.stderr
        yield home, port
        _owc(home, port, "down", "--purge")


@pytest.fixture
async def system(installation: tuple[Path, int], pooler: Pooler | None) -> AsyncIterator[System]:
    home, port = installation
    lines = (home / "credentials.env").read_text().split()
    known = dict(line.split("=", 1) for line in lines)
    url = known["CREDITS_API_URL"]
    async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=15) as http:
        form = {"username": known["ADMIN_USERNAME"], "password": known["ADMIN_PASSWORD"]}
        token = (await http.post("/auth/login", data=form)).json()["access_token"]
        admin = {"Authorization": f"Bearer {token}"}
        key = {"X-API-Key": known["CREDITS_API_KEY"]}
        yield System(home, port, http, admin, key, form["password"], pooler)


def now_s() -> int:
    """Open WebUI's time stamps are epoch seconds."""
    return int(time.time())
