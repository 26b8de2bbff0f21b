"""Starts a trial that becomes paid by itself: the payer binds a card first, and agrees to that."""

from datetime import datetime, timedelta
from uuid import uuid4

from billing_service.commands.send_binding import send_binding
from billing_service.commands.start_trial import trial_plan
from billing_service.domain.bindings import BIND_WITHIN, Binding
from billing_service.domain.payments import CONSENT
from billing_service.domain.policy import Policy
from billing_service.domain.provider import BindingIntent, Provider, ProviderError
from billing_service.domain.provider_problems import problem_of
from billing_service.store import bindings, subscriptions
from shared.db import Connection, Database
from shared.problems import Malformed


async def start_card_trial(
    db: Database,
    provider: Provider,
    policy: Policy,
    wish: tuple[str, str, str],
    now: datetime,
) -> Binding:
    """`wish` is (user, plan, return_url). Nothing begins before the card is bound."""
    user_id, plan_id, return_url = wish
    if not policy.recurring_enabled:
        raise Malformed("Renewals are disabled", slug="renewals-disabled")

    async def decide(conn: Connection) -> Binding:
        await subscriptions.lock_user(conn, user_id)
        await trial_plan(conn, user_id, plan_id)
        known = await bindings.open_of(conn, user_id, plan_id, now - BIND_WITHIN)
        if known:
            return known
        new = _binding(provider, user_id, plan_id, return_url, now)
        await bindings.insert(conn, new)
        return new

    try:
        binding = await db.run(decide)
        if binding.confirmation_url is None:
            binding = await send_binding(db, provider, policy, binding, now)
    except ProviderError as error:
        raise problem_of(error) from error
    return binding


def _binding(
    provider: Provider, user_id: str, plan_id: str, return_url: str, now: datetime
) -> Binding:
    binding_id = uuid4()
    intent = BindingIntent(
        idempotence_key=str(binding_id),
        return_url=return_url,
        metadata={"binding_id": str(binding_id), "user_id": user_id},
    )
    return Binding(
        id=binding_id,
        user_id=user_id,
        plan_id=plan_id,
        idempotence_key=intent.idempotence_key,
        request=provider.freeze_binding(intent),
        consent_text=CONSENT,
        status="sent",
        provider_id=None,
        confirmation_url=None,
        error=None,
        # If this process dies in the call, the reconciler sends the same again.
        next_check_at=now + timedelta(minutes=2),
        checks=0,
        created_at=now,
        updated_at=now,
    )
