"""Is a backup good? It is restored into a scratch server, and the ledger's invariants are asked."""

import asyncio
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from owc import catalog
from owc.backup.create import Backup
from owc.backup.restore import drop, load
from owc.backup.server import Server
from shared.revisions import APPLIED_SQL, complaint

_ROWS = """
    ANALYZE; SELECT coalesce(sum(greatest(reltuples, 0)), 0)::bigint FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
"""
# The relay passes over what is not older than every running transaction.
_STUCK = "SELECT count(*) FROM outbox WHERE xid >= pg_snapshot_xmin(pg_current_snapshot())"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`breaches` are broken invariants of the ledger, `notes` are for people."""

    breaches: list[str]
    notes: list[str]
    rows: dict[str, int]


def verify(backup: Backup, server_url: str = "") -> Verdict:
    """Restore everything, look, and throw it away again."""
    with _scratch(server_url) as url:
        server, run = Server(url), secrets.token_hex(3)

        def name_of(service: str) -> str:
            return f"owc_verify_{run}_{service}"

        try:
            load(backup, server, name_of)
            return _look(server, url, name_of)
        finally:
            drop(server, name_of)


def _look(server: Server, url: str, name_of: Callable[[str], str]) -> Verdict:
    from owc.verify import find_breaches
    from shared.testing.databases import with_database

    notes, rows, stuck = [], {}, []
    for service in catalog.SERVICES:
        applied = server.sql(APPLIED_SQL, name_of(service)).split()
        known = catalog.revisions(service)
        if len(applied) < len(known):
            notes.append(f"{service} is of schema {applied[-1]}; it is migrated at the next start")
        elif trouble := complaint(known, applied):
            notes.append(f"{service}: {trouble}")
        rows[service] = int(server.sql(_ROWS, name_of(service)))
        if server.sql(_STUCK, name_of(service)) != "0":
            stuck.append(f"facts of {service} would not be published")
    found = asyncio.run(find_breaches(with_database(url, name_of("ledger"))))
    return Verdict([*map(str, found), *stuck], notes, rows)


@contextmanager
def _scratch(server_url: str) -> Iterator[str]:
    """The given server, or one that lives as long as the question."""
    if server_url:
        yield server_url
        return
    from shared.embedded.account import server_account
    from shared.embedded.servers import start_postgres

    account, place = server_account(), Path(tempfile.mkdtemp(prefix="owc-verify-"))
    try:
        account.own(place)
        running = start_postgres(place, secrets.token_hex(16))
        try:
            yield running.url
        finally:
            running.stop()
    finally:
        shutil.rmtree(place, ignore_errors=True)
