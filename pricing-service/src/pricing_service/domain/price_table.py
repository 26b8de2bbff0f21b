"""Prices as a table of text: the columns of our CSV and XLSX files, both ways."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from pricing_service.domain.quotes import ROWS_MAX, Entry, Skipped, quote_of
from shared.rating import UNITS
from shared.table_files import BYTE_ORDER_MARK, Cell, csv_lines, unguarded

COLUMNS: Final = ("id", "name", "is_free", "is_restricted", *UNITS)
_ALIASES: Final[Mapping[str, str]] = {
    "model_id": "id",
    "model id": "id",
    "context_price": "input",
    "generation_price": "output",
    "free": "is_free",
}
_TRUE: Final = ("true", "1", "yes", "x")


def rows_of(described: Iterable[Mapping[str, Any]]) -> Iterator[list[Cell]]:
    """One row for each described model, in the order of COLUMNS."""
    for model in described:
        prices: Mapping[str, Decimal] = model["prices"]
        yield [
            model["id"], model["name"], model["is_free"], model["is_restricted"],
            *(prices.get(unit) for unit in UNITS),
        ]  # fmt: skip


def to_csv(described: Iterable[Mapping[str, Any]]) -> bytes:
    return BYTE_ORDER_MARK + csv_lines([COLUMNS, *rows_of(described)])


def from_csv(data: bytes) -> Iterator[Entry]:
    """Quotes from a CSV file with a header; commas or semicolons."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("must be UTF-8") from None
    delimiter = (
        ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    )
    try:
        yield from from_rows(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise ValueError(f"is no CSV: {error}") from None


def from_rows(rows: Iterable[Sequence[str]]) -> Iterator[Entry]:
    """Quotes from a header and its rows; unknown columns are ignored, empty cells say nothing."""
    numbered = iter(rows)
    header = [_column(name) for name in next(numbered, ())]
    if "id" not in header or not {"input", "output"} & set(header):
        raise ValueError("must have a header with id and at least one of input and output")
    for number, row in enumerate(numbered, start=2):
        if number > ROWS_MAX:
            raise ValueError(f"must not have more than {ROWS_MAX} rows")
        cells = {name: cell.strip() for name, cell in zip(header, row, strict=False)}
        if not any(cells.values()):
            continue
        model_id = unguarded(cells.get("id", ""))
        if not model_id:
            yield Skipped(f"row {number}", "has no id")
            continue
        yield quote_of(
            model_id,
            cells,
            name=unguarded(cells.get("name", "")) or None,
            is_free=cells["is_free"].lower() in _TRUE if cells.get("is_free") else None,
        )


def _column(name: str) -> str:
    plain = name.strip().lower()
    return _ALIASES.get(plain, plain)
