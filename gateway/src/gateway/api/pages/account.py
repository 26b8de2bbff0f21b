"""Pages that only show: overview, usage, history, the receipt of one transaction."""

from datetime import date
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from gateway.api.own import Parts
from gateway.api.pages.rendering import PageRoute, Visited, visit
from gateway.api.pages.sign_in import enter
from gateway.domain.own_page import bars, quotas, share, with_shares
from gateway.queries import own_pages

router = APIRouter(prefix="/me", route_class=PageRoute, include_in_schema=False)
KINDS: Final = (
    "charge", "allowance", "grant", "adjustment", "expiry", "reversal", "refund", "opening",
)  # fmt: skip
SPANS: Final = (7, 30, 90, 365)
Kind = Literal[
    "", "charge", "allowance", "grant", "adjustment", "expiry", "reversal", "refund", "opening"
]


@router.get("")
async def overview(
    request: Request, parts: Parts, code: Annotated[str, Query(max_length=200)] = ""
) -> Response:
    """The page a link leads to; with a code it signs in first."""
    if code:
        return await enter(request, parts, code)
    by = visit(request, parts)
    found = await own_pages.overview(by.services)
    usage = found.usage
    return by.page(
        "overview",
        balance=found.balance,
        usage=usage,
        bars=bars(usage["rows"], *_span(usage)),
        latest=found.latest,
        raised=found.raised,
        billing=found.billing,
        quotas=quotas(found.billing.plan, found.billing.usage),
        share=share,
    )


@router.get("/usage")
async def usage(by: Visited, days: Literal["7", "30", "90", "365"] = "30") -> Response:
    by_day, by_model = await own_pages.usage(by.services, int(days))
    return by.page(
        "usage",
        days=int(days),
        spans=SPANS,
        usage=by_day,
        bars=bars(by_day["rows"], *_span(by_day)),
        models=with_shares(by_model["rows"]),
    )


@router.get("/history")
async def history(
    by: Visited,
    kind: Annotated[Kind, Query(alias="type")] = "",
    before: Annotated[int | None, Query(ge=1)] = None,
) -> Response:
    limit = own_pages.HISTORY_PAGE
    asked = {"type": kind or None, "before": before, "limit": limit}
    page = await by.services.get("ledger", "/api/me/history", **asked)
    return by.page("history", page=page, kind=kind, kinds=KINDS, first=before is None)


@router.get("/receipts/{number}")
async def receipt(by: Visited, number: Annotated[int, Path(ge=1)]) -> Response:
    found = await by.services.get("ledger", f"/api/me/receipts/{number}")
    return by.page("receipt", receipt=found)


def _span(usage: dict[str, str]) -> tuple[date, date]:
    return date.fromisoformat(usage["from"]), date.fromisoformat(usage["to"])
