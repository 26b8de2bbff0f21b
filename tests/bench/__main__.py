"""`make bench`: run the comparisons and write what they print into docs/benchmarks.md.

Each module prints one section, whose heading says which section of the page it replaces; the
others stay as they are. `make bench B="charging stack"` runs some of them.
"""

import re
import subprocess
import sys
from pathlib import Path

PARTS = ("charging", "holding", "gateway", "prices", "synchronizing", "histories", "stack")
PAGE = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"


def section_of(part: str) -> str:
    print(f"measuring {part}", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", f"tests.bench.{part}"]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def put(page: str, section: str) -> str:
    """The page with the section of this heading replaced, or at its end where it is new."""
    heading = section.partition("\n")[0]
    old = re.compile(rf"^{re.escape(heading)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    if old.search(page):
        return old.sub(lambda _: f"{section}\n\n", page, count=1).rstrip() + "\n"
    return f"{page.rstrip()}\n\n{section}\n"


def main(parts: list[str]) -> None:
    if unknown := set(parts) - set(PARTS):
        raise SystemExit(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    for part in parts or PARTS:
        section = section_of(part)
        PAGE.write_text(put(PAGE.read_text(), section))
        print(section, end="\n\n", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
