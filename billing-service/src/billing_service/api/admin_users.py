"""One user's subscription, for administrators."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from fastapi import APIRouter, Response
from pydantic import BaseModel

from billing_service.api.callers import Administrator, At
from billing_service.api.failing import BillingRoute
from billing_service.api.list_wire import Assigned, UserSubscription
from billing_service.api.wire import PlanWire, SubscriptionWire
from billing_service.commands.assign_plan import assign_plan
from billing_service.domain.usage import remaining
from billing_service.queries.own_subscription import Used, own_subscription, own_usage
from billing_service.queries.plan_detail import plan_detail
from billing_service.queries.wallet import wallet_of
from shared.http import exact
from shared.problems import NotFound

router = APIRouter(prefix="/users", route_class=BillingRoute, tags=["users (admin)"])
_SHOWN = ("tokens_input", "tokens_output", "requests")
_CHANGED = {
    "id",
    "user_id",
    "plan_id",
    "status",
    "current_period_start",
    "current_period_end",
}


class AssignRequest(BaseModel):
    plan_id: str
    # Usage is counted by period and the new one begins empty: there is nothing left to reset.
    reset_usage: bool = False


@router.get(
    "/{user_id:path}/subscription",
    response_model=UserSubscription,
    summary="What a user has and has used of it",
)
async def read(at: At, _: Administrator, user_id: str) -> Response:
    if (await wallet_of(at.db, user_id, at.now())).customer is None:
        raise NotFound(f"User '{user_id}' not found", slug="unknown-user")
    own = await own_subscription(at.db, user_id)
    used = await own_usage(at.db, user_id, at.now())
    return exact(
        {
            "user_id": user_id,
            "subscription": SubscriptionWire.of(own.subscription, own.paid_with) if own else None,
            "plan": PlanWire.of(own.plan) if own else None,
            "usage": {metric: _share(used, metric) for metric in _SHOWN},
        }
    )


def _share(used: Used, metric: str) -> dict[str, Any]:
    current, limit = used.current[metric], used.limits.get(metric)
    percentage = None
    if limit:
        percentage = (Decimal(100) * current / limit).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return {
        "used": current,
        "limit": limit,
        "remaining": remaining(current, limit),
        "percentage": percentage,
    }


@router.put(
    "/{user_id:path}/subscription",
    response_model=Assigned,
    summary="Give a user a plan without a payment",
)
async def assign(at: At, admin: Administrator, user_id: str, body: AssignRequest) -> Response:
    opened = await assign_plan(at.db, user_id, body.plan_id, admin.id, at.now())
    plan = await plan_detail(at.db, body.plan_id)
    return exact(
        {
            "success": True,
            "subscription": SubscriptionWire.of(opened).model_dump(include=_CHANGED),
            "plan": PlanWire.of(plan) if plan else None,
        }
    )
