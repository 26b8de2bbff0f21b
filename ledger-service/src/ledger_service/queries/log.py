"""The log in the first system's shape, and with all that was written for auditors."""

from decimal import Decimal
from typing import Any

from ledger_service.queries.filters import Wanted, of_log
from ledger_service.queries.history import counted
from shared import codec
from shared.db import Connection, Row
from shared.money import to_wire


def system_log(row: Row) -> dict[str, Any]:
    """`metadata` is JSON in a string, as the first system's clients expect it."""
    detail = {
        name: row[name]
        for name in ("account_id", "model_id", "before", "after", "reason", "trace_id")
        if row[name]
    }
    return {
        "id": row["id"],
        "log_type": row["log_type"],
        "actor": row["actor"],
        "message": row["message"],
        "metadata": codec.encode(_exact(detail)).decode() if detail else None,
        "created_at": row["at"],
    }


def audit_entry(row: Row) -> dict[str, Any]:
    entry: dict[str, Any] = _exact(dict(row))
    return entry


def _exact(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _exact(item) for name, item in value.items()}
    return to_wire(value) if isinstance(value, Decimal) else value


async def log_page(
    connection: Connection, wanted: Wanted, limit: int, offset: int, before: int | None = None
) -> dict[str, Any]:
    """One page, newest first, and how many entries there are on all of them."""
    found = of_log(wanted)
    total = await counted(connection, "ledger_log", found)
    found.add("id < {}", before)
    last, skipped = found.parameter(limit + 1), found.parameter(offset)
    rows = await connection.fetch(
        f"SELECT * FROM ledger_log WHERE {found} ORDER BY id DESC LIMIT {last} OFFSET {skipped}",
        *found.values,
    )
    return {
        "rows": rows[:limit],
        **total,
        "limit": limit,
        "offset": offset,
        "has_next": len(rows) > limit,
        "has_prev": offset > 0 or before is not None,
    }


async def log_before(
    connection: Connection, wanted: Wanted, before: int | None, limit: int
) -> list[dict[str, Any]]:
    """The next `limit` entries older than the id `before`, newest first."""
    found = of_log(wanted)
    found.add("id < {}", before)
    last = found.parameter(limit)
    rows = await connection.fetch(
        f"SELECT * FROM ledger_log WHERE {found} ORDER BY id DESC LIMIT {last}", *found.values
    )
    return [system_log(row) for row in rows]
