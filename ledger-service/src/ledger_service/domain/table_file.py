"""Rows as a CSV file that a spreadsheet opens without executing anything in it."""

import csv
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from io import StringIO
from typing import Final

Cell = str | int | Decimal | datetime | None
# A cell that begins with one of these is a formula to a spreadsheet.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def shown(cell: Cell) -> str | int | Decimal:
    """The cell as a file holds it: numbers exact, times in ISO 8601, text never a formula."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    if isinstance(cell, datetime):
        return cell.isoformat().replace("+00:00", "Z")
    return cell


def csv_lines(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Some rows of a CSV file."""
    out = StringIO()
    writer = csv.writer(out)
    for row in rows:
        cells = [shown(cell) for cell in row]
        writer.writerow([f"{cell:f}" if isinstance(cell, Decimal) else cell for cell in cells])
    return out.getvalue().encode()
