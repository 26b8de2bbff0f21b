"""The waiting list as administrators read it: by pages, or whole as CSV."""

import csv
import io
from collections.abc import AsyncIterator
from typing import Any, Final

from shared.db import Database, Row
from sync_service.domain.applicants import harmless_cell
from sync_service.store import waiting_list

# `password_plain` is a column that existing importers expect; there is nothing to put in it.
COLUMNS: Final = (
    "id", "full_name", "email", "password_plain", "created_at", "processed", "processed_at",
)  # fmt: skip
_CHUNK: Final = 1_000


async def applicants(
    db: Database, length: int, offset: int, *, processed: bool | None
) -> list[dict[str, Any]]:
    """Those still waiting first."""
    async with db.reader() as connection:
        rows = await waiting_list.page(connection, length, offset, processed=processed)
        return [dict(row) for row in rows]


async def applicants_csv(db: Database, *, processed: bool | None) -> AsyncIterator[str]:
    """All of them, as text of a CSV file that no spreadsheet will execute."""
    yield _lines([COLUMNS])
    offset = 0
    while True:
        async with db.reader() as connection:
            rows = await waiting_list.page(connection, _CHUNK, offset, processed=processed)
        if rows:
            yield _lines([_cells(row) for row in rows])
        if len(rows) < _CHUNK:
            return
        offset += len(rows)


def _cells(row: Row) -> tuple[str, ...]:
    processed_at = row["processed_at"]
    return (
        str(row["id"]),
        harmless_cell(row["full_name"]),
        harmless_cell(row["email"]),
        "",
        row["created_at"].isoformat(),
        "true" if row["processed"] else "false",
        processed_at.isoformat() if processed_at else "",
    )


def _lines(rows: list[tuple[str, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()
