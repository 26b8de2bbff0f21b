"""Cells of exported files: exact, and never a formula."""

import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from shared.problems import Invalid
from shared.table_files import (
    BYTE_ORDER_MARK,
    SHEET_ROWS_MAX,
    Sheet,
    csv_lines,
    csv_pieces,
    guarded,
    one_page,
    unguarded,
    xlsx_file,
)


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "  =1", "＝1"])
def test_text_that_a_spreadsheet_would_execute_is_quoted(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


def test_other_cells_stay_as_they_are() -> None:
    cells = ["a=1", "'b", None, 5, Decimal("-2.50"), Decimal("1E-12"), True, date(2026, 1, 2)]
    moment = datetime(2026, 1, 2, 3, tzinfo=UTC)
    expected = "a=1,'b,,5,-2.50,0.000000000001,true,2026-01-02,2026-01-02T03:00:00Z\r\n"
    assert csv_lines([[*cells, moment]]) == expected.encode()
    assert unguarded("'b") == "'b"


async def test_a_file_has_a_mark_a_header_and_its_rows() -> None:
    pieces = csv_pieces(["name", "amount"], one_page([{"amount": 1, "name": "Ольга"}]))
    whole = b"".join([piece async for piece in pieces])
    assert whole == BYTE_ORDER_MARK + "name,amount\r\nОльга,1\r\n".encode()


def test_a_workbook_keeps_numbers_that_it_can_and_writes_the_others_as_text() -> None:
    sheet = Sheet("Some", ["a"])
    sheet.add([["=1+1"], [Decimal("0.1")], [Decimal("1234567890.123456789")], [2**62], [True]])
    with sheet.finish() as file, zipfile.ZipFile(io.BytesIO(file.read())) as book:
        xml = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml
    for text in ("=1+1", "1234567890.123456789", str(2**62)):
        assert f"<t>{text}</t>" in xml
    assert "<v>0.1</v>" in xml


async def test_a_sheet_that_would_be_too_long_is_refused() -> None:
    too_many = one_page([{}] * (SHEET_ROWS_MAX + 1))
    with pytest.raises(Invalid, match="ask for csv"):
        await xlsx_file("Some", [], too_many)
