"""The database of the system before, PostgreSQL or SQLite, read in one snapshot and never written.

Every value is text or None, so that a figure arrives as it was recorded and not as a float.
"""

import asyncio
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, Protocol, Self

import asyncpg

OldRow = dict[str, str | None]
_PAGE: Final = 1000


class UnreadableError(RuntimeError):
    """It is not there, or it is no database of that system."""


class OldDatabase(Protocol):
    """What the importer asks. Names of tables and columns are constants of this package."""

    def columns(self, table: str) -> set[str]: ...

    def query(self, columns: Sequence[str], rest: str) -> list[OldRow]: ...

    def close(self) -> None: ...


class Tables:
    """The tables with the columns that this one has: older installations lack some."""

    def __init__(self, database: OldDatabase) -> None:
        self._database = database

    @classmethod
    def open(cls, address: str) -> Self:
        if address.startswith(("postgresql://", "postgres://", "postgresql+psycopg2://")):
            database: OldDatabase = _Postgres(address.replace("+psycopg2", "", 1))
        else:
            database = _Sqlite(Path(address.removeprefix("sqlite:///")))
        tables = cls(database)
        if not {"id", "balance"} <= database.columns("credit_users"):
            tables.close()
            raise UnreadableError("there is no table credit_users with id and balance")
        return tables

    def close(self) -> None:
        self._database.close()

    def rows(self, table: str, columns: Sequence[str], *order: str) -> list[OldRow]:
        # By the column itself: its bare name would mean the text that is asked for.
        return self._read(table, columns, "ORDER BY " + ", ".join(f"{table}.{c}" for c in order))

    def count(self, table: str, until: int | None = None) -> int:
        """How many rows, or how many with an `id` up to `until`."""
        if not self._database.columns(table):
            return 0
        some = "" if until is None else f" WHERE id <= {until}"
        return int(self._database.query(["count(*) AS n"], f"FROM {table}{some}")[0]["n"] or 0)

    def pages(self, table: str, columns: Sequence[str], after: int) -> Iterator[list[OldRow]]:
        """In the order of the column `id`, from the row behind the number `after` on."""
        by_id = f"ORDER BY {table}.id LIMIT {_PAGE}"
        while page := self._read(table, columns, f"WHERE id > {after} {by_id}"):
            yield page
            after = int(page[-1]["id"] or 0)

    def _read(self, table: str, columns: Sequence[str], rest: str) -> list[OldRow]:
        there = self._database.columns(table)
        if not there:
            return []
        wanted = [name for name in columns if name in there]
        empty: OldRow = dict.fromkeys(columns)
        return [empty | row for row in self._database.query(wanted, f"FROM {table} {rest}")]


class _Sqlite:
    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise UnreadableError(f"there is no file {path}")
        try:
            self._connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
            self._connection.text_factory = lambda raw: raw.decode(errors="replace")
            self._connection.execute("BEGIN")
            self._connection.execute("SELECT 1 FROM sqlite_master LIMIT 1")
        except sqlite3.Error as error:
            raise UnreadableError(f"{path}: {error}") from None

    def columns(self, table: str) -> set[str]:
        return {row[1] for row in self._connection.execute(f"PRAGMA table_info({table})")}

    def query(self, columns: Sequence[str], rest: str) -> list[OldRow]:
        try:
            cursor = self._connection.execute(f"SELECT {', '.join(columns)} {rest}")
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, map(_text, row), strict=True)) for row in cursor]
        except sqlite3.Error as error:
            raise UnreadableError(str(error)) from None

    def close(self) -> None:
        self._connection.close()


def _text(value: object) -> str | None:
    # The repr of a float is the shortest text that means it.
    return value if value is None or isinstance(value, str) else repr(value)


class _Postgres:
    def __init__(self, url: str) -> None:
        self._runner = asyncio.Runner()
        try:
            self._connection = self._runner.run(self._connect(url))
        except (OSError, asyncpg.PostgresError, ValueError) as error:
            self._runner.close()
            raise UnreadableError(f"PostgreSQL does not answer: {error}") from None

    async def _connect(self, url: str) -> "asyncpg.Connection[asyncpg.Record]":
        connection = await asyncpg.connect(url, timeout=10)
        # Older servers write fewer digits of a float than it has.
        await connection.execute("SET extra_float_digits = 3")
        await connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        return connection

    def columns(self, table: str) -> set[str]:
        found = self._runner.run(
            self._connection.fetch(
                """
                SELECT attname::text FROM pg_attribute
                WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped
                """,
                table,
            )
        )
        return {row[0] for row in found}

    def query(self, columns: Sequence[str], rest: str) -> list[OldRow]:
        # A row is cast to text as a whole: its columns keep their names.
        asked = ", ".join(c if " " in c else f"{c}::text AS {c}" for c in columns)
        try:
            rows = self._runner.run(self._connection.fetch(f"SELECT {asked} {rest}"))
        except (OSError, asyncpg.PostgresError) as error:
            raise UnreadableError(str(error)) from None
        return [{n: v if v is None else str(v) for n, v in row.items()} for row in rows]

    def close(self) -> None:
        self._runner.run(self._connection.close())
        self._runner.close()
