"""What was sold, to whom, and what became of it, for administrators."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel

from billing_service.api.callers import Administrator, At
from billing_service.api.failing import BillingRoute
from billing_service.api.sales_queries import (
    PaymentsQuery,
    RefundsQuery,
    SalesQuery,
    SubscriptionsQuery,
)
from billing_service.api.sales_wire import (
    PaymentFile,
    PaymentPage,
    RefundPage,
    SubscriptionFile,
    SubscriptionPage,
    wire,
)
from billing_service.api.wire import SubscriptionWire
from billing_service.commands.cancel_subscription import cancel_subscription
from billing_service.commands.resume_subscription import resume_subscription
from billing_service.queries.sales import payment_file, sales, subscription_file
from shared.http import exact
from shared.problems import NotFound

router = APIRouter(route_class=BillingRoute, tags=["sales (admin)"])


class EndRequest(BaseModel):
    """`immediate` ends it now; else it runs to the end of what is paid."""

    immediate: bool = False


async def _page(at: At, table: str, wanted: SalesQuery) -> Response:
    page = await sales(at.db, table, wanted.as_filter(), wanted.limit, wanted.before)
    return exact({"items": wire(page.rows), "total": page.total, "next": page.next})


@router.get("/payments", response_model=PaymentPage, summary="Payments, newest first")
async def payments(at: At, _: Administrator, wanted: Annotated[PaymentsQuery, Query()]) -> Response:
    return await _page(at, "payment", wanted)


@router.get(
    "/payments/{payment_id}", response_model=PaymentFile, summary="A payment and its history"
)
async def payment(at: At, _: Administrator, payment_id: UUID) -> Response:
    found = await payment_file(at.db, payment_id)
    if found is None:
        raise NotFound(f"Payment '{payment_id}' not found", slug="unknown-payment")
    return exact(wire(found))


@router.get("/refunds", response_model=RefundPage, summary="Refunds, newest first")
async def refunds(at: At, _: Administrator, wanted: Annotated[RefundsQuery, Query()]) -> Response:
    return await _page(at, "refund", wanted)


@router.get(
    "/subscriptions", response_model=SubscriptionPage, summary="Subscriptions, newest first"
)
async def subscriptions(
    at: At, _: Administrator, wanted: Annotated[SubscriptionsQuery, Query()]
) -> Response:
    return await _page(at, "subscription", wanted)


@router.get(
    "/subscriptions/{subscription_id}",
    response_model=SubscriptionFile,
    summary="A subscription, its periods and its transitions",
)
async def subscription(at: At, _: Administrator, subscription_id: UUID) -> Response:
    found = await subscription_file(at.db, subscription_id)
    if found is None:
        raise _unknown(subscription_id)
    return exact(wire(found))


def _unknown(subscription_id: UUID) -> NotFound:
    return NotFound(f"Subscription '{subscription_id}' not found", slug="unknown-subscription")


@router.post(
    "/subscriptions/{subscription_id}/{what}",
    response_model=SubscriptionWire,
    summary="Cancel a user's subscription, or take a scheduled cancellation back",
)
async def change(
    at: At,
    admin: Administrator,
    subscription_id: UUID,
    what: Literal["cancel", "resume"],
    body: EndRequest | None = None,
) -> Response:
    found = await subscription_file(at.db, subscription_id)
    if found is None or found["ended_at"] is not None:
        raise _unknown(subscription_id)
    user_id: str = found["user_id"]
    if what == "cancel":
        immediate = body is not None and body.immediate
        changed = await cancel_subscription(
            at.db, user_id, at.now(), immediate=immediate, actor=admin.id
        )
    else:
        changed = await resume_subscription(at.db, user_id, at.now(), actor=admin.id)
    return exact(SubscriptionWire.of(changed))
