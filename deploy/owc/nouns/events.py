"""`owc outbox` and `owc dead-letters`: how events travel between the services, and replay."""

from typing import Annotated, Any

import typer

from owc.api import Api, ApiError
from owc.catalog import SERVICES as PRODUCERS
from owc.screen import View
from owc.verbs import Change, Limit, Reason, change, look

outbox = typer.Typer(no_args_is_help=True, help="What the services have yet to tell each other.")
letters = typer.Typer(no_args_is_help=True, help="Events that a service could not digest.")
EVENTS = "/api/admin/events"
Service = Annotated[str, typer.Argument(help=", ".join(PRODUCERS))]
OneService = Annotated[str, typer.Option("--service", help="Only this one.")]


@look(outbox, "status")
def status(api: Api) -> View:
    """Show for each service what is unsent, unread and dead, and when its worker was seen."""
    data = [api.get(f"{EVENTS}/{service}") for service in PRODUCERS]
    rows = [
        {
            **found,
            "unread": {stream["producer"]: stream["lag"] for stream in found["streams"]},
            "unfinished": {stream["producer"]: stream["pending"] for stream in found["streams"]},
        }
        for found in data
    ]
    columns = ("service", "outbox.unsent", "oldest=outbox.oldest_unsent_at", "unread", "unfinished")
    return View(data, rows, (*columns, "dead_letters", "worker=outbox.relay_seen_until", "redis"))


@change(outbox, "replay")
def replay(api: Api, service: Service, reason: Reason) -> Change:
    """Publish the kept facts of a service again; consumers drop what they have seen."""
    path = f"{EVENTS}/{_known(service)}/outbox/replay"
    return Change(path=path, body={"reason": reason}, done=f"{service} publishes its facts again")


@look(letters, "list")
def list_letters(api: Api, service: OneService = "", limit: Limit = 50) -> View:
    """Show dead letters, newest first, with what was wrong."""
    wanted = (_known(service),) if service else PRODUCERS
    rows = [
        {"service": name, **letter}
        for name in wanted
        for letter in api.get(f"{EVENTS}/{name}/dead-letters", limit=limit)["dead_letters"]
    ]
    columns = ("service", "event_id", "type", "aggregate_id", "error", "died_at")
    return View(rows, rows, columns, f"{len(rows)} dead letters")


@change(letters, "replay", bulk=True)
def replay_letters(
    api: Api,
    service: Service,
    reason: Reason,
    event: Annotated[list[str] | None, typer.Argument(help="Ids; without them all.")] = None,
) -> Change:
    """Let a service try dead letters again, once the cause is mended."""
    body = {"ids": event or None, "reason": reason}
    return Change(
        path=f"{EVENTS}/{_known(service)}/dead-letters/replay",
        body=body,
        done=f"{service} tries {len(event) if event else 'all'} dead letters again",
        preview=lambda: list_letters(api, service),
        failure=_failure,
    )


def _failure(answer: dict[str, Any]) -> str:
    return "\n".join(f"{one['event_id']}: {one['error']}" for one in answer["failed"])


def _known(service: str) -> str:
    if service not in PRODUCERS:
        raise typer.BadParameter(f"must be one of {', '.join(PRODUCERS)}")
    return service


def reachable(api: Api, service: str) -> dict[str, Any] | ApiError:
    """The state of one service's delivery, or why there is none."""
    try:
        found: dict[str, Any] = api.get(f"{EVENTS}/{service}")
    except ApiError as error:
        return error
    return found
