"""Settings that are not about one model."""

from typing import Any, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from pricing_service.api.request_state import Service
from pricing_service.api.wire import TermsWire, UpdatedTerms
from pricing_service.commands.change_terms import change_terms
from pricing_service.queries.describe_terms import describe_terms
from shared.auth import Admin
from shared.http import JSON, ExactRoute, exact
from shared.idempotency import IdempotencyKey, write_of
from shared.money import Price
from shared.problems import Malformed

router = APIRouter(route_class=ExactRoute, tags=["settings"])

_FIELDS = {"default_context_price": "input", "default_generation_price": "output"}


class TermsUpdate(BaseModel):
    """What is absent or null stays."""

    usd_to_credit_ratio: Price | None = Field(default=None, gt=0)
    token_multiplier: int | None = Field(default=None, ge=1, le=1_000_000_000)
    unknown_model_policy: Literal["default", "refuse"] | None = None
    default_context_price: Price | None = None
    default_generation_price: Price | None = None
    jump_percent_max: Price | None = Field(default=None, gt=0)

    def changes(self) -> dict[str, Any]:
        given = self.model_dump(exclude_none=True)
        return {_FIELDS.get(name, name): value for name, value in given.items()}


@router.get("/api/credits/settings", response_model=TermsWire, summary="Read the settings")
async def settings(_: Admin, pricing: Service) -> Response:
    book = await pricing.fresh()
    return exact(describe_terms(book.snapshot.terms))


@router.post("/api/credits/settings", response_model=UpdatedTerms, summary="Change the settings")
async def update_settings(
    body: TermsUpdate,
    request: Request,
    admin: Admin,
    pricing: Service,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    changes = body.changes()
    if not changes:
        raise Malformed("No valid settings provided")
    write = write_of(request, admin, body.model_dump(), idempotency_key)
    answer = await change_terms(pricing.db, write, changes, pricing.clock())
    await pricing.written()
    return Response(answer, media_type=JSON)
