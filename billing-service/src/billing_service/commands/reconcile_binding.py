"""Finds out what became of cards to be bound: a refusal or an expiry sends no notice."""

from datetime import datetime, timedelta

from billing_service.commands.record_binding import record_binding
from billing_service.commands.send_binding import send_binding
from billing_service.domain.payments import check_again_after
from billing_service.domain.policy import Policy
from billing_service.domain.provider import Provider, ProviderError
from billing_service.store import bindings
from shared.db import Database


async def reconcile_binding(
    db: Database, provider: Provider, policy: Policy, now: datetime
) -> bool:
    """Ask about the binding that waits longest; False if none waits."""
    async with db.transaction() as conn:
        binding = await bindings.claim_to_check(conn, now, now + timedelta(minutes=2))
    if binding is None:
        return False
    try:
        if binding.provider_id:
            told = await provider.get_method(binding.provider_id)
            await record_binding(db, policy, binding.id, told, now)
        else:
            # A second binding under the same key after a day would cost nobody anything.
            await send_binding(db, provider, policy, binding, now)
    except ProviderError:
        async with db.transaction() as conn:
            current = await bindings.get(conn, binding.id, lock=True)
            if current and current.next_check_at is not None:
                again = now + check_again_after(binding.checks)
                await bindings.update(conn, binding.id, now, next_check_at=again)
    return True
