"""The history of transfers and the log: pages, filters, files."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel

from ledger_service.api.wire import AuditEntries, SystemLogPage, TransactionPage
from ledger_service.queries.export import (
    LOG_COLUMNS,
    TRANSACTION_COLUMNS,
    Form,
    Read,
    export,
)
from ledger_service.queries.filters import TransactionType, Wanted, searching
from ledger_service.queries.history import transactions, transactions_before
from ledger_service.queries.log import audit_entry, log_before, log_page, system_log
from ledger_service.store.books import Books
from shared.auth import Admin
from shared.http import ExactRoute, exact, files
from shared.moments import Moment
from shared.problems import Invalid
from shared.table_files import MEDIA_TYPES

router = APIRouter(route_class=ExactRoute, tags=["history"])
_FILES = files(*MEDIA_TYPES.values())
Limit = Annotated[int, Query(ge=1, le=1000)]
Offset = Annotated[int, Query(ge=0, le=1_000_000_000)]
Text = Annotated[str | None, Query(min_length=1, max_length=255)]
Before = Annotated[
    int | None, Query(ge=1, lt=2**63, description="id of the last row of the page before")
]


class _Filters(BaseModel):
    user_id: str | None = None
    model_id: str | None = None
    actor: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    search: str | None = None

    def wanted(self, kind: str | None) -> Wanted:
        return Wanted(
            account_id=self.user_id,
            type=kind,
            model_id=self.model_id,
            actor=self.actor,
            since=self.since,
            until=self.until,
            search=self.search,
        )


def _filters(
    user_id: Text = None,
    model_id: Text = None,
    actor: Text = None,
    since: Annotated[Moment | None, Query(description="included")] = None,
    until: Annotated[Moment | None, Query(description="not included")] = None,
    search: Text = None,
) -> _Filters:
    return _Filters(
        user_id=user_id,
        model_id=model_id,
        actor=actor,
        since=_aware("since", since),
        until=_aware("until", until),
        search=search,
    )


def _aware(name: str, moment: datetime | None) -> datetime | None:
    if moment is None or moment.tzinfo is None:
        return moment.replace(tzinfo=UTC) if moment else None
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise Invalid(name, "is out of range", where="query") from None


Filters = Annotated[_Filters, Depends(_filters)]


def _file(pieces: object, form: Form, name: str) -> Response:
    return StreamingResponse(
        pieces,  # type: ignore[arg-type]
        media_type=MEDIA_TYPES[form],
        headers={
            "Content-Disposition": f'attachment; filename="{name}.{form}"',
            "Cache-Control": "no-store",
        },
    )


@router.get(
    "/api/credits/transactions",
    response_model=TransactionPage,
    summary="All transfers, newest first",
)
async def get_transactions(
    admin: Admin,
    request: Request,
    filters: Filters,
    type: TransactionType | None = None,  # noqa: A002 - the name on the wire
    limit: Limit = 50,
    offset: Offset = 0,
    before: Before = None,
) -> Response:
    wanted = filters.wanted(type)
    async with searching(request.app.state.books.db) as connection:
        page = await transactions(connection, wanted, limit=limit, offset=offset, before=before)
    return exact(page)


@router.get(
    "/api/credits/user/{user_id:path}/transactions",
    response_model=TransactionPage,
    summary="Transfers of one user",
)
async def get_user_transactions(
    user_id: str, admin: Admin, request: Request, limit: Limit = 50, offset: Offset = 0
) -> Response:
    wanted = Wanted(account_id=user_id)
    async with searching(request.app.state.books.db) as connection:
        return exact(await transactions(connection, wanted, limit=limit, offset=offset))


@router.get(
    "/api/ledger/transactions/export",
    response_class=Response,
    responses=_FILES,
    summary="The transfers of a search as a file",
)
async def get_transactions_file(
    admin: Admin,
    request: Request,
    filters: Filters,
    type: TransactionType | None = None,  # noqa: A002
    format: Form = "csv",  # noqa: A002
) -> Response:
    books: Books = request.app.state.books
    read: Read = transactions_before
    pieces = await export(books.db, format, read, filters.wanted(type), TRANSACTION_COLUMNS)
    return _file(pieces, format, "transactions")


@router.get(
    "/api/credits/system-logs",
    response_model=SystemLogPage,
    summary="What people and the calendar did, newest first",
)
async def get_system_logs(
    admin: Admin,
    request: Request,
    filters: Filters,
    type: Text = None,  # noqa: A002
    limit: Limit = 50,
    offset: Offset = 0,
    before: Before = None,
) -> Response:
    async with searching(request.app.state.books.db) as connection:
        page = await log_page(connection, filters.wanted(type), limit, offset, before)
    return exact({"logs": [system_log(row) for row in page.pop("rows")], **page})


@router.get(
    "/api/ledger/system-logs/export",
    response_class=Response,
    responses=_FILES,
    summary="The log of a search as a file",
)
async def get_system_logs_file(
    admin: Admin,
    request: Request,
    filters: Filters,
    type: Text = None,  # noqa: A002
    format: Form = "csv",  # noqa: A002
) -> Response:
    books: Books = request.app.state.books
    pieces = await export(books.db, format, log_before, filters.wanted(type), LOG_COLUMNS)
    return _file(pieces, format, "system-logs")


@router.get(
    "/api/ledger/audit",
    response_model=AuditEntries,
    summary="The log with what was before and after",
)
async def get_audit(
    admin: Admin,
    request: Request,
    filters: Filters,
    type: Text = None,  # noqa: A002
    limit: Limit = 50,
    offset: Offset = 0,
    before: Before = None,
) -> Response:
    async with searching(request.app.state.books.db) as connection:
        page = await log_page(connection, filters.wanted(type), limit, offset, before)
    return exact({"entries": [audit_entry(row) for row in page.pop("rows")], **page})
