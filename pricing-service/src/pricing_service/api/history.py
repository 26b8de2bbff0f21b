"""What prices were, who changed them, and the two ways back."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, StringConstraints
from starlette.responses import Response

from pricing_service.api.exchange_wire import ChangePage, HistoryPage
from pricing_service.api.request_state import ModelId, Service
from pricing_service.api.wire import UpdatedModel
from pricing_service.commands.follow_base import follow_base
from pricing_service.commands.withdraw_price import withdraw_price
from pricing_service.queries.list_history import list_changes, list_history
from shared.auth import Admin
from shared.http import JSON, ExactRoute, exact
from shared.idempotency import IdempotencyKey, write_of

router = APIRouter(prefix="/api/credits/models", route_class=ExactRoute, tags=["history"])

Limit = Annotated[int, Query(ge=1, le=1000)]
Offset = Annotated[int, Query(ge=0, le=2**31)]
Reason = Annotated[str, StringConstraints(max_length=1000)]


class Withdrawal(BaseModel):
    version_id: UUID
    reason: Reason = ""


class Following(BaseModel):
    model_id: ModelId
    reason: Reason = ""


@router.get(
    "/history", response_model=HistoryPage, summary="Versions of a model's own price, newest first"
)
async def history(
    model_id: ModelId, _: Admin, pricing: Service, limit: Limit = 50, offset: Offset = 0
) -> Response:
    return exact(await list_history(pricing.db, model_id, limit, offset))


@router.get(
    "/changes", response_model=ChangePage, summary="Audit of prices and settings, newest first"
)
async def changes(
    _: Admin,
    pricing: Service,
    model_id: ModelId | None = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> Response:
    return exact(await list_changes(pricing.db, model_id, limit, offset))


@router.post("/withdraw", response_model=UpdatedModel, summary="Take back a scheduled price")
async def withdraw(
    body: Withdrawal,
    request: Request,
    admin: Admin,
    pricing: Service,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    write = write_of(request, admin, body.model_dump(), idempotency_key)
    now = pricing.clock()
    answer = await withdraw_price(pricing.db, write, body.version_id, now, reason=body.reason)
    await pricing.written()
    return Response(answer, media_type=JSON)


@router.post("/follow-base", response_model=UpdatedModel, summary="Cost what the base costs")
async def follow(
    body: Following,
    request: Request,
    admin: Admin,
    pricing: Service,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    write = write_of(request, admin, body.model_dump(), idempotency_key)
    now = pricing.clock()
    answer = await follow_base(pricing.db, write, body.model_id, now, reason=body.reason)
    await pricing.written()
    return Response(answer, media_type=JSON)
