"""The audit log, filtered, newest first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.db import Database


@dataclass(frozen=True, slots=True)
class AuditFilter:
    user_id: str | None = None
    action: str | None = None
    entity_type: str | None = None
    entity_id: str | None = None
    since: datetime | None = None
    until: datetime | None = None


async def audit_log(
    db: Database, wanted: AuditFilter, page: int, page_size: int
) -> tuple[list[dict[str, Any]], int]:
    """Return a page and the number of all entries that match."""
    matches = """
        ($1::text IS NULL OR user_id = $1) AND ($2::text IS NULL OR action = $2)
        AND ($3::text IS NULL OR entity_type = $3) AND ($4::text IS NULL OR entity_id = $4)
        AND ($5::timestamptz IS NULL OR created_at >= $5)
        AND ($6::timestamptz IS NULL OR created_at < $6)
    """
    values = (
        wanted.user_id,
        wanted.action,
        wanted.entity_type,
        wanted.entity_id,
        wanted.since,
        wanted.until,
    )
    async with db.reader() as conn:
        total: int = await conn.fetchval(f"SELECT count(*) FROM audit_log WHERE {matches}", *values)
        rows = await conn.fetch(
            f"""
            SELECT * FROM audit_log WHERE {matches}
            ORDER BY created_at DESC, id LIMIT $7 OFFSET $8
            """,
            *values,
            page_size,
            (page - 1) * page_size,
        )
    return [dict(row) for row in rows], total
