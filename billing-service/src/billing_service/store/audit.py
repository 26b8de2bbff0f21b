"""SQL of the audit log: rows are only ever added."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from shared.db import Connection


async def add(
    conn: Connection,
    *,
    actor: str,
    action: str,
    entity: tuple[str, str],
    now: datetime,
    description: str | None = None,
    changes: dict[str, Any] | None = None,
    metadata: dict[str, Any] | None = None,
) -> None:
    """Record who did what to which entity (type, id)."""
    await conn.execute(
        """
        INSERT INTO audit_log (id, user_id, action, entity_type, entity_id, description, changes,
            audit_metadata, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """,
        uuid4(),
        actor,
        action,
        *entity,
        description,
        changes,
        metadata,
        now,
    )
