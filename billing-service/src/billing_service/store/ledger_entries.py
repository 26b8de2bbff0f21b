"""SQL of the copy of the ledger's history. Never a source of truth about a balance."""

from decimal import Decimal
from typing import Any

from shared.contracts.ledger import ChargePosted, TransferPosted
from shared.db import Connection

_INSERT = """
    INSERT INTO ledger_entry (user_id, transfer_id, sequence, kind, amount, balance_after, reason,
        model_id, usage, price_version, posted_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT DO NOTHING
"""


async def add_charge(conn: Connection, charge: ChargePosted) -> None:
    await conn.execute(
        _INSERT,
        charge.account_id,
        charge.transfer_id,
        charge.sequence,
        "charge",
        -charge.amount,
        charge.balance_after,
        None,
        charge.model_id,
        charge.usage,
        charge.price_version,
        charge.posted_at,
    )


async def add_transfer(conn: Connection, transfer: TransferPosted) -> None:
    await conn.execute(
        _INSERT,
        transfer.account_id,
        transfer.transfer_id,
        transfer.sequence,
        transfer.kind,
        transfer.amount,
        transfer.balance_after,
        transfer.reason,
        None,
        None,
        None,
        transfer.posted_at,
    )


async def list_of(
    conn: Connection, user_id: str, *, charges: bool, limit: int, skip: int
) -> list[dict[str, Any]]:
    """Newest first: charges of model use, or every other change of the balance."""
    rows = await conn.fetch(
        """
        SELECT * FROM ledger_entry WHERE user_id = $1 AND (kind = 'charge') = $2
        ORDER BY posted_at DESC, transfer_id DESC LIMIT $3 OFFSET $4
        """,
        user_id,
        charges,
        limit,
        skip,
    )
    return [dict(row) for row in rows]


async def last_balance(conn: Connection, user_id: str) -> Decimal | None:
    balance: Decimal | None = await conn.fetchval(
        """
        SELECT balance_after FROM ledger_entry WHERE user_id = $1
        ORDER BY sequence DESC LIMIT 1
        """,
        user_id,
    )
    return balance
