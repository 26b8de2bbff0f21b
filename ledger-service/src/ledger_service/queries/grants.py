"""An account's lots as they stand now: what was spent since the last renewal is attributed."""

from typing import Any

from ledger_service.domain.lots import draw_down
from ledger_service.store import lots
from shared.db import Connection
from shared.money import to_wire
from shared.problems import NotFound


async def list_grants(
    connection: Connection, account_id: str, *, spent: bool
) -> list[dict[str, Any]]:
    """Soonest-expiring first, which is the order of spending."""
    balance = await connection.fetchval(
        "SELECT balance FROM account WHERE account_id = $1", account_id
    )
    if balance is None:
        raise NotFound("User not found", slug="unknown-account")
    left = draw_down(await lots.live(connection, account_id), balance)
    remaining = {lot.id: lot.remaining for lot in left}
    rows = await connection.fetch(
        """
        SELECT l.id, l.source, l.amount, l.period, l.reference, l.granted_at,
            nullif(l.expires_at, 'infinity') AS expires_at, l.transfer_id, t.reason, t.actor
        FROM lot l LEFT JOIN transfer t ON t.id = l.transfer_id AND t.account_id = l.account_id
        WHERE l.account_id = $1 AND ($2 OR l.remaining > 0)
        ORDER BY l.expires_at, l.priority, l.granted_at, l.id
        """,
        account_id,
        spent,
    )
    return [
        {
            "id": row["id"],
            "source": row["source"],
            "amount": to_wire(row["amount"]),
            "remaining": to_wire(remaining.get(row["id"], row["amount"] * 0)),
            "period": row["period"],
            "reference": row["reference"],
            "reason": row["reason"],
            "actor": row["actor"],
            "transaction_id": row["transfer_id"],
            "granted_at": row["granted_at"],
            "expires_at": row["expires_at"],
        }
        for row in rows
    ]
