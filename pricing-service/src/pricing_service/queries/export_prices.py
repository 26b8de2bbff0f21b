"""The price list as a file that people edit and that the import reads."""

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

from pricing_service.domain.price_table import COLUMNS, Cell, rows_of, to_csv
from shared.codec import encode

# A spreadsheet keeps 15 digits of a number; what has more travels as text.
_SHEET_DIGITS = 15
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


def export_prices(described: Sequence[dict[str, Any]], form: str) -> bytes:
    """`described` are models as administrators see them; unpriced ones are left out."""
    priced = [model for model in described if model["priced"]]
    if form == "csv":
        return to_csv(priced)
    if form == "xlsx":
        return _workbook(priced)
    return encode(priced)


def _workbook(priced: Sequence[dict[str, Any]]) -> bytes:
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Prices")
        bold = book.add_format({"bold": True})
        exact = book.add_format({"num_format": "0.############"})
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, 1, 40)
        sheet.set_column(2, len(COLUMNS) - 1, 16)
        for column, name in enumerate(COLUMNS):
            sheet.write_string(0, column, name, bold)
        for line, row in enumerate(rows_of(priced), start=1):
            for column, value in enumerate(row):
                _write(sheet, line, column, value, exact)
    return out.getvalue()


def _write(sheet: Any, line: int, column: int, value: Cell, form: Any) -> None:
    # Text is written as text: a name never becomes a formula.
    if isinstance(value, bool):
        sheet.write_boolean(line, column, value)
    elif isinstance(value, str):
        sheet.write_string(line, column, value)
    elif isinstance(value, Decimal):
        if len(value.as_tuple().digits) <= _SHEET_DIGITS:
            sheet.write_number(line, column, value, form)
        else:
            sheet.write_string(line, column, f"{value:f}")
