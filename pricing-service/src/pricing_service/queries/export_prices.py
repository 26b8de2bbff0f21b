"""The price list as a file that people edit and that the import reads."""

from collections.abc import Sequence
from typing import Any

from pricing_service.domain.price_table import COLUMNS, rows_of, to_csv
from shared import table_files
from shared.codec import encode

MEDIA_TYPES = {**table_files.MEDIA_TYPES, "json": "application/json"}


def export_prices(described: Sequence[dict[str, Any]], form: str) -> bytes:
    """`described` are models as administrators see them; unpriced ones are left out."""
    priced = [model for model in described if model["priced"]]
    if form == "csv":
        return to_csv(priced)
    if form == "xlsx":
        return _workbook(priced)
    return encode(priced)


def _workbook(priced: Sequence[dict[str, Any]]) -> bytes:
    sheet = table_files.Sheet("Prices", COLUMNS)
    sheet.add(list(rows_of(priced)))
    with sheet.finish() as file:
        return file.read()
