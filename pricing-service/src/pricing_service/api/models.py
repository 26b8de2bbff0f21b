"""Models and their prices, for functions (one model) and administrators (all of them)."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, StringConstraints
from starlette.responses import Response

from pricing_service.api.price_door import MODEL_ROUTE
from pricing_service.api.request_state import ModelId, Name, Service
from pricing_service.api.wire import (
    FreeStatus,
    ManagedModel,
    ModelPrice,
    RestrictionStatus,
    UpdatedModel,
)
from pricing_service.commands.set_free import set_free
from pricing_service.commands.set_restricted import set_restricted
from pricing_service.commands.update_price import update_price
from pricing_service.domain.price import Order
from pricing_service.queries.price_book import admin_list
from shared.auth import Admin, Key
from shared.http import JSON, ExactRoute, exact
from shared.idempotency import IdempotencyKey, write_of
from shared.moments import ZonedMoment
from shared.money import Price
from shared.problems import Malformed

router = APIRouter(route_class=ExactRoute, tags=["models"])
Why = Annotated[str, StringConstraints(max_length=1000)]


class PriceUpdate(BaseModel):
    """Unknown fields are ignored; `actor` is accepted and not believed."""

    model_id: ModelId
    context_price: Price
    generation_price: Price
    price_mode: Literal["credits", "usd"] = "credits"
    is_free: bool = False
    actor: str = "admin"
    prices: dict[str, Price | None] = {}
    is_restricted: bool | None = None
    name: Name | None = None
    effective_from: ZonedMoment | None = None
    confirm_jump: bool = False
    reason: Why = ""

    def order(self) -> Order:
        named: dict[str, Decimal | None] = dict(self.prices)
        named |= {"input": self.context_price, "output": self.generation_price}
        return Order(
            model_id=self.model_id,
            prices=named,
            is_free=self.is_free,
            source="update_price",
            effective_from=self.effective_from,
            confirm_jump=self.confirm_jump,
            name=self.name,
            restricted_by_admin=self.is_restricted,
            reason=self.reason,
        )


class FreeUpdate(BaseModel):
    model_id: ModelId | None = None
    is_free: bool = False
    reason: Why = ""


class RestrictionUpdate(BaseModel):
    """`is_restricted: null` follows Open WebUI again."""

    model_id: ModelId | None = None
    is_restricted: bool | None = False
    reason: Why = ""


@router.get(MODEL_ROUTE, response_model=ModelPrice, summary="The price of one model")
async def model_price(model_id: str, _: Key, pricing: Service) -> Response:
    return Response(pricing.book.model(model_id), media_type=JSON)


@router.get("/api/credits/models", response_model=list[ManagedModel], summary="All models")
async def models(_: Admin, pricing: Service) -> Response:
    book = await pricing.fresh()
    return exact(admin_list(book.snapshot, pricing.clock()))


@router.post("/api/credits/models/update", response_model=UpdatedModel, summary="Set a price")
async def update(
    body: PriceUpdate,
    request: Request,
    admin: Admin,
    pricing: Service,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    write = write_of(request, admin, _asked(body), idempotency_key)
    answer = await update_price(pricing.db, write, body.order(), body.price_mode, pricing.clock())
    await pricing.written()
    return Response(answer, media_type=JSON)


@router.post(
    "/api/credits/models/update-free-status", response_model=FreeStatus, summary="Set free"
)
async def update_free_status(
    body: FreeUpdate,
    request: Request,
    admin: Admin,
    pricing: Service,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    write = write_of(request, admin, _asked(body), idempotency_key)
    model_id = _required(body.model_id)
    answer = await set_free(
        pricing.db, write, model_id, pricing.clock(), is_free=body.is_free, reason=body.reason
    )
    await pricing.written()
    return Response(answer, media_type=JSON)


@router.post(
    "/api/credits/models/update-restriction-status",
    response_model=RestrictionStatus,
    summary="Set restricted",
)
async def update_restriction_status(
    body: RestrictionUpdate,
    request: Request,
    admin: Admin,
    pricing: Service,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    write = write_of(request, admin, _asked(body), idempotency_key)
    model_id = _required(body.model_id)
    now = pricing.clock()
    answer = await set_restricted(
        pricing.db, write, model_id, now, restricted=body.is_restricted, reason=body.reason
    )
    await pricing.written()
    return Response(answer, media_type=JSON)


def _required(model_id: str | None) -> str:
    if model_id is None:
        raise Malformed("model_id is required")
    return model_id


def _asked(body: BaseModel) -> dict[str, Any]:
    return body.model_dump(exclude={"actor"})
