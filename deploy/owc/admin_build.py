"""Builds the admin app with the machine's Node, else with one from PyPI in a place of its own."""

import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from owc.catalog import ROOT

SOURCE = ROOT / "gateway" / "admin"
BUILT = ROOT / "gateway" / "src" / "gateway" / "static" / "admin"
NODE_VENV = ROOT / ".venv-node"
NODE_LOCK = ROOT / "requirements-node.lock"
NODE_MIN = 20
_IGNORED = {"node_modules", "coverage"}
# A machine without a network is told so within seconds instead of minutes.
_INSTALL = ("ci", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-timeout=30000")


class BuildFailedError(RuntimeError):
    """The app could not be built; the text says which step and why."""


def is_stale() -> bool:
    """True where nothing is built, or a source is newer than what is."""
    page = BUILT / "index.html"
    if not page.is_file():
        return True
    built_at = page.stat().st_mtime
    return any(file.stat().st_mtime > built_at for file in _sources())


def build() -> None:
    """Install the locked packages if they are not, then build."""
    run_npm("run", "build")


def run_npm(*arguments: str) -> None:
    """An npm command in the app's folder, with its packages installed."""
    environment = environment_with_node()
    if _newer(SOURCE / "package-lock.json", SOURCE / "node_modules" / ".package-lock.json"):
        _npm(environment, *_INSTALL)
    _npm(environment, *arguments)


def _sources() -> list[Path]:
    tops = [path for path in SOURCE.iterdir() if path.name not in _IGNORED]
    below = [file for top in tops if top.is_dir() for file in top.rglob("*")]
    return [path for path in [*tops, *below] if path.is_file()]


def _newer(file: Path, than: Path) -> bool:
    return not than.is_file() or file.stat().st_mtime > than.stat().st_mtime


def environment_with_node() -> dict[str, str]:
    if _has_node():
        return dict(os.environ)
    if _newer(NODE_LOCK, NODE_VENV / ".installed"):
        sys.stdout.write(f"no Node {NODE_MIN} or newer here: taking one from PyPI\n")
        sys.stdout.flush()
        venv.create(NODE_VENV, with_pip=True, clear=True)
        pip = [str(NODE_VENV / "bin" / "python"), "-m", "pip", "install", "-q"]
        _run([*pip, "--disable-pip-version-check", "--require-hashes", "-r", str(NODE_LOCK)])
        (NODE_VENV / ".installed").touch()
    return {**os.environ, "PATH": f"{NODE_VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}


def _has_node() -> bool:
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    version = subprocess.run([node, "--version"], check=False, capture_output=True, text=True)
    match = re.match(r"v(\d+)", version.stdout)
    return match is not None and int(match.group(1)) >= NODE_MIN


def _npm(environment: dict[str, str], *arguments: str) -> None:
    npm = shutil.which("npm", path=environment["PATH"])
    if npm is None:
        raise BuildFailedError("npm is missing")
    _run([npm, *arguments], environment)


def _run(command: list[str], environment: dict[str, str] | None = None) -> None:
    """What it says is kept for the case that it fails."""
    done = subprocess.run(
        command,
        cwd=SOURCE,
        env=environment,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode != 0:
        said = "\n".join(done.stdout.strip().splitlines()[-40:])
        raise BuildFailedError(f"{' '.join(command[:3])} ended with {done.returncode}:\n{said}")


def main(arguments: list[str]) -> int:
    """`[--if-stale]` builds; `npm …` runs an npm command."""
    try:
        if arguments[:1] == ["npm"]:
            run_npm(*arguments[1:])
        elif arguments != ["--if-stale"] or is_stale():
            sys.stdout.write("building the admin app\n")
            sys.stdout.flush()
            build()
    except BuildFailedError as error:
        sys.stderr.write(f"the admin app was not built: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
