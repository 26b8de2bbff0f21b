"""The audit log, newest first."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from gateway.api.own import Parts
from gateway.store import audit
from shared.auth import Admin
from shared.http import exact

router = APIRouter(prefix="/api/admin/audit", tags=["access"])
_Filter = Annotated[str | None, Query(max_length=200)]


class Entry(BaseModel):
    id: int
    at: datetime
    actor: str
    actor_kind: str
    action: str
    target: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    reason: str | None
    address: str | None
    trace_id: str


class Page(BaseModel):
    entries: list[Entry]
    next: int | None = Field(description="`before` of the next page; null at the end")


@router.get("", summary="Who did what", response_model=Page)
async def read(
    _: Admin,
    parts: Parts,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    before: Annotated[int | None, Query(ge=1, le=2**63 - 1)] = None,
    actor: _Filter = None,
    action: _Filter = None,
    target: _Filter = None,
) -> Response:
    async with parts.db.reader() as conn:
        rows = await audit.page(
            conn, before_id=before, limit=limit + 1, actor=actor, action=action, target=target
        )
    entries = [dict(row) for row in rows[:limit]]
    return exact({"entries": entries, "next": entries[-1]["id"] if len(rows) > limit else None})
