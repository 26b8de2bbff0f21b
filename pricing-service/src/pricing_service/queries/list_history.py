"""Pages of what was: the versions of a model, and the audit of changes."""

from typing import Any

from pricing_service.store import audit, versions
from shared.db import Database


async def list_history(db: Database, model_id: str, limit: int, offset: int) -> dict[str, Any]:
    """Own versions of a model, newest first; each with who made it and why."""
    async with db.reader() as conn:
        rows, total = await versions.page(conn, model_id, limit, offset)
    return {"versions": rows, **_page(total, limit, offset)}


async def list_changes(
    db: Database, model_id: str | None, limit: int, offset: int
) -> dict[str, Any]:
    """The audit, newest first, of one model or of all and the settings."""
    async with db.reader() as conn:
        rows, total = await audit.page(conn, model_id, limit, offset)
    return {"changes": rows, **_page(total, limit, offset)}


def _page(total: int, limit: int, offset: int) -> dict[str, Any]:
    return {
        "total": total,
        "limit": limit,
        "offset": offset,
        "has_next": offset + limit < total,
        "has_prev": offset > 0,
    }
