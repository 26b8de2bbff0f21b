"""docs/api/openapi.json: what the gateway publishes, written from a system that really runs."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from owc.api import Api
from owc.catalog import ROOT
from shared.embedded.servers import free_port

DESCRIPTION = ROOT / "docs" / "api" / "openapi.json"


def published() -> str:
    """The description that a fresh installation publishes, in a form that can be compared."""
    with tempfile.TemporaryDirectory(prefix="owc-api-") as folder:
        home, port = Path(folder) / "home", free_port()
        try:
            _owc("up", "--detach", "--port", str(port), "--home", str(home))
            document = Api(f"http://127.0.0.1:{port}").get("/openapi.json")
        finally:
            _owc("down", "--purge", "--home", str(home))
    return json.dumps(document, indent=1, sort_keys=True, default=float, ensure_ascii=False) + "\n"


def check() -> int:
    """1 where the committed description is not the published one."""
    known = DESCRIPTION.read_text() if DESCRIPTION.is_file() else ""
    if known == published():
        return 0
    sys.stderr.write("docs/api/openapi.json is out of date: run `make api` and read the diff\n")
    return 1


def write() -> int:
    DESCRIPTION.parent.mkdir(parents=True, exist_ok=True)
    DESCRIPTION.write_text(published())
    return 0


def _owc(*arguments: str) -> None:
    command = [sys.executable, "-m", "owc", *arguments]
    result = subprocess.run(command, check=False, capture_output=True, text=True)
    if result.returncode != 0:
        raise RuntimeError(result.stdout + result.stderr)


if __name__ == "__main__":
    sys.exit(check() if "--check" in sys.argv else write())
