"""`make check-supply`: what we take from others, and what must not leave with our files.

Exit 0: all was looked at and nothing found. 1: something was found. 3: nothing was found, but a
source could not be asked, so nobody knows. --offline asks no source of vulnerabilities.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import metadata
from pathlib import Path
from typing import Any, Final

from owc.admin_build import environment_with_node
from owc.catalog import ROOT

FOLDER: Final = ROOT / ".supply"
TOOLS: Final = ROOT / ".venv-supply" / "bin"
LOCKS: Final = sorted(ROOT.glob("requirements*.lock"))
ADMIN: Final = ROOT / "gateway" / "admin"
_FOUND, _UNKNOWN = 1, 3
_REQUIREMENT: Final = re.compile(r"^([A-Za-z0-9][\w.-]*)==", re.MULTILINE)
# A line that says why a rule of ruff does not fit has answered bandit's rule of that number.
_JUSTIFIED: Final = re.compile(r"#\s*noqa:[^#]*\bS(\d+)")
# The forms of secrets that people and shops really have; random text alone is none.
_SECRET: Final = re.compile(
    rb"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s+[A-Za-z0-9+/]{40}"
    rb"|\bAKIA[0-9A-Z]{16}\b|\bAIza[\w-]{35}\b|\bxox[abprs]-[\w-]{20,}"
    rb"|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_\w{60,}\b|\bglpat-[\w-]{20}\b"
    rb"|\bnpm_[A-Za-z0-9]{36}\b|\bpypi-AgEI[\w-]{40,}"
    rb"|\bsk-(?:proj-|ant-)?[A-Za-z0-9]{32,}\b|\blive_[\w-]{40,}"
    rb"|\bowc_(?:[a-z0-9]{12}|env|local)\.[\w-]{32,}"
)


class UnknownError(Exception):
    """A source could not be asked."""


def run(
    *command: object, cwd: Path = ROOT, env: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=cwd, env=env, check=False, capture_output=True, text=True)


def _json(done: "subprocess.CompletedProcess[str]") -> Any:
    try:
        return json.loads(done.stdout)
    except ValueError:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise UnknownError(said[-1] if said else f"{done.args[0]} said nothing") from None


def pins(locks: Iterable[Path] = LOCKS, admin: Path = ADMIN) -> Iterator[str]:
    """Every requirement has a hash; every package of the admin app an integrity, no address."""
    for lock in locks:
        parts = _REQUIREMENT.split(lock.read_text())[1:]
        for package, rest in zip(parts[::2], parts[1::2], strict=True):
            if "--hash=sha256:" not in rest:
                yield f"{lock.name}: {package} has no hash"
    packages = json.loads((admin / "package-lock.json").read_text())["packages"]
    for package, facts in packages.items():
        if package and not facts.get("link") and not facts.get("integrity"):
            yield f"package-lock.json: {package} has no integrity"
        if "resolved" in facts:
            yield f"package-lock.json: {package} names an address"


def secrets(repository: Path = ROOT) -> Iterator[str]:
    """In every file that is, or ever was, in a commit."""
    listed = run("git", "rev-list", "--all", "--objects", cwd=repository).stdout.splitlines()
    names = dict(line.split(" ", 1) for line in listed if " " in line)
    blobs = subprocess.run(
        ["git", "cat-file", "--batch"],
        cwd=repository, check=True, capture_output=True, input="\n".join(names).encode(),
    ).stdout  # fmt: skip
    place = 0
    while place < len(blobs):
        end = blobs.index(b"\n", place)
        key, kind, size = blobs[place:end].decode().split()
        place = end + 1 + int(size) + 1
        if kind == "blob":
            for match in _SECRET.finditer(blobs, end, place):
                yield f"{names[key]} (object {key[:10]}): {match.group()[:12].decode()}…"


def code() -> Iterator[str]:
    """Bandit, less what was answered on the line for ruff's rule of the same number."""
    sources = ["shared", "deploy", "functions", *ROOT.glob("*/src")]
    report = _json(
        run(TOOLS / "bandit", "-q", "-r", "-f", "json", "-c", "pyproject.toml", *sources)
    )
    yield from (f"bandit could not read {error['filename']}" for error in report["errors"])
    for finding in report["results"]:
        lines = (ROOT / finding["filename"]).read_text().splitlines()
        near = [*finding["line_range"], finding["line_number"]]
        text = "\n".join(lines[min(near) - 1 : max(near)])
        if finding["test_id"][1:] not in _JUSTIFIED.findall(text):
            where = f"{finding['filename']}:{finding['line_number']}"
            yield f"{where}: {finding['test_id']} {finding['issue_text']}"


def vulnerable_python() -> Iterator[str]:
    audit = (TOOLS / "pip-audit", "--disable-pip", "--require-hashes", "-f", "json")
    for name in ("requirements.lock", "requirements-dev.lock"):
        found = _json(run(*audit, "-r", name))["dependencies"]
        for package in found:
            for known in package.get("vulns", ()):
                fixed = ", ".join(known["fix_versions"]) or "nothing yet"
                yield f"{package['name']} {package['version']}: {known['id']} (fixed by {fixed})"
        unasked = [package["name"] for package in found if "skip_reason" in package]
        if unasked:
            # pip-audit itself ends with 0 here.
            raise UnknownError(f"PyPI told nothing about {len(unasked)} packages of {name}")


def vulnerable_npm() -> Iterator[str]:
    report = _json(npm("audit", "--omit=dev", "--json"))
    if "vulnerabilities" not in report:
        raise UnknownError(report.get("message", "npm audit gave no report"))
    for name, known in report["vulnerabilities"].items():
        yield f"{name} {known['range']}: {known['severity']}"


def npm(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """Reads the lock alone, so nothing is installed."""
    environment = environment_with_node()
    return run(
        shutil.which("npm", path=environment["PATH"]), *arguments, cwd=ADMIN, env=environment
    )


def parts() -> Iterator[str]:
    """Writes the lists of parts; a part without a licence is found."""
    FOLDER.mkdir(exist_ok=True)
    wanted = {
        name.lower() for name in _REQUIREMENT.findall((ROOT / "requirements.lock").read_text())
    }
    lists = {
        "python": _json(run(TOOLS / "cyclonedx-py", "environment", "--of", "JSON", sys.executable)),
        "npm": _json(npm("sbom", "--sbom-format=cyclonedx", "--omit=dev", "--package-lock-only")),
    }
    lines = []
    for kind, bill in lists.items():
        (FOLDER / f"{kind}.cdx.json").write_text(json.dumps(bill, indent=1))
        for part in bill["components"]:
            if kind == "python" and part["name"].lower() not in wanted:
                continue
            licences = _licences(part)
            if not licences and kind == "python":
                # The list has no place for words that are no identifier.
                licences = metadata(part["name"])["License"] or ""
            lines.append(f"{kind}\t{part['name']}\t{part['version']}\t{licences}\n")
            if not licences:
                yield f"{kind} {part['name']} names no licence"
    (FOLDER / "licences.tsv").write_text("".join(sorted(lines)))


def _licences(part: dict[str, Any]) -> str:
    named = [each.get("license", each) for each in part.get("licenses", ())]
    texts = (each.get("id") or each.get("name") or each.get("expression") for each in named)
    return ", ".join(sorted({text.splitlines()[0] for text in texts if text}))


Checks = tuple[tuple[str, Callable[[], Iterable[str]]], ...]
CHECKS: Final[Checks] = (
    ("every package is pinned", pins),
    ("no secret in files or history", secrets),
    ("no dangerous pattern in code (bandit)", code),
    ("parts and licences are listed in .supply/", parts),
)
SOURCES_ASKED: Final[Checks] = (
    ("no known vulnerability in Python packages", vulnerable_python),
    ("no known vulnerability in npm packages", vulnerable_npm),
)


def main(checks: Iterable[tuple[str, Callable[[], Iterable[str]]]]) -> int:
    status = 0
    for title, check in checks:
        try:
            found = list(check())
        except UnknownError as error:
            print(f"UNKNOWN  {title}: {error}")
            status = status or _UNKNOWN
            continue
        print(f"{'FOUND' if found else 'ok':8} {title}")
        for line in found:
            print(f"         {line}")
        status = _FOUND if found else status
    return status


if __name__ == "__main__":
    sys.exit(main(CHECKS if "--offline" in sys.argv else CHECKS + SOURCES_ASKED))
