"""`owc config`: the settings of every service, and what is wrong with them."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from owc.screen import View, show
from owc.verbs import DEFAULT_HOME, FAILED, AsJson, Home

app = typer.Typer(no_args_is_help=True, help="The settings of every service.")
EnvFile = Annotated[
    Path | None,
    typer.Option(
        exists=True,
        dir_okay=False,
        help="That of docker compose, if not .env beside docker-compose.yml.",
    ),
]


@app.command("show")
def show_settings(
    home: Home = DEFAULT_HOME,
    env_file: EnvFile = None,
    *,
    all_settings: Annotated[bool, typer.Option("--all", help="Defaults as well.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show what each service is told; secrets are masked."""
    from owc.configuration import environments, shown
    from owc.home import Home as Installation

    rows = [
        asdict(setting)
        for service, environment in environments(Installation(home), env_file).items()
        for setting in shown(environment, service)
        if all_settings or not setting.is_default
    ]
    show(View(rows, rows, ("service", "name", "value", "description")), as_json=as_json)


@app.command()
def check(home: Home = DEFAULT_HOME, env_file: EnvFile = None, *, as_json: AsJson = False) -> None:
    """Name every wrong setting of every service at once; exit 1 when there is one.

    A name that is no setting's is told, and ignored as the services do.
    """
    from owc.configuration import check as look_at
    from owc.configuration import environments, unknown
    from owc.home import Home as Installation

    found = environments(Installation(home), env_file)
    checked = [look_at(environment, service) for service, environment in found.items()]
    rows = [{"service": one.service, "wrong": one.wrong} for one in checked]
    lines = [{"service": one.service, "setting": text} for one in checked for text in one.wrong]
    note = f"{len(lines)} wrong" if lines else f"the settings of {len(rows)} services are in order"
    show(View(rows, lines, ("service", "setting"), note), as_json=as_json)
    for text in unknown(Installation(home), env_file):
        typer.echo(text, err=True)
    raise typer.Exit(FAILED if lines else 0)
