"""The embedded PostgreSQL of an installation that is stopped, for as long as a restore takes."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from owc.backup.server import Server, ToolFailedError
from owc.home import Home
from owc.running import runner_of
from shared.embedded.account import server_account
from shared.embedded.servers import ServerFailedError, start_postgres


@contextmanager
def stopped_servers(home_path: Path) -> Iterator[Server]:
    """Start PostgreSQL alone; afterwards forget what Valkey holds, which is of another time."""
    home = Home.open(home_path)
    if runner_of(home) is not None:
        raise ToolFailedError("it runs: `owc down` first")
    place = home.servers_place(server_account())
    try:
        running = start_postgres(place, home.secret("postgres"))
    except ServerFailedError as error:
        raise ToolFailedError(str(error)) from None
    try:
        yield Server(running.url)
    finally:
        running.stop()
    shutil.rmtree(place / "valkey", ignore_errors=True)
