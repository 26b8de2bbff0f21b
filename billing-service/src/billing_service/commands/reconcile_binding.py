"""Finds out what became of cards to be bound: a refusal or an expiry sends no notice."""

from datetime import datetime

from billing_service.commands.ask_again import ask_again
from billing_service.commands.record_binding import record_binding
from billing_service.commands.send_binding import send_binding
from billing_service.domain.bindings import Binding
from billing_service.domain.policy import Policy
from billing_service.domain.provider import Provider
from shared.db import Database


async def reconcile_binding(
    db: Database, provider: Provider, policy: Policy, now: datetime
) -> bool:
    """Ask about the binding that waits longest; False if none waits."""

    async def ask(binding: Binding) -> None:
        if binding.provider_id:
            told = await provider.get_method(binding.provider_id)
            await record_binding(db, policy, binding.id, told, now)
        else:
            # A second binding under the same key after a day would cost nobody anything.
            await send_binding(db, provider, policy, binding, now)

    return await ask_again(db, Binding, ask, now)
