"""Hold rows as read before the engine acts on them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from shared.db import Connection, Row


@dataclass(frozen=True, slots=True)
class Hold:
    """What a hold pinned when it was opened, and what was counted since."""

    account_id: str
    id: UUID
    status: str
    model_id: str
    price_version: str
    prices: Mapping[str, Decimal]
    is_free: bool
    counted: Mapping[str, int]


def _counts(lines: list[dict[str, Any]]) -> dict[str, int]:
    return {line["unit"]: line["count"] for line in lines}


async def find(connection: Connection, hold_id: UUID) -> Hold | None:
    return (await find_many(connection, [hold_id])).get(hold_id)


async def find_many(connection: Connection, hold_ids: Sequence[UUID]) -> dict[UUID, Hold]:
    """Those that there are."""
    # OFFSET 0: each is looked up by the index, also by a plan that was made while there were few.
    rows = await connection.fetch(
        """
        SELECT h.* FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
            SELECT account_id, id, status, model_id, price_version, prices, is_free, counted_lines
            FROM hold WHERE hold.id = asked.id OFFSET 0) AS h
        """,
        hold_ids,
    )
    return {row["id"]: _hold(row) for row in rows}


def _hold(row: Row) -> Hold:
    return Hold(
        account_id=row["account_id"],
        id=row["id"],
        status=row["status"],
        model_id=row["model_id"],
        price_version=row["price_version"],
        prices={unit: Decimal(price) for unit, price in row["prices"].items()},
        is_free=row["is_free"],
        counted=_counts(row["counted_lines"]),
    )


async def account_of(connection: Connection, hold_id: UUID) -> str | None:
    account_id: str | None = await connection.fetchval(
        "SELECT account_id FROM hold WHERE id = $1", hold_id
    )
    return account_id


async def make_due(connection: Connection, hold: Hold, now: datetime) -> None:
    await connection.execute(
        "UPDATE hold SET expires_at = $3 WHERE account_id = $1 AND id = $2",
        hold.account_id,
        hold.id,
        now,
    )


async def past_deadline(
    connection: Connection, now: datetime, limit: int
) -> list[tuple[str, UUID]]:
    rows = await connection.fetch(
        """
        SELECT account_id, id FROM hold WHERE status = 'open' AND expires_at <= $1
        ORDER BY expires_at LIMIT $2
        """,
        now,
        limit,
    )
    return [(row["account_id"], row["id"]) for row in rows]
