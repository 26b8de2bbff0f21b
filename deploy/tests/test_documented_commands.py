"""Every command of README and docs runs; what cannot run here is checked for what it names.

A block that is not run says why in the line above: `<!-- not run: needs docker -->`. The others of
a page are one shell session, in a folder that looks like a checkout where `make up` has run.
"""

import os
import re
import shlex
import subprocess
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import typer.main
import yaml
from owc.catalog import ROOT
from owc.cli import app
from typer._click.core import Context
from typer._click.exceptions import UsageError

_BLOCK = re.compile(
    r"^(?: *<!-- not run: ([^\n]+) -->\n)? *```(\w*)\n(.*?)^ *```", re.MULTILINE | re.DOTALL
)
_INLINE = re.compile(r"`((?:(?:\.venv/bin/)?owc|python -m owc|make|docker compose)(?: [^`]*)?)`")
_COMMANDS = {"sh", "bash", "console", ""}
_MAKEFILE = (ROOT / "Makefile").read_text()
_TARGETS = set(re.findall(r"^([a-z][a-z0-9-]*):", _MAKEFILE, re.MULTILINE))
_COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
_PROFILES = {profile for each in _COMPOSE.values() for profile in each.get("profiles", ())}
# Of docker compose: whose words are all services, whose first one is, and whose none is.
_OF_SERVICES = {"up", "stop", "start", "restart", "rm", "logs", "ps", "build", "pull"}
_IN_ONE_SERVICE = {"exec", "run"}
_OF_NONE = {"down", "config", "cp"}
_WITH_VALUE = {"--profile", "--scale", "--entrypoint", "--file", "-f", "--env-file"}


@dataclass(frozen=True)
class Block:
    page: Path
    why_not: str | None
    language: str
    text: str


def blocks(page: Path) -> list[Block]:
    return [
        Block(page, why or None, kind, textwrap.dedent(text))
        for why, kind, text in _BLOCK.findall(page.read_text())
    ]


PAGES = sorted(
    ROOT / name
    for name in subprocess.run(
        ["git", "ls-files", "*.md"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split()
    if name != "CHANGELOG.md"
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
        assert not (wrong := _trouble(words)), f"{' '.join(words)}: {wrong}"


@pytest.mark.parametrize("page", [*PAGES, ROOT / "deploy/owc/doctor/checks.py"], ids=_name)
def test_a_command_in_a_sentence_names_only_what_there_is(page: Path) -> None:
    prose = re.sub(r"^ *```.*?^ *```", "", page.read_text(), flags=re.MULTILINE | re.DOTALL)
    wrong = [
        f"{text}: {told}"
        for text in _INLINE.findall(prose)
        for words in _commands(re.sub(r"<([\w-]+)>", r"\1", text))
        if (told := _trouble(words))
    ]
    assert not wrong


@pytest.mark.parametrize(
    "made_up",
    [
        "make no-such-target",
        "make test NO_SUCH=1",
        "owc users forget ME",
        "owc users list --no-such",
        "owc users show ONE TWO",
        "owc backup create --via 'docker compose exec -T mysql'",
        "docker compose --profile tls --profile no-such up",
        "docker compose up --scale leger=2",
        "docker compose exec gateway python -m owc users lst",
        "kubectl exec deployment/gateway -- python -m owc docter",
        "deploy/no-such-file --check",
    ],
)
def test_what_is_made_up_is_noticed(made_up: str) -> None:
    (words,) = _commands(made_up)
    assert _trouble(words)


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
    """What the command names and is not there; empty where all is."""
    program = Path(words[0]).name
    if program in _OF_PROGRAM:
        return _OF_PROGRAM[program](words[1:])
    if words[:3] == ["python", "-m", "owc"]:
        return _owc(words[3:])
    if "/" in words[0] and not words[0].startswith(("/", "~")):
        return "" if (ROOT / words[0]).exists() else "no such file"
    return ""


def _make(words: list[str]) -> str:
    given = {word.partition("=")[0] for word in words if "=" in word}
    unknown = {word for word in words if "=" not in word} - _TARGETS
    unknown |= {name for name in given if not re.search(rf"\b{name}\b", _MAKEFILE)}
    return f"no target or variable {', '.join(sorted(unknown))}" if unknown else ""


def _owc(words: list[str]) -> str:
    command: Any = typer.main.get_command(app)
    while words and hasattr(command, "commands"):
        if words[0] not in command.commands:
            return f"no command {words[0]}"
        command, words = command.commands[words[0]], words[1:]
    if hasattr(command, "commands"):
        return ""
    try:
        # A text may leave out what is needed, as `owc backup restore`; it may not make things up.
        parser = command.make_parser(Context(command))
        given, left_over, _ = parser.parse_args(words)
    except UsageError as error:
        return error.format_message()
    if left_over:
        return f"too many words: {' '.join(left_over)}"
    via = given.get("via")
    return _trouble(shlex.split(via)) if via else ""


def _docker(words: list[str]) -> str:
    named: list[str] = []
    plain: list[str] = []
    rest = iter(words)
    for word in rest:
        if word in _WITH_VALUE:
            value = next(rest, "")
            if word == "--profile" and value not in _PROFILES:
                return f"no profile {value}"
            if word == "--scale":
                named.append(value.partition("=")[0])
        elif not word.startswith("-"):
            plain.append(word)
            if len(plain) > 2 and plain[1] in _IN_ONE_SERVICE:
                break  # what follows is the program's, there
    if plain[:1] == ["compose"] and plain[1:]:
        named += _services_of(*plain)
    if unknown := set(named) - _COMPOSE.keys():
        return f"no service {', '.join(sorted(unknown))}"
    there = list(rest)
    return _trouble(there) if there else ""


def _services_of(_: str, verb: str, *arguments: str) -> tuple[str, ...]:
    if verb in _OF_NONE:
        return tuple(word.partition(":")[0] for word in arguments if ":" in word)
    return arguments if verb in _OF_SERVICES | _IN_ONE_SERVICE else (f"and no command {verb}",)


def _kubectl(words: list[str]) -> str:
    return _trouble(words[words.index("--") + 1 :]) if "--" in words else ""


_OF_PROGRAM = {"make": _make, "owc": _owc, "docker": _docker, "kubectl": _kubectl}
