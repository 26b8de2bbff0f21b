"""The public price list. Usually answered by PriceDoor; this is its documentation and fallback."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from pricing_service.api.conditional import matches
from pricing_service.api.price_door import CACHE_CONTROL, LIST_PATH
from pricing_service.api.request_state import Service
from pricing_service.api.wire import ListedModel
from shared.http import JSON

router = APIRouter(tags=["public"])


@router.get(
    LIST_PATH,
    response_model=list[ListedModel],
    responses={304: {"description": "The ETag in If-None-Match is still current"}},
    summary="Prices of all available models",
)
async def public_pricing(request: Request, pricing: Service) -> Response:
    rendered = pricing.book.rendered()
    headers = {"ETag": rendered.etag.decode(), "Cache-Control": CACHE_CONTROL.decode()}
    condition = request.headers.get("if-none-match")
    if condition is not None and matches(condition.encode("latin-1"), rendered.etag):
        return Response(status_code=304, headers=headers)
    return Response(rendered.listing, media_type=JSON, headers=headers)
