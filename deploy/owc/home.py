"""OWC_HOME: the folder that holds ports, secrets, logs and data of one local installation."""

import json
import os
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from owc.api import door
from shared.embedded.account import Account, reachable_folder, server_account
from shared.embedded.servers import free_port, port_is_free

PRIVATE = 0o600


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a person needs to use the installation."""

    url: str
    api_key: str
    admin_username: str
    admin_password: str

    def as_env(self) -> dict[str, str]:
        return {
            "CREDITS_API_URL": self.url,
            "CREDITS_API_KEY": self.api_key,
            "ADMIN_USERNAME": self.admin_username,
            "ADMIN_PASSWORD": self.admin_password,
        }


@dataclass(frozen=True, slots=True)
class Home:
    """Paths and small files of an installation. Nothing in it is readable for other users."""

    path: Path

    @classmethod
    def open(cls, path: Path) -> "Home":
        home = cls(path.absolute())
        # As root the database servers run as another user, who must walk through to `data`.
        mode = 0o711 if server_account().switch else 0o700
        home.path.mkdir(parents=True, exist_ok=True)
        home.path.chmod(mode)
        for folder in (home.state, home.logs):
            folder.mkdir(mode=0o700, exist_ok=True)
        return home

    @property
    def state(self) -> Path:
        return self.path / "state"

    @property
    def logs(self) -> Path:
        return self.path / "logs"

    @property
    def demo_database(self) -> Path:
        return self.path / "demo" / "webui.db"

    @property
    def run_file(self) -> Path:
        return self.state / "run.json"

    @property
    def lock_file(self) -> Path:
        return self.state / "lock"

    def servers_place(self, account: Account) -> Path:
        """Where the embedded servers keep their data; `state/data.path` names it."""
        pointer = self.state / "data.path"
        if pointer.is_file():
            known = Path(pointer.read_text().strip())
            if known.is_dir() and account.can_enter(known):
                return known
        # A new name each time: a home that was deleted and made again must not find old data.
        place = reachable_folder(self.path / "data", secrets.token_hex(8), account)
        write_private(pointer, f"{place}\n")
        return place

    def purge(self) -> None:
        """Delete the installation with all its data, also where they are outside."""
        pointer = self.state / "data.path"
        if pointer.is_file():
            shutil.rmtree(pointer.read_text().strip(), ignore_errors=True)
        shutil.rmtree(self.path)

    def read(self, name: str) -> dict[str, Any]:
        try:
            found: dict[str, Any] = json.loads((self.state / f"{name}.json").read_text())
        except FileNotFoundError:
            return {}
        return found

    def write(self, name: str, content: Mapping[str, Any]) -> None:
        write_private(self.state / f"{name}.json", json.dumps(content, indent=1, sort_keys=True))

    def secret(self, name: str, length: int = 24) -> str:
        """A random hexadecimal secret, made at first sight and kept."""
        known = self.read("secrets")
        if name not in known:
            known[name] = secrets.token_hex(length)
            self.write("secrets", known)
        return str(known[name])

    def ports(self, names: list[str]) -> dict[str, int]:
        """A loopback port per name: the same as last time unless somebody took it since."""
        known = self.read("ports")
        chosen: dict[str, int] = {}
        for name in names:
            port = known.get(name)
            while port is None or port in chosen.values() or not port_is_free(port):
                port = free_port()
            chosen[name] = port
        self.write("ports", {**known, **chosen})
        return chosen

    def known_credentials(self, port: int) -> Credentials:
        """Made at first start and kept; the address follows PORT."""
        return Credentials(
            url=door(port),
            api_key=f"owc_local.{self.secret('api_key')}",
            admin_username="admin",
            admin_password=self.secret("admin", 10),
        )

    def credentials(self, port: int) -> Credentials:
        """The same, also written down for people and tools."""
        credentials = self.known_credentials(port)
        lines = "".join(f"{name}={value}\n" for name, value in credentials.as_env().items())
        write_private(self.path / "credentials.env", lines)
        return credentials


def write_private(path: Path, text: str) -> None:
    """Replace a file in one step; only its owner can read it at any moment."""
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    partial.replace(path)
