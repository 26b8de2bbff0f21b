"""The shop window."""

from uuid import uuid4

from fastapi import APIRouter, Depends, Response

from billing_service.api.callers import Administrator, At, Reader
from billing_service.api.failing import BillingRoute
from billing_service.api.flags import subscriptions_on
from billing_service.api.list_wire import PublicPlan
from billing_service.api.plan_requests import CreatePlan
from billing_service.api.wire import PlanWire
from billing_service.commands.create_plan import create_plan
from billing_service.queries.plan_detail import plan_detail, plans_on_sale
from shared.http import exact
from shared.problems import NotFound

router = APIRouter(
    prefix="/plans",
    route_class=BillingRoute,
    tags=["plans"],
    dependencies=[Depends(subscriptions_on)],
)
_PUBLIC = frozenset({
    "id", "name", "name_ru", "description", "description_ru", "price", "currency", "interval",
    "features", "quotas", "included_credits", "trial_days", "display_order",
})  # fmt: skip


@router.get("", response_model=list[PlanWire], summary="Plans on sale")
async def list_plans(at: At, _: Reader) -> Response:
    return exact([PlanWire.of(plan) for plan in await plans_on_sale(at.db)])


@router.get("/public", response_model=list[PublicPlan], summary="Plans on sale, for anybody")
async def list_public(at: At) -> Response:
    found = [
        PlanWire.of(plan).model_dump(include=set(_PUBLIC)) for plan in await plans_on_sale(at.db)
    ]
    for item in found:
        item["features"] = item["features"] or []
        item["quotas"] = item["quotas"] or {}
    answer = exact(found)
    answer.headers["Cache-Control"] = "public, max-age=60"
    return answer


@router.get("/{plan_id}", response_model=PlanWire, summary="One plan")
async def read(at: At, _: Reader, plan_id: str) -> Response:
    plan = await plan_detail(at.db, plan_id)
    if plan is None:
        raise NotFound("Plan not found", slug="unknown-plan")
    return exact(PlanWire.of(plan))


@router.post("", response_model=PlanWire, summary="Create a plan; its id is a UUID")
async def create(at: At, admin: Administrator, body: CreatePlan) -> Response:
    fields = body.model_dump() | {"id": str(uuid4())}
    return exact(PlanWire.of(await create_plan(at.db, fields, admin.id, at.now())))
