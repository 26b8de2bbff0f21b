"""Rows of `price_version`: inserted, never changed."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from pricing_service.domain.price import Version
from shared.db import Connection, Row
from shared.money import to_wire
from shared.rating import UNITS, Prices

PRICES = ", ".join(f"v.{unit}" for unit in UNITS)
_COLUMNS = f"""
    v.id, v.model_id, v.effective_from, v.inherits, v.is_free, {PRICES},
    v.effective_from > v.created_at + interval '1 second' AS scheduled,
    v.source = 'withdraw' AS withdraws
"""


def prices_of(row: Row) -> Prices:
    """The prices that a row has; a unit without its own falls back when a charge is rated."""
    return {unit: to_wire(row[unit]) for unit in UNITS if row[unit] is not None}


def _version(row: Row) -> Version:
    return Version(
        id=row["id"],
        model_id=row["model_id"],
        effective_from=row["effective_from"],
        prices=prices_of(row),
        is_free=row["is_free"],
        inherits=row["inherits"],
        scheduled=row["scheduled"],
        withdraws=row["withdraws"],
    )


async def of_models(conn: Connection, ids: Iterable[str]) -> dict[str, list[Version]]:
    """Versions by model, each list in order of time."""
    found: dict[str, list[Version]] = defaultdict(list)
    for row in await conn.fetch(
        f"""
        SELECT {_COLUMNS} FROM price_version v WHERE v.model_id = ANY($1)
        ORDER BY v.model_id, v.effective_from
        """,
        list(ids),
    ):
        found[row["model_id"]].append(_version(row))
    return found


async def find(conn: Connection, version_id: UUID) -> Version | None:
    row = await conn.fetchrow(f"SELECT {_COLUMNS} FROM price_version v WHERE v.id = $1", version_id)
    return _version(row) if row else None


async def add(
    conn: Connection, version: Version, *, source: str, actor: str, reason: str, now: datetime
) -> None:
    units = ", ".join(UNITS)
    places = ", ".join(f"${number}" for number in range(10, 10 + len(UNITS)))
    await conn.execute(
        f"""
        INSERT INTO price_version (id, model_id, effective_from, inherits, is_free,
            source, actor, reason, created_at, {units})
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, {places})
        """,
        version.id,
        version.model_id,
        version.effective_from,
        version.inherits,
        version.is_free,
        source,
        actor,
        reason,
        now,
        *(version.prices.get(unit) for unit in UNITS),
    )


async def page(
    conn: Connection, model_id: str, limit: int, offset: int
) -> tuple[list[dict[str, Any]], int]:
    """Versions for people, newest first, and how many there are."""
    rows = await conn.fetch(
        f"""
        SELECT {_COLUMNS}, v.source, v.actor, v.reason, v.created_at, count(*) OVER () AS total
        FROM price_version v WHERE v.model_id = $1
        ORDER BY v.effective_from DESC LIMIT $2 OFFSET $3
        """,
        model_id,
        limit,
        offset,
    )
    total = (
        rows[0]["total"]
        if rows
        else await conn.fetchval("SELECT count(*) FROM price_version WHERE model_id = $1", model_id)
    )
    kept = ("model_id", "effective_from", "inherits", "is_free", "source", "actor", "reason")
    return [
        {
            "version_id": str(row["id"]),
            **{name: row[name] for name in kept},
            "created_at": row["created_at"],
            "prices": prices_of(row),
        }
        for row in rows
    ], total
