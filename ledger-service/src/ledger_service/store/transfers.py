"""Transfers as they were posted, found by their idempotency key."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from shared.db import Connection


@dataclass(frozen=True, slots=True)
class Transfer:
    """`effect` is what it did to the balance, signed."""

    id: int
    request_hash: bytes
    effect: Decimal
    balance_after: Decimal


async def by_key(
    connection: Connection, account_ids: Sequence[str], key: str
) -> dict[str, Transfer]:
    """The transfer with this key of each account that has one."""
    rows = await connection.fetch(
        """
        SELECT account_id, id, request_hash,
            CASE WHEN credit_account = account_id THEN amount ELSE -amount END, balance_after
        FROM transfer WHERE account_id = ANY($1::text[]) AND idempotency_key = $2
        """,
        account_ids,
        key,
    )
    return {account_id: Transfer(*transfer) for account_id, *transfer in rows}


async def find(connection: Connection, account_id: str, key: str) -> Transfer | None:
    return (await by_key(connection, [account_id], key)).get(account_id)
