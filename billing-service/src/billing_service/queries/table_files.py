"""Rows as CSV or XLSX, piece by piece. No cell ever becomes a formula."""

import asyncio
import csv
import io
import tempfile
from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

MEDIA_TYPES: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# What a spreadsheet would take for the start of a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
# A spreadsheet keeps 15 digits of a number; what has more travels as text.
_SHEET_DIGITS: Final = 15
_PIECE: Final = 65_536

Pages = AsyncIterator[list[dict[str, Any]]]


def guarded(text: str) -> str:
    """Return text that no spreadsheet runs as a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def plain(value: Any) -> str:
    """Return a cell as text; numbers with all their digits, moments in UTC."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime | date):
        return value.isoformat().replace("+00:00", "Z")
    return str(value)


def _csv_cell(value: Any) -> str:
    # Only text is guarded: a refund of -5.00 is a number.
    return guarded(value) if isinstance(value, str) else plain(value)


async def csv_pieces(columns: Sequence[str], pages: Pages) -> AsyncIterator[bytes]:
    """UTF-8 with a byte order mark, which spreadsheets need to recognise it."""
    yield b"\xef\xbb\xbf" + _lines([columns])
    async for page in pages:
        yield _lines([[_csv_cell(row[name]) for name in columns] for row in page])


def _lines(rows: Sequence[Sequence[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


async def xlsx_pieces(title: str, columns: Sequence[str], pages: Pages) -> AsyncIterator[bytes]:
    """Rows go to a temporary file as they come; a workbook is whole only at its end."""
    import xlsxwriter

    with tempfile.TemporaryFile() as file:
        with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
            sheet = book.add_worksheet(title[:31])
            number = book.add_format({"num_format": "0.00##########"})
            bold = book.add_format({"bold": True})
            sheet.set_column(0, len(columns) - 1, 18)
            sheet.freeze_panes(1, 0)
            for column, name in enumerate(columns):
                sheet.write_string(0, column, name, bold)
            line = 1
            async for page in pages:
                await asyncio.to_thread(_write_rows, sheet, line, columns, page, number)
                line += len(page)
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece


def _write_rows(
    sheet: Any, line: int, columns: Sequence[str], page: list[dict[str, Any]], number: Any
) -> None:
    for at, row in enumerate(page, start=line):
        for column, name in enumerate(columns):
            _write(sheet, (at, column), row[name], number)


def _write(sheet: Any, place: tuple[int, int], value: Any, number: Any) -> None:
    if value is None:
        return
    if isinstance(value, int):
        sheet.write_number(*place, value)
    elif isinstance(value, Decimal) and len(value.as_tuple().digits) <= _SHEET_DIGITS:
        sheet.write_number(*place, value, number)
    else:
        sheet.write_string(*place, plain(value))


async def one_page(rows: list[dict[str, Any]]) -> Pages:
    """Return rows that are there already as pages."""
    yield rows
