"""How synchronisation goes, for administrators: state, history, drift; and telling all again."""

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel
from starlette.responses import Response

from shared.auth import Admin
from shared.http import ExactRoute, exact
from sync_service.api.context import Db, ServiceTerms, Source
from sync_service.commands.cancel_run import cancel_run
from sync_service.commands.publish_again import publish_again
from sync_service.domain.directory import KINDS
from sync_service.queries.drift import drift
from sync_service.queries.progress import progress, recent_runs

router = APIRouter(prefix="/api/sync", tags=["sync"], route_class=ExactRoute)


class RunWire(BaseModel):
    id: int
    trigger: str
    actor: str
    kinds: list[str]
    forced: bool
    status: str
    started_at: datetime
    finished_at: datetime | None
    counts: dict[str, dict[str, int]]
    errors: list[dict[str, str]]
    cancelled_by: str | None


class RunsWire(BaseModel):
    runs: list[RunWire]
    next_before: int | None


class StatusWire(BaseModel):
    """`sources` names for each kind how it is read: rest, database or not at all (null)."""

    sources: dict[str, str | None]
    hints_accepted: bool
    interval_s: float
    running: bool
    next_due_at: datetime | None
    last_run: RunWire | None
    last_success: RunWire | None
    totals: dict[str, dict[str, int]]


class DriftOfKindWire(BaseModel):
    seen: int
    created: int
    changed: int
    closed: int
    refused: str | None
    items: list[dict[str, Any]]


class DriftWire(BaseModel):
    in_sync: bool
    kinds: dict[str, DriftOfKindWire]
    errors: list[dict[str, str]]


class PublishedWire(BaseModel):
    status: str
    published: dict[str, int]


@router.get("/status", response_model=StatusWire, summary="State of the poller and what is known")
async def status(_: Admin, db: Db, source: Source, terms: ServiceTerms) -> Response:
    found = await progress(db)
    due = found.get("next_due_at")
    return exact(
        {
            "sources": source.told_by(),
            "hints_accepted": terms.hint_secret is not None,
            "interval_s": terms.rules.interval_s,
            **found,
            "next_due_at": due if found["last_run"] else None,
            "last_started_at": found["last_started_at"] if found["last_run"] else None,
        }
    )


@router.get("/runs", response_model=RunsWire, summary="History of runs, newest first")
async def runs(
    _: Admin,
    db: Db,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    before: Annotated[
        int | None, Query(ge=1, lt=2**63, description="next_before of the page above")
    ] = None,
) -> Response:
    found = await recent_runs(db, before, limit + 1)
    page = found[:limit]
    return exact({"runs": page, "next_before": page[-1]["id"] if len(found) > limit else None})


@router.post("/runs/{run_id}/cancel", response_model=RunWire, summary="Stop a run that is running")
async def cancel(run_id: Annotated[int, Path(ge=1, lt=2**63)], admin: Admin, db: Db) -> Response:
    """It ends as `cancelled` within a second. What it has written stays, and is whole."""
    return exact(await cancel_run(db, run_id, admin.actor))


@router.get("/drift", response_model=DriftWire, summary="What differs now; nothing is changed")
async def show_drift(_: Admin, db: Db, source: Source, terms: ServiceTerms) -> Response:
    found = await drift(db, source, KINDS, terms.rules.limits)
    kinds = {
        kind: {
            **one.counts(),
            "refused": found.doubts[kind].message if kind in found.doubts else None,
            "items": found.items[kind],
        }
        for kind, one in found.differences.items()
    }
    errors = [asdict(error) for error in found.errors]
    return exact({"in_sync": found.in_sync, "kinds": kinds, "errors": errors})


@router.post("/publish-again", response_model=PublishedWire, summary="Tell all that is known again")
async def tell_again(_: Admin, db: Db) -> Response:
    return exact({"status": "success", "published": await publish_again(db)})
