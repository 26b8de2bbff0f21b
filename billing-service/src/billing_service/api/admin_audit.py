"""Who changed what in billing."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from billing_service.api.admin_plans import PAGE_SIZE, PAGE_SIZE_MAX
from billing_service.api.callers import Administrator, At
from billing_service.api.failing import BillingRoute
from billing_service.api.list_wire import AuditPage
from billing_service.api.wire import moment_or_none, seconds
from billing_service.queries.audit_log import AuditFilter, audit_log
from billing_service.queries.plan_subscribers import pages_of
from shared.http import exact

router = APIRouter(prefix="/audit", route_class=BillingRoute, tags=["audit (admin)"])
Moment = Annotated[int | None, Query(ge=0, le=253_402_300_799)]


@router.get("", response_model=AuditPage, summary="The audit log, newest first")
async def read(
    at: At,
    _: Administrator,
    user_id: str | None = None,
    action: str | None = None,
    entity_type: str | None = None,
    entity_id: str | None = None,
    since: Annotated[Moment, Query(alias="from")] = None,
    until: Annotated[Moment, Query(alias="to")] = None,
    page: int = 1,
    page_size: int = PAGE_SIZE,
) -> Response:
    page = min(max(page, 1), 10**6)
    page_size = PAGE_SIZE if page_size < 1 else min(page_size, PAGE_SIZE_MAX)
    wanted = AuditFilter(
        user_id, action, entity_type, entity_id, moment_or_none(since), moment_or_none(until)
    )
    rows, total = await audit_log(at.db, wanted, page, page_size)
    return exact(
        {
            "items": [_item(row) for row in rows],
            "total": total,
            "page": page,
            "page_size": page_size,
            "total_pages": pages_of(total, page_size),
        }
    )


def _item(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"id": str(row["id"]), "created_at": seconds(row["created_at"])}
