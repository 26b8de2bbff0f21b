"""`owc limits`: caps for a user, a group or everybody."""

from typing import Annotated

import typer

from owc.api import Api, segment, with_query
from owc.screen import View
from owc.verbs import Amount, Change, OptionalReason, change, look

app = typer.Typer(no_args_is_help=True, help="Caps for a user, a group or everybody.")
_LIMITS = "/api/credits/limits"


@look(app, "list")
def list_limits(
    api: Api, user: Annotated[str, typer.Option(help="With what is left.")] = ""
) -> View:
    """Show all limits, or what applies to one user and what is left of it."""
    if user:
        rows = api.get(f"/api/credits/user/{segment(user)}/limits")
        columns = ("id", "scope", "metric", "model_id", "per", "cap", "used", "left", "frees_at")
        return View(rows, rows, columns)
    rows = api.get(_LIMITS)
    return View(
        rows, rows, ("id", "scope", "subject", "metric", "model_id", "per", "cap", "source")
    )


@change(app, "set")
def set_limit(
    api: Api,
    amount: Amount,
    per: Annotated[str, typer.Option(help="day, week or month.")],
    user: Annotated[str, typer.Option(help="For this user.")] = "",
    group: Annotated[str, typer.Option(help="For each member of this group.")] = "",
    model: Annotated[str | None, typer.Option(help="Only for this model.")] = None,
    metric: Annotated[
        str, typer.Option(help="credits, tokens_input, tokens_output, requests, images, …")
    ] = "credits",
    reason: OptionalReason = None,
) -> Change:
    """Set a cap; without --user and --group it is everybody's."""
    if user and group:
        raise typer.BadParameter("give --user or --group, not both")
    scope = "user" if user else "group" if group else "everyone"
    body = {
        "scope": scope,
        "subject": user or group or None,
        "metric": metric,
        "model_id": model,
        "per": per,
        "cap": amount,
        "reason": reason or "",
    }
    done = f"cap {user or group or 'everybody'} at {amount} {metric} a {per}"
    return Change(path=_LIMITS, body=body, done=done)


@change(app, "remove")
def remove(api: Api, limit: str, reason: OptionalReason = None) -> Change:
    """Take a cap away."""
    path = with_query(f"{_LIMITS}/{segment(limit)}", {"reason": reason})
    return Change(method="DELETE", path=path, done=f"remove limit {limit}")
