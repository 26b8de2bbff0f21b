"""docs/api/openapi.json: what the gateway publishes, written from a system that really runs."""

import json
import sys

from owc.api import Api
from owc.catalog import ROOT
from owc.own_installation import own_installation

DESCRIPTION = ROOT / "docs" / "api" / "openapi.json"


def published(url: str) -> str:
    """The description that a system publishes, in a form that can be compared."""
    document = Api(url).get("/openapi.json")
    if missing := document.get("x-missing-services"):
        raise SystemExit(f"did not describe itself in time: {', '.join(missing)}; try again")
    return json.dumps(document, indent=1, sort_keys=True, default=float, ensure_ascii=False) + "\n"


def is_current(text: str) -> bool:
    """Say so where the committed description is not the published one."""
    known = DESCRIPTION.read_text() if DESCRIPTION.is_file() else ""
    if known != text:
        sys.stderr.write("docs/api/openapi.json is out of date: run `make api` and read the diff\n")
    return known == text


def write() -> None:
    with own_installation({}) as system:
        text = published(system.url)
    DESCRIPTION.parent.mkdir(parents=True, exist_ok=True)
    DESCRIPTION.write_text(text)


if __name__ == "__main__":
    write()
