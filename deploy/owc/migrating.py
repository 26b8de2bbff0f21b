"""Brings databases to their newest schema: `python -m owc.migrating`, {service: address} on stdin.

One interpreter for all services: loading alembic takes longer than most migrations.
"""

import json
import os
import sys
import traceback

from alembic.config import main as alembic

from owc import catalog


def main() -> int:
    """1 when a service could not be migrated; stderr says which and why."""
    results = [migrate(service, url) for service, url in json.load(sys.stdin).items()]
    return 0 if all(results) else 1


def migrate(service: str, url: str) -> bool:
    folder = catalog.folder(service)
    os.environ["OWC_DATABASE_URL"] = url
    os.chdir(folder)
    try:
        alembic(["-c", str(folder / "alembic.ini"), "upgrade", "head"])
    except (Exception, SystemExit):  # noqa: BLE001 - told; the other services go on
        sys.stderr.write(f"migrations of {service} failed:\n{traceback.format_exc(limit=-3)}")
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
