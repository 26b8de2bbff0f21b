"""`make check-api`: the description is current, and every answer of a system that runs keeps to it.

Each operation is called by schemathesis as each kind of caller that may call it. A refusal counts
as an answer, a server error never: what stands behind the system is played by stand-ins.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from owc.api_description import is_current, published
from owc.catalog import ROOT
from owc.own_installation import Installation, demo_with_visitors

CONFIG = ROOT / ".ci" / "schemathesis.toml"
Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Caller:
    """One kind of caller, by its security scheme; none is a visitor without a credential."""

    scheme: str | None
    header: tuple[str, str] | None = None

    def may(self, operation: Document) -> bool:
        schemes = [name for entry in operation.get("security", ()) for name in entry]
        # What users call, an administrator among them calls for both.
        return self.scheme == ("user" if "user" in schemes else self.scheme) and (
            self.scheme in schemes if schemes else self.scheme is None
        )

    def part_of(self, document: Document) -> Document:
        """The operations of this caller, with this way to authenticate alone."""
        security: Document = {"security": [{self.scheme: []}]} if self.scheme else {}
        paths: Document = {}
        for path, operations in document["paths"].items():
            for method, operation in operations.items():
                if self.may(operation):
                    paths.setdefault(path, {})[method] = {**operation, **security}
        return {**document, "paths": paths}


def check() -> int:
    """0 where nothing was found."""
    failed = 0
    with tempfile.TemporaryDirectory(prefix="owc-api-") as folder, demo_with_visitors() as system:
        text = published(system.url)
        current = is_current(text)
        for caller in _callers(system):
            failed |= _fuzz(caller, json.loads(text), system, Path(folder))
        crashes = list(_crashes(system))
    for line in crashes:
        sys.stderr.write(f"{line}\n")
    return int(not current or bool(failed) or bool(crashes))


def _callers(system: Installation) -> Iterator[Caller]:
    """The administrator late, because it suspends and closes; visitors last, for they log in."""
    yield Caller("user", ("Cookie", "token=demo-admin"))
    for scheme, api in (("key", system.key()), ("admin", system.admin())):
        yield Caller(scheme, next(iter(api.headers.items())))
    yield Caller(None)


def _fuzz(caller: Caller, document: Document, system: Installation, folder: Path) -> int:
    part = folder / f"{caller.scheme or 'anybody'}.json"
    part.write_text(json.dumps(caller.part_of(document)))
    sys.stdout.write(f"\nas {part.stem}:\n")
    sys.stdout.flush()
    command = [sys.executable, "-m", "schemathesis.cli", "--config-file", str(CONFIG), "run"]
    header = ["-H", ": ".join(caller.header)] if caller.header else []
    arguments = [str(part), "--url", system.url, *header]
    return subprocess.run([*command, *arguments], check=False, cwd=folder).returncode


def _crashes(system: Installation) -> Iterator[str]:
    """What any process logged as its own fault."""
    for log in sorted((system.home / "logs").glob("*.log")):
        for line in log.read_text(errors="replace").splitlines():
            if '"unhandled"' in line or "Traceback (most recent call last)" in line:
                yield f"{log.stem}: {line[:2000]}"


if __name__ == "__main__":
    sys.exit(check())
