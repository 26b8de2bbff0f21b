"""Reports of usage. They follow the charges within a second or two."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from ledger_service.api.report_wire import (
    Breakdown,
    CurrentUsage,
    MonthlyStatistics,
    UserStatistics,
    YearlyStatistics,
)
from ledger_service.queries.statistics import (
    current_usage,
    monthly_statistics,
    user_statistics,
    yearly_statistics,
)
from ledger_service.queries.usage_breakdown import By, usage_breakdown
from ledger_service.store.books import Books
from shared.auth import Admin
from shared.http import ExactRoute, exact
from shared.moments import Day
from shared.problems import Invalid, NotFound

router = APIRouter(route_class=ExactRoute, prefix="/api/credits/statistics", tags=["statistics"])
Year = Annotated[int | None, Query(ge=2000, le=9998)]
Month = Annotated[int | None, Query(ge=1, le=12)]
Filter = Annotated[str | None, Query(min_length=1, max_length=255)]
DAYS_MAX = 366


def _this_month(books: Books) -> date:
    return books.now().astimezone(books.zone).date().replace(day=1)


@router.get(
    "/user/{user_id:path}", response_model=UserStatistics, summary="Usage of one user by month"
)
async def get_user(user_id: str, admin: Admin, request: Request) -> Response:
    books: Books = request.app.state.books
    async with books.db.reader() as connection:
        found = await user_statistics(connection, user_id, _this_month(books))
    if found is None:
        raise NotFound("User not found", slug="unknown-account")
    return exact(found)


@router.get("/monthly", response_model=MonthlyStatistics, summary="Usage of all users in a month")
async def get_monthly(
    admin: Admin, request: Request, year: Year = None, month: Month = None
) -> Response:
    books: Books = request.app.state.books
    now = _this_month(books)
    asked = date(year or now.year, month or now.month, 1)
    async with books.db.reader() as connection:
        return exact(await monthly_statistics(connection, asked))


@router.get(
    "/current-usage", response_model=CurrentUsage, summary="This month's usage of every user"
)
async def get_current_usage(admin: Admin, request: Request) -> Response:
    books: Books = request.app.state.books
    async with books.db.reader() as connection:
        return exact(await current_usage(connection, _this_month(books)))


@router.get("/yearly", response_model=YearlyStatistics, summary="A year by month")
async def get_yearly(admin: Admin, request: Request, year: Year = None) -> Response:
    books: Books = request.app.state.books
    async with books.db.reader() as connection:
        return exact(await yearly_statistics(connection, year or _this_month(books).year))


@router.get(
    "/breakdown",
    response_model=Breakdown,
    summary="Usage between two days by day, model, group or user",
)
async def get_breakdown(
    admin: Admin,
    request: Request,
    by: By = "day",
    since: Day | None = None,
    until: Day | None = None,
    user_id: Filter = None,
    model_id: Filter = None,
) -> Response:
    books: Books = request.app.state.books
    first = since or _this_month(books)
    last = until or books.now().astimezone(books.zone).date()
    if not 0 <= (last - first).days < DAYS_MAX:
        raise Invalid("until", f"must be 0 to {DAYS_MAX - 1} days after since", where="query")
    async with books.db.reader() as connection:
        rows = await usage_breakdown(connection, by, first, last, user_id, model_id)
    answer: dict[str, Any] = {"by": by, "since": first, "until": last, "rows": rows}
    return exact(answer)
