"""The sync buttons of the admin page, in the shape that existing clients know.

A failure answers 200 with `status: error`, as it always has; `errors` says what and why.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Annotated, Final

from fastapi import APIRouter, Query
from pydantic import BaseModel
from starlette.responses import Response

from shared.auth import Admin
from shared.http import ExactRoute, exact
from sync_service.api.context import Db, ServiceTerms, Source
from sync_service.commands.synchronize import Order, Report, synchronize
from sync_service.domain.directory import KINDS, Failure, Kind
from sync_service.queries.drift import Drift, drift

router = APIRouter(prefix="/api/credits", tags=["sync"], route_class=ExactRoute)
_WORDS: Final[Mapping[Kind, str]] = {
    "users": "users",
    "groups": "groups",
    "user_groups": "user-group memberships",
    "models": "models",
}
Force = Annotated[bool, Query(description="believe a reading that would close very many")]
DryRun = Annotated[bool, Query(description="say what would change, and change nothing")]


class SyncErrorWire(BaseModel):
    kind: str
    code: str
    message: str


class SyncWire(BaseModel):
    """`details` counts what was read, `changes` what became of it."""

    status: str
    message: str
    details: dict[str, int]
    changes: dict[str, dict[str, int]]
    errors: list[SyncErrorWire]
    run_id: int | None = None
    dry_run: bool = False


def _route(path: str, kinds: tuple[Kind, ...]) -> None:
    what = "everything" if kinds == KINDS else _WORDS[kinds[0]]

    @router.post(path, response_model=SyncWire, summary=f"Synchronise {what} now")
    async def run(
        admin: Admin,
        db: Db,
        source: Source,
        terms: ServiceTerms,
        *,
        force: Force = False,
        dry_run: DryRun = False,
    ) -> Response:
        if dry_run:
            found = await drift(db, source, kinds, terms.rules.limits)
            return exact(_preview(kinds, found))
        order = Order(kinds, admin.actor, manual=True, force=force)
        report = await synchronize(db, source, order, terms.rules)
        return exact(_outcome(kinds, report))


_route("/sync-users", ("users",))
_route("/sync-groups", ("groups",))
_route("/sync-user-groups", ("user_groups",))
_route("/sync-models", ("models",))
_route("/sync-all", KINDS)


def _outcome(kinds: tuple[Kind, ...], report: Report | None) -> SyncWire:
    if report is None:
        busy = "Another synchronisation is running; try again when it has ended"
        failures = [Failure(kind, "sync-running", busy) for kind in kinds]
        return _wire(kinds, {}, failures)
    wire = _wire(kinds, report.counts, report.errors)
    return wire.model_copy(update={"run_id": report.run_id})


def _preview(kinds: tuple[Kind, ...], found: Drift) -> SyncWire:
    counts: dict[str, Mapping[str, int]] = {
        kind: one.counts() for kind, one in found.differences.items()
    }
    wire = _wire(kinds, counts, [*found.errors, *found.doubts.values()])
    text = "Dry run, nothing was changed. " + wire.message.replace("Synced", "Read")
    return wire.model_copy(update={"dry_run": True, "message": text})


def _wire(
    kinds: tuple[Kind, ...],
    counts: Mapping[str, Mapping[str, int]],
    failures: Iterable[Failure],
) -> SyncWire:
    errors = [SyncErrorWire(**asdict(failure)) for failure in failures]
    done = [kind for kind in kinds if kind in counts]
    read = ", ".join(f"{counts[kind]['seen']} {_WORDS[kind]}" for kind in done)
    if errors:
        reasons = "; ".join(dict.fromkeys(error.message for error in errors))
        message = f"Synced {read}. Failed: {reasons}" if done else reasons
    else:
        message = f"Synced {read} successfully"
    return SyncWire(
        status="error" if errors else "success",
        message=message,
        details={kind: counts[kind]["seen"] if kind in counts else 0 for kind in kinds},
        changes={kind: dict(counts[kind]) for kind in done},
        errors=errors,
    )
