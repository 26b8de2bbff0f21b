"""Forgets a user's saved payment methods at once: the law wants it possible electronically.

Consents that wait for their payment or binding are withdrawn with them.
"""

from datetime import datetime

from billing_service.store import audit, auto_top_ups, bindings, methods, payments, subscriptions
from shared.db import Connection, Database


async def unlink_methods(db: Database, user_id: str, now: datetime) -> int:
    """Erase the provider's ids, stop renewals and top-ups; return how many methods there were."""

    async def work(conn: Connection) -> int:
        await subscriptions.lock_user(conn, user_id)
        count = await methods.unlink_all(conn, user_id, now)
        withdrawn = await payments.withdraw_consents(conn, user_id, now)
        withdrawn += await bindings.withdraw(conn, user_id, now)
        had_top_ups = await auto_top_ups.switch_off(conn, user_id, now)
        live = await subscriptions.live_of(conn, user_id, lock=True)
        if live and (live.auto_renew or live.payment_method_id):
            await subscriptions.move(
                conn,
                live,
                now,
                cause="method_unlinked",
                actor=user_id,
                auto_renew=False,
                payment_method_id=None,
                next_attempt_at=None,
            )
        if count or withdrawn or had_top_ups:
            await audit.add(
                conn,
                actor=user_id,
                action="payment_methods_unlinked",
                entity=("user", user_id),
                now=now,
                metadata={
                    "count": count,
                    "consents_withdrawn": withdrawn,
                    "auto_top_up_stopped": had_top_ups,
                },
            )
        return count

    return await db.run(work)
