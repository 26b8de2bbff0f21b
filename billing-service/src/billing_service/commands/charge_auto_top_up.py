"""Buys credits with the saved method of users who asked for it and have few left."""

from datetime import datetime
from typing import Final

import structlog

from billing_service.commands.send_payment import send_payment
from billing_service.commands.store_intent import Sale, store_intent
from billing_service.domain.payments import Payment
from billing_service.domain.policy import Policy
from billing_service.domain.provider import (
    Provider,
    ProviderError,
    ProviderRefused,
    ReceiptContactMissing,
)
from billing_service.store import alarms, auto_top_ups, subscriptions
from shared.db import Connection, Database
from shared.problems import Unavailable

log = structlog.get_logger(__name__)
BATCH: Final = 100


async def charge_auto_top_ups(
    db: Database, provider: Provider, policy: Policy, now: datetime
) -> None:
    """Charge whoever is due. What would meet everybody ends the batch, one user's trouble does not.

    Whoever failed is not due for an hour, so that nobody is in the others' way.
    """
    async with db.reader() as conn:
        waiting = await auto_top_ups.due(conn, now, BATCH)
    for user_id in waiting:
        try:
            await charge_auto_top_up(db, provider, policy, user_id, now)
        except ProviderRefused as error:
            await _alarm(db, error, now)
            if error.is_general:
                return
        except ReceiptContactMissing:
            async with db.transaction() as conn:
                await auto_top_ups.note_outcome(conn, user_id, now, paid=False)
        except ProviderError:
            # The intent is stored and the reconciler finds out; the others wait for the provider.
            return
        except Unavailable:
            raise
        except Exception:
            log.exception("top_up_failed", user=user_id)
            async with db.transaction() as conn:
                await auto_top_ups.put_off(conn, user_id, now)


async def _alarm(db: Database, error: ProviderRefused, now: datetime) -> None:
    kind = "auto_top_ups_stopped" if error.is_general else "auto_top_ups_refused"
    async with db.transaction() as conn:
        details = {"error": str(error)[:500]}
        await alarms.raise_alarm(conn, kind, now.date().isoformat(), details, now)


async def charge_auto_top_up(
    db: Database, provider: Provider, policy: Policy, user_id: str, now: datetime
) -> Payment | None:
    """Charge one user, unless a charge is under way or its credits have not arrived yet."""

    async def decide(conn: Connection) -> Payment | None:
        await subscriptions.lock_user(conn, user_id)
        due = await auto_top_ups.still_due(conn, user_id, now)
        if due is None:
            return None
        lot = due.amount * policy.credits_per_unit
        sale = Sale(
            user_id=user_id,
            email="",
            kind="top_up",
            amount=due.amount,
            currency=policy.currency,
            credits=lot,
            description=f"{lot.normalize():f} credits",
            terms={
                "credits": str(lot),
                "is_automatic": True,
                # Clocks of others do not tell whether the credits came before or after.
                "after_sequence": due.sequence,
            },
            method=(due.method_id, due.provider_id),
        )
        return await store_intent(conn, provider, sale, now)

    payment = await db.run(decide)
    return await send_payment(db, provider, policy, payment, now) if payment else None
