"""Applies a notice while the provider waits for our answer (webhook mode `verify`)."""

import asyncio
from datetime import datetime
from typing import Final

from billing_service.commands.apply_notice import judge_notice
from billing_service.domain.policy import Policy
from billing_service.domain.provider import Provider, ProviderError
from billing_service.store import notices
from shared.db import Database
from shared.problems import Malformed, Unavailable

_WITHIN_S: Final = 5.0


async def verify_notice(
    db: Database, provider: Provider, policy: Policy, notice_id: int, now: datetime
) -> None:
    """Refuse what the provider does not confirm; ask for redelivery of what it cannot yet say.

    The notice stays stored either way, so the worker comes to the same end without us.
    """
    async with db.reader() as conn:
        notice = await notices.get(conn, notice_id)
    if notice is None:
        return
    try:
        async with asyncio.timeout(_WITHIN_S):
            status, outcome = await judge_notice(db, provider, policy, notice, now)
    except (ProviderError, TimeoutError):
        raise Unavailable(
            "Temporary error processing webhook", retry_after_s=10, slug="verify-later"
        ) from None
    async with db.transaction() as conn:
        await notices.close(conn, notice, status, outcome, now)
    if status == "quarantined":
        raise Malformed("Webhook verification failed", slug="verification-failed")
    if notice.event == "payment.succeeded" and outcome != "succeeded":
        raise Unavailable(
            "Temporary error processing webhook", retry_after_s=10, slug="verify-later"
        )
