"""Paying for a plan, and what was paid."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Response
from pydantic import BaseModel, Field

from billing_service.api.callers import At, Member
from billing_service.api.failing import BillingRoute
from billing_service.api.flags import subscriptions_on
from billing_service.api.wire import TransactionWire
from billing_service.commands.checkout import Started
from billing_service.commands.start_payment import Order, start_payment
from billing_service.domain.return_url import checked_return_url
from billing_service.queries.transactions import transactions_of
from shared.http import exact
from shared.problems import Malformed

router = APIRouter(route_class=BillingRoute, tags=["payments"])
ClientKey = Annotated[str | None, Header(alias="Idempotency-Key", max_length=255)]
PromoText = Annotated[str | None, Field(default=None, max_length=100)]
TransactionsMax = 100


class PaymentRequest(BaseModel):
    plan_id: str
    return_url: str
    promo_code: PromoText = None
    save_payment_method: bool = Field(
        default=False, description="the payer agrees to be charged for the next periods"
    )


class PaymentAnswer(BaseModel):
    transaction_id: str | None
    payment_id: str | None
    confirmation_url: str
    status: str

    @classmethod
    def of(cls, started: Started) -> "PaymentAnswer":
        return cls(
            transaction_id=started.transaction_id,
            payment_id=started.payment_id,
            confirmation_url=started.confirmation_url,
            status=started.status,
        )


def return_url_of(text: str, at: At) -> str:
    """Return the checked address, or the contract's refusal."""
    try:
        return checked_return_url(text, at.policy.return_hosts)
    except ValueError as error:
        raise Malformed(str(error), slug="invalid-return-url") from None


@router.post(
    "/payment",
    response_model=PaymentAnswer,
    summary="Start paying for a plan",
    dependencies=[Depends(subscriptions_on)],
)
async def pay(at: At, user: Member, body: PaymentRequest, client_key: ClientKey = None) -> Response:
    order = Order(
        user_id=user.id,
        email=user.email,
        plan_id=body.plan_id,
        return_url=return_url_of(body.return_url, at),
        save_method=body.save_payment_method,
        client_key=client_key,
        promo_code=body.promo_code or None,
    )
    return exact(
        PaymentAnswer.of(await start_payment(at.db, at.provider, at.policy, order, at.now()))
    )


@router.get("/transactions", response_model=list[TransactionWire], summary="Own payments")
async def transactions(at: At, user: Member, limit: int = 50, skip: int = 0) -> Response:
    limit, skip = min(max(limit, 1), TransactionsMax), min(max(skip, 0), 10**6)
    found = await transactions_of(at.db, user.id, limit, skip)
    return exact([TransactionWire.of(payment) for payment in found])
