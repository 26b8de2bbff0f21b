"""The public prices for programs: the same list as the page, as JSON and as CSV."""

from datetime import datetime
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel
from starlette.responses import Response

from pricing_service.api.request_state import Service
from pricing_service.api.visit import UNCHANGED, ListWish, answer
from pricing_service.domain.price_table import to_csv
from pricing_service.domain.price_view import Entry, View, accessible, matches, ordered, stated
from pricing_service.queries.price_book import Rendered
from shared.codec import encode
from shared.http import JSON, files

CSV: Final = "text/csv; charset=utf-8"
router = APIRouter(tags=["public"], responses=UNCHANGED)


class PublicPrice(BaseModel):
    """Credits as decimal strings: for `per_tokens` tokens, or for one image, second or request.

    A unit that is missing is charged like the unit that it is a kind of. Where `is_free` is true
    nothing is charged.
    """

    id: str
    name: str
    is_free: bool
    is_restricted: bool
    prices: dict[str, str]
    effective_from: datetime
    version_id: str
    inherited_from: str | None


class PublicPrices(BaseModel):
    """`version` names this state of the price book."""

    version: str
    per_tokens: int
    models: list[PublicPrice]


@router.get("/pricing.json", response_model=PublicPrices, summary="The public prices as JSON")
async def prices_as_json(
    request: Request, pricing: Service, wish: Annotated[ListWish, Query()]
) -> Response:
    async def make(rendered: Rendered) -> bytes:
        view = wish.view(1)
        models = [_public(entry) for entry in _listed(rendered, view)]
        return encode({"version": rendered.version, "per_tokens": view.per, "models": models})

    return await answer(request, pricing, ("json", wish.model_dump_json()), JSON, make)


@router.get(
    "/pricing.csv",
    response_class=Response,
    responses=files(CSV),
    summary="The public prices as CSV",
)
async def prices_as_csv(
    request: Request, pricing: Service, wish: Annotated[ListWish, Query()]
) -> Response:
    async def make(rendered: Rendered) -> bytes:
        return to_csv(_listed(rendered, wish.view(1)))

    return await answer(request, pricing, ("csv", wish.model_dump_json()), CSV, make)


def _listed(rendered: Rendered, view: View) -> list[dict[str, Any]]:
    found = [e for e in accessible(rendered.entries, view.access) if matches(e, view.q)]
    return [{**e, "prices": stated(e["prices"], view.per)} for e in ordered(found, view)]


def _public(entry: Entry) -> dict[str, Any]:
    kept = PublicPrice.model_fields
    prices = {unit: f"{price:f}" for unit, price in entry["prices"].items()}
    return {**{name: entry[name] for name in kept}, "prices": prices}
