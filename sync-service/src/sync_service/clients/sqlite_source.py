"""Reads Open WebUI's SQLite file, strictly read-only, in a thread, in one transaction."""

import asyncio
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from sync_service.clients import schema
from sync_service.clients.source import (
    BusyError,
    SourceError,
    TableMissingError,
    TimedOutError,
    UnreachableError,
    UnreadableError,
)
from sync_service.domain.directory import Kind, Origin, Person, Snapshot

_BUSY_S: Final = 5.0
_STEPS_BETWEEN_CHECKS: Final = 100_000
_COLUMNS: Final = "SELECT name FROM pragma_table_info(?)"


class SqliteSource:
    """Open WebUI may write at the same time: WAL gives this reader one consistent moment."""

    origin: Origin = "database"

    def __init__(self, path: Path, *, timeout_s: float, everyone: bool) -> None:
        self._address = f"file:{quote(str(path.absolute()))}?mode=ro"
        self._timeout_s = timeout_s
        self._everyone = everyone

    async def close(self) -> None:
        """Nothing stays open between readings."""

    async def fetch(self, kinds: Sequence[Kind]) -> Snapshot:
        try:
            return await asyncio.to_thread(self._fetch, kinds)
        except SourceError as error:
            return Snapshot({}, error.failures(kinds))

    async def find(self, user_id: str) -> Person | None:
        return await asyncio.to_thread(self._find, user_id)

    def _fetch(self, kinds: Sequence[Kind]) -> Snapshot:
        with closing(self._open()) as database:
            try:
                columns = _columns(database)
                good, failures = schema.readable_kinds(kinds, columns)
                if "user" not in columns:
                    raise TableMissingError
                rows = {
                    table: _rows(database, statement)
                    for table, statement in schema.statements(good, columns).items()
                }
            except sqlite3.Error as error:
                raise _failure(error) from None
        found = schema.snapshot(good, rows, everyone=self._everyone)
        return found.joined(Snapshot({}, failures))

    def _find(self, user_id: str) -> Person | None:
        with closing(self._open()) as database:
            try:
                columns = _columns(database)
                good, _ = schema.readable_kinds(("users", "user_groups"), columns)
                if len(good) != 2:  # noqa: PLR2004 - both
                    raise TableMissingError
                narrow = {"user": "id", "group_member": "user_id"}
                rows = {
                    table: _rows(database, f"{text} WHERE {narrow[table]} = ?", user_id)
                    if table in narrow
                    else _rows(database, text)
                    for table, text in schema.statements(good, columns).items()
                }
            except sqlite3.Error as error:
                raise _failure(error) from None
        return schema.person(user_id, rows) if rows["user"] else None

    def _open(self) -> sqlite3.Connection:
        deadline = time.monotonic() + self._timeout_s
        try:
            database = sqlite3.connect(
                self._address, uri=True, timeout=_BUSY_S, isolation_level=None
            )
            database.row_factory = sqlite3.Row
            database.set_progress_handler(
                lambda: time.monotonic() > deadline, _STEPS_BETWEEN_CHECKS
            )
            database.execute("BEGIN")
        except sqlite3.Error as error:
            raise _failure(error) from None
        return database


def _failure(error: sqlite3.Error) -> SourceError:
    if "interrupted" in str(error):
        return TimedOutError()
    if "locked" in str(error) or "busy" in str(error):
        return BusyError()
    if "unable to open" in str(error):
        return UnreachableError("Open WebUI's SQLite file cannot be opened")
    return UnreadableError()


def _columns(database: sqlite3.Connection) -> schema.Columns:
    found = {
        table: frozenset(
            row["name"]
            for row in database.execute("SELECT name FROM pragma_table_info(?)", (table,))
        )
        for table in schema.TABLES
    }
    return {table: names for table, names in found.items() if names}


def _rows(database: sqlite3.Connection, statement: str, *values: str) -> list[dict[str, Any]]:
    return [dict(row) for row in database.execute(statement, values)]
