"""`owc sync`: how users, groups and models are kept as in Open WebUI."""

from typing import Annotated, Any

import typer

from owc.api import Api, ApiError, with_query
from owc.screen import View
from owc.verbs import Change, Limit, change, look

app = typer.Typer(no_args_is_help=True, help="Users, groups and models as in Open WebUI.")
_KINDS = ("all", "users", "groups", "user-groups", "models")


@change(app, "run")
def run(
    api: Api,
    what: Annotated[str, typer.Argument(help=", ".join(_KINDS))] = "all",
    *,
    force: Annotated[bool, typer.Option(help="Believe a reading that closes very many.")] = False,
) -> Change:
    """Synchronise now."""
    if what not in _KINDS:
        raise typer.BadParameter(f"must be one of {', '.join(_KINDS)}")
    path = f"/api/credits/sync-{what}"

    def preview() -> View:
        seen = api.post(with_query(path, {"dry_run": True}), None)
        return View(seen, columns=("status", "changes"), note=seen["message"])

    return Change(
        path=with_query(path, {"force": force or None}),
        done=f"synchronise {what}",
        preview=preview,
        failure=_failure,
        columns=("status", "message", "changes", "run_id"),
    )


def _failure(answer: dict[str, Any]) -> str:
    return "" if answer["status"] == "success" else str(answer["message"])


@change(app, "cancel")
def cancel(api: Api, run_id: Annotated[int, typer.Argument(metavar="RUN")]) -> Change:
    """Stop a run that is running (see runs). What it has written stays."""
    path = f"/api/sync/runs/{run_id}/cancel"
    return Change(path=path, done=f"stop run {run_id}", columns=("id", "status", "cancelled_by"))


@look(app, "status")
def status(api: Api) -> View:
    """Show when it last worked and what is known."""
    data = api.get("/api/sync/status")
    last = ("last=last_run.status", "at=last_run.finished_at")
    success = "last success=last_success.finished_at"
    columns = ("running", "interval_s", *last, success, "totals", "sources", "hints_accepted")
    return View(data, columns=columns)


@look(app, "drift")
def drift(api: Api) -> View:
    """Show what differs now; nothing is changed."""
    data = api.get("/api/sync/drift")
    if data["errors"]:
        raise ApiError(0, "; ".join(error["message"] for error in data["errors"]))
    rows = [{"kind": kind, **counts} for kind, counts in data["kinds"].items()]
    columns = ("kind", "seen", "created", "changed", "closed", "refused")
    return View(data, rows, columns, "in sync" if data["in_sync"] else "not in sync")


@look(app, "runs")
def runs(api: Api, limit: Limit = 20) -> View:
    """Show past runs, newest first."""
    data = api.get("/api/sync/runs", limit=limit)
    columns = ("id", "started_at", "trigger", "actor", "status", "counts", "errors")
    return View(data, data["runs"], columns)
