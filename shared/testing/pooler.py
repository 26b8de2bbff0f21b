"""PgBouncer in transaction mode before a PostgreSQL, as large installations have it."""

import os
import secrets
import shutil
import signal
import socket
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from shared.embedded.account import server_account
from shared.embedded.servers import (
    HOST,
    RunningServer,
    ServerFailedError,
    free_port,
    start_program,
)

# Roles are looked up where they are kept, so that one made a moment ago may log in. Few connections
# to the server: tests shall meet each other's.
_SETTINGS: Final = """
[databases]
* = host={host} port={port}
[pgbouncer]
listen_addr = {host}
listen_port = {own_port}
unix_socket_dir =
pool_mode = transaction
default_pool_size = 4
max_client_conn = 1000
auth_type = scram-sha-256
auth_file = {users}
auth_user = {user}
auth_query = SELECT usename, passwd FROM pg_shadow WHERE usename = $1
server_login_retry = 1
query_wait_timeout = 20
log_connections = 0
log_disconnections = 0
"""


class Pooler:
    """PgBouncer for all databases of a server; `url` is the superuser's way through it."""

    def __init__(self, postgres_url: str, place: Path) -> None:
        # Debian keeps it where only root looks.
        program = shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
        if program is None:
            raise ServerFailedError("no PgBouncer: apt install pgbouncer")
        behind = urlsplit(postgres_url)
        port = free_port()
        login = f"{behind.username}:{behind.password}"
        self.url = behind._replace(
            netloc=f"{login}@{HOST}:{port}", query="statement_cache_size=0"
        ).geturl()
        self._folder = place / f"pgbouncer-{secrets.token_hex(3)}"
        users, settings = self._folder / "users.txt", self._folder / "pgbouncer.ini"
        self._folder.mkdir(mode=0o700)
        users.write_text(f'"{behind.username}" "{unquote(behind.password or "")}"\n')
        values = {"port": behind.port, "own_port": port, "users": users, "user": behind.username}
        settings.write_text(_SETTINGS.format(host=HOST, **values))
        for path in (self._folder, users, settings):
            server_account().own(path)
        self._command = [program, str(settings)]
        self._server = RunningServer("pgbouncer", self.url, port, signal.SIGTERM)

    def start(self) -> None:
        """Answers when it takes connections."""
        port, log = self._server.port, self._folder / "log"
        start_program(self._server, self._command, log, lambda _pid: takes_connections(port))

    def kill(self) -> None:
        """SIGKILL; every connection through it breaks."""
        self._server.process.kill()
        self._server.process.wait()

    def stop(self) -> None:
        self._server.stop()


def takes_connections(port: int) -> bool:
    try:
        socket.create_connection((HOST, port), timeout=1).close()
    except OSError:
        return False
    return True
