"""`owc keys`: API keys of functions and scripts."""

from typing import Annotated

import typer

from owc.api import Api, segment, with_query
from owc.screen import View
from owc.verbs import MOMENT, Change, OptionalReason, change, look

app = typer.Typer(no_args_is_help=True, help="API keys of functions and scripts.")
KeyId = Annotated[str, typer.Argument(help="The part of the key between `owc_` and the dot.")]
_KEYS = "/api/admin/keys"
_SHOWN_ONCE = "the key is shown this once"


@look(app, "list")
def list_keys(api: Api) -> View:
    """Show all keys; their secrets are known to nobody."""
    rows = api.get(_KEYS)
    columns = ("id", "name", "scopes", "created_by", "created_at", "last_used_at")
    return View(rows, rows, (*columns, "expires_at", "revoked_at"))


@change(app, "issue")
def issue(
    api: Api,
    name: Annotated[str, typer.Argument(help="Who will use it.")],
    scope: Annotated[list[str], typer.Option(help="What it may do; may be given again.")],
    expires: Annotated[str | None, typer.Option(help="It ends then.", **MOMENT)] = None,
    reason: OptionalReason = None,
) -> Change:
    """Make a key. Scopes: credits:read, credits:charge, prices:read, models:use, metrics:read."""
    body = {"name": name, "scopes": scope, "expires_at": expires, "reason": reason}
    return Change(path=_KEYS, body=body, done=f"issue a key for {name}: {_SHOWN_ONCE}")


@change(app, "rotate")
def rotate(
    api: Api,
    key: KeyId,
    overlap: Annotated[int, typer.Option(help="Seconds for which the old key goes on.")] = 3600,
    reason: OptionalReason = None,
) -> Change:
    """Replace a key by a new one."""
    body = {"overlap_s": overlap, "reason": reason}
    path = f"{_KEYS}/{segment(key)}/rotate"
    return Change(path=path, body=body, done=f"replace key {key}: {_SHOWN_ONCE}")


@change(app, "revoke")
def revoke(api: Api, key: KeyId, reason: OptionalReason = None) -> Change:
    """End a key at once."""
    path = with_query(f"{_KEYS}/{segment(key)}", {"reason": reason})
    return Change(method="DELETE", path=path, done=f"revoke key {key}")
