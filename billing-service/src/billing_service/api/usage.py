"""What of the plan's quotas is used."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, BeforeValidator, Field

from billing_service.api.callers import At, Member
from billing_service.api.failing import BillingRoute
from billing_service.api.list_wire import MetricUsage, UsageAllowed
from billing_service.domain.usage import METRICS, remaining
from billing_service.queries.own_subscription import own_usage
from shared.http import exact
from shared.problems import Malformed

router = APIRouter(prefix="/usage", route_class=BillingRoute, tags=["usage"])


def _no_boolean(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError("must be a whole number")  # noqa: TRY004 - pydantic reports ValueError
    return value


class UsageCheck(BaseModel):
    metric: str
    amount: Annotated[int, BeforeValidator(_no_boolean), Field(ge=0, le=2**53)] = 1


def _known(metric: str) -> str:
    if metric not in METRICS:
        raise Malformed(f"Invalid metric: {metric}", slug="invalid-metric")
    return metric


@router.post("/check", response_model=UsageAllowed, summary="May this much still be used?")
async def check(at: At, user: Member, body: UsageCheck) -> Response:
    metric = _known(body.metric)
    used = await own_usage(at.db, user.id, at.now())
    current, limit = used.current[metric], used.limits.get(metric)
    return exact(
        {
            # Reaching the limit exactly is allowed.
            "allowed": limit is None or current + body.amount <= limit,
            "current_usage": current,
            "quota_limit": limit,
            "remaining": remaining(current, limit),
        }
    )


@router.get(
    "/{metric}", response_model=MetricUsage, summary="Usage of one metric in the current period"
)
async def read(at: At, user: Member, metric: str) -> Response:
    used = await own_usage(at.db, user.id, at.now())
    current, limit = used.current[_known(metric)], used.limits.get(metric)
    return exact(
        {
            "metric": metric,
            "current_usage": current,
            "quota_limit": limit,
            "remaining": remaining(current, limit),
        }
    )
