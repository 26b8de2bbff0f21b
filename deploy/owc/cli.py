"""`owc`: run the system here, look at it, verify it. 0 ok, 1 error, 2 usage, 3 invariant broken."""

from pathlib import Path
from typing import Annotated

import typer

from owc.catalog import ROOT

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__, rich_markup_mode=None)
ledger = typer.Typer(no_args_is_help=True, help="The ledger's own truths.")
app.add_typer(ledger, name="ledger")

HomeOption = Annotated[
    Path, typer.Option("--home", envvar="OWC_HOME", help="Folder of ports, secrets, logs and data.")
]
DEFAULT_HOME = ROOT / ".owc"


@app.command()
def up(
    home: HomeOption = DEFAULT_HOME,
    port: Annotated[int, typer.Option(envvar="PORT", min=1, max=65535)] = 8000,
    *,
    detach: Annotated[bool, typer.Option(help="Return when ready; `owc down` stops it.")] = False,
) -> None:
    """Start everything and wait; Ctrl-C stops it."""
    from owc import local

    raise typer.Exit(local.up_detached(home, port) if detach else local.up(home, port))


@app.command()
def down(
    home: HomeOption = DEFAULT_HOME,
    *,
    purge: Annotated[bool, typer.Option(help="Then delete OWC_HOME and all its data.")] = False,
) -> None:
    """Stop what `up` started in this OWC_HOME, and nothing else."""
    from owc import local

    raise typer.Exit(local.down(home, purge=purge))


@app.command()
def status(
    home: HomeOption = DEFAULT_HOME,
    *,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Show each process: running, port, id, uptime, memory. Exit 1 when one is missing."""
    from owc import local

    raise typer.Exit(local.status(home, as_json=as_json))


@app.command()
def logs(
    home: HomeOption = DEFAULT_HOME,
    *,
    follow: Annotated[bool, typer.Option(help="Go on until Ctrl-C.")] = True,
) -> None:
    """Show the logs of all processes."""
    from owc.tail import tail

    raise typer.Exit(tail(home / "logs", follow=follow))


@ledger.command()
def verify(
    home: HomeOption = DEFAULT_HOME,
    database_url: Annotated[
        str, typer.Option(envvar="OWC_DATABASE_URL", help="Else that of OWC_HOME.")
    ] = "",
    *,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Check every invariant of the ledger; exit 3 when one is broken."""
    from owc.verify import verify_ledger

    raise typer.Exit(verify_ledger(home, database_url, as_json=as_json))


def main() -> None:
    """Entry point of the `owc` command."""
    app()
