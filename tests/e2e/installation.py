"""A whole system with demo data, started for the tests or already running."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from shared.embedded.servers import free_port


@dataclass(frozen=True, slots=True)
class Installation:
    url: str
    username: str
    password: str
    api_key: str
    home: Path


@contextlib.contextmanager
def running() -> Iterator[Installation]:
    """OWC_E2E_HOME names one that runs already: quicker while working on a view."""
    given = os.environ.get("OWC_E2E_HOME")
    if given:
        yield _of(Path(given))
        return
    with tempfile.TemporaryDirectory(prefix="owc-e2e-") as folder:
        home = Path(folder) / "home"
        try:
            _owc("up", "--detach", "--port", str(free_port()), "--home", str(home))
            yield _of(home)
        finally:
            _owc("down", "--purge", "--home", str(home))


def _of(home: Path) -> Installation:
    lines = (home / "credentials.env").read_text().splitlines()
    values = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return Installation(
        url=values["CREDITS_API_URL"],
        username=values["ADMIN_USERNAME"],
        password=values["ADMIN_PASSWORD"],
        api_key=values["CREDITS_API_KEY"],
        home=home,
    )


def _owc(*arguments: str) -> None:
    command = [sys.executable, "-m", "owc", *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(done.stdout + done.stderr)


def link_of(system: Installation, user_id: str) -> str:
    """What the button in the chat would open."""
    request = urllib.request.Request(  # noqa: S310 - our own http address
        f"{system.url}/api/me/links",
        json.dumps({"user_id": user_id}).encode(),
        {"X-API-Key": system.api_key, "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request) as answer:  # noqa: S310
        return str(json.load(answer)["url"])
