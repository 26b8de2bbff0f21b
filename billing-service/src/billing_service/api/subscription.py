"""The caller's own subscription."""

from typing import Any

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel

from billing_service.api.callers import At, Desk, Member
from billing_service.api.failing import BillingRoute
from billing_service.api.flags import subscriptions_on
from billing_service.api.list_wire import Me, Unlinked
from billing_service.api.payments import return_url_of
from billing_service.api.wire import PlanWire, SubscriptionWire, TransactionWire
from billing_service.commands.cancel_subscription import cancel_subscription
from billing_service.commands.resume_subscription import resume_subscription
from billing_service.commands.start_card_trial import start_card_trial
from billing_service.commands.start_trial import start_trial
from billing_service.commands.unlink_methods import unlink_methods
from billing_service.domain.subscriptions import Subscription
from billing_service.queries.own_subscription import own_subscription, own_usage
from billing_service.queries.transactions import transactions_of
from shared.auth import Principal
from shared.http import exact

ME_TRANSACTIONS = 10
router = APIRouter(route_class=BillingRoute, tags=["subscription"])
sold = [Depends(subscriptions_on)]


class CancelRequest(BaseModel):
    immediate: bool = False


class TrialRequest(BaseModel):
    plan_id: str


class CardTrialRequest(TrialRequest):
    """Sending it is the payer's consent to be charged when the trial ends."""

    return_url: str


class CardTrial(BaseModel):
    """The trial begins when the payer has bound a card at `confirmation_url`."""

    binding_id: str
    confirmation_url: str
    status: str


async def _wire(at: Desk, user: Principal, changed: Subscription) -> Response:
    own = await own_subscription(at.db, user.id)
    paid_with = own.paid_with if own and own.subscription.id == changed.id else None
    return exact(SubscriptionWire.of(changed, paid_with))


@router.get(
    "/subscription",
    response_model=SubscriptionWire | None,
    summary="Own subscription, or null",
    dependencies=sold,
)
async def read(at: At, user: Member) -> Response:
    own = await own_subscription(at.db, user.id)
    return exact(SubscriptionWire.of(own.subscription, own.paid_with) if own else None)


@router.post(
    "/subscription/cancel",
    response_model=SubscriptionWire,
    summary="Cancel at the end of the period, or now",
    dependencies=sold,
)
async def cancel(at: At, user: Member, body: CancelRequest) -> Response:
    changed = await cancel_subscription(
        at.db, user.id, at.now(), immediate=body.immediate, actor=user.id
    )
    return await _wire(at, user, changed)


@router.post(
    "/subscription/resume",
    response_model=SubscriptionWire,
    summary="Take a cancellation back",
    dependencies=sold,
)
async def resume(at: At, user: Member) -> Response:
    return await _wire(at, user, await resume_subscription(at.db, user.id, at.now(), actor=user.id))


@router.post(
    "/subscription/trial",
    response_model=SubscriptionWire,
    summary="Begin a trial",
    dependencies=sold,
)
async def trial(at: At, user: Member, body: TrialRequest) -> Response:
    return await _wire(at, user, await start_trial(at.db, user.id, body.plan_id, at.now()))


@router.post(
    "/subscription/trial/card",
    response_model=CardTrial,
    summary="Bind a card and begin a trial that it pays on afterwards",
    dependencies=sold,
)
async def card_trial(at: At, user: Member, body: CardTrialRequest) -> Response:
    wish = (user.id, body.plan_id, return_url_of(body.return_url, at))
    binding = await start_card_trial(at.db, at.shop(), at.policy, wish, at.now())
    return exact(
        CardTrial(
            binding_id=str(binding.id),
            confirmation_url=binding.confirmation_url or body.return_url,
            status=binding.status,
        )
    )


@router.post(
    "/payment-methods/unlink",
    response_model=Unlinked,
    summary="Forget saved payment methods, stop renewals",
)
async def unlink(at: At, user: Member) -> Response:
    return exact({"status": "ok", "unlinked": await unlink_methods(at.db, user.id, at.now())})


@router.get("/me", response_model=Me, summary="Everything about the caller's billing")
async def me(at: At, user: Member) -> Response:
    own = await own_subscription(at.db, user.id)
    transactions = await transactions_of(at.db, user.id, ME_TRANSACTIONS, 0)
    usage: dict[str, Any] = {}
    if own:
        used = await own_usage(at.db, user.id, at.now())
        usage = {
            metric: {"current": amount, "limit": used.limits.get(metric)}
            for metric, amount in used.current.items()
        }
    return exact(
        {
            "subscription": SubscriptionWire.of(own.subscription, own.paid_with) if own else None,
            "plan": PlanWire.of(own.plan) if own else None,
            "usage": usage,
            "transactions": [TransactionWire.of(payment) for payment in transactions],
        }
    )
