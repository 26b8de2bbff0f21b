"""Rows as CSV or XLSX, piece by piece. No cell ever becomes a formula, no digit is lost."""

import asyncio
import csv
import io
import tempfile
from collections.abc import AsyncIterator, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any, Final

from shared.problems import Invalid

MEDIA_TYPES: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# Spreadsheets need it to recognise UTF-8.
BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
# A sheet has 1,048,576 lines, of which the header takes one.
SHEET_ROWS_MAX: Final = 1_048_575
# What a spreadsheet would take for the start of a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# A spreadsheet keeps 15 digits of a number; what has more travels as text.
_SHEET_DIGITS: Final = 15
_PIECE: Final = 65_536

Cell = str | bool | int | Decimal | date | datetime | None
Pages = AsyncIterator[list[dict[str, Any]]]


def guarded(text: str) -> str:
    """Return text that no spreadsheet runs as a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def unguarded(text: str) -> str:
    """Return what `guarded` was given."""
    return text[1:] if text.startswith("'") and guarded(text[1:]) == text else text


def plain(value: Cell) -> str:
    """Return a cell as text; numbers with all their digits, moments in UTC."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat().replace("+00:00", "Z")
    return str(value)


def csv_lines(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Some rows of a CSV file. Only text is guarded: a refund of -5.00 is a number."""
    out = io.StringIO()
    csv.writer(out).writerows(
        [guarded(cell) if isinstance(cell, str) else plain(cell) for cell in row] for row in rows
    )
    return out.getvalue().encode()


async def csv_pieces(columns: Sequence[str], pages: Pages) -> AsyncIterator[bytes]:
    yield BYTE_ORDER_MARK + csv_lines([columns])
    async for page in pages:
        yield csv_lines([[row[name] for name in columns] for row in page])


class Sheet:
    """A workbook of one sheet; rows go to a temporary file as they come."""

    def __init__(self, title: str, columns: Sequence[str]) -> None:
        import xlsxwriter

        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - whoever finishes it closes it
        self._book = xlsxwriter.Workbook(self._file, {"constant_memory": True})
        self._sheet = self._book.add_worksheet(title[:31])
        self._number = self._book.add_format({"num_format": "0.00##########"})
        bold = self._book.add_format({"bold": True})
        self._sheet.set_column(0, max(len(columns) - 1, 0), 18)
        self._sheet.freeze_panes(1, 0)
        for column, name in enumerate(columns):
            self._sheet.write_string(0, column, name, bold)
        self._line = 1

    def add(self, rows: Sequence[Sequence[Cell]]) -> None:
        if self._line + len(rows) > SHEET_ROWS_MAX + 1:
            raise Invalid("format", "a sheet cannot hold so many rows: ask for csv", where="query")
        for line, row in enumerate(rows, start=self._line):
            for column, value in enumerate(row):
                self._write(line, column, value)
        self._line += len(rows)

    def _write(self, line: int, column: int, value: Cell) -> None:
        if value is None:
            return
        if isinstance(value, bool):
            self._sheet.write_boolean(line, column, value)
        elif isinstance(value, int) and abs(value) < 10**_SHEET_DIGITS:
            self._sheet.write_number(line, column, value)
        elif isinstance(value, Decimal) and len(value.as_tuple().digits) <= _SHEET_DIGITS:
            self._sheet.write_number(line, column, value, self._number)
        else:
            # Text is written as text: it never becomes a formula.
            self._sheet.write_string(line, column, plain(value))

    def finish(self) -> IO[bytes]:
        """The whole file, at its beginning."""
        self._book.close()
        self._file.seek(0)
        return self._file


async def xlsx_file(title: str, columns: Sequence[str], pages: Pages) -> IO[bytes]:
    """The whole workbook, which is whole only at its end; Invalid if it would be too long."""
    sheet = Sheet(title, columns)
    try:
        async for page in pages:
            await asyncio.to_thread(sheet.add, [[row[name] for name in columns] for row in page])
    except BaseException:
        sheet.finish().close()
        raise
    return await asyncio.to_thread(sheet.finish)


async def file_pieces(file: IO[bytes]) -> AsyncIterator[bytes]:
    with file:
        while piece := await asyncio.to_thread(file.read, _PIECE):
            yield piece


async def one_page(rows: list[dict[str, Any]]) -> Pages:
    """Return rows that are there already as pages."""
    yield rows
