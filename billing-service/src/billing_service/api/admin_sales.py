"""What was sold, to whom, and what became of it, for administrators."""

from datetime import UTC, datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from pydantic import BaseModel

from billing_service.api.callers import Administrator, At
from billing_service.api.failing import BillingRoute
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
from billing_service.queries.sales import SalesFilter, payment_file, sales, subscription_file
from shared.http import exact
from shared.problems import NotFound

router = APIRouter(route_class=BillingRoute, tags=["sales (admin)"])
Moment = Annotated[int | None, Query(ge=0, le=253_402_300_799, description="unix seconds")]
Text = Annotated[str | None, Query(min_length=1, max_length=255)]
Limit = Annotated[int, Query(ge=1, le=200)]


def _filter(
    search: Text = None,
    status: Text = None,
    kind: Text = None,
    user_id: Text = None,
    plan_id: Text = None,
    since: Annotated[Moment, Query(alias="from")] = None,
    until: Annotated[Moment, Query(alias="to")] = None,
) -> SalesFilter:
    return SalesFilter(search, status, kind, user_id, plan_id, _at(since), _at(until))


def _at(moment: int | None) -> datetime | None:
    return None if moment is None else datetime.fromtimestamp(moment, UTC)


Wanted = Annotated[SalesFilter, Depends(_filter)]


class EndRequest(BaseModel):
    """`immediate` ends it now; else it runs to the end of what is paid."""

    immediate: bool = False


async def _page(
    at: At, table: str, wanted: SalesFilter, limit: int, before: UUID | None
) -> Response:
    page = await sales(at.db, table, wanted, limit, before)
    return exact({"items": wire(page.rows), "total": page.total, "next": page.next})


@router.get("/payments", response_model=PaymentPage, summary="Payments, newest first")
async def payments(
    at: At, _: Administrator, wanted: Wanted, limit: Limit = 50, before: UUID | None = None
) -> Response:
    return await _page(at, "payment", wanted, limit, before)


@router.get(
    "/payments/{payment_id}", response_model=PaymentFile, summary="A payment and its history"
)
async def payment(at: At, _: Administrator, payment_id: UUID) -> Response:
    found = await payment_file(at.db, payment_id)
    if found is None:
        raise NotFound(f"Payment '{payment_id}' not found", slug="unknown-payment")
    return exact(wire(found))


@router.get("/refunds", response_model=RefundPage, summary="Refunds, newest first")
async def refunds(
    at: At, _: Administrator, wanted: Wanted, limit: Limit = 50, before: UUID | None = None
) -> Response:
    return await _page(at, "refund", wanted, limit, before)


@router.get(
    "/subscriptions", response_model=SubscriptionPage, summary="Subscriptions, newest first"
)
async def subscriptions(
    at: At, _: Administrator, wanted: Wanted, limit: Limit = 50, before: UUID | None = None
) -> Response:
    return await _page(at, "subscription", wanted, limit, before)


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
