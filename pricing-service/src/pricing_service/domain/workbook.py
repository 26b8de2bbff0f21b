"""Reads the first sheet of an XLSX file as rows of text. Bounded: a file may be hostile."""

import re
import zipfile
from collections.abc import Iterator
from decimal import Context, Decimal, InvalidOperation
from io import BytesIO
from typing import Final
from xml.etree import ElementTree as ET

from pricing_service.domain.quotes import ROWS_MAX

_PART_BYTES_MAX: Final = 16 * 1_048_576
_COLUMNS_MAX: Final = 256
_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL: Final = re.compile(r"([A-Z]{1,3})\d+\Z")
# Spreadsheets keep 15 digits; further ones are noise of their binary numbers.
_SHEET_DIGITS: Final = Context(prec=15)


def read_rows(data: bytes) -> Iterator[list[str]]:
    """Rows from top to bottom, cells at their columns; ValueError if it is no such file."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            texts = _shared_texts(archive)
            sheet = _part(archive, _first_sheet(archive))
    except (zipfile.BadZipFile, KeyError, NotImplementedError, EOFError, RuntimeError) as error:
        raise ValueError(f"is no XLSX file: {error}") from None
    for number, row in enumerate(sheet.iter(f"{_MAIN}row")):
        if number > ROWS_MAX:
            raise ValueError(f"must not have more than {ROWS_MAX} rows")
        yield _cells(row, texts)


def _part(archive: zipfile.ZipFile, name: str) -> ET.Element:
    if archive.getinfo(name).file_size > _PART_BYTES_MAX:
        raise ValueError(f"{name} is too large")
    with archive.open(name) as file:
        data = file.read(_PART_BYTES_MAX + 1)
    # A zero byte would be UTF-16, in which a declaration could hide from this check.
    if len(data) > _PART_BYTES_MAX or b"\x00" in data or b"<!" in data:
        raise ValueError(f"{name} is too large or declares entities")
    try:
        return ET.fromstring(data)  # noqa: S314 - no DOCTYPE can be left
    except ET.ParseError as error:
        raise ValueError(f"{name} is no XML: {error}") from None


def _first_sheet(archive: zipfile.ZipFile) -> str:
    first = _part(archive, "xl/workbook.xml").find(f"{_MAIN}sheets/{_MAIN}sheet")
    if first is None:
        raise ValueError("has no sheet")
    for relation in _part(archive, "xl/_rels/workbook.xml.rels"):
        if relation.get("Id") == first.get(_RELATION):
            target = relation.get("Target", "")
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    raise ValueError("has no sheet")


def _shared_texts(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    return [_text(item) for item in _part(archive, "xl/sharedStrings.xml").iter(f"{_MAIN}si")]


def _text(item: ET.Element) -> str:
    return "".join(part.text or "" for part in item.iter(f"{_MAIN}t"))


def _cells(row: ET.Element, texts: list[str]) -> list[str]:
    cells: list[str] = []
    for cell in row.iter(f"{_MAIN}c"):
        place = _CELL.match(cell.get("r", ""))
        column = _number(place.group(1)) if place else len(cells)
        if column >= _COLUMNS_MAX:
            break
        cells += [""] * (column + 1 - len(cells))
        cells[column] = _value(cell, texts)
    return cells


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value(cell: ET.Element, texts: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(cell)
    raw = cell.findtext(f"{_MAIN}v") or ""
    if kind == "s":
        return texts[int(raw)] if raw.isdigit() and int(raw) < len(texts) else ""
    if kind == "b":
        return "true" if raw == "1" else "false"
    if kind == "n" and raw:
        return _decimal(raw)
    return raw


def _decimal(raw: str) -> str:
    try:
        return f"{_SHEET_DIGITS.create_decimal(Decimal(raw)):f}"
    except InvalidOperation:
        return raw
