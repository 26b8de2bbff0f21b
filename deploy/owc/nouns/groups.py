"""`owc groups`: what a group gives its members every period."""

from decimal import Decimal
from typing import Annotated, Any

import typer

from owc.api import Api, ApiError, segment, with_query
from owc.screen import View
from owc.verbs import AMOUNT, Change, Limit, OptionalReason, Reason, change, look

app = typer.Typer(no_args_is_help=True, help="What a group gives its members every period.")
Group = Annotated[str, typer.Argument(help="The group's id.")]
Users = Annotated[list[str], typer.Argument(help="Ids of users.")]
_ALLOWANCES = "/api/ledger/allowances"


def _all(api: Api) -> dict[str, dict[str, Any]]:
    return {group["id"]: group for group in api.get("/api/credits/groups")}


@look(app, "list")
def list_groups(api: Api) -> View:
    """Show all groups with their default credits."""
    rows = list(_all(api).values())
    return View(rows, rows, ("id", "name", "default_credits", "priority", "members", "own=is_own"))


@look(app, "show")
def show_group(api: Api, group: Group, limit: Limit = 100) -> View:
    """Show one group and who belongs to it."""
    found = _all(api).get(group)
    if found is None:
        raise ApiError(404, f"there is no group {group}")
    people = api.get(f"/api/ledger/groups/{segment(group)}/members", limit=limit)
    note = f"{found['name']} gives {found['default_credits']} credits to {people['total']} members"
    return View({**found, **people}, people["members"], ("id", "name", "email"), note)


@change(app, "set")
def set_group(
    api: Api,
    group: Group,
    reason: Reason,
    default: Annotated[Decimal | None, typer.Option(help="Credits a period.", **AMOUNT)] = None,
    name: Annotated[str, typer.Option(help="A new name.")] = "",
    priority: Annotated[int | None, typer.Option(help="Lowest wins under that rule.")] = None,
) -> Change:
    """Change a group, or make one of our own. A default counts from the next period on."""
    now = _all(api).get(group, {})
    body = {
        "group_id": group,
        "name": name or now.get("name", group),
        "default_credits": now.get("default_credits", 0) if default is None else default,
        "priority": priority,
        "reason": reason,
    }
    done = f"group {group} gives {body['default_credits']} credits"
    return Change(path="/api/credits/groups/update", body=body, done=done)


@change(app, "add")
def add(api: Api, group: Group, users: Users, reason: OptionalReason = None) -> Change:
    """Add users to a group of our own."""
    return _members(
        group, {"add": users, "reason": reason or ""}, f"add {len(users)} users to {group}"
    )


@change(app, "remove")
def remove(api: Api, group: Group, users: Users, reason: OptionalReason = None) -> Change:
    """Remove users from a group of our own."""
    body = {"remove": users, "reason": reason or ""}
    return _members(group, body, f"remove {len(users)} users from {group}")


def _members(group: str, body: dict[str, Any], done: str) -> Change:
    return Change(path=f"/api/ledger/groups/{segment(group)}/members", body=body, done=done)


@change(app, "delete", bulk=True)
def delete(api: Api, group: Group, reason: OptionalReason = None) -> Change:
    """Delete an unused group of our own."""
    path = with_query(f"/api/ledger/groups/{segment(group)}", {"reason": reason})
    return Change(method="DELETE", path=path, done=f"delete group {group}")


@change(app, "apply", bulk=True)
def apply(
    api: Api,
    lower: Annotated[bool, typer.Option(help="Also take back what is unspent.")] = False,  # noqa: FBT002
    reason: OptionalReason = None,
) -> Change:
    """Apply changed defaults to the present period, exactly as previewed."""
    seen = api.get(f"{_ALLOWANCES}/preview")

    def preview() -> View:
        columns = ("user_id", "user_name", "granted", "now", "difference")
        note = f"{len(seen['changes'])} users, {seen['total']} credits"
        return View(seen, seen["changes"], columns, note)

    body = {"preview": seen["preview"], "lower": lower, "reason": reason or ""}
    done = f"apply changed defaults to {len(seen['changes'])} users"
    return Change(path=f"{_ALLOWANCES}/apply", body=body, done=done, preview=preview)
