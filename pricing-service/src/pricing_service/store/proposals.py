"""Rows of `proposal`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from pricing_service.domain.quotes import Quote
from shared.db import Connection, Row
from shared.rating import Prices

_COLUMNS = """
    id, batch_id, source, model_id, name, prices, is_free, note, status, created_by, created_at,
    decided_by, decided_at
"""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A price from a file, and what became of it."""

    id: UUID
    batch_id: UUID
    source: str
    model_id: str
    name: str | None
    prices: Prices
    is_free: bool | None
    note: str
    status: str
    created_by: str
    created_at: datetime
    decided_by: str | None
    decided_at: datetime | None


def _proposal(row: Row) -> Proposal:
    return Proposal(**dict(row))


async def replace_open(
    conn: Connection,
    batch_id: UUID,
    source: str,
    quotes: Sequence[Quote],
    *,
    created_by: str,
    now: datetime,
) -> None:
    """Open a proposal for each quote; older open ones for the same models are superseded."""
    await conn.execute(
        """
        UPDATE proposal SET status = 'superseded', decided_by = $2, decided_at = $3
        WHERE status = 'open' AND model_id = ANY($1)
        """,
        [quote.model_id for quote in quotes],
        created_by,
        now,
    )
    await conn.executemany(
        """
        INSERT INTO proposal (id, batch_id, source, model_id, name, prices, is_free, note,
            created_by, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        [
            (
                uuid4(),
                batch_id,
                source,
                quote.model_id,
                quote.name,
                dict(quote.prices),
                quote.is_free,
                quote.note,
                created_by,
                now,
            )
            for quote in quotes
        ],
    )


async def open_ones(
    conn: Connection, ids: Sequence[UUID] | None, batch_id: UUID | None
) -> list[Proposal]:
    """Open proposals with these ids or of this batch, by model."""
    rows = await conn.fetch(
        f"""
        SELECT {_COLUMNS} FROM proposal
        WHERE status = 'open' AND (id = ANY($1) OR batch_id = $2) ORDER BY model_id
        """,
        ids,
        batch_id,
    )
    return [_proposal(row) for row in rows]


async def decide(
    conn: Connection, proposal_id: UUID, status: str, *, decided_by: str, now: datetime
) -> None:
    await conn.execute(
        "UPDATE proposal SET status = $2, decided_by = $3, decided_at = $4 WHERE id = $1",
        proposal_id,
        status,
        decided_by,
        now,
    )


async def page(
    conn: Connection, status: str, batch_id: UUID | None, limit: int, offset: int
) -> tuple[list[Proposal], int]:
    rows = await conn.fetch(
        f"""
        SELECT {_COLUMNS} FROM proposal
        WHERE status = $1 AND ($2::uuid IS NULL OR batch_id = $2)
        ORDER BY created_at DESC, model_id LIMIT $3 OFFSET $4
        """,
        status,
        batch_id,
        limit,
        offset,
    )
    total: int = await conn.fetchval(
        "SELECT count(*) FROM proposal WHERE status = $1 AND ($2::uuid IS NULL OR batch_id = $2)",
        status,
        batch_id,
    )
    return [_proposal(row) for row in rows], total
