"""The health check of a container: is its service ready, does its worker turn, with its servers?

It runs every few seconds in every container, so it imports as little as it can.
"""

import os
import socket
import sys
import time
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from shared.database_address import DatabaseAddress
from shared.secret_files import value_of

TIMEOUT_S = 8.0
BEAT_AGE_MAX_S = 30.0  # a worker beats every second
_REQUEST = b"GET /health/ready HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"


def door_is_ready(port: int) -> str | None:
    """What /health/ready complains about, or nothing."""
    try:
        with socket.create_connection(("127.0.0.1", port), TIMEOUT_S) as connection:
            connection.sendall(_REQUEST)
            answer = b"".join(iter(lambda: connection.recv(4096), b"")).decode(errors="replace")
    except OSError as error:
        return str(error)
    status, _, rest = answer.partition("\r\n")
    return None if status.split()[1:2] == ["200"] else f"{status} {rest[-500:]}"


def loop_stands_still(beat: str) -> str | None:
    """For how long the event loop of the worker has shown no life, or nothing."""
    try:
        age = time.time() - Path(beat).stat().st_mtime
    except OSError:
        return "the worker has not begun"
    return None if age < BEAT_AGE_MAX_S else f"the event loop stands still for {age:.0f} s"


def servers_answer(database_url: str, redis_url: str) -> str | None:
    """Which of the two takes no connection, or nothing; of several databases one is enough."""
    for servers in (DatabaseAddress.parse(database_url).servers, [urlsplit(redis_url)]):
        troubles = [_trouble_with(server, TIMEOUT_S / len(servers)) for server in servers]
        if all(troubles):
            return "; ".join(filter(None, troubles))
    return None


def _trouble_with(server: SplitResult, within: float) -> str | None:
    try:
        socket.create_connection((server.hostname or "", server.port or 0), within).close()
    except OSError as error:
        return f"{server.hostname}: {error}"
    return None


def main() -> int:
    if "--beat" in sys.argv:
        trouble = loop_stands_still(os.environ["OWC_BEAT_FILE"])
    elif "--worker" in sys.argv:
        trouble = loop_stands_still(os.environ["OWC_BEAT_FILE"]) or servers_answer(
            value_of("OWC_DATABASE_URL"), value_of("OWC_REDIS_URL")
        )
    else:
        trouble = door_is_ready(int(os.environ["OWC_PORT"]))
    if trouble:
        sys.stderr.write(f"{trouble}\n")
    return 1 if trouble else 0


if __name__ == "__main__":
    sys.exit(main())
