"""`owc ledger`: transfers, and whether every invariant holds."""

from pathlib import Path
from typing import Annotated

import typer

from owc.api import Api, with_query
from owc.screen import View
from owc.verbs import DEFAULT_HOME, AsJson, Change, Home, Limit, Reason, Since, Until, change, look

app = typer.Typer(no_args_is_help=True, help="Transfers, and whether every invariant holds.")


@app.command()
def verify(
    home: Home = DEFAULT_HOME,
    database_url: Annotated[
        str, typer.Option(envvar="OWC_DATABASE_URL", help="Else that of OWC_HOME.")
    ] = "",
    *,
    as_json: AsJson = False,
) -> None:
    """Check every invariant in the ledger's database; exit 3 when one is broken."""
    from owc.verify import verify_ledger

    raise typer.Exit(verify_ledger(Path(home), database_url, as_json=as_json))


@look(app, "transfers")
def transfers(
    api: Api,
    user: Annotated[str, typer.Option(help="Only of this user.")] = "",
    model: Annotated[str, typer.Option(help="Only of this model.")] = "",
    type: Annotated[str, typer.Option(help="Only of this type: deduct, grant, …")] = "",  # noqa: A002
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
) -> View:
    """Show transfers, newest first."""
    data = api.get(
        "/api/credits/transactions",
        user_id=user,
        model_id=model,
        type=type,
        since=since,
        until=until,
        limit=limit,
    )
    columns = ("id", "created_at", "user_id", "type=transaction_type", "amount", "balance_after")
    return View(data, data["transactions"], (*columns, "model=model_id", "actor", "reason"))


@change(app, "reverse")
def reverse(api: Api, transfer: int, reason: Reason) -> Change:
    """Undo a transfer, once, by its opposite."""
    path = f"/api/credits/transactions/{transfer}/reverse"
    return Change(path=path, body={"reason": reason}, done=f"reverse transfer {transfer}")


@change(app, "reset", bulk=True)
def reset(
    api: Api,
    reason: Reason,
    *,
    force: Annotated[bool, typer.Option(help="Grant this period's allowance again.")] = False,
) -> Change:
    """Grant what is due of this period's allowance now, to everybody."""

    def preview() -> View:
        state = api.get("/api/reset/status")
        due = "is due" if state["needs_reset"] else "was done"
        note = f"the reset of {state['period']} {due}"
        return View(state, columns=("period", "needs_reset", "last_reset_date"), note=note)

    path = with_query("/api/reset/manual", {"force": force, "reason": reason})
    again = " again" if force else ""
    return Change(path=path, done=f"grant this period's allowance{again}", preview=preview)
