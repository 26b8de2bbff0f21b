"""Refunds, and what money and books disagree about."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Response
from pydantic import BaseModel, Field

from billing_service.api.callers import Administrator, At
from billing_service.api.failing import BillingRoute
from billing_service.api.list_wire import Alarm
from billing_service.api.plan_requests import Money
from billing_service.api.wire import seconds, seconds_or_none
from billing_service.commands.refund_payment import RefundOrder, refund_payment
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
