"""Sends a stored binding under its key, and writes the answer down."""

from datetime import datetime

from billing_service.commands.record_binding import record_binding
from billing_service.domain.bindings import Binding
from billing_service.domain.policy import Policy
from billing_service.domain.provider import Provider, ProviderRefused
from billing_service.store import bindings
from shared.db import Database


async def send_binding(
    db: Database, provider: Provider, policy: Policy, binding: Binding, now: datetime
) -> Binding:
    """Sending again is safe: key and body are those that were stored."""
    try:
        told = await provider.create_method(binding.idempotence_key, binding.request)
    except ProviderRefused as error:
        if not error.is_busy:
            async with db.transaction() as conn:
                await bindings.give_up(conn, binding.id, str(error)[:500], now)
        raise
    return await record_binding(db, policy, binding.id, told, now)
