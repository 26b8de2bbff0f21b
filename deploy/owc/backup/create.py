"""Take a backup: five dumps that begin at the same moment, and a manifest that describes them."""

import hashlib
import json
import subprocess
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from owc import catalog
from owc.backup.folder import MANIFEST, name_of, remove
from owc.backup.server import Server, ToolFailedError, finish
from owc.home import write_private

_CHUNK = 1 << 20


class BadBackupError(RuntimeError):
    """The files are not those that were written."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A folder that holds a whole backup."""

    folder: Path
    manifest: dict[str, Any]

    @classmethod
    def read(cls, folder: Path) -> "Backup":
        try:
            manifest = json.loads((folder / MANIFEST).read_text())
            described = {name: manifest["databases"][name] for name in catalog.SERVICES}
        except (OSError, ValueError, KeyError, TypeError):
            raise BadBackupError(f"{folder} holds no whole backup") from None
        for service, entry in described.items():
            file = folder / str(entry["file"])
            if not file.is_file() or digest(file) != entry["sha256"]:
                raise BadBackupError(f"{file} is not what was written: {service} is damaged")
        return cls(folder, manifest)

    def file(self, service: str) -> Path:
        return self.folder / f"{service}.dump"


def create(servers: dict[str, Server], into: Path) -> Backup:
    """Dump every database into a new folder below `into`. What fails leaves nothing behind."""
    began = datetime.now(UTC)
    name = name_of(began)
    partial, folder = into / f".{name}.partial", into / name
    partial.mkdir(mode=0o700, parents=True)
    try:
        _dump_all(servers, partial)
        files = {service: partial / f"{service}.dump" for service in servers}
        manifest = {
            "format": 1,
            "began_at": began.isoformat(),
            "finished_at": datetime.now(UTC).isoformat(),
            "databases": {
                service: {
                    "file": file.name,
                    "bytes": file.stat().st_size,
                    "sha256": digest(file),
                }
                for service, file in files.items()
            },
        }
        write_private(partial / MANIFEST, json.dumps(manifest, indent=1) + "\n")
        partial.rename(folder)
    except BaseException:
        remove(partial)
        raise
    return Backup(folder, manifest)


def _dump_all(servers: dict[str, Server], folder: Path) -> None:
    """All at once: each dump is one snapshot, and the snapshots are taken within a moment."""
    with ExitStack() as files:
        running = []
        for service, server in servers.items():
            target = folder / f"{service}.dump"
            target.touch(mode=0o600)
            output = files.enter_context(target.open("wb"))
            command = server.command("pg_dump", catalog.database(service), "-Fc")
            running.append(server.start(command, stdin=subprocess.DEVNULL, stdout=output))
        failures = []
        for service, process in zip(servers, running, strict=True):
            try:
                finish(process)
            except ToolFailedError as error:
                failures.append(f"{service}: {error}")
    if failures:
        raise ToolFailedError("; ".join(failures))


def digest(file: Path) -> str:
    found = hashlib.sha256()
    with file.open("rb") as content:
        while chunk := content.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()
