"""The health check of a container: is its service ready, do the servers of its worker answer?"""

import http.client
import os
import socket
import sys
from urllib.parse import urlsplit

TIMEOUT_S = 4.0


def door_is_ready(port: int) -> str | None:
    """What /health/ready complains about, or nothing."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT_S)
    try:
        connection.request("GET", "/health/ready")
        answer = connection.getresponse()
        body = answer.read(500).decode(errors="replace")
    except OSError as error:
        return str(error)
    finally:
        connection.close()
    return None if answer.status == http.client.OK else f"{answer.status} {body}"


def servers_answer(urls: list[str]) -> str | None:
    """Which of the servers takes no connection, or nothing."""
    for url in urls:
        parts = urlsplit(url)
        try:
            socket.create_connection((parts.hostname or "", parts.port or 0), TIMEOUT_S).close()
        except OSError as error:
            return f"{parts.hostname}: {error}"
    return None


def main() -> int:
    if "--worker" in sys.argv:
        trouble = servers_answer([os.environ["OWC_DATABASE_URL"], os.environ["OWC_REDIS_URL"]])
    else:
        trouble = door_is_ready(int(os.environ["OWC_PORT"]))
    if trouble:
        sys.stderr.write(f"{trouble}\n")
    return 1 if trouble else 0


if __name__ == "__main__":
    sys.exit(main())
