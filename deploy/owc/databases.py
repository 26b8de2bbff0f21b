"""One role and one database per service, migrated to the newest schema before anything starts."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from urllib.parse import quote, urlsplit

import asyncpg

from owc import catalog
from shared.db import connect
from shared.revisions import applied_to, complaint


class MigrationFailedError(RuntimeError):
    """alembic refused; the message is what it wrote."""


def address_of(server_url: str, service: str, password: str) -> str:
    """The service's own address on the server of `server_url`."""
    name = catalog.database(service)
    parts = urlsplit(server_url)
    host = parts.netloc.rpartition("@")[2]
    netloc = f"{quote(name)}:{quote(password, safe='')}@{host}"
    return parts._replace(scheme="postgresql", netloc=netloc, path=f"/{name}").geturl()


def prepare(server_url: str, passwords: Mapping[str, str], say: Callable[[str], None]) -> None:
    """Make what is missing. `server_url` must be allowed to create roles and databases."""
    asyncio.run(_prepare(server_url, passwords, say))


async def _prepare(
    server_url: str, passwords: Mapping[str, str], say: Callable[[str], None]
) -> None:
    admin = await connect(server_url)
    try:
        for service, password in passwords.items():
            await _create(admin, catalog.database(service), password)
    finally:
        await admin.close()
    addresses = {
        service: address_of(server_url, service, password)
        for service, password in passwords.items()
    }
    behind = await asyncio.gather(*(_is_behind(*item) for item in addresses.items()))
    due = [service for service, old in zip(addresses, behind, strict=True) if old]
    if not due:
        return
    say(f"migrating the databases of {', '.join(due)}")
    await asyncio.to_thread(_migrate, {service: addresses[service] for service in due})


async def _create(admin: asyncpg.Connection, name: str, password: str) -> None:
    # Names are constants of the catalog; the password is hexadecimal.
    if not password.isalnum():
        raise ValueError("a role's password must be hexadecimal")
    exists = await admin.fetchval("SELECT count(*) FROM pg_roles WHERE rolname = $1", name)
    verb = "ALTER" if exists else "CREATE"
    await admin.execute(f"{verb} ROLE {name} LOGIN PASSWORD '{password}'")
    if await admin.fetchval("SELECT count(*) FROM pg_database WHERE datname = $1", name):
        return
    # A creator who is no superuser may give a database only to a role of which he is a member.
    await admin.execute(f"GRANT {name} TO CURRENT_USER")
    await admin.execute(f"CREATE DATABASE {name} OWNER {name}")
    await admin.execute(f"REVOKE ALL ON DATABASE {name} FROM PUBLIC")


async def _is_behind(service: str, url: str) -> bool:
    connection = await connect(url)
    try:
        applied = await applied_to(connection)
    finally:
        await connection.close()
    known = catalog.revisions(service)
    if len(applied) < len(known):
        return True
    if trouble := complaint(known, applied):
        raise MigrationFailedError(f"{service}: {trouble}")
    return False


def _migrate(addresses: Mapping[str, str]) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "owc.migrating"],
        check=False,
        input=json.dumps(addresses),  # a password in the command line would be public
        capture_output=True,
        text=True,
    )
    if result.returncode:
        raise MigrationFailedError((result.stdout + result.stderr).strip()[-3000:])
