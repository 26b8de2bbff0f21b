"""`owc`: run the system, look at it, change it. 0 ok, 1 error, 2 usage, 3 invariant broken."""

import sys
from typing import Annotated

import typer

from owc.api import ApiError
from owc.connection import NoCredentialsError
from owc.importing.command import app as importing
from owc.nouns import (
    backup,
    billing,
    config,
    demo,
    events,
    groups,
    holds,
    keys,
    ledger,
    limits,
    prices,
    sync,
    users,
)
from owc.nouns.doctor import doctor
from owc.nouns.init import init
from owc.screen import say
from owc.verbs import DEFAULT_HOME, FAILED, Home

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    help=__doc__,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command()(init)
app.command()(doctor)
app.add_typer(config.app, name="config")
app.add_typer(users.app, name="users")
app.add_typer(groups.app, name="groups")
app.add_typer(limits.app, name="limits")
app.add_typer(holds.app, name="holds")
app.add_typer(prices.app, name="prices")
app.add_typer(billing.plans, name="plans")
app.add_typer(billing.payments, name="payments")
app.add_typer(demo.app, name="demo")
app.add_typer(keys.app, name="keys")
app.add_typer(ledger.app, name="ledger")
app.add_typer(sync.app, name="sync")
app.add_typer(importing, name="import")
app.add_typer(backup.app, name="backup")
app.add_typer(events.outbox, name="outbox")
app.add_typer(events.letters, name="dead-letters")


@app.command()
def up(
    home: Home = DEFAULT_HOME,
    port: Annotated[int, typer.Option(envvar="PORT", min=1, max=65535)] = 8000,
    *,
    detach: Annotated[bool, typer.Option(help="Return when ready; `owc down` stops it.")] = False,
) -> None:
    """Start everything and wait; Ctrl-C stops it."""
    from owc import local

    raise typer.Exit(local.up_detached(home, port) if detach else local.up(home, port))


@app.command()
def down(
    home: Home = DEFAULT_HOME,
    *,
    purge: Annotated[bool, typer.Option(help="Then delete OWC_HOME and all its data.")] = False,
) -> None:
    """Stop what `up` started in this OWC_HOME, and nothing else."""
    from owc import local

    raise typer.Exit(local.down(home, purge=purge))


@app.command()
def status(
    home: Home = DEFAULT_HOME,
    *,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Show each process: running, port, id, uptime, memory. Exit 1 when one is missing."""
    from owc import local

    raise typer.Exit(local.status(home, as_json=as_json))


@app.command()
def logs(
    home: Home = DEFAULT_HOME,
    *,
    follow: Annotated[bool, typer.Option(help="Go on until Ctrl-C.")] = True,
) -> None:
    """Show the logs of all processes."""
    from owc.tail import tail

    raise typer.Exit(tail(home / "logs", follow=follow))


def main() -> None:
    """Entry point of the `owc` command."""
    try:
        app(prog_name="owc")
    except ApiError as error:
        say(error.for_people())
    except NoCredentialsError as error:
        say(str(error))
    else:
        return
    sys.exit(FAILED)
