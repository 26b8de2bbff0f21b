"""`owc holds`: credits that are reserved for model calls."""

from typing import Annotated

import typer

from owc.api import Api, segment
from owc.screen import View
from owc.verbs import Change, Limit, Reason, change, look

app = typer.Typer(no_args_is_help=True, help="Credits that are reserved for model calls.")
_HOLDS = "/api/ledger/holds"


@look(app, "list")
def list_holds(
    api: Api,
    user: Annotated[str, typer.Option(help="Only of this user.")] = "",
    status: Annotated[
        str, typer.Option(help="open, or with --user: settled, released, expired.")
    ] = "open",
    limit: Limit = 50,
) -> View:
    """Show holds, newest first."""
    data = api.get(_HOLDS, user_id=user, status=status, limit=limit)
    columns = ("id", "user_id", "model_id", "amount", "counted_amount", "opened_at", "expires_at")
    return View(data, data["holds"], columns, "there are more" if data["next"] else "")


@look(app, "show")
def show(api: Api, hold: str) -> View:
    """Show one hold, what it has counted and what it became."""
    return View(api.get(f"{_HOLDS}/{segment(hold)}"))


@change(app, "release")
def release(api: Api, hold: str, reason: Reason) -> Change:
    """End a hold now; what it has counted is charged, and a late settlement is still owed."""
    path = f"{_HOLDS}/{segment(hold)}/release"
    columns = ("id", "status", "amount", "counted_amount", "transaction_ids")
    return Change(path=path, body={"reason": reason}, done=f"end hold {hold}", columns=columns)
