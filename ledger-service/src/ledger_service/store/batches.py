"""Batches of grants and their lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from ledger_service.domain.grant_file import GrantLine
from shared.db import Connection, Row


@dataclass(frozen=True, slots=True)
class Batch:
    id: UUID
    request_hash: bytes
    status: str
    actor: str
    reason: str
    created_at: datetime
    undone_by: str | None


_COLUMNS = "id, request_hash, status, actor, reason, created_at, undone_by"


async def accounts_of(connection: Connection, names: Sequence[str]) -> dict[str, list[Row]]:
    """The accounts that each name means: an id, or else an address."""
    rows = await connection.fetch(
        """
        SELECT n.name AS who, a.account_id, a.name, a.balance FROM unnest($1::text[]) AS n (name)
        JOIN account a ON a.account_id = n.name
            OR (a.email <> '' AND lower(a.email) = lower(n.name))
        WHERE a.status <> 'closed'
        """,
        list(set(names)),
    )
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["who"], []).append(row)
    return found


async def find(connection: Connection, batch_id: UUID, *, lock: bool = False) -> Batch | None:
    row = await connection.fetchrow(
        f"SELECT {_COLUMNS} FROM grant_batch WHERE id = $1 {'FOR UPDATE' if lock else ''}",
        batch_id,
    )
    return Batch(*row) if row else None


async def begin(
    connection: Connection, key: str, batch: Batch, lines: Sequence[tuple[str, GrantLine]]
) -> Batch:
    """Store the batch with its lines, or return the one that has this key already."""
    made = await connection.execute(
        """
        INSERT INTO grant_batch (id, idempotency_key, request_hash, status, actor, reason,
            created_at, updated_at)
        VALUES ($1, $2, $3, 'applying', $4, $5, $6, $6) ON CONFLICT (idempotency_key) DO NOTHING
        """,
        batch.id,
        key,
        batch.request_hash,
        batch.actor,
        batch.reason,
        batch.created_at,
    )
    if made.endswith(" 1"):
        await connection.executemany(
            """
            INSERT INTO grant_batch_row (batch_id, line, account_id, amount, source, reason,
                expires_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                (batch.id, g.line, account_id, g.amount, g.source, g.reason, g.expires_at)
                for account_id, g in lines
            ],
        )
    row = await connection.fetchrow(
        f"SELECT {_COLUMNS} FROM grant_batch WHERE idempotency_key = $1", key
    )
    assert row is not None  # noqa: S101 - just inserted or in the way
    return Batch(*row)


async def open_lines(connection: Connection, batch_id: UUID, column: str) -> list[Row]:
    """Lines of which `column` (transfer_id or reversal_id) is still to be filled."""
    return await connection.fetch(
        f"""
        SELECT line, account_id, amount, source, reason, expires_at, transfer_id
        FROM grant_batch_row WHERE batch_id = $1 AND {column} IS NULL ORDER BY line
        """,
        batch_id,
    )


async def mark(
    connection: Connection, batch_id: UUID, line: int, column: str, transfer_id: int
) -> None:
    await connection.execute(
        f"UPDATE grant_batch_row SET {column} = $3 WHERE batch_id = $1 AND line = $2",
        batch_id,
        line,
        transfer_id,
    )


async def set_status(
    connection: Connection, batch_id: UUID, status: str, undone_by: str | None = None
) -> None:
    await connection.execute(
        """
        UPDATE grant_batch SET status = $2, updated_at = now(),
            undone_by = coalesce($3, undone_by) WHERE id = $1
        """,
        batch_id,
        status,
        undone_by,
    )


async def unfinished(connection: Connection) -> list[Batch]:
    rows = await connection.fetch(
        f"SELECT {_COLUMNS} FROM grant_batch WHERE status IN ('applying', 'undoing') ORDER BY id"
    )
    return [Batch(*row) for row in rows]


async def listed(connection: Connection, limit: int, batch_id: UUID | None = None) -> list[Any]:
    return await connection.fetch(
        """
        SELECT b.id, b.status, b.actor, b.reason, b.created_at, b.undone_by,
            count(r.line) AS lines, coalesce(sum(r.amount), 0) AS total,
            count(r.transfer_id) AS granted, count(r.reversal_id) AS taken_back
        FROM grant_batch b LEFT JOIN grant_batch_row r ON r.batch_id = b.id
        WHERE $2::uuid IS NULL OR b.id = $2
        GROUP BY b.id ORDER BY b.created_at DESC LIMIT $1
        """,
        limit,
        batch_id,
    )
