"""What a command prints: data to stdout as a table or as JSON, messages to stderr."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import msgspec

_WIDE = 10_000  # of a pipe: nothing is cut
_WORDS = {None: "", True: "yes", False: "no"}
_MOMENT = 16  # "2026-11-20 16:27"
_encoder = msgspec.json.Encoder(decimal_format="number", enc_hook=str)


@dataclass(frozen=True, slots=True)
class View:
    """An answer of the API, and how a person reads it.

    `data` is what --json prints. `rows` become a table of `columns`, each "field" or
    "Title=field.part"; without rows `data` is one record. `note` is said beside.
    """

    data: Any
    rows: Sequence[Mapping[str, Any]] | None = None
    columns: Sequence[str] = ()
    note: str = ""


def show(view: View, *, as_json: bool) -> None:
    if as_json:
        write_json(view.data)
    elif view.rows is not None:
        if view.rows:
            _table(view.rows, view.columns)
    elif isinstance(view.data, Mapping):
        _record(view.data, view.columns)
    if view.note:
        say(view.note)


def write_json(data: Any) -> None:
    """Decimals with all their digits, as the API sends them."""
    sys.stdout.write(msgspec.json.format(_encoder.encode(data), indent=2).decode() + "\n")


def say(text: str) -> None:
    sys.stderr.write(f"{printable(text)}\n")


def ask(question: str) -> bool:
    """Yes or no from the terminal; no where there is none."""
    if not sys.stdin.isatty():
        return False
    sys.stderr.write(f"{question} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def printable(text: str) -> str:
    """Names come from strangers: no control character may reach a terminal."""
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)


def _table(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> None:
    from rich import box
    from rich.table import Table

    named = [_column(column) for column in columns]
    lines = [[_value(row, path) for _, path in named] for row in rows]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for index, (title, _) in enumerate(named):
        numeric = any(isinstance(line[index], Decimal | int | float) for line in lines)
        table.add_column(title, justify="right" if numeric else "left", overflow="fold")
    for line in lines:
        table.add_row(*(_cell(value) for value in line))
    _print(table)


def _record(record: Mapping[str, Any], columns: Sequence[str]) -> None:
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    for title, path in (_column(column) for column in columns or record):
        table.add_row(_cell(title), _cell(_value(record, path)))
    _print(table)


def _print(table: Any) -> None:
    from rich.console import Console

    Console(width=None if sys.stdout.isatty() else _WIDE, highlight=False).print(table)


def _column(column: str) -> tuple[str, str]:
    title, _, path = column.rpartition("=")
    return title or path.rpartition(".")[2].replace("_", " "), path


def _value(row: Mapping[str, Any], path: str) -> Any:
    found: Any = row
    for part in path.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _cell(value: Any) -> Any:
    from rich.text import Text

    return Text(printable(_plain(value)))


def _plain(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, str):
        return _moment(value)
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_inner(part)}" for name, part in value.items())
    if isinstance(value, Sequence):
        return ", ".join(map(_inner, value))
    return str(value)


def _inner(value: Any) -> str:
    text = _plain(value)
    return f"({text})" if isinstance(value, Mapping) else text


def _moment(text: str) -> str:
    """A time as people write it."""
    is_moment = len(text) > _MOMENT and text[4:5] == "-" and text[10:11] == "T" and text[-1] == "Z"
    return text[:_MOMENT].replace("T", " ") if is_moment else text
