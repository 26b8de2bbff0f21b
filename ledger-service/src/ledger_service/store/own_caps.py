"""Rows of the caps that the owners of accounts set for themselves."""

from datetime import datetime

from ledger_service.domain.limits import Rule
from shared.db import Connection


async def remove(connection: Connection, account_id: str, per: str) -> bool:
    status = await connection.execute(
        """
        DELETE FROM limit_rule
        WHERE source = 'self' AND scope = 'user' AND subject = $1 AND per = $2
        """,
        account_id,
        per,
    )
    return status.endswith(" 1")


async def count_what_was_spent(
    connection: Connection, rule: Rule, account_id: str, now: datetime
) -> None:
    """Let a new cap on credits know the charges of the stretch of time in which it begins.

    The account is locked, so no charge is posted meanwhile.
    """
    await connection.execute(
        """
        INSERT INTO limit_use (account_id, rule_id, starts_at, used)
        SELECT $1, $2, w.starts_at, coalesce((SELECT sum(t.amount) FROM transfer t
            WHERE t.account_id = $1 AND t.kind = 'charge' AND t.posted_at >= w.starts_at), 0)
        FROM (SELECT date_trunc($3, $5::timestamptz, $4) AS starts_at) w
        ON CONFLICT DO NOTHING
        """,
        account_id,
        rule.id,
        rule.per,
        rule.zone,
        now,
    )
