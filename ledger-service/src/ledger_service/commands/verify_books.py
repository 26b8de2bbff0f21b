"""Check every invariant now and then, and keep what was found."""

from datetime import timedelta

import structlog

from ledger_service.queries.verify_ledger import CHECKS, verify_ledger
from ledger_service.store import verifications
from shared.db import Database

log = structlog.get_logger(__name__)


async def verify_books(db: Database, every: timedelta) -> bool:
    """Check when it is due; False if it was not.

    Two workers may check at once: they read one snapshot each and write the same.
    """
    async with db.reader() as connection:
        if not await verifications.is_due(connection, every):
            return False
        breaches = await verify_ledger(connection)
    counts = dict.fromkeys(CHECKS, 0)
    for breach in breaches:
        counts[breach.invariant] += 1
        log.error("invariant_broken", invariant=breach.invariant, subject=breach.subject)
    async with db.transaction() as connection:
        await verifications.save(connection, counts)
    return True
