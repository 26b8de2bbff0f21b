"""What the regular check of the books found."""

from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field

from ledger_service.store import verifications
from shared.auth import Admin
from shared.http import ExactRoute, exact

router = APIRouter(route_class=ExactRoute, tags=["verification"])


class Verification(BaseModel):
    breaches: dict[str, int] = Field(description="by invariant; 0 where it holds")
    checked_at: datetime | None = Field(description="when all of them were; null: never")


@router.get(
    "/api/ledger/verification",
    response_model=Verification,
    summary="Whether the invariants of the books held when they were last checked",
)
async def get_verification(_: Admin, request: Request) -> Response:
    async with request.app.state.books.db.reader() as connection:
        breaches, checked_at = await verifications.latest(connection)
    return exact({"breaches": breaches, "checked_at": checked_at})
