"""`owc ledger verify`: asks the ledger's own queries whether every invariant holds."""

import asyncio
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any

import asyncpg

from shared.db import connect
from shared.secret_files import value_of

OK, FAILED, BROKEN = 0, 1, 3


def verify_ledger(home_path: Path, database_url: str, *, as_json: bool) -> int:
    """Print each breach; the status says whether there was one."""
    url = database_url or _given_to_container() or _local_address(home_path)
    if not url:
        sys.stderr.write("no ledger: give --database-url or run `make up` first\n")
        return FAILED
    try:
        breaches = asyncio.run(find_breaches(url))
    except (OSError, asyncpg.PostgresError, asyncpg.InternalClientError) as error:
        sys.stderr.write(f"the ledger's database does not answer: {error}\n")
        return FAILED
    if as_json:
        rows = [_plain(breach) for breach in breaches]
        sys.stdout.write(json.dumps({"ok": not rows, "breaches": rows}, default=str) + "\n")
    else:
        for breach in breaches:
            sys.stdout.write(f"{breach}\n")
        sys.stdout.write(f"{len(breaches)} broken\n" if breaches else "every invariant holds\n")
    return BROKEN if breaches else OK


def _given_to_container() -> str:
    try:
        return value_of("OWC_DATABASE_URL")
    except KeyError:
        return ""


def _local_address(home_path: Path) -> str | None:
    from owc.home import Home  # an image has no local installation and nothing to run one with

    address: str | None = Home(home_path.absolute()).read("databases").get("ledger")
    return address


def _plain(breach: Any) -> Any:
    return asdict(breach) if is_dataclass(breach) and not isinstance(breach, type) else str(breach)


async def find_breaches(url: str) -> Sequence[Any]:
    from ledger_service.queries.verify_ledger import verify_ledger as query

    connection = await connect(url)
    try:
        breaches: Sequence[Any] = await query(connection)
        return breaches
    finally:
        await connection.close()
