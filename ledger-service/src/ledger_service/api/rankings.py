"""Statistics as the admin app lists them: by user, model or group, in pages or as a file."""

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel

from ledger_service.queries.export import Form
from ledger_service.queries.filters import searching
from ledger_service.queries.usage_ranking import (
    COLUMNS,
    RankBy,
    Ranking,
    RankSort,
    usage_ranking,
)
from shared.auth import Admin
from shared.http import ExactRoute, exact, files
from shared.money import JsonNumber
from shared.table_files import MEDIA_TYPES, csv_pieces, file_pieces, one_page, xlsx_file

router = APIRouter(route_class=ExactRoute, prefix="/api/ledger/usage", tags=["statistics"])
Order = Literal["asc", "desc"]
Text = Annotated[str | None, Query(min_length=1, max_length=255)]
ROWS_MAX = 100_000


class RankedUsage(BaseModel):
    """`email` and `balance` are those of a user; a group has no number of models."""

    id: str
    name: str
    email: str | None
    credits_used: JsonNumber
    transactions_count: int
    users: int
    models: int | None
    balance: JsonNumber | None


class UsagePage(BaseModel):
    rows: list[RankedUsage]
    total: int


def _span(
    year: Annotated[int, Query(ge=2000, le=9998)],
    month: Annotated[int | None, Query(ge=1, le=12, description="the whole year if absent")] = None,
) -> tuple[Literal["month", "year"], date]:
    return ("year", date(year, 1, 1)) if month is None else ("month", date(year, month, 1))


Span = Annotated[tuple[Literal["month", "year"], date], Depends(_span)]


@router.get("", response_model=UsagePage, summary="Who or what used most in a month or a year")
async def get_usage(
    admin: Admin,
    request: Request,
    span: Span,
    by: RankBy = "user",
    search: Text = None,
    sort: RankSort = "credits",
    order: Order = "desc",
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Response:
    kind, first = span
    asked = Ranking(
        by=by,
        span=kind,
        first=first,
        search=search,
        sort=sort,
        descending=order == "desc",
        limit=limit,
        offset=offset,
    )
    async with searching(request.app.state.books.db) as connection:
        return exact(await usage_ranking(connection, asked))


@router.get(
    "/export",
    response_class=Response,
    responses=files(*MEDIA_TYPES.values()),
    summary="The same as a file",
)
async def get_usage_file(
    admin: Admin,
    request: Request,
    span: Span,
    by: RankBy = "user",
    search: Text = None,
    sort: RankSort = "credits",
    order: Order = "desc",
    format: Form = "csv",  # noqa: A002 - the name on the wire
) -> Response:
    kind, first = span
    asked = Ranking(
        by=by,
        span=kind,
        first=first,
        search=search,
        sort=sort,
        descending=order == "desc",
        limit=ROWS_MAX,
    )
    async with searching(request.app.state.books.db) as connection:
        rows = (await usage_ranking(connection, asked))["rows"]
    if format == "csv":
        pieces = csv_pieces(COLUMNS, one_page(rows))
    else:
        pieces = file_pieces(await xlsx_file("Usage", COLUMNS, one_page(rows)))
    name = f"usage_by_{by}_{first.isoformat()}.{format}"
    return StreamingResponse(
        pieces,
        media_type=MEDIA_TYPES[format],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
