"""A first, an unchanged and a slightly changed reading of an Open WebUI with 100,000 users."""

import asyncio
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from owc.demo_openwebui import create
from sync_service.clients.open_webui import open_webui
from sync_service.commands.synchronize import Order, synchronize
from sync_service.domain.difference import Limits, Rules

from shared.db import Database
from shared.testing.databases import Databases
from tests.bench.servers import postgres, table

USERS, GROUPS, CHANGED = 100_000, 50, 100
ORDER = Order(actor="bench", manual=True, force=True)


def fill(file: Path) -> None:
    """Users with a name and an address, each in one group."""
    create(file)
    with closing(sqlite3.connect(file)) as database, database:
        database.executemany(
            'INSERT INTO "group" (id, name) VALUES (?, ?)',
            ((f"g{n}", f"Group {n}") for n in range(GROUPS)),
        )
        database.executemany(
            'INSERT INTO "user" (id, name, email, role) VALUES (?, ?, ?, ?)',
            ((f"u{n}", f"User {n}", f"u{n}@example.org", "user") for n in range(USERS)),
        )
        database.executemany(
            "INSERT INTO group_member (id, group_id, user_id) VALUES (?, ?, ?)",
            ((f"m{n}", f"g{n % GROUPS}", f"u{n}") for n in range(USERS)),
        )


def rename(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        database.execute(
            f"UPDATE \"user\" SET name = name || '!' WHERE rowid % {USERS // CHANGED} = 7"
        )


async def run() -> None:
    with postgres() as server, tempfile.TemporaryDirectory(prefix="owc-bench-") as folder:
        file = Path(folder) / "webui.db"
        fill(file)
        db = Database(await Databases(server.url).create("sync"))
        await db.open()
        source = open_webui(
            url=None, key=None, sqlite=str(file), database_url=None, timeout_s=300, everyone=False
        )
        rows = []
        for label in ("first", "unchanged", f"{CHANGED} renamed"):
            if label.endswith("renamed"):
                rename(file)
            started = time.perf_counter()
            report = await synchronize(db, source, ORDER, Rules(30, Limits(50, 5)))
            spent = time.perf_counter() - started
            if report is None or report.status != "succeeded":
                raise SystemExit(f"the reading did not succeed: {report}")
            counts = report.counts["users"]
            rows.append((label, f"{spent:.1f}", str(dict(counts))))
        await source.close()
        await db.close()
    print("## Synchronizing\n")
    print(
        f"Reading {USERS:,} users of {GROUPS} groups from `webui.db`, comparing, and writing what "
        "differs with its facts.\n"
    )
    print(table(("reading", "seconds", "users"), rows))


if __name__ == "__main__":
    sys.exit(asyncio.run(run()))
