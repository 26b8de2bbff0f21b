"""Tells users three days ahead that their saved method will be charged."""

from datetime import datetime
from typing import Final

from billing_service.domain.mails import REMIND_BEFORE
from billing_service.domain.policy import Policy
from billing_service.domain.proration import after_carry
from billing_service.store import mails
from shared.db import Database

BATCH: Final = 200


async def remind_renewals(db: Database, policy: Policy, now: datetime) -> bool:
    """Note a batch of reminders; False if none is due."""
    within = REMIND_BEFORE + policy.renew_before
    async with db.transaction() as conn:
        due = await mails.renewals_soon(conn, now, within, BATCH)
        for row in due:
            charge, _ = after_carry(row["price"], row["carry"])
            charge_at = max(row["current_period_end"] - policy.renew_before, now)
            facts = {
                "what": row["name"],
                "what_ru": row["name_ru"] or row["name"],
                "amount": str(charge),
                "currency": row["currency"],
                "charge_at": charge_at.isoformat(),
            }
            subject = f"{row['id']}/{row['current_number']}"
            await mails.add(conn, row["user_id"], "renewal_soon", subject, facts, now)
    return bool(due)
