"""Changing many prices at once: first a preview, then exactly that."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field, StrictBool, StringConstraints, model_validator
from starlette.responses import Response

from pricing_service.api.request_state import ModelId, Service
from pricing_service.api.wire import Amount
from pricing_service.commands.reprice_models import reprice_models
from pricing_service.domain.bulk import BulkChange, Selection, Show
from pricing_service.domain.price import PriceMode, Terms
from pricing_service.domain.quoting import in_credits
from pricing_service.queries.preview_bulk import preview_bulk
from shared.auth import Admin
from shared.http import JSON, ExactRoute, exact
from shared.idempotency import IdempotencyKey, write_of
from shared.moments import ZonedMoment
from shared.money import Price

router = APIRouter(prefix="/api/credits/models/bulk", route_class=ExactRoute, tags=["models"])


class BulkRequest(BaseModel):
    """Which models, and what to do with their prices."""

    model_ids: list[ModelId] | None = Field(default=None, max_length=10_000)
    search: Annotated[str, StringConstraints(max_length=512)] = ""
    show: Show = "all"
    multiply: Price | None = Field(default=None, gt=0)
    prices: dict[str, Price | None] = {}
    price_mode: PriceMode = "credits"
    is_free: StrictBool | None = None
    effective_from: ZonedMoment | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> "BulkRequest":
        if self.multiply is None and not self.prices and self.is_free is None:
            raise ValueError("one of multiply, prices and is_free is required")
        return self

    def change(self, terms: Terms) -> BulkChange:
        ratio = terms.usd_to_credit_ratio if self.price_mode == "usd" else Decimal(1)
        return BulkChange(
            selection=Selection(
                None if self.model_ids is None else frozenset(self.model_ids),
                self.search,
                self.show,
            ),
            multiply=self.multiply,
            prices={
                unit: None if price is None else in_credits(unit, price, ratio)
                for unit, price in self.prices.items()
            },
            is_free=self.is_free,
            effective_from=self.effective_from,
        )


class BulkApproval(BulkRequest):
    """The previewed request with the preview's digest."""

    digest: Annotated[str, StringConstraints(min_length=64, max_length=64)]
    confirm_jump: StrictBool = False
    reason: Annotated[str, StringConstraints(max_length=1000)] = ""


class Prices(BaseModel):
    prices: dict[str, Amount]
    is_free: bool


class PreviewedModel(BaseModel):
    id: str
    name: str
    before: Prices
    after: Prices
    inherited_from: str | None
    jumps: list[str]


class BulkPreview(BaseModel):
    """`jumps` counts models whose change needs confirm_jump."""

    changes: list[PreviewedModel]
    jumps: int
    digest: str


class BulkDone(BaseModel):
    status: Literal["success"]
    changed: int


@router.post("/preview", response_model=BulkPreview, summary="See what a bulk change would do")
async def preview(body: BulkRequest, _: Admin, pricing: Service) -> Response:
    book = await pricing.fresh()
    snapshot = book.snapshot
    return exact(preview_bulk(snapshot, body.change(snapshot.terms), pricing.clock()))


@router.post("/apply", response_model=BulkDone, summary="Apply a previewed bulk change")
async def apply(
    body: BulkApproval,
    request: Request,
    admin: Admin,
    pricing: Service,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    asked: dict[str, Any] = body.model_dump()
    book = await pricing.fresh()
    answer = await reprice_models(
        pricing.db,
        write_of(request, admin, asked, idempotency_key),
        body.change(book.snapshot.terms),
        body.digest,
        pricing.clock(),
        confirm_jump=body.confirm_jump,
        reason=body.reason,
    )
    await pricing.written()
    return Response(answer, media_type=JSON)
