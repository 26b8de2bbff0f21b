"""Plans for administrators: the eight routes of the contract."""

from typing import Any

from fastapi import APIRouter, Response

from billing_service.api.callers import Administrator, At
from billing_service.api.failing import BillingRoute
from billing_service.api.list_wire import Deleted, PlanOverview, Subscribers
from billing_service.api.plan_requests import CreatePlan, UpdatePlan
from billing_service.api.wire import PlanWire, seconds
from billing_service.commands.create_plan import create_plan
from billing_service.commands.delete_plan import delete_plan
from billing_service.commands.duplicate_plan import duplicate_plan
from billing_service.commands.toggle_plan import toggle_plan
from billing_service.commands.update_plan import unknown_plan, update_plan
from billing_service.domain.subscriptions import WIRE_STATUS
from billing_service.domain.usage import metric_of
from billing_service.queries.plan_detail import plan_detail
from billing_service.queries.plan_overview import plan_overview
from billing_service.queries.plan_subscribers import pages_of, plan_subscribers
from shared.http import exact
from shared.money import to_wire

PAGE_SIZE, PAGE_SIZE_MAX = 20, 100
router = APIRouter(prefix="/plans", route_class=BillingRoute, tags=["plans (admin)"])


@router.get(
    "", response_model=list[PlanOverview], summary="All plans with subscribers and monthly revenue"
)
async def list_plans(at: At, _: Administrator) -> Response:
    return exact(
        [
            {
                "plan": PlanWire.of(item.plan),
                "active_subscriptions": item.active,
                "canceled_subscriptions": item.canceled,
                "total_subscriptions": item.total,
                "mrr": to_wire(item.mrr),
            }
            for item in await plan_overview(at.db)
        ]
    )


@router.post("", response_model=PlanWire, summary="Create a plan")
async def create(at: At, admin: Administrator, body: CreatePlan) -> Response:
    plan = await create_plan(at.db, body.model_dump(), admin.id, at.now())
    return exact(PlanWire.of(plan))


@router.get("/{plan_id}", response_model=PlanWire, summary="One plan")
async def read(at: At, _: Administrator, plan_id: str) -> Response:
    plan = await plan_detail(at.db, plan_id)
    if plan is None:
        raise unknown_plan(plan_id)
    return exact(PlanWire.of(plan))


@router.put("/{plan_id}", response_model=PlanWire, summary="Edit a plan")
async def update(at: At, admin: Administrator, plan_id: str, body: UpdatePlan) -> Response:
    plan = await update_plan(at.db, plan_id, body.changes(), admin.id, at.now())
    return exact(PlanWire.of(plan))


@router.delete("/{plan_id}", response_model=Deleted, summary="Delete a plan that nobody has")
async def delete(at: At, admin: Administrator, plan_id: str) -> Response:
    await delete_plan(at.db, plan_id, admin.id, at.now())
    return exact({"success": True, "message": f"Plan '{plan_id}' deleted"})


@router.patch("/{plan_id}/toggle", response_model=PlanWire, summary="Sell or stop selling a plan")
async def toggle(at: At, admin: Administrator, plan_id: str) -> Response:
    return exact(PlanWire.of(await toggle_plan(at.db, plan_id, admin.id, at.now())))


@router.post("/{plan_id}/duplicate", response_model=PlanWire, summary="Copy a plan")
async def duplicate(at: At, admin: Administrator, plan_id: str) -> Response:
    return exact(PlanWire.of(await duplicate_plan(at.db, plan_id, admin.id, at.now())))


@router.get("/{plan_id}/subscribers", response_model=Subscribers, summary="Who has the plan")
async def subscribers(
    at: At,
    _: Administrator,
    plan_id: str,
    page: int = 1,
    page_size: int = PAGE_SIZE,
) -> Response:
    if await plan_detail(at.db, plan_id) is None:
        raise unknown_plan(plan_id)
    # Out of range is clamped, never refused: so the contract wants it.
    page = min(max(page, 1), 10**6)
    page_size = PAGE_SIZE if page_size < 1 else min(page_size, PAGE_SIZE_MAX)
    rows, total = await plan_subscribers(at.db, plan_id, page, page_size)
    return exact(
        {
            "items": [_subscriber(row) for row in rows],
            "total": total,
            "page": page,
            "page_size": page_size,
            "total_pages": pages_of(total, page_size),
        }
    )


def _subscriber(row: dict[str, Any]) -> dict[str, Any]:
    item = {
        "user_id": row["user_id"],
        "email": row["email"],
        "name": row["name"],
        "role": row["role"],
        "profile_image_url": None,
        "subscription_status": WIRE_STATUS[row["status"]],
        "subscribed_at": seconds(row["created_at"]),
        "current_period_start": seconds(row["current_period_start"]),
        "current_period_end": seconds(row["current_period_end"]),
    }
    for metric in ("tokens_input", "tokens_output", "requests"):
        item[f"{metric}_used"] = metric_of(row["units"] or {}, metric)
        item[f"{metric}_limit"] = (row["quotas"] or {}).get(metric)
    return item
