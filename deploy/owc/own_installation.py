"""An installation that lives as long as a block: its own home, port and data."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from owc import demo_charge, demo_openwebui
from owc.api import Api
from owc.stand_in import stand_in
from shared.embedded.servers import free_port

_COST = 4  # of hashing passwords that last a minute


@dataclass(frozen=True, slots=True)
class Installation:
    url: str
    home: Path
    credentials: Mapping[str, str]

    def admin(self) -> Api:
        who = self.credentials
        return Api.as_admin(self.url, who["ADMIN_USERNAME"], who["ADMIN_PASSWORD"])

    def key(self) -> Api:
        return Api.with_key(self.url, self.credentials["CREDITS_API_KEY"])


@contextmanager
def own_installation(settings: Mapping[str, str]) -> Iterator[Installation]:
    """What `make up` starts with `settings` alone; gone with all its data at the end."""
    with tempfile.TemporaryDirectory(prefix="owc-own-") as folder:
        home, port = Path(folder) / "home", free_port()
        try:
            _owc(settings, "up", "--detach", "--port", str(port), "--home", str(home))
            lines = (home / "credentials.env").read_text().split()
            known = dict(line.split("=", 1) for line in lines)
            yield Installation(known["CREDITS_API_URL"], home, known)
        finally:
            _owc({}, "down", "--purge", "--home", str(home))


@contextmanager
def demo_with_visitors() -> Iterator[Installation]:
    """The demo, where its users can be signed in and models be called: both by stand-ins."""
    with tempfile.TemporaryDirectory(prefix="owc-own-") as folder, stand_in() as behind:
        database = Path(folder) / "webui.db"
        demo_openwebui.create(database)
        settings = {
            "OWC_OPENWEBUI_URL": behind,
            "OWC_OPENWEBUI_SQLITE": str(database),
            "OWC_PROVIDER_URL": f"{behind}/v1",
            "OWC_METER_ACCOUNT": demo_openwebui.STUDENT,
            "OWC_PASSWORD_COST": str(_COST),
        }
        with own_installation(settings) as system:
            demo_charge.prepare(system.admin(), system.key())
            yield system


def _owc(settings: Mapping[str, str], *arguments: str) -> None:
    kept = {n: v for n, v in os.environ.items() if not n.startswith("OWC_")}
    for name in ("DATABASE_URL", "REDIS_URL"):
        kept.pop(name, None)
    command = [sys.executable, "-m", "owc", *arguments]
    result = subprocess.run(
        command, check=False, capture_output=True, text=True, env={**kept, **settings}
    )
    if result.returncode != 0:
        raise RuntimeError(result.stdout + result.stderr)
