"""What may be bought here: pages ask it before they show a button."""

from fastapi import APIRouter, Response
from pydantic import BaseModel

from billing_service.api.callers import At, Reader
from billing_service.api.failing import BillingRoute
from shared.http import exact
from shared.money import JsonNumber, to_wire

router = APIRouter(route_class=BillingRoute, tags=["plans"])


class Offer(BaseModel):
    """`packages`, `min` and `max` are amounts of `currency`; each unit buys `credits_per_unit`."""

    subscriptions: bool
    renewals: bool
    top_ups: bool
    packages: list[JsonNumber]
    any_amount: bool
    min: JsonNumber
    max: JsonNumber
    credits_per_unit: JsonNumber
    currency: str


@router.get("/offer", response_model=Offer, summary="What this installation sells")
async def read(at: At, _: Reader) -> Response:
    policy = at.policy
    return exact(
        Offer(
            subscriptions=policy.subscriptions_enabled,
            renewals=policy.recurring_enabled,
            top_ups=policy.top_ups_enabled,
            packages=[to_wire(amount) for amount in policy.top_up_packages],
            any_amount=policy.top_up_any_amount,
            min=to_wire(policy.top_up_min),
            max=to_wire(policy.top_up_max),
            credits_per_unit=to_wire(policy.credits_per_unit),
            currency=policy.currency,
        )
    )
