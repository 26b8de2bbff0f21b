"""`owc users`: balances, grants, and who may spend."""

from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer

from owc.api import Api, Upload, segment, with_query
from owc.screen import View
from owc.verbs import AMOUNT, MOMENT, Amount, Change, Reason, change, look

app = typer.Typer(no_args_is_help=True, help="Balances, grants, and who may spend.")
User = Annotated[str, typer.Argument(help="The user's id in Open WebUI.")]
Expires = Annotated[str | None, typer.Option(help="Unspent credits end then.", **MOMENT)]
By = Annotated[Decimal, typer.Option("--by", help="Credits; negative takes away.", **AMOUNT)]
File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="CSV: user_id, amount, …")]
_BATCHES = "/api/ledger/grant-batches"
_POSTED = ("user_id", "amount", "balance", "transaction_id", "replayed")


@look(app, "list")
def list_users(
    api: Api,
    search: Annotated[str, typer.Option(help="In id, name or e-mail.")] = "",
    status: Annotated[str, typer.Option(help="open, suspended or closed.")] = "",
) -> View:
    """Show all users with their balances."""
    wanted = search.lower()
    rows = [
        row
        for row in api.get("/api/credits/users")
        if wanted in f"{row['id']} {row['name']} {row['email']}".lower()
        and status in {"", row["status"]}
    ]
    columns = ("id", "name", "email", "credits", "held", "available", "group=group_id", "status")
    return View(rows, rows, columns, f"{len(rows)} users")


@look(app, "show")
def show_user(api: Api, user: User) -> View:
    """Show one user: balance, lots and limits."""
    place = f"/api/credits/user/{segment(user)}"
    account = api.get(place)
    lots = api.get("/api/credits/grants", user_id=user)["grants"]
    limits = api.get(f"{place}/limits")
    data = {**account, "lots": lots, "limits": limits}
    brief = {
        **account,
        "groups": [group["name"] for group in account["groups"]],
        "lots": [_lot(lot) for lot in lots],
        "limits": [_limit(limit) for limit in limits],
    }
    columns = ("id", "status", "credits", "held", "available", "groups", "lots", "limits")
    return View(data, [brief], columns)


def _lot(lot: dict[str, Any]) -> str:
    until = f" until {lot['expires_at'][:10]}" if lot["expires_at"] else ""
    return f"{lot['remaining']} {lot['source']}{until}"


def _limit(limit: dict[str, Any]) -> str:
    of_model = f" of {limit['model_id']}" if limit["model_id"] else ""
    what = limit["metric"].replace("_", " ") + of_model
    return f"{limit['left']} of {limit['cap']} {what} a {limit['per']}"


@change(app, "grant")
def grant(
    api: Api,
    user: User,
    amount: Amount,
    reason: Reason,
    source: Annotated[str, typer.Option(help="manual, promo or purchase.")] = "manual",
    expires: Expires = None,
) -> Change:
    """Give credits on top of what the user has; they survive the monthly reset."""
    body = {"user_id": user, "amount": amount, "reason": reason, "source": source}
    if expires:
        body["expires_at"] = expires
    done = f"grant {amount} credits to {user}"
    return Change(path="/api/credits/grants", body=body, done=done, columns=_POSTED)


@change(app, "grant-file", bulk=True)
def grant_file(api: Api, file: File, reason: Reason) -> Change:
    """Grant what a CSV file says, all of it or nothing. Undo it with `users undo`."""
    upload = Upload(file.read_bytes())

    def preview() -> View:
        path = with_query(_BATCHES, {"reason": reason, "dry_run": True})
        seen = api.parse(api.send("POST", path, upload))
        errors = [f"line {error['line']}: {error['message']}" for error in seen["errors"]]
        note = "\n".join([*errors, f"{len(seen['lines'])} grants, {seen['total']} credits"])
        return View(
            seen, seen["lines"], ("line", "user_id", "user_name", "amount", "balance"), note
        )

    path = with_query(_BATCHES, {"reason": reason, "dry_run": False})
    return Change(path=path, body=upload, done=f"grant what {file.name} says", preview=preview)


@look(app, "batches")
def batches(api: Api) -> View:
    """Show the files that were granted."""
    data = api.get(_BATCHES)
    return View(data, data["batches"], tuple(data["batches"][0]) if data["batches"] else ("id",))


@change(app, "undo", bulk=True)
def undo(api: Api, batch: str, reason: Reason) -> Change:
    """Take back every grant of a file."""
    path = f"{_BATCHES}/{segment(batch)}/undo"
    return Change(path=path, body={"reason": reason}, done=f"take back batch {batch}")


@change(app, "adjust")
def adjust(api: Api, user: User, by: By, reason: Reason) -> Change:
    """Add or take credits as a correction."""
    body = {"user_id": user, "amount": by, "reason": reason}
    done = f"adjust {user} by {by} credits"
    return Change(path="/api/ledger/adjustments", body=body, done=done, columns=_POSTED)


@change(app, "set")
def set_credits(api: Api, user: User, amount: Amount, reason: Reason) -> Change:
    """Set a balance to a figure; the difference is posted."""
    body = {"user_id": user, "credits": amount, "reason": reason}
    return Change(path="/api/credits/update", body=body, done=f"set {user} to {amount} credits")


@change(app, "suspend")
def suspend(api: Api, user: User, reason: Reason) -> Change:
    """Refuse every call until `users open`; what was used already is still charged."""
    return _account(user, {"status": "suspended", "reason": reason}, f"suspend {user}")


@change(app, "open")
def open_account(api: Api, user: User, reason: Reason) -> Change:
    """Let a suspended or closed user spend again."""
    return _account(user, {"status": "open", "reason": reason}, f"open {user}")


@change(app, "close")
def close(api: Api, user: User, reason: Reason) -> Change:
    """Close the account; its history stays."""
    return _account(user, {"status": "closed", "reason": reason}, f"close {user}")


@change(app, "credit-line")
def credit_line(api: Api, user: User, amount: Amount, reason: Reason) -> Change:
    """Let a balance go below zero by so much; 0 takes the line away."""
    done = f"give {user} a credit line of {amount}"
    return _account(user, {"credit_line": amount, "reason": reason}, done)


@change(app, "link", by_key=True)
def link(api: Api, user: User) -> Change:
    """Issue a link that opens the user's own page once, within five minutes."""
    return Change(path="/api/me/links", body={"user_id": user}, done=f"issue a link for {user}")


def _account(user: str, body: dict[str, Any], done: str) -> Change:
    return Change(path=f"/api/ledger/accounts/{segment(user)}", body=body, done=done)
