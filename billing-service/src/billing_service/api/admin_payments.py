"""Refunds, and what money and books disagree about."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Path, Response
from pydantic import BaseModel, Field, StringConstraints

from billing_service.api.callers import Administrator, At
from billing_service.api.failing import BillingRoute
from billing_service.api.list_wire import Alarm, Done
from billing_service.api.plan_requests import Money
from billing_service.api.wire import seconds, seconds_or_none
from billing_service.commands.reconcile_books import reconcile_books
from billing_service.commands.refund_payment import RefundOrder, refund_payment
from billing_service.commands.resolve_alarm import resolve_alarm
from billing_service.queries.alarms import alarms_open
from shared.http import exact
from shared.money import JsonNumber, to_wire

router = APIRouter(route_class=BillingRoute, tags=["payments (admin)"])
ClientKey = Annotated[str | None, Header(alias="Idempotency-Key", max_length=255)]


class RefundRequest(BaseModel):
    amount: Money | None = Field(default=None, gt=0, description="absent: all that is left")
    reason: str = Field(default="", max_length=250)


class RefundAnswer(BaseModel):
    id: str
    payment_id: str
    amount: JsonNumber
    currency: str
    status: str
    yookassa_refund_id: str | None
    created_at: int


@router.post(
    "/payments/{payment_id}/refund", response_model=RefundAnswer, summary="Give money back"
)
async def refund(
    at: At,
    admin: Administrator,
    payment_id: UUID,
    body: RefundRequest,
    client_key: ClientKey = None,
) -> Response:
    order = RefundOrder(payment_id, body.amount, body.reason, admin.id, client_key)
    made = await refund_payment(at.db, at.shop(), order, at.now())
    return exact(
        RefundAnswer(
            id=str(made.id),
            payment_id=str(made.payment_id),
            amount=to_wire(made.amount),
            currency=made.currency,
            status="pending" if made.status in ("created", "sent") else made.status,
            yookassa_refund_id=made.provider_id,
            created_at=seconds(made.created_at),
        )
    )


class CompareRequest(BaseModel):
    hours: int = Field(default=72, ge=1, le=24 * 31, description="how far back")


class BooksCompared(BaseModel):
    """`listed` by the provider, `changed` in our books, `alarms` that are open afterwards."""

    listed: int
    changed: int
    alarms: int


@router.post(
    "/reconcile",
    response_model=BooksCompared,
    summary="Compare books with the provider's lists now",
)
async def reconcile(at: At, admin: Administrator, body: CompareRequest | None = None) -> Response:
    span = timedelta(hours=(body or CompareRequest()).hours)
    found = await reconcile_books(at.db, at.shop(), at.policy, span, admin.id, at.now())
    return exact(
        BooksCompared(
            listed=found.listed, changed=found.changed, alarms=len(await alarms_open(at.db))
        )
    )


@router.get("/alarms", response_model=list[Alarm], summary="Where money and books disagree")
async def alarms(at: At, _: Administrator) -> Response:
    return exact(
        [
            row
            | {
                "raised_at": seconds(row["raised_at"]),
                "resolved_at": seconds_or_none(row["resolved_at"]),
            }
            for row in await alarms_open(at.db)
        ]
    )


class ResolveRequest(BaseModel):
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]


@router.post(
    "/alarms/{alarm_id}/resolve", response_model=Done, summary="Close an alarm that was dealt with"
)
async def resolve(
    at: At,
    admin: Administrator,
    alarm_id: Annotated[int, Path(ge=1, le=2**63 - 1)],
    body: ResolveRequest,
) -> Response:
    await resolve_alarm(at.db, alarm_id, body.reason, admin.id, at.now())
    return exact({"status": "ok"})
