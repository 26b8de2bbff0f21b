"""Prices from and to files. An import proposes; a person decides."""

import asyncio
import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field, StringConstraints, model_validator
from starlette.responses import Response

from pricing_service.api.exchange_wire import Decisions, Imported, ProposalPage
from pricing_service.api.request_state import Service
from pricing_service.commands.decide_proposals import Decision, decide_proposals
from pricing_service.commands.propose_prices import propose_prices
from pricing_service.domain.bulk import Selection, Show
from pricing_service.domain.price import PriceMode
from pricing_service.domain.price_table import from_csv, from_rows
from pricing_service.domain.published_lists import litellm, openrouter
from pricing_service.domain.quotes import Entry
from pricing_service.domain.workbook import read_rows
from pricing_service.queries.export_prices import MEDIA_TYPES, export_prices
from pricing_service.queries.list_proposals import list_proposals
from pricing_service.queries.price_book import admin_list
from shared.auth import Admin
from shared.codec import decode
from shared.http import JSON, ExactRoute, exact, files
from shared.idempotency import IdempotencyKey, write_of
from shared.moments import ZonedMoment
from shared.problems import Malformed

router = APIRouter(prefix="/api/credits/models", route_class=ExactRoute, tags=["exchange"])

Format = Literal["csv", "xlsx", "openrouter", "litellm"]
_READERS: Final[Mapping[str, Callable[[bytes], Iterable[Entry]]]] = {
    "csv": from_csv,
    "xlsx": lambda data: from_rows(read_rows(data)),
    "openrouter": lambda data: openrouter(decode(data)),
    "litellm": lambda data: litellm(decode(data)),
}
# Published lists state dollars; our own files state credits unless the caller says otherwise.
_IN_DOLLARS: Final = ("openrouter", "litellm")
_FILE: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}},
    }
}


class DecisionRequest(BaseModel):
    """About open proposals with these ids, or about all open ones of a batch."""

    decision: Literal["approve", "reject"]
    ids: list[UUID] | None = Field(default=None, max_length=20_000)
    batch_id: UUID | None = None
    confirm_jump: bool = False
    effective_from: ZonedMoment | None = None
    reason: Annotated[str, StringConstraints(max_length=1000)] = ""

    @model_validator(mode="after")
    def _names_something(self) -> "DecisionRequest":
        if (self.ids is None) == (self.batch_id is None):
            raise ValueError("exactly one of ids and batch_id is required")
        return self


@router.get(
    "/export",
    response_class=Response,
    responses=files(*MEDIA_TYPES.values()),
    summary="Prices as a file, in credits: all, or those of models that fit",
)
async def export(
    _: Admin,
    pricing: Service,
    form: Annotated[Literal["csv", "xlsx", "json"], Query(alias="format")] = "csv",
    search: Annotated[str, Query(max_length=512)] = "",
    show: Show = "all",
) -> Response:
    book = await pricing.fresh()
    selection = Selection(search=search, show=show)
    described = admin_list(book.snapshot, pricing.clock(), selection)
    data = await asyncio.to_thread(export_prices, described, form)
    headers = {"Content-Disposition": f'attachment; filename="prices.{form}"'}
    return Response(data, media_type=MEDIA_TYPES[form], headers=headers)


@router.post(
    "/import",
    response_model=Imported,
    openapi_extra=_FILE,
    summary="Propose the prices of a file",
)
async def import_file(
    request: Request,
    admin: Admin,
    pricing: Service,
    form: Annotated[Format, Query(alias="format")],
    price_mode: PriceMode | None = None,
    include_unknown: bool = False,  # noqa: FBT001, FBT002 - a query parameter
    idempotency_key: IdempotencyKey = None,
) -> Response:
    data = await request.body()
    if not data:
        raise Malformed("The body must be the file")
    mode: PriceMode = price_mode or ("usd" if form in _IN_DOLLARS else "credits")
    asked = [form, mode, include_unknown, hashlib.sha256(data).hexdigest()]
    answer = await propose_prices(
        pricing.db,
        write_of(request, admin, asked, idempotency_key),
        lambda: _READERS[form](data),
        mode,
        pricing.clock(),
        source=form,
        include_unknown=include_unknown,
    )
    return Response(answer, media_type=JSON)


@router.get(
    "/proposals", response_model=ProposalPage, summary="Proposed prices beside the present ones"
)
async def proposals(
    _: Admin,
    pricing: Service,
    status: Literal["open", "approved", "rejected", "superseded"] = "open",
    batch_id: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 50,
    offset: Annotated[int, Query(ge=0, le=2**31)] = 0,
) -> Response:
    book = await pricing.fresh()
    page = await list_proposals(
        pricing.db,
        book.snapshot,
        pricing.clock(),
        status=status,
        batch_id=batch_id,
        limit=limit,
        offset=offset,
    )
    return exact(page)


@router.post("/proposals/decide", response_model=Decisions, summary="Approve or reject proposals")
async def decide(
    body: DecisionRequest,
    request: Request,
    admin: Admin,
    pricing: Service,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    decision = Decision(
        body.decision,
        body.ids,
        body.batch_id,
        body.confirm_jump,
        body.effective_from,
        body.reason,
    )
    write = write_of(request, admin, body.model_dump(), idempotency_key)
    answer = await decide_proposals(pricing.db, write, decision, pricing.clock())
    await pricing.written()
    return Response(answer, media_type=JSON)
