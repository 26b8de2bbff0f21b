"""Which migrations a program knows, which a database has, and whether the two go together.

A database keeps the whole list, so that a program can tell one migration ahead from many, and from
another line of development, without knowing the newer ones.
"""

import asyncio
import re
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import asyncpg
import structlog

from shared.db import connect
from shared.problems import Unavailable

if TYPE_CHECKING:
    from shared.db import Connection, Database
    from shared.settings import ServiceSettings

# Left by a program that must not run on this database; not mistaken for a crash or wrong settings.
REFUSED_STATUS: Final = 3
AHEAD_MAX: Final = 1
CREATE_SQL: Final = """
    CREATE TABLE IF NOT EXISTS migration (
        number integer PRIMARY KEY,
        revision text NOT NULL UNIQUE,
        applied_at timestamptz NOT NULL DEFAULT now()
    )
"""
APPLIED_SQL: Final = "SELECT revision FROM migration ORDER BY number"
_ASSIGNED = re.compile(r"""^(down_)?revision\b[^=\n]*=\s*(?:["'](\w+)["']|None)""", re.MULTILINE)
log = structlog.get_logger(__name__)


def known_in(migrations: Path) -> list[str]:
    """The revisions of a service, the oldest first; read as text, for alembic loads slowly."""
    after: dict[str, str] = {}
    for file in sorted((migrations / "versions").glob("*.py")):
        found = {bool(down): name for down, name in _ASSIGNED.findall(file.read_text())}
        if found[True] in after:
            raise RuntimeError(f"two migrations of {migrations.parent.name} follow {found[True]!r}")
        after[found[True]] = found[False]
    known, last = [], ""
    while last in after:
        last = after[last]
        known.append(last)
    return known


def complaint(known: Sequence[str], applied: Sequence[str]) -> str | None:
    """Why a program that knows `known` must not run on a database that has `applied`."""
    both = min(len(known), len(applied))
    if list(known[:both]) != list(applied[:both]):
        return "the database was migrated by another line of versions than this program's"
    if len(known) > both:
        return (
            f"the database is {_count(len(known) - both)} behind this program: migrate it "
            "(`owc up` does; `docker compose up` does; else `python -m alembic upgrade head`)"
        )
    if len(applied) > both + AHEAD_MAX:
        return (
            f"the database is {_count(len(applied) - both)} ahead of this program, which works "
            f"with {AHEAD_MAX} at most: run a newer version"
        )
    return None


def _count(migrations: int) -> str:
    return "1 migration" if migrations == 1 else f"{migrations} migrations"


async def applied_to(connection: "Connection") -> list[str]:
    """The revisions that a database has, the oldest first; none where it was never migrated."""
    try:
        return [row["revision"] for row in await connection.fetch(APPLIED_SQL)]
    except asyncpg.UndefinedTableError:
        return []


def schema_check(db: "Database", migrations: Path) -> Callable[[], Awaitable[None]]:
    """A readiness check: the database answers and goes together with this program."""
    known = known_in(migrations)

    async def check() -> None:
        async with db.reader() as connection:
            trouble = complaint(known, await applied_to(connection))
        if trouble:
            raise Unavailable(trouble)

    return check


def require_schema(settings: "ServiceSettings") -> None:
    """End the process before it does anything on a database that does not go with it.

    A database that is away ends nothing: readiness asks again when it is back.
    """
    try:
        applied = asyncio.run(_applied(settings.database_url.get_secret_value()))
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        log.warning("schema_unknown", error=type(error).__name__)
        return
    trouble = complaint(known_in(settings.migrations), applied)
    if trouble:
        log.error("schema_refused", reason=trouble)
        sys.stderr.write(f"refuses to start: {trouble}\n")
        raise SystemExit(REFUSED_STATUS)


async def _applied(url: str) -> list[str]:
    connection = await connect(url)
    try:
        return await applied_to(connection)
    finally:
        await connection.close()
