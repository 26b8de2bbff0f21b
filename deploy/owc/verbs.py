"""The two kinds of command: `look` reads, `change` writes. Both are registered by a decorator.

A command describes what it wants and these carry it out, so that --json, --dry-run, --yes and
idempotency keys work alike everywhere.
"""

import inspect
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from owc.api import Api, ApiError, Upload
from owc.catalog import ROOT
from owc.connection import connect, with_key
from owc.screen import View, ask, say, show, write_json

DEFAULT_HOME = ROOT / ".owc"
OK, FAILED, USAGE, BROKEN = 0, 1, 2, 3

Home = Annotated[
    Path, typer.Option("--home", envvar="OWC_HOME", help="Folder with credentials.env.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Data as JSON.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be sent; send nothing.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
Key = Annotated[
    str, typer.Option("--idempotency-key", help="Repeat a change whose outcome is unknown.")
]
_WHY = typer.Option("--reason", help="Why; it is kept in the audit log.")
Reason = Annotated[str, _WHY]
OptionalReason = Annotated[str | None, _WHY]


def amount_of(text: str) -> Decimal:
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise typer.BadParameter(f"{text!r} is not a number") from None
    if not amount.is_finite():
        raise typer.BadParameter(f"{text!r} is not a number")
    return amount


def _moment(text: str) -> str:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no time: 2026-12-31 or 2026-12-31T18:00Z") from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()


Amount = Annotated[Decimal, typer.Argument(parser=amount_of, metavar="AMOUNT")]
Since = Annotated[str | None, typer.Option(parser=_moment, metavar="TIME", help="From then on.")]
Until = Annotated[str | None, typer.Option(parser=_moment, metavar="TIME", help="Until then.")]
Limit = Annotated[int, typer.Option(min=1, help="So many rows at most.")]
MOMENT: dict[str, Any] = {"parser": _moment, "metavar": "TIME"}
AMOUNT: dict[str, Any] = {"parser": amount_of, "metavar": "AMOUNT"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A request that changes something, and what to say when it is done.

    `preview` asks the API what would happen; a dry run shows it. `failure` finds a refusal in an
    answer that has status 200. `columns` are what a person sees of the answer.
    """

    method: str = "POST"
    path: str
    body: Any = None
    done: str
    preview: Callable[[], View] | None = None
    failure: Callable[[Any], str] = lambda _: ""
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mode:
    """How a change is to be carried out."""

    home: Path
    as_json: bool
    dry_run: bool
    idempotency_key: str
    yes: bool = True


Command = Callable[..., Any]


def look(noun: typer.Typer, name: str) -> Callable[[Command], Command]:
    """Register a function of (api, …) that answers a View."""

    def register(function: Command) -> Command:
        def command(*, home: Path, as_json: bool, **given: Any) -> None:
            show(function(connect(home), **given), as_json=as_json)

        options: dict[str, Any] = {"as_json": (AsJson, False), "home": (Home, DEFAULT_HOME)}
        noun.command(name)(_with_options(command, function, options))
        return function

    return register


def change(
    noun: typer.Typer, name: str, *, bulk: bool = False, by_key: bool = False
) -> Callable[[Command], Command]:
    """Register a function of (api, …) that answers a Change.

    `bulk` asks before it is sent; `by_key` is for what only API keys may do.
    """

    def register(function: Command) -> Command:
        def command(**given: Any) -> None:
            taken = {option: given.pop(option) for option in options}
            mode = Mode(**taken)
            api = with_key(mode.home) if by_key else connect(mode.home)
            _carry_out(api, function(api, **given), mode)

        options: dict[str, Any] = {
            "dry_run": (DryRun, False),
            "as_json": (AsJson, False),
            "idempotency_key": (Key, ""),
            "home": (Home, DEFAULT_HOME),
        }
        if bulk:
            options = {"yes": (Yes, False), **options}
        noun.command(name)(_with_options(command, function, options))
        return function

    return register


def _with_options(command: Command, function: Command, options: dict[str, Any]) -> Command:
    """`command` with the parameters of `function` but the first, and those of `options`."""
    hints = get_type_hints(function, include_extras=True)
    own = list(inspect.signature(function).parameters.values())[1:]
    parameters = [
        parameter.replace(kind=parameter.KEYWORD_ONLY, annotation=hints[parameter.name])
        for parameter in own
    ]
    parameters += [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, (kind, default) in options.items()
    ]
    signature = inspect.Signature(parameters)
    command.__signature__ = signature  # type: ignore[attr-defined]
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    command.__doc__ = function.__doc__
    return command


def _carry_out(api: Api, wanted: Change, mode: Mode) -> None:
    if mode.dry_run:
        _say_what_would_happen(api, wanted, mode)
        return
    if not mode.yes and not _confirmed(wanted, mode):
        say("nothing was changed; --yes does it without a question")
        raise typer.Exit(USAGE)
    key = mode.idempotency_key or str(uuid.uuid4())
    try:
        text = api.send(wanted.method, wanted.path, wanted.body, key=key)
    except ApiError as error:
        if error.outcome_is_unknown:
            say(f"whether it was done is unknown; the same again: --idempotency-key {key}")
        raise
    answer = api.parse(text)
    failure = wanted.failure(answer)
    show(View(answer, columns=wanted.columns, note=failure or wanted.done), as_json=mode.as_json)
    if failure:
        raise typer.Exit(FAILED)


def _confirmed(wanted: Change, mode: Mode) -> bool:
    if mode.as_json:
        return False
    if wanted.preview:
        show(wanted.preview(), as_json=False)
    return ask(f"{wanted.done}?")


def _say_what_would_happen(api: Api, wanted: Change, mode: Mode) -> None:
    body = wanted.body
    if isinstance(body, Upload):
        body = f"{len(body.content)} bytes of {body.media_type}"
    preview = wanted.preview() if wanted.preview else None
    if mode.as_json:
        sent = {"method": wanted.method, "url": api.url + wanted.path, "body": body}
        seen = {"preview": preview.data} if preview else {}
        write_json({"dry_run": True, "would_send": sent, **seen})
        return
    if preview:
        show(preview, as_json=False)
    say(f"dry run, nothing was sent. It would be: {wanted.method} {api.url}{wanted.path}")
    if body is not None:
        write_json(body)
