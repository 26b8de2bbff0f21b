"""`owc backup`: take one, prove that it can be restored, restore it."""

from pathlib import Path
from typing import Annotated

import typer

from owc.backup.create import Backup, BadBackupError
from owc.backup.create import create as take
from owc.backup.folder import DEFAULT, backups_folder, prune
from owc.backup.server import Server, ToolFailedError
from owc.catalog import SERVICES
from owc.screen import View, ask, say, show
from owc.verbs import BROKEN, DEFAULT_HOME, FAILED, USAGE, AsJson, DryRun, Home, Yes

app = typer.Typer(no_args_is_help=True, help="Take a backup, prove it, restore it.")
Folder = Annotated[Path, typer.Argument(exists=True, file_okay=False, help="A whole backup.")]
Via = Annotated[str, typer.Option(help="Run the tools there: 'docker compose exec -T postgres'.")]
ServerUrl = Annotated[
    str, typer.Option(envvar="OWC_SERVER_URL", help="A server's postgresql:// superuser address.")
]


@app.command()
def create(
    into: Annotated[
        Path | None,
        typer.Option("--to", help="Folder of backups; else OWC_BACKUP_DIR, else backups/ here."),
    ] = None,
    keep: Annotated[
        int | None, typer.Option(min=1, help="Then remove all but so many of the newest in it.")
    ] = None,
    via: Via = "",
    server_url: ServerUrl = "",
    home: Home = DEFAULT_HOME,
    *,
    as_json: AsJson = False,
) -> None:
    """Dump all databases, each as one snapshot, all begun at the same moment."""
    servers = _servers(home, via, server_url)
    into = into or backups_folder() or DEFAULT
    try:
        made = take(servers, into)
        removed = prune(into, keep) if keep else []
    except (ToolFailedError, OSError) as error:
        raise _failed(str(error)) from None
    size = sum(entry["bytes"] for entry in made.manifest["databases"].values())
    data = {"folder": str(made.folder), "bytes": size, "removed": removed, **made.manifest}
    columns = ("folder", "bytes", "began_at", "finished_at", "removed")
    note = "keep the secrets (.env, or state/secrets.json of OWC_HOME) elsewhere"
    show(View(data, columns=columns, note=note), as_json=as_json)


@app.command()
def verify(folder: Folder, server_url: ServerUrl = "", *, as_json: AsJson = False) -> None:
    """Restore it into a scratch server and check every invariant; exit 3 when one is broken."""
    from owc.backup.verify import verify as prove

    try:
        verdict = prove(Backup.read(folder), server_url)
    except (BadBackupError, ToolFailedError, OSError) as error:
        raise _failed(str(error)) from None
    data = {"ok": not verdict.breaches, "breaches": verdict.breaches, "notes": verdict.notes}
    rows = [{"database": name, "rows": count} for name, count in verdict.rows.items()]
    broken = len(verdict.breaches)
    held = f"{broken} invariants are broken" if broken else "it is sound"
    note = "\n".join([*verdict.notes, *verdict.breaches, held])
    view = View({**data, "rows": verdict.rows}, rows, ("database", "rows"), note)
    show(view, as_json=as_json)
    raise typer.Exit(BROKEN if verdict.breaches else 0)


@app.command()
def restore(
    folder: Folder,
    via: Via = "",
    server_url: ServerUrl = "",
    home: Home = DEFAULT_HOME,
    *,
    dry_run: DryRun = False,
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Put a backup in the place of all databases. The services must be stopped."""
    from owc.backup.local import stopped_servers
    from owc.backup.restore import replace

    try:
        backup = Backup.read(folder)
        taken = f"the backup of {backup.manifest['began_at'][:19]}"
        if dry_run:
            say(f"dry run: {taken} is whole and would replace all databases")
            return
        if not yes and not ask(f"replace all databases by {taken}?"):
            say("nothing was changed; --yes does it without a question")
            raise typer.Exit(USAGE)
        if via or server_url:
            replace(backup, Server(server_url, via))
            say("now empty Redis (docker volume rm owc_redis), then start the services")
        else:
            with stopped_servers(home) as server:
                replace(backup, server)
        restored = {"restored": str(folder), **backup.manifest}
        show(View(restored, rows=(), note=f"{taken} is in place"), as_json=as_json)
    except (BadBackupError, ToolFailedError, OSError) as error:
        raise _failed(str(error)) from None


def _servers(home: Path, via: str, server_url: str) -> dict[str, Server]:
    if via or server_url:
        return dict.fromkeys(SERVICES, Server(server_url, via))
    from owc.home import Home as Installation

    known = Installation(home.absolute()).read("databases")
    if not known:
        raise _failed("no databases: give --via or --server-url, or run `owc up` first")
    return {service: Server(known[service]) for service in SERVICES}


def _failed(message: str) -> typer.Exit:
    say(message)
    return typer.Exit(FAILED)
