"""Searches as files, page by page: memory and locks do not grow with the file."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from decimal import Decimal
from typing import Any, Final, Literal

from ledger_service.domain.table_file import Cell, csv_lines, shown
from ledger_service.queries.filters import Wanted, searching
from shared.db import Connection, Database
from shared.problems import Invalid

Form = Literal["csv", "xlsx"]
Read = Callable[[Connection, Wanted, int | None, int], Awaitable[list[dict[str, Any]]]]
PAGE: Final = 1000
# A sheet has 1,048,576 lines, of which the header takes one.
SHEET_ROWS_MAX: Final = 1_048_575
_PIECE_BYTES: Final = 65_536
# A spreadsheet keeps 15 digits of a number; what has more travels as text.
_SHEET_DIGITS: Final = 15
MEDIA_TYPES: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
TRANSACTION_COLUMNS: Final = (
    "created_at", "id", "user_id", "user_name", "amount", "transaction_type", "model_id",
    "prompt_tokens", "completion_tokens", "cached_tokens", "reasoning_tokens", "balance_after",
    "actor", "reason", "price_version", "trace_id",
)  # fmt: skip
LOG_COLUMNS: Final = ("created_at", "id", "log_type", "actor", "message", "metadata")


async def export(
    db: Database, form: Form, read: Read, wanted: Wanted, columns: Sequence[str]
) -> AsyncIterator[bytes]:
    """The pieces of the file. What is refused is refused before the first piece."""
    if form == "csv":
        async with searching(db) as connection:
            first = await read(connection, wanted, None, PAGE)
        return _csv(db, read, wanted, columns, first)
    return _read_file(await _workbook(db, read, wanted, columns))


async def _pages(
    db: Database, read: Read, wanted: Wanted, page: list[dict[str, Any]]
) -> AsyncIterator[list[dict[str, Any]]]:
    while page:
        yield page
        async with searching(db) as connection:
            page = await read(connection, wanted, page[-1]["id"], PAGE)


async def _csv(
    db: Database,
    read: Read,
    wanted: Wanted,
    columns: Sequence[str],
    first: list[dict[str, Any]],
) -> AsyncIterator[bytes]:
    yield csv_lines([columns])
    async for page in _pages(db, read, wanted, first):
        yield csv_lines([[row[name] for name in columns] for row in page])


async def _workbook(db: Database, read: Read, wanted: Wanted, columns: Sequence[str]) -> Any:
    import xlsxwriter

    file = tempfile.TemporaryFile()  # noqa: SIM115 - it lives until its last piece is sent
    book = xlsxwriter.Workbook(file, {"constant_memory": True})
    sheet = book.add_worksheet()
    for column, name in enumerate(columns):
        sheet.write_string(0, column, name)
    line = 1
    async with searching(db) as connection:
        first = await read(connection, wanted, None, PAGE)
    async for page in _pages(db, read, wanted, first):
        if line + len(page) > SHEET_ROWS_MAX + 1:
            file.close()
            raise Invalid("format", "a sheet cannot hold so many rows: ask for csv", where="query")
        cells = [[row[name] for name in columns] for row in page]
        await asyncio.to_thread(_write, sheet, line, cells)
        line += len(page)
    await asyncio.to_thread(book.close)
    file.seek(0)
    return file


def _write(sheet: Any, line: int, rows: Sequence[Sequence[Cell]]) -> None:
    for number, row in enumerate(rows, start=line):
        for column, cell in enumerate(row):
            value = shown(cell)
            if isinstance(value, str):
                # Text is written as text: it never becomes a formula.
                sheet.write_string(number, column, value)
            elif len(Decimal(value).as_tuple().digits) <= _SHEET_DIGITS:
                sheet.write_number(number, column, value)
            else:
                sheet.write_string(number, column, f"{value:f}")


async def _read_file(file: Any) -> AsyncIterator[bytes]:
    with file:
        while piece := await asyncio.to_thread(file.read, _PIECE_BYTES):
            yield piece
