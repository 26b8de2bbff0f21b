"""What is to be taken from lots that have not come yet."""

from uuid import UUID

from ledger_service.domain.lots import Taking
from shared.db import Connection


async def put_aside(
    connection: Connection, account_id: str, event_id: UUID, taking: Taking
) -> None:
    await connection.execute(
        """
        INSERT INTO early_taking (account_id, event_id, reference, credits, refund_id)
        VALUES ($1, $2, $3, $4, $5)
        """,
        account_id,
        event_id,
        taking.reference,
        taking.credits,
        taking.refund_id,
    )


async def take_up(connection: Connection, account_id: str, reference: str) -> list[Taking]:
    """What waits for the lot that has come now; it waits no longer."""
    rows = await connection.fetch(
        """
        DELETE FROM early_taking WHERE account_id = $1 AND reference = $2
        RETURNING reference, credits, refund_id
        """,
        account_id,
        reference,
    )
    return [Taking(*row) for row in rows]
