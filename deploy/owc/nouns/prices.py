"""`owc prices`: the price book, its history, files and proposals."""

from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer

from owc.api import Api, Upload, segment, with_query
from owc.screen import View
from owc.verbs import (
    AMOUNT,
    MOMENT,
    Change,
    Limit,
    OptionalReason,
    Reason,
    amount_of,
    change,
    look,
)

app = typer.Typer(no_args_is_help=True, help="The price book, its history, files and proposals.")
Model = Annotated[str, typer.Argument(help="The model's id.")]
Starts = Annotated[str | None, typer.Option("--from", help="In force from then on.", **MOMENT)]
Usd = Annotated[bool, typer.Option("--usd", help="Prices are US dollars.")]
Jump = Annotated[bool, typer.Option("--confirm-jump", help="Believe a very large change.")]
Units = Annotated[
    list[str] | None, typer.Option("--unit", help="Another unit: cached_input=0.0001, image=2.")
]
Search = Annotated[str, typer.Option(help="Only models whose id or name has this in it.")]
Batch = Annotated[str, typer.Argument(help="A batch of proposals, as `prices import` names it.")]
_MODELS = "/api/credits/models"
_MEDIA = {".csv": "text/csv", ".json": "application/json", ".xlsx": "application/octet-stream"}
_FORMATS = {".csv": "csv", ".xlsx": "xlsx"}


@look(app, "list")
def list_prices(api: Api, search: Search = "") -> View:
    """Show all models with their prices in credits per token."""
    rows = [
        row for row in api.get(_MODELS) if search.lower() in f"{row['id']} {row['name']}".lower()
    ]
    prices = ("input=prices.input", "output=prices.output")
    flags = ("free=is_free", "restricted=is_restricted", "priced")
    columns = ("id", "name", *prices, *flags, "since=effective_from")
    return View(rows, rows, columns, f"{len(rows)} models")


@look(app, "show")
def show_price(api: Api, model: Model) -> View:
    """Show the price of one model."""
    return View(api.get(f"/api/credits/model/{segment(model)}"))


@look(app, "history")
def history(api: Api, model: Model, limit: Limit = 50) -> View:
    """Show what a model cost and who changed it, newest first."""
    data = api.get(f"{_MODELS}/history", model_id=model, limit=limit)
    columns = ("effective_from", "prices", "free=is_free", "actor", "reason", "version_id")
    return View(data, data["versions"], columns)


@change(app, "set")
def set_price(
    api: Api,
    model: Model,
    reason: Reason,
    input: Annotated[Decimal, typer.Option(help="Per input token.", **AMOUNT)],  # noqa: A002
    output: Annotated[Decimal, typer.Option(help="Per output token.", **AMOUNT)],
    unit: Units = None,
    starts: Starts = None,
    *,
    free: Annotated[bool, typer.Option("--free", help="Charge nothing.")] = False,
    usd: Usd = False,
    confirm_jump: Jump = False,
) -> Change:
    """Set a price, from now on or from a time in the future."""
    body = {
        "model_id": model,
        "context_price": input,
        "generation_price": output,
        "prices": _units(unit),
        "is_free": free,
        "price_mode": "usd" if usd else "credits",
        "effective_from": starts,
        "confirm_jump": confirm_jump,
        "reason": reason,
    }
    return Change(path=f"{_MODELS}/update", body=body, done=f"set the price of {model}")


def _units(given: list[str] | None) -> dict[str, Decimal]:
    pairs = [text.partition("=") for text in given or []]
    return {name: amount_of(price) for name, _, price in pairs}


@change(app, "multiply", bulk=True)
def multiply(
    api: Api,
    by: Annotated[Decimal, typer.Option("--by", help="1.1 makes all 10 % dearer.", **AMOUNT)],
    reason: Reason,
    search: Search = "",
    starts: Starts = None,
    *,
    confirm_jump: Jump = False,
) -> Change:
    """Change many prices at once, exactly as previewed."""
    wanted = {"multiply": by, "search": search, "effective_from": starts}
    seen = api.post(f"{_MODELS}/bulk/preview", wanted)

    def preview() -> View:
        columns = ("id", "before=before.prices", "after=after.prices", "jumps")
        return View(seen, seen["changes"], columns, f"{len(seen['changes'])} models")

    body = {**wanted, "digest": seen["digest"], "confirm_jump": confirm_jump, "reason": reason}
    done = f"multiply the prices of {len(seen['changes'])} models by {by}"
    return Change(path=f"{_MODELS}/bulk/apply", body=body, done=done, preview=preview)


@change(app, "free")
def free(api: Api, model: Model, reason: OptionalReason = None, *, off: bool = False) -> Change:
    """Charge nothing for a model; --off charges again."""
    body = {"model_id": model, "is_free": not off, "reason": reason or ""}
    return Change(
        path=f"{_MODELS}/update-free-status", body=body, done=f"{model} is free: {not off}"
    )


@change(app, "restrict")
def restrict(api: Api, model: Model, reason: OptionalReason = None, *, off: bool = False) -> Change:
    """Take a model off the public price list; --off puts it back."""
    body = {"model_id": model, "is_restricted": not off, "reason": reason or ""}
    done = f"{model} is restricted: {not off}"
    return Change(path=f"{_MODELS}/update-restriction-status", body=body, done=done)


@change(app, "withdraw")
def withdraw(api: Api, version: str, reason: Reason) -> Change:
    """Take back a price that is scheduled for later."""
    body = {"version_id": version, "reason": reason}
    return Change(path=f"{_MODELS}/withdraw", body=body, done=f"withdraw version {version}")


@look(app, "export")
def export(
    api: Api,
    to: Annotated[Path | None, typer.Option(help="Write a file: .csv or .json.")] = None,
) -> View:
    """Write all prices, as `prices import` reads them."""
    if to is None:
        rows = api.parse(api.read(f"{_MODELS}/export", format="json"))
        return View(rows, rows, ("id", "name", "free=is_free", "prices"))
    form = "json" if to.suffix == ".json" else "csv"
    to.write_text(api.read(f"{_MODELS}/export", format=form))
    return View({"file": str(to)}, note=f"prices are in {to}")


@change(app, "import")
def import_prices(
    api: Api,
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    format: Annotated[  # noqa: A002
        str, typer.Option(help="csv, xlsx, openrouter or litellm; else by the name of the file.")
    ] = "",
    *,
    usd: Usd = False,
    unknown: Annotated[bool, typer.Option(help="Also models that nobody has yet.")] = False,
) -> Change:
    """Propose the prices of a file. Nothing costs more before `prices approve`."""
    form = format or _FORMATS.get(file.suffix, "")
    if not form:
        raise typer.BadParameter("say what the file is: --format openrouter or litellm")
    query = {"format": form, "price_mode": "usd" if usd else None, "include_unknown": unknown}
    upload = Upload(file.read_bytes(), _MEDIA.get(file.suffix, "application/octet-stream"))
    path = with_query(f"{_MODELS}/import", query)
    return Change(path=path, body=upload, done=f"propose the prices of {file.name}")


@look(app, "proposals")
def proposals(api: Api, batch: str = "", status: str = "open", limit: Limit = 100) -> View:
    """Show proposed prices beside the present ones."""
    data = api.get(f"{_MODELS}/proposals", batch_id=batch, status=status, limit=limit)
    rows: list[dict[str, Any]] = data["proposals"]
    return View(data, rows, tuple(rows[0]) if rows else ("id",), f"{data['total']} proposals")


@change(app, "approve", bulk=True)
def approve(
    api: Api, batch: Batch, reason: Reason, starts: Starts = None, *, confirm_jump: Jump = False
) -> Change:
    """Put the open proposals of a batch into force."""
    body = {
        "decision": "approve",
        "batch_id": batch,
        "effective_from": starts,
        "confirm_jump": confirm_jump,
        "reason": reason,
    }
    return _decision(api, batch, body)


@change(app, "reject", bulk=True)
def reject(api: Api, batch: Batch, reason: Reason) -> Change:
    """Drop the open proposals of a batch."""
    return _decision(api, batch, {"decision": "reject", "batch_id": batch, "reason": reason})


def _decision(api: Api, batch: str, body: dict[str, Any]) -> Change:
    return Change(
        path=f"{_MODELS}/proposals/decide",
        body=body,
        done=f"{body['decision']} batch {batch}",
        preview=lambda: proposals(api, batch),
    )
