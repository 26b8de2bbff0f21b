"""API keys: list, issue, rotate, revoke."""

from datetime import datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from gateway.api.own import Asked, Parts, Reasoned
from gateway.commands.issue_key import IssuedKey, issue_key
from gateway.commands.revoke_key import revoke_key
from gateway.commands.rotate_key import rotate_key
from gateway.store import keys as key_rows
from shared.auth import Admin
from shared.http import ExactRoute, exact
from shared.idempotency import IdempotencyKey, write_of
from shared.moments import ZonedMoment

router = APIRouter(prefix="/api/admin/keys", tags=["access"], route_class=ExactRoute)
_WEEK_S = 604_800


class ApiKey(BaseModel):
    id: str
    name: str
    scopes: list[str]
    created_by: str
    created_at: datetime
    last_used_at: datetime | None
    expires_at: datetime | None
    revoked_at: datetime | None
    rotated_from: str | None


class NewApiKey(ApiKey):
    key: str = Field(description="shown this once")


class IssueKey(Reasoned):
    name: str = Field(min_length=1, max_length=100)
    scopes: list[str] = Field(min_length=1, max_length=20)
    expires_at: ZonedMoment | None = None


class RotateKey(Reasoned):
    overlap_s: int = Field(default=3600, ge=0, le=_WEEK_S, description="the old key goes on")


def _wire(row: Any) -> dict[str, Any]:
    return {name: row[name] for name in ApiKey.model_fields}


def _once(issued: IssuedKey) -> Response:
    answer = exact({**_wire(issued.row), "key": issued.text}, 201)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@router.get("", summary="All API keys", response_model=list[ApiKey])
async def list_keys(_: Admin, parts: Parts) -> Response:
    async with parts.db.reader() as conn:
        return exact([_wire(row) for row in await key_rows.every(conn)])


@router.post("", summary="Issue an API key", response_model=NewApiKey, status_code=201)
async def issue(
    admin: Admin,
    parts: Parts,
    asked: Asked,
    body: IssueKey,
    request: Request,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    issued = await issue_key(
        parts.db,
        parts.secrets.peppers[0],
        write_of(request, admin, body, idempotency_key),
        name=body.name,
        scopes=body.scopes,
        expires_at=body.expires_at,
        origin=asked.because(body.reason),
    )
    parts.authenticator.forget()
    return _once(issued)


@router.post("/{id}/rotate", summary="Replace a key", response_model=NewApiKey, status_code=201)
async def rotate(
    admin: Admin,
    parts: Parts,
    asked: Asked,
    id: str,  # noqa: A002
    body: RotateKey,
    request: Request,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    write = write_of(request, admin, body, idempotency_key)
    overlap = timedelta(seconds=body.overlap_s)
    origin = asked.because(body.reason)
    issued = await rotate_key(parts.db, parts.secrets.peppers[0], write, id, overlap, origin)
    parts.authenticator.forget()
    return _once(issued)


@router.delete("/{id}", summary="Revoke a key", response_model=ApiKey)
async def revoke(
    _: Admin,
    parts: Parts,
    asked: Asked,
    id: str,  # noqa: A002
    reason: Annotated[str | None, Query(max_length=500)] = None,
) -> Response:
    row = await revoke_key(parts.db, id, asked.because(reason))
    parts.authenticator.forget()
    return exact(_wire(row))
