"""Reads Open WebUI's PostgreSQL in one read-only transaction."""

import asyncio
import re
from collections.abc import Sequence
from typing import Any, Final

import asyncpg

from sync_service.clients import schema
from sync_service.clients.source import (
    KeyRefusedError,
    SourceError,
    TableMissingError,
    TimedOutError,
    UnreachableError,
    UnreadableError,
)
from sync_service.domain.directory import Failure, Kind, Origin, Person, Snapshot

_DRIVER: Final = re.compile(r"^postgres(ql)?(\+\w+)?://")
# A role may be given single columns; what it may not read is as good as not there.
_COLUMNS: Final = """
SELECT asked.name AS table_name, array_agg(a.attname::text) AS names
FROM unnest($1::text[]) AS asked (name)
JOIN pg_attribute a ON a.attrelid = to_regclass(quote_ident(asked.name))
WHERE a.attnum > 0 AND NOT a.attisdropped AND has_column_privilege(a.attrelid, a.attnum, 'SELECT')
GROUP BY asked.name
"""


class PostgresSource:
    """Connects for each reading: nothing idles on somebody else's server."""

    origin: Origin = "database"

    def __init__(self, url: str, *, timeout_s: float, everyone: bool) -> None:
        self._url = _DRIVER.sub("postgresql://", url)
        self._timeout_s = timeout_s
        self._everyone = everyone

    async def close(self) -> None:
        """Nothing stays open between readings."""

    async def fetch(self, kinds: Sequence[Kind]) -> Snapshot:
        try:
            good, rows, failures = await self._read(kinds, None)
        except SourceError as error:
            return Snapshot({}, error.failures(kinds))
        found = await asyncio.to_thread(schema.snapshot, good, rows, everyone=self._everyone)
        return found.joined(Snapshot({}, failures))

    async def find(self, user_id: str) -> Person | None:
        good, rows, _ = await self._read(("users", "user_groups"), user_id)
        if len(good) != 2:  # noqa: PLR2004 - both
            raise TableMissingError
        return schema.person(user_id, rows) if rows["user"] else None

    async def _read(
        self, kinds: Sequence[Kind], user_id: str | None
    ) -> tuple[list[Kind], schema.Rows, tuple[Failure, ...]]:
        try:
            async with asyncio.timeout(self._timeout_s):
                connection = await asyncpg.connect(self._url, timeout=10, statement_cache_size=0)
                try:
                    async with connection.transaction(isolation="repeatable_read", readonly=True):
                        return await _rows(connection, kinds, user_id)
                finally:
                    connection.terminate()
        except TimeoutError:
            raise TimedOutError from None
        except (asyncpg.InvalidAuthorizationSpecificationError, asyncpg.InvalidPasswordError):
            raise KeyRefusedError("Open WebUI's database refused the login") from None
        except (OSError, asyncpg.PostgresConnectionError, asyncpg.InvalidCatalogNameError):
            raise UnreachableError from None
        except (asyncpg.PostgresError, asyncpg.InterfaceError, ValueError):
            raise UnreadableError from None


async def _rows(
    connection: "asyncpg.Connection[asyncpg.Record]", kinds: Sequence[Kind], user_id: str | None
) -> tuple[list[Kind], schema.Rows, tuple[Failure, ...]]:
    found = await connection.fetch(_COLUMNS, list(schema.TABLES))
    columns = {row["table_name"]: frozenset(row["names"]) for row in found}
    if "user" not in columns:
        raise TableMissingError
    good, failures = schema.readable_kinds(kinds, columns)
    narrow = {"user": "id", "group_member": "user_id"} if user_id is not None else {}
    rows: dict[str, list[dict[str, Any]]] = {}
    for table, text in schema.statements(good, columns).items():
        if table in narrow:
            found = await connection.fetch(f"{text} WHERE {narrow[table]} = $1", user_id)
        else:
            found = await connection.fetch(text)
        rows[table] = [dict(row) for row in found]
    return good, rows, failures
