"""Every command of README and docs runs; what cannot run here is checked for what it names.

A block that is not run says why in the line above: `<!-- not run: needs docker -->`. The others of
a page are one shell session, in a folder that looks like a checkout where `make up` has run.
"""

import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import typer.main
import yaml
from owc.catalog import ROOT
from owc.cli import app

_BLOCK = re.compile(
    r"^(<!-- not run: ([^\n]+) -->\n)?```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL
)
_COMMANDS = {"sh", "bash", "console", ""}
_SERVICES = ("gateway", "ledger-service", "billing-service", "pricing-service", "sync-service")
_TARGET = re.compile(r"^([a-z][a-z0-9-]*):", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    page: Path
    why_not: str | None
    language: str
    text: str


def blocks(page: Path) -> list[Block]:
    return [Block(page, why, kind, text) for _, why, kind, text in _BLOCK.findall(page.read_text())]


PAGES = sorted(
    [
        *(ROOT / name for name in ("README.md", "CONTRIBUTING.md")),
        *(ROOT / service / "README.md" for service in _SERVICES),
        *(ROOT / "docs").glob("*.md"),
    ]
)
BLOCKS = [block for page in PAGES for block in blocks(page) if block.language in _COMMANDS]
RUN = sorted({block.page for block in BLOCKS if not block.why_not})
ONLY_CHECKED = [block for block in BLOCKS if block.why_not]


def _name(item: Path | Block) -> str:
    page = item.page if isinstance(item, Block) else item
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def checkout(installation: Any, tmp_path: Path) -> Path:
    """The repository by links, with the running installation as its .owc."""
    for entry in ROOT.iterdir():
        if entry.name not in {".owc", ".git"}:
            (tmp_path / entry.name).symlink_to(entry)
    (tmp_path / ".owc").symlink_to(installation.home)
    return tmp_path


def test_every_block_of_commands_says_that_it_is_one() -> None:
    assert not [_name(block) for block in BLOCKS if block.language != "sh"]


@pytest.mark.parametrize("page", RUN, ids=_name)
def test_the_commands_of_a_page_run(page: Path, checkout: Path, installation: Any) -> None:
    script = "\n".join(block.text for block in blocks(page) if _is_run(block))
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("OWC_", "TEST_"))}
    ended = subprocess.run(
        ["bash", "-euxo", "pipefail", "-c", script],
        cwd=checkout,
        env={
            **kept,
            "PORT": str(installation.port),
            "OWC_HOME": str(installation.home),
            "PATH": f"{checkout}/.venv/bin:{kept['PATH']}",
        },
        stdin=subprocess.DEVNULL,
        check=False,
        capture_output=True,
        text=True,
        timeout=110,
    )
    assert ended.returncode == 0, ended.stderr[-3000:]


def _is_run(block: Block) -> bool:
    return block.language in _COMMANDS and not block.why_not


@pytest.mark.parametrize("block", ONLY_CHECKED, ids=_name)
def test_what_cannot_run_here_names_only_what_there_is(block: Block) -> None:
    parsed = subprocess.run(
        ["bash", "-n"], input=block.text, check=False, capture_output=True, text=True
    )
    assert parsed.returncode == 0, parsed.stderr
    for words in _commands(block.text):
        assert not (trouble := _trouble(words)), f"{' '.join(words)}: {trouble}"


def _commands(text: str) -> Iterator[list[str]]:
    """Each simple command, without the variables set before it."""
    bare = re.sub(r"(?:^|\s)#.*$", "", text.replace("\\\n", " "), flags=re.MULTILINE)
    lexer = shlex.shlex(bare, posix=True, punctuation_chars="|;&()<>\n")
    lexer.whitespace, lexer.commenters, lexer.whitespace_split = " \t", "", True
    words: list[str] = []
    for word in [*lexer, ";"]:
        if set(word) <= set("|;&()\n"):
            if words:
                yield words
            words = []
        elif words or not re.match(r"\w+=", word):
            words.append(word)


def _trouble(words: list[str]) -> str:
    program = Path(words[0]).name
    if program == "make":
        targets = _TARGET.findall((ROOT / "Makefile").read_text())
        named = [w for w in words[1:] if "=" not in w]
        return "" if set(named) <= set(targets) else "no such target"
    if program == "owc":
        return _owc_trouble(words[1:])
    if words[:2] == ["docker", "compose"] and "--profile" in words:
        compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
        profiles = {
            p for service in compose["services"].values() for p in service.get("profiles", ())
        }
        return "" if words[words.index("--profile") + 1] in profiles else "no such profile"
    if "/" in words[0] and not words[0].startswith(("/", "~")):
        return "" if (ROOT / words[0]).exists() else "no such file"
    return ""


def _owc_trouble(words: list[str]) -> str:
    command: Any = typer.main.get_command(app)
    while words and hasattr(command, "commands"):
        if words[0] not in command.commands:
            return f"no command {words[0]}"
        command, words = command.commands[words[0]], words[1:]
    known = {option for parameter in command.params for option in parameter.opts}
    unknown = {word.partition("=")[0] for word in words if word.startswith("--")} - known
    return f"no option {', '.join(unknown)}" if unknown else ""
