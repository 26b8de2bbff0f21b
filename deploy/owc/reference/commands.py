"""docs/cli.md: every command of `owc`, written from the commands themselves."""

from collections.abc import Iterator
from typing import Any

import typer.main

from owc.cli import app

_EVERYWHERE = {"--json", "--home", "--help", "--dry-run", "--idempotency-key", "--yes"}
_TOP = """\
# The command line

Written from the commands by `make docs`; a test compares. `.venv/bin/owc` after `make
install`, `python -m owc` in a container: `docker compose exec gateway python -m owc users list`.

**Where and as whom.** `OWC_URL` with `OWC_TOKEN` (an administrator's, of `POST /auth/login`),
with `OWC_ADMIN_USERNAME` and `OWC_ADMIN_PASSWORD` (and `OWC_OTP` where there is a second factor),
or with `OWC_API_KEY`. Without them `credentials.env` in `OWC_HOME`, which `owc up` and `owc init`
write. What it holds is sent to the address that it names and to no other.

**Everywhere.** `--json` prints data to stdout as the API sends it, with all digits; messages go
to stderr. `--home` is `OWC_HOME`. Whatever changes something goes through the API, is audited
under the administrator's name, and has an idempotency key: after an unknown outcome, repeat it
with the `--idempotency-key` that was printed. `--dry-run` sends nothing: it shows the API's own
preview where there is one, and the request. Commands marked \N{BLACK DIAMOND} change much at
once: they ask, or need `--yes`.

**Exit status.** 0 done, 1 refused or failed, 2 wrong usage, 3 an invariant is broken.
"""


def written() -> str:
    return _TOP + "".join(_section(name, command) for name, command in _nouns())


def _nouns() -> Iterator[tuple[str, Any]]:
    root: Any = typer.main.get_command(app)
    single = {name: c for name, c in root.commands.items() if not hasattr(c, "commands")}
    yield "owc", single
    for name, command in root.commands.items():
        if name not in single:
            yield f"owc {name}", command


def _section(name: str, group: Any) -> str:
    commands = group if isinstance(group, dict) else group.commands
    text = "" if isinstance(group, dict) else f"{group.help}\n"
    rows = "".join(_row(name, verb, command) for verb, command in commands.items())
    return f"\n## {name}\n{text}\n| command | what it does |\n|---|---|\n{rows}"


def _row(name: str, verb: str, command: Any) -> str:
    own = [p for p in command.params if not _EVERYWHERE & set(p.opts)]
    arguments = "".join(f" {_argument(p)}" for p in own if p.param_type_name == "argument")
    options = [p for p in own if p.param_type_name == "option"]
    needed = "".join(f" {_option(p)}" for p in options if p.required)
    asks = " \N{BLACK DIAMOND}" if any("--yes" in p.opts for p in command.params) else ""
    said = [" ".join((command.help or "").split())]
    said += [f"`{_option(p)}`{_explained(p)}" for p in [*_explicable(options)]]
    return f"| `{name} {verb}{arguments}{needed}`{asks} | {'<br>'.join(said)} |\n"


def _explicable(options: list[Any]) -> list[Any]:
    """A reason explains itself."""
    return [p for p in options if not (p.required and "--reason" in p.opts)]


def _argument(parameter: Any) -> str:
    name = parameter.name.upper() + ("…" if parameter.nargs != 1 else "")
    return name if parameter.required else f"[{name}]"


def _option(parameter: Any) -> str:
    flag = parameter.opts[0]
    return flag if parameter.is_flag else f"{flag} {parameter.name.upper()}"


def _explained(parameter: Any) -> str:
    text = (parameter.help or "").replace("|", "\\|")
    return f": {text}" if text else ""
