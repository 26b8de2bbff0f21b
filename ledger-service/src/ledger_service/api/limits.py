"""Caps per user, group and model, and what is left of them."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID, uuid4

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, StringConstraints, model_validator

from ledger_service.api.roles import Accountant, author_of
from ledger_service.api.wire import LimitOfUser, Removed
from ledger_service.commands.remove_limit import remove_limit
from ledger_service.commands.set_limit import set_limit
from ledger_service.domain.limits import Metric, Rule, Scope
from ledger_service.store import limits
from ledger_service.store.books import Books
from shared.auth import Admin, Key
from shared.http import ExactRoute, exact
from shared.idempotency import IdempotencyKey, write_of
from shared.money import ZERO, Price, to_wire

router = APIRouter(route_class=ExactRoute, tags=["limits"])
Text = Annotated[str, StringConstraints(min_length=1, max_length=255)]
Asked = Annotated[str | None, Query(min_length=1, max_length=255)]


class SetLimit(BaseModel):
    """`subject` is a user's or a group's id; none for everybody."""

    scope: Scope
    subject: Text | None = None
    metric: Metric = "credits"
    model_id: Text | None = None
    per: Literal["day", "week", "month"]
    cap: Price
    reason: Annotated[str, StringConstraints(max_length=500)] = ""

    @model_validator(mode="after")
    def _subject_where_needed(self) -> "SetLimit":
        if (self.subject is None) != (self.scope == "everyone"):
            raise ValueError("subject must name the user or group, and be absent for everyone")
        return self


class Limit(BaseModel):
    id: UUID
    scope: str
    subject: str
    metric: str
    model_id: str | None
    per: str
    cap: float
    source: str
    starts_at: datetime | None
    ends_at: datetime | None


def _wire(rule: Mapping[str, Any]) -> dict[str, Any]:
    return {name: rule[name] for name in Limit.model_fields} | {"cap": to_wire(rule["cap"])}


@router.get("/api/credits/limits", response_model=list[Limit], summary="Limits of all, or of one")
async def get_limits(
    admin: Admin,
    request: Request,
    scope: Scope | None = None,
    subject: Asked = None,
    model_id: Asked = None,
) -> Response:
    async with request.app.state.books.db.reader() as connection:
        found = await limits.every(connection, scope=scope, subject=subject, model_id=model_id)
        return exact([_wire(asdict(rule)) for rule in found])


@router.post("/api/credits/limits", response_model=Limit, summary="Set a limit")
async def post_limit(
    body: SetLimit, admin: Accountant, request: Request, idempotency_key: IdempotencyKey = None
) -> Response:
    books: Books = request.app.state.books
    rule = Rule(
        id=uuid4(),
        scope=body.scope,
        subject=body.subject or "",
        metric=body.metric,
        model_id=body.model_id,
        per=body.per,
        cap=body.cap,
        source="admin",
        zone=str(books.zone),
    )
    write = write_of(request, admin, body, idempotency_key)
    author = author_of(admin)
    return exact(_wire(await set_limit(books, rule, write, author=author, reason=body.reason)))


@router.delete(
    "/api/credits/limits/{limit_id}", response_model=Removed, summary="Take a limit away"
)
async def delete_limit(
    limit_id: UUID,
    admin: Accountant,
    request: Request,
    reason: Annotated[str, Query(max_length=500)] = "",
    idempotency_key: IdempotencyKey = None,
) -> Response:
    write = write_of(request, admin, reason, idempotency_key)
    books: Books = request.app.state.books
    await remove_limit(books, limit_id, write, author=author_of(admin), reason=reason)
    return exact({"status": "success", "id": limit_id})


@router.get(
    "/api/credits/user/{user_id:path}/limits",
    response_model=list[LimitOfUser],
    summary="What applies to a user, and what is left",
)
async def get_user_limits(user_id: str, caller: Key, request: Request) -> Response:
    books: Books = request.app.state.books
    async with books.db.reader() as connection:
        rows = await limits.uses(connection, user_id, books.now())
    return exact(
        [
            {
                **{name: row[name] for name in ("id", "scope", "metric", "model_id", "per")},
                "cap": to_wire(row["cap"]),
                "used": to_wire(row["cap"] - row["left_over"]),
                "left": to_wire(max(row["left_over"], ZERO)),
                "source": row["source"],
                "starts_at": row["starts_at"],
                "frees_at": row["ends_at"],
            }
            for row in rows
        ]
    )
