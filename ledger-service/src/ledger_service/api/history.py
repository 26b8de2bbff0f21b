"""The history of transfers."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from ledger_service.queries.history import transactions
from shared.auth import Admin
from shared.http import ExactRoute, exact

router = APIRouter(route_class=ExactRoute, tags=["history"])
Limit = Annotated[int, Query(ge=1, le=1000)]
Offset = Annotated[int, Query(ge=0, le=1_000_000_000)]


@router.get("/api/credits/transactions", summary="All transfers, newest first")
async def get_transactions(
    admin: Admin, request: Request, limit: Limit = 50, offset: Offset = 0
) -> Response:
    async with request.app.state.books.db.reader() as connection:
        return exact(await transactions(connection, limit=limit, offset=offset))


@router.get("/api/credits/user/{user_id}/transactions", summary="Transfers of one user")
async def get_user_transactions(
    user_id: str, admin: Admin, request: Request, limit: Limit = 50, offset: Offset = 0
) -> Response:
    async with request.app.state.books.db.reader() as connection:
        page = await transactions(connection, limit=limit, offset=offset, account_id=user_id)
    return exact(page)
