"""`owc import …`."""

import re
import sys
from decimal import localcontext
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from owc.api import ApiError
from owc.connection import connect
from owc.screen import say
from owc.verbs import DEFAULT_HOME, FAILED, AsJson, DryRun, Home

app = typer.Typer(no_args_is_help=True, help="Take over from a system that was used before.")
_SOURCE = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")


@app.callback()
def _several() -> None:
    """Take over from a system that was used before."""


@app.command("credit-system")
def credit_system(
    address: Annotated[
        str, typer.Option("--from", help="postgresql://… or the file credit_admin.db.")
    ],
    source: Annotated[
        str, typer.Option(help="Names that installation: a balance is taken once per source.")
    ] = "credit-system",
    decimals: Annotated[
        int | None,
        typer.Option(min=0, max=12, help="Round balances to these, not to the finest price."),
    ] = None,
    time_zone: Annotated[str, typer.Option(help="Zone of the old time stamps.")] = "UTC",
    home: Home = DEFAULT_HOME,
    *,
    dry_run: DryRun = False,
    only_known: Annotated[
        bool, typer.Option("--only-known", help="Leave out users whom sync did not tell of yet.")
    ] = False,
    unpriced: Annotated[
        bool,
        typer.Option(
            "--unpriced", help="Also take the price 0.001 / 0.004 that unpriced models have."
        ),
    ] = False,
    users: Annotated[bool, typer.Option("--users", help="Show every user.")] = False,
    as_json: AsJson = False,
) -> None:
    """Take over balances, prices, groups, settings and history; again, it changes nothing.

    Exit 1 when something was refused, 3 when the sums disagree or history is not whole.
    """
    from owc.importing.credit_system import Wishes, take_over
    from owc.importing.figures import WIDE
    from owc.importing.old_database import UnreadableError

    zone = _zone(time_zone)
    wishes = Wishes(_source(source), dry_run, decimals, zone, only_known, unpriced)
    try:
        with localcontext(prec=WIDE):
            report = take_over(connect(home), address, wishes)
            shown, status = report.written(as_json=as_json, with_users=users), report.status
    except (UnreadableError, ApiError) as error:
        say(error.for_people() if isinstance(error, ApiError) else str(error))
        say("what was taken over until now stays and is not repeated: run it again")
        raise typer.Exit(FAILED) from None
    sys.stdout.write(shown)
    raise typer.Exit(status)


def _source(name: str) -> str:
    if not _SOURCE.fullmatch(name):
        raise typer.BadParameter("small letters, digits, . _ - only", param_hint="--source")
    return name


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise typer.BadParameter(
            f"{name!r} is not a known zone", param_hint="--time-zone"
        ) from None
