"""What a reversal needs to know about the transfer, and the lots that it empties or fills again."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from shared.db import Connection

# The key makes a second reversal of a transfer impossible.
KEY: Final = "reverse:"


@dataclass(frozen=True, slots=True)
class Original:
    """`effect` is what the transfer did to the balance, signed."""

    id: int
    account_id: str
    kind: str
    effect: Decimal
    house_account: str
    model_id: str | None


async def original(connection: Connection, transfer_id: int) -> Original | None:
    row = await connection.fetchrow(
        """
        SELECT id, account_id, kind,
            CASE WHEN credit_account = account_id THEN amount ELSE -amount END,
            CASE WHEN credit_account = account_id THEN debit_account ELSE credit_account END,
            model_id
        FROM transfer WHERE id = $1
        """,
        transfer_id,
    )
    return Original(*row) if row else None


async def empty_lot(connection: Connection, transfer: Original) -> None:
    """Take what is left of a reversed grant out of its lot, so that it cannot expire again."""
    await connection.execute(
        """
        UPDATE lot SET remaining = remaining - least(remaining, $3)
        WHERE account_id = $1 AND transfer_id = $2
        """,
        transfer.account_id,
        transfer.id,
        transfer.effect,
    )


async def refill_lots(
    connection: Connection, account_id: str, amount: Decimal, now: datetime
) -> Decimal:
    """Put `amount` back into the live lots it was spent from, last spent first; return the rest.

    A lot whose grant was reversed stays as it is.
    """
    rows = await connection.fetch(
        """
        SELECT id, amount - remaining AS missing, expires_at FROM lot l
        WHERE account_id = $1 AND remaining < amount AND expires_at > $2
            AND NOT EXISTS (SELECT FROM transfer t WHERE t.account_id = $1
                AND t.idempotency_key = $3 || l.transfer_id)
        ORDER BY expires_at DESC, priority DESC, granted_at DESC, id DESC
        """,
        account_id,
        now,
        KEY,
    )
    filled: list[tuple[UUID, Decimal]] = []
    for row in rows:
        part = min(row["missing"], amount)
        if part > 0:
            filled.append((row["id"], part))
            amount -= part
    await connection.execute(
        """
        UPDATE lot SET remaining = remaining + f.part
        FROM unnest($2::uuid[], $3::numeric[]) AS f (id, part)
        WHERE lot.account_id = $1 AND lot.id = f.id
        """,
        account_id,
        [lot_id for lot_id, _ in filled],
        [part for _, part in filled],
    )
    await connection.execute(
        """
        UPDATE account SET lots_due_at = least(lots_due_at, (SELECT min(expires_at) FROM lot
            WHERE account_id = $1 AND id = ANY($2))) WHERE account_id = $1
        """,
        account_id,
        [lot_id for lot_id, _ in filled],
    )
    return amount
