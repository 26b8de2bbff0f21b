"""A whole system with demo data, started for the tests or already running."""

import asyncio
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx

from shared import codec
from shared.db import Connection
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


async def refill_summaries(ledger: Connection) -> None:
    """After rows were put into the roll-ups by hand: the worker finds its position unknown."""
    await ledger.execute("UPDATE usage_position SET summed_xid = 'none'")
    filled = """
        SELECT summed_until = 'infinity' AND (xid, sequence) = (summed_xid, summed_sequence)
        FROM usage_position
    """
    while not await ledger.fetchval(filled):  # noqa: ASYNC110 - another process does it
        await asyncio.sleep(0.2)


def link_of(system: Installation, user_id: str) -> str:
    """What the button in the chat would open."""
    request = urllib.request.Request(  # noqa: S310 - our own http address
        f"{system.url}/api/me/links",
        json.dumps({"user_id": user_id}).encode(),
        {"X-API-Key": system.api_key, "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request) as answer:  # noqa: S310
        return str(json.load(answer)["url"])


@contextlib.contextmanager
def signed_in(system: Installation) -> Iterator[httpx.Client]:
    """An administrator without a browser."""
    with httpx.Client(base_url=system.url, timeout=60) as client:
        typed = {"username": system.username, "password": system.password}
        token = client.post("/auth/login", data=typed).raise_for_status().json()["access_token"]
        client.headers["Authorization"] = f"Bearer {token}"
        yield client


def balance(api: httpx.Client, user_id: str) -> Decimal:
    answer = api.get(f"/api/credits/user/{user_id}").raise_for_status()
    return Decimal(codec.decode(answer.content)["credits"])


def charge(system: Installation, **more: Any) -> None:
    """What the function in the chat would post after an answer."""
    body = {
        "user_id": "demo-student", "model_id": "demo-small", "prompt_tokens": 100,
        "completion_tokens": 50, **more,
    }  # fmt: skip
    httpx.post(
        f"{system.url}/api/credits/deduct-tokens",
        json=body,
        headers={"X-API-Key": system.api_key},
        timeout=30,
    ).raise_for_status()
