"""Notes that a user is to be told of a threshold of their own that was crossed."""

from billing_service.domain.policy import Policy
from billing_service.store import mails
from shared import inbox
from shared.contracts import Event
from shared.contracts.ledger import AlertRaised
from shared.db import Database


async def tell_alert(db: Database, event: Event[AlertRaised], policy: Policy) -> None:
    """Tell once per crossing; the ledger counts them."""
    alert = event.data
    async with db.transaction() as conn:
        if not await inbox.first_time(conn, event.id) or not policy.mails_enabled:
            return
        facts = {
            "kind": alert.kind,
            "threshold": f"{alert.threshold.normalize():f}",
            "balance": f"{alert.balance.normalize():f}",
            "per": alert.per,
        }
        subject = f"{alert.account_id}/{event.id}"
        await mails.add(conn, alert.account_id, "alert", subject, facts, alert.raised_at)
