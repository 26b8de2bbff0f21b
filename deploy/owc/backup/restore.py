"""Put a backup into a server, beside what is there, and only then in its place."""

from collections.abc import Callable

from owc import catalog
from owc.backup.create import Backup
from owc.backup.server import Server

# Positions in the outbox are transaction numbers, and those belong to one cluster. Here all that
# was rolled up gets the first number there is, all that was not the next one, so each is behind
# every transaction to come. The relay begins anew: consumers drop what they have seen.
_TRANSLATE = """
DO $$
DECLARE
    done_xid xid8 := '0';
    done_sequence bigint := 0;
BEGIN
    IF to_regclass('usage_position') IS NOT NULL THEN
        SELECT xid::xid8, sequence INTO done_xid, done_sequence FROM usage_position;
        UPDATE usage_position SET xid = '3', sequence = 9223372036854775807;
    END IF;
    IF to_regclass('outbox') IS NOT NULL THEN
        UPDATE outbox SET xid = CASE WHEN (xid, sequence) <= (done_xid, done_sequence)
            THEN '3'::xid8 ELSE '4'::xid8 END;
        UPDATE relay SET xid = '0', sequence = 0, last_entry = '0-0', holder = '',
            lease_until = '-infinity';
    END IF;
END $$
"""


def load(backup: Backup, server: Server, name_of: Callable[[str], str]) -> None:
    """Make a database for each service; `name_of` names it. An older one of that name goes."""
    for service in catalog.SERVICES:
        role, name = catalog.database(service), name_of(service)
        if server.sql(f"SELECT count(*) FROM pg_roles WHERE rolname = '{role}'") == "0":
            # Without a password nobody can log in; whoever starts the services gives it one.
            server.sql(f"CREATE ROLE {role} LOGIN")
        server.sql(f"DROP DATABASE IF EXISTS {name}")
        server.sql(f"GRANT {role} TO CURRENT_USER")
        server.sql(f"CREATE DATABASE {name} OWNER {role}")
        server.sql(f"REVOKE ALL ON DATABASE {name} FROM PUBLIC")
        # The owner of a database is not that of its schema before PostgreSQL 15.
        server.sql(f"ALTER SCHEMA public OWNER TO {role}", name)
        options = ("--exit-on-error", "--single-transaction", "--no-owner", f"--role={role}")
        with backup.file(service).open("rb") as dump:
            server.run(server.command("pg_restore", name, *options), dump)
        server.sql(_TRANSLATE, name)


def replace(backup: Backup, server: Server) -> None:
    """Restore over the installation's own databases; nothing may be connected to them.

    Each is loaded under another name first, so a damaged backup costs nothing.
    """
    load(backup, server, _restored)
    for service in catalog.SERVICES:
        name = catalog.database(service)
        server.sql(f"DROP DATABASE IF EXISTS {name}")
        server.sql(f"ALTER DATABASE {_restored(service)} RENAME TO {name}")


def drop(server: Server, name_of: Callable[[str], str]) -> None:
    for service in catalog.SERVICES:
        server.sql(f"DROP DATABASE IF EXISTS {name_of(service)} WITH (FORCE)")


def _restored(service: str) -> str:
    return f"{catalog.database(service)}_restored"
