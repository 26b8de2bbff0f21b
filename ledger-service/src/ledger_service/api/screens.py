"""What the admin app shows of accounts and of the whole: one answer for each view."""

from datetime import date, datetime, timedelta
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from ledger_service.api.me import Receipt
from ledger_service.api.screen_wire import AccountDetail, AccountPage, Overview
from ledger_service.commands.renew_account import renew_account
from ledger_service.queries.account_detail import account_detail
from ledger_service.queries.account_list import Listing, Sort, account_page
from ledger_service.queries.filters import searching
from ledger_service.queries.overview import overview
from ledger_service.queries.own_account import is_due
from ledger_service.queries.own_history import own_receipt
from ledger_service.store.books import Books
from shared.auth import Admin
from shared.http import ExactRoute, exact, refusals

router = APIRouter(route_class=ExactRoute, prefix="/api/ledger", tags=["screens"])
Text = Annotated[str | None, Query(min_length=1, max_length=255)]
TransferId = Annotated[int, Path(ge=1, lt=2**63)]


def _today(books: Books) -> date:
    now: datetime = books.now()
    return now.astimezone(books.zone).date()


@router.get("/overview", response_model=Overview, summary="The figures of the start page")
async def get_overview(
    admin: Admin, request: Request, days: Annotated[int, Query(ge=1, le=366)] = 30
) -> Response:
    books: Books = request.app.state.books
    today = _today(books)
    async with books.db.reader() as connection:
        return exact(await overview(connection, today - timedelta(days=days - 1), today))


@router.get("/accounts", response_model=AccountPage, summary="Accounts, searched and in order")
async def get_accounts(
    admin: Admin,
    request: Request,
    search: Annotated[Text, Query(description="part of a name, an e-mail or an id")] = None,
    group_id: Text = None,
    status: Literal["open", "suspended", "closed"] | None = None,
    sort: Sort = "name",
    order: Literal["asc", "desc"] = "asc",
    after: Annotated[str | None, Query(max_length=2000, description="`next` of a page")] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
) -> Response:
    books: Books = request.app.state.books
    asked = Listing(
        search=search,
        group_id=group_id,
        status=status,
        sort=sort,
        descending=order == "desc",
        after=after,
        limit=limit,
    )
    async with searching(books.db) as connection:
        return exact(await account_page(connection, books.allowance_rule, asked))


@router.get(
    "/accounts/{user_id:path}/transactions/{transaction_id}",
    response_model=Receipt,
    responses=refusals(404),
    summary="How the amount of a transaction came about",
)
async def get_explanation(
    user_id: str, transaction_id: TransferId, admin: Admin, request: Request
) -> Response:
    async with request.app.state.books.db.reader() as connection:
        return exact(await own_receipt(connection, user_id, transaction_id))


@router.get(
    "/accounts/{user_id:path}",
    response_model=AccountDetail,
    responses=refusals(404),
    summary="One account: lots, open holds, limits, groups and what it used",
)
async def get_account(user_id: str, admin: Admin, request: Request) -> Response:
    books: Books = request.app.state.books
    async with books.db.reader() as connection:
        due = await is_due(connection, user_id, books.now())
    if due:
        await renew_account(books, user_id)
    async with books.db.reader() as connection:
        detail = await account_detail(
            connection, user_id, rule=books.allowance_rule, zone=books.zone, now=books.now()
        )
    return exact(detail)
