"""The credit system as its administrator and its tests see it: only HTTP, only public routes.

Starts an own copy with `make up` unless the environment names the credentials of one that runs.
"""

import os
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from tests.openwebui.webui import OpenWebUI, Rest, free_port

Json = dict[str, Any]
Result = TypeVar("Result")
ROOT = Path(__file__).resolve().parents[2]
START_S, SYNC_S = 300, 120
WAIT_S = 15.0
UNITS = ("prompt_tokens", "completion_tokens", "cached_tokens", "reasoning_tokens")


@dataclass(frozen=True)
class Charge:
    """One line of the history of a user, as far as the comparison needs it."""

    model_id: str
    amount: Decimal
    actor: str
    usage: dict[str, int]


@dataclass
class CreditSystem:
    home: Path
    openwebui: OpenWebUI
    credentials: dict[str, str] = field(default_factory=dict)
    started: bool = False
    token: str = ""

    @property
    def url(self) -> str:
        return self.credentials["CREDITS_API_URL"].rstrip("/")

    @property
    def key(self) -> str:
        return self.credentials["CREDITS_API_KEY"]

    def start(self) -> None:
        named = os.environ.get("CREDITS_CREDENTIALS")
        if not named:
            self.started = True
            self.make("up", "DETACH=1", timeout_s=START_S)
        self.credentials = read_environment(Path(named or self.home / "credentials.env"))
        admin = {
            "username": self.credentials["ADMIN_USERNAME"],
            "password": self.credentials["ADMIN_PASSWORD"],
        }
        form = urllib.parse.urlencode(admin).encode()
        with urllib.request.urlopen(f"{self.url}/auth/login", data=form, timeout=30) as reply:  # noqa: S310
            self.token = msgspec.json.decode(reply.read())["access_token"]

    def stop(self) -> None:
        if self.started:
            self.make("down", timeout_s=60)

    def verify(self) -> None:
        """After all of it no invariant of the ledger may be broken."""
        if self.started:
            command = [sys.executable, "-m", "owc", "ledger", "verify", "--home", str(self.home)]
            subprocess.run(command, cwd=ROOT, check=True, timeout=60)

    def make(self, *words: str, timeout_s: float) -> None:
        port = os.environ.setdefault("CREDITS_TEST_PORT", str(free_port()))
        own = {
            "OWC_OPENWEBUI_URL": self.openwebui.base,
            "OWC_OPENWEBUI_API_KEY": self.openwebui.people["admin"].api_key,
            "OWC_SYNC_INTERVAL_S": "300",
        }
        subprocess.run(
            ["make", "--no-print-directory", *words, f"PORT={port}", f"OWC_HOME={self.home}"],
            cwd=ROOT,
            env={**os.environ, **own},
            check=True,
            timeout=timeout_s,
        )

    def admin(self, method: str, path: str, body: Json | None = None) -> Any:
        return Rest(self.url, {"Authorization": f"Bearer {self.token}"}).call(method, path, body)

    def user(self, user_id: str) -> Json:
        answer: Json = Rest(self.url, {"X-API-Key": self.key}).get(f"/api/credits/user/{user_id}")
        return answer

    def balance(self, user_id: str) -> Decimal:
        return Decimal(self.user(user_id)["credits"])

    def set_balance(self, user_id: str, credits_: Decimal) -> None:
        form: Json = {"user_id": user_id, "credits": credits_}
        self.admin("POST", "/api/credits/update", form)

    def set_price(self, model_id: str, prompt: Decimal, answer: Decimal) -> None:
        form = {"context_price": prompt, "generation_price": answer}
        self.admin("POST", "/api/credits/models/update", {"model_id": model_id, **form})

    def charges(self, user_id: str) -> list[Charge]:
        path = f"/api/credits/user/{user_id}/transactions?limit=1000"
        rows = self.admin("GET", path)["transactions"]
        return [
            Charge(
                row["model_id"],
                -Decimal(row["amount"]),
                str(row["actor"]),
                {unit: row[unit] or 0 for unit in UNITS},
            )
            for row in rows
            if row.get("model_id")
        ]


def read_environment(path: Path) -> dict[str, str]:
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    pairs = (line.partition("=") for line in lines if line and not line.startswith("#"))
    return {name: value.strip("'\"") for name, _, value in pairs}


def wait_for(look: Callable[[], Result], within_s: float = WAIT_S) -> Result:
    """The first truthy answer, or the last one when the time is over."""
    deadline = time.monotonic() + within_s
    while not (result := look()) and time.monotonic() < deadline:
        time.sleep(0.1)
    return result
