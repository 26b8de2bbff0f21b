"""The waiting list as administrators read it: by pages, or whole as CSV."""

from collections.abc import AsyncIterator
from typing import Any, Final

from shared.db import Database, Row
from shared.table_files import Cell, csv_lines
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


async def applicant_page(
    db: Database, text: str, length: int, offset: int, *, processed: bool | None
) -> dict[str, Any]:
    """Those whose name or address has `text`."""
    async with db.reader() as connection:
        rows, total = await waiting_list.search(
            connection, text, length, offset, processed=processed
        )
        return {"applicants": [dict(row) for row in rows], "total": total}


async def applicants_csv(db: Database, *, processed: bool | None) -> AsyncIterator[bytes]:
    """All of them, as text of a CSV file that no spreadsheet will execute."""
    yield csv_lines([COLUMNS])
    offset = 0
    while True:
        async with db.reader() as connection:
            rows = await waiting_list.page(connection, _CHUNK, offset, processed=processed)
        if rows:
            yield csv_lines([_cells(row) for row in rows])
        if len(rows) < _CHUNK:
            return
        offset += len(rows)


def _cells(row: Row) -> tuple[Cell, ...]:
    kept = (row["created_at"], row["processed"], row["processed_at"])
    return (row["id"], row["full_name"], row["email"], "", *kept)
