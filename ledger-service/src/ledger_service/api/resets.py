"""The monthly reset: its state, and running it by hand."""

from datetime import date, datetime
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel

from ledger_service.api.roles import Accountant, author_of
from ledger_service.commands.conduct_monthly_reset import conduct_monthly_reset
from ledger_service.commands.force_reset import force_reset
from ledger_service.queries.resets import reset_status
from ledger_service.store import resets
from ledger_service.store.books import Books
from ledger_service.store.log import Author
from shared.auth import Caller, require
from shared.http import ExactRoute, exact
from shared.money import ZERO, to_wire

router = APIRouter(route_class=ExactRoute, tags=["resets"])


# Of each of the two parts of a forced one: the gateway waits 30 s for the answer to both.
_WITHIN_S: Final = 10


class ResetDone(BaseModel):
    success: bool
    message: str
    users_affected: int
    total_credits_reset: float
    reset_id: int
    reset_date: date


class PastReset(BaseModel):
    id: int
    reset_type: str
    reset_date: date
    reset_timestamp: datetime
    users_affected: int
    total_credits_reset: float
    status: str
    error_message: str | None
    metadata: dict[str, Any]


class ResetStatus(BaseModel):
    needs_reset: bool
    last_reset_date: date | None
    reset_history: list[PastReset]
    checker_status: str
    period: str


def _reader(request: Request, who: Caller) -> None:
    if not request.app.state.reset_status_public:
        require(who, ("admin",))


@router.get("/api/reset/status", response_model=ResetStatus, summary="Was this period granted?")
async def get_status(_: Annotated[None, Depends(_reader)], request: Request) -> Response:
    books: Books = request.app.state.books
    async with books.db.reader() as connection:
        return exact(await reset_status(connection, books.now(), books.zone))


@router.post("/api/reset/manual", response_model=ResetDone, summary="Run the reset now")
async def post_manual(
    admin: Accountant,
    request: Request,
    force: Annotated[bool, Query(description="grant this period's allowance again")] = False,  # noqa: FBT002
    reason: Annotated[str, Query(max_length=500)] = "",
) -> Response:
    books: Books = request.app.state.books
    author = author_of(admin)
    return exact(await (_forced(books, author, reason) if force else _due(books, author, reason)))


async def _forced(books: Books, author: Author, reason: str) -> dict[str, Any]:
    await conduct_monthly_reset(books, author, _WITHIN_S, reason=reason)
    run = await force_reset(books, author, _WITHIN_S, reason=reason)
    return _answer(books, run, success=True)


async def _due(books: Books, author: Author, reason: str) -> dict[str, Any]:
    async with books.db.reader() as connection:
        before = await reset_status(connection, books.now(), books.zone)
    renewed = await conduct_monthly_reset(books, author, _WITHIN_S, reason=reason)
    async with books.db.reader() as connection:
        run = await resets.monthly(connection, before["period"])
    assert run is not None  # noqa: S101 - the reset has just been conducted
    if before["needs_reset"] or renewed:
        return _answer(books, run, success=True)
    return _answer(books, run, success=False) | {
        "message": "Monthly reset not needed - already performed this month",
        "users_affected": 0,
        "total_credits_reset": to_wire(ZERO),
    }


def _answer(books: Books, run: resets.Run, *, success: bool) -> dict[str, Any]:
    moment = run.finished_at or run.started_at
    goes_on = run.status == "running"
    return {
        "success": success,
        "message": f"Monthly reset {'goes on in the background' if goes_on else 'completed'}",
        "users_affected": run.users_affected,
        "total_credits_reset": to_wire(run.credits_granted),
        "reset_id": run.id,
        "reset_date": moment.astimezone(books.zone).date().isoformat(),
    }
