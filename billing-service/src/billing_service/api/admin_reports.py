"""Reports for administrators, as JSON or as a file."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Depends, Query, Response
from fastapi.responses import StreamingResponse

from billing_service.api.admin_audit import Moment
from billing_service.api.callers import Administrator, At
from billing_service.api.failing import BillingRoute
from billing_service.api.report_wire import (
    FILES,
    ChurnReport,
    FailedPaymentsReport,
    RevenueReport,
    SummaryReport,
)
from billing_service.api.wire import moment_or_none, seconds
from billing_service.domain.reports import Span, span_of
from billing_service.queries import reports
from shared.http import exact
from shared.money import to_wire
from shared.problems import Malformed
from shared.table_files import (
    MEDIA_TYPES,
    Pages,
    csv_pieces,
    file_pieces,
    one_page,
    xlsx_file,
)

router = APIRouter(prefix="/reports", route_class=BillingRoute, tags=["reports (admin)"])
Form = Annotated[Literal["json", "csv", "xlsx"], Query(alias="format")]
ITEMS_MAX: Final = 10_000
SUMMARY: Final = (
    "currency", "mrr", "arr", "arpu", "subscribers", "payments", "gross", "refunded", "net",
    "payers", "failed_payments", "churn",
)  # fmt: skip
REVENUE: Final = (
    "day", "currency", "kind", "payments", "gross", "refunds", "refunded", "net",
)  # fmt: skip
CHURN: Final = ("since", "until", "currency", "at_start", "gained", "lost", "at_end", "churn")
FAILED: Final = (
    "id", "created_at", "user_id", "email", "kind", "plan_id", "amount", "currency", "status",
    "reason", "attempt", "provider_id",
)  # fmt: skip


def _span(
    at: At,
    since: Annotated[Moment, Query(alias="from", description="unix seconds")] = None,
    until: Annotated[Moment, Query(alias="to", description="exclusive")] = None,
) -> Span:
    try:
        return span_of(moment_or_none(since), moment_or_none(until), at.now())
    except (ValueError, OverflowError) as error:
        raise Malformed(str(error), slug="invalid-date-range") from None


Wanted = Annotated[Span, Depends(_span)]


@router.get(
    "/summary",
    response_model=SummaryReport,
    responses=FILES,
    summary="MRR, ARR, ARPU and churn by currency",
)
async def summary(at: At, _: Administrator, span: Wanted, form: Form = "json") -> Response:
    rows = await reports.summary(at.db, span, at.now())
    return await _answer("summary", SUMMARY, one_page(rows), span, form)


@router.get(
    "/revenue",
    response_model=RevenueReport,
    responses=FILES,
    summary="Payments and refunds by day, currency and kind",
)
async def revenue(at: At, _: Administrator, span: Wanted, form: Form = "json") -> Response:
    return await _answer(
        "revenue", REVENUE, one_page(await reports.revenue(at.db, span)), span, form
    )


@router.get(
    "/failed-payments",
    response_model=FailedPaymentsReport,
    responses=FILES,
    summary="Payments that came to nothing",
)
async def failed_payments(at: At, _: Administrator, span: Wanted, form: Form = "json") -> Response:
    return await _answer(
        "failed-payments", FAILED, reports.failed_payments(at.db, span), span, form
    )


@router.get(
    "/churn",
    response_model=ChurnReport,
    responses=FILES,
    summary="Paying people by month and currency: who came and who left",
)
async def churn(at: At, _: Administrator, span: Wanted, form: Form = "json") -> Response:
    rows = await reports.churn(at.db, span, at.now())
    return await _answer("churn", CHURN, one_page(rows), span, form)


async def _answer(
    name: str, columns: Sequence[str], pages: Pages, span: Span, form: str
) -> Response:
    if form == "json":
        return await _json(columns, pages, span)
    if form == "csv":
        pieces = csv_pieces(columns, pages)
    else:
        pieces = file_pieces(await xlsx_file(name, columns, pages))
    file = f"{name}_{span.since:%Y-%m-%d}_{span.until:%Y-%m-%d}.{form}"
    headers = {
        "Content-Disposition": f'attachment; filename="{file}"',
        "Cache-Control": "no-store",
    }
    return StreamingResponse(pieces, media_type=MEDIA_TYPES[form], headers=headers)


async def _json(columns: Sequence[str], pages: Pages, span: Span) -> Response:
    items: list[dict[str, Any]] = []
    truncated = False
    async for page in pages:
        room = ITEMS_MAX - len(items)
        items += [{name: _wire(row[name]) for name in columns} for row in page[:room]]
        truncated = len(page) > room
        if truncated:
            break
    return exact(
        {
            "from": seconds(span.since),
            "to": seconds(span.until),
            "items": items,
            # Whoever needs more takes the file.
            "truncated": truncated,
        }
    )


def _wire(value: Any) -> Any:
    if isinstance(value, Decimal):
        return to_wire(value)
    if isinstance(value, datetime):
        return seconds(value)
    return value.isoformat() if isinstance(value, date) else value
