"""Holds for operators: which there are, and ending one that nobody else will end."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel

from ledger_service.api.adjustments import Why
from ledger_service.api.roles import Accountant, author_of
from ledger_service.commands.end_hold_early import end_hold_early
from ledger_service.queries.holds import HoldStatus, list_holds, read_hold
from shared.auth import Admin
from shared.http import ExactRoute, exact, refusals
from shared.money import JsonNumber
from shared.problems import Invalid

router = APIRouter(route_class=ExactRoute, prefix="/api/ledger/holds", tags=["holds"])


class KeptHold(BaseModel):
    """`counted` is what a long answer has reported so far: it is charged if the hold expires."""

    id: UUID
    user_id: str
    user_name: str | None
    status: HoldStatus
    model_id: str
    amount: JsonNumber
    counted_amount: JsonNumber
    counted: dict[str, int]
    max_tokens: int | None
    price_version: str
    is_free: bool
    actor: str
    opened_at: datetime
    expires_at: datetime
    ended_at: datetime | None


class KeptHolds(BaseModel):
    """`next` is the `after` of the next page, null on the last."""

    holds: list[KeptHold]
    next: UUID | None


class HoldDetail(KeptHold):
    transaction_ids: list[int]


@router.get("", response_model=KeptHolds, summary="Open holds, or ended ones of a user")
async def get_holds(
    admin: Admin,
    request: Request,
    status: HoldStatus = "open",
    user_id: Annotated[str | None, Query(min_length=1, max_length=255)] = None,
    after: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
) -> Response:
    if status != "open" and user_id is None:
        # Millions have ended; by user they are found without reading the others.
        raise Invalid("user_id", "is needed to look for holds that have ended", where="query")
    async with request.app.state.books.db.reader() as connection:
        found = await list_holds(
            connection, status=status, account_id=user_id, after=after, limit=limit
        )
    return exact(found)


@router.get("/{hold_id}", response_model=HoldDetail, responses=refusals(404), summary="One hold")
async def get_hold(hold_id: UUID, admin: Admin, request: Request) -> Response:
    async with request.app.state.books.db.reader() as connection:
        return exact(await read_hold(connection, hold_id))


@router.post("/{hold_id}/release", response_model=HoldDetail, summary="End a hold now")
async def post_release(hold_id: UUID, body: Why, admin: Accountant, request: Request) -> Response:
    """As if its deadline had passed: what was counted is charged, the rest is free again.

    The call that it was opened for may still settle what it used.
    """
    books = request.app.state.books
    await end_hold_early(books, hold_id, reason=body.reason, author=author_of(admin))
    async with books.db.reader() as connection:
        return exact(await read_hold(connection, hold_id))
