"""Puts somebody on the waiting list, without telling him who else is on it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from shared.db import Connection, Database
from shared.problems import TooManyRequests
from sync_service.store import attempts, waiting_list

_EVERYBODY: Final = "everybody"


@dataclass(frozen=True, slots=True)
class Application:
    """Who applies, and from where: `sender` is a digest of an address, never the address."""

    full_name: str
    email: str
    sender: str


@dataclass(frozen=True, slots=True)
class Allowance:
    """Attempts per hour."""

    of_sender: int
    of_everybody: int


async def register_applicant(
    db: Database, application: Application, allowance: Allowance, now: datetime
) -> None:
    """Known and unknown e-mail addresses take the same way and get the same answer."""
    window = now.replace(minute=0, second=0, microsecond=0)
    wait_s = int((window + timedelta(hours=1) - now).total_seconds()) + 1

    async def work(connection: Connection) -> None:
        limits = ((application.sender, allowance.of_sender), (_EVERYBODY, allowance.of_everybody))
        for scope, limit in limits:
            if await attempts.count(connection, scope, window) > limit:
                # Rolled back, so the counter stays at its limit and no row grows by an attack.
                raise TooManyRequests("Too many registrations, try later", retry_after_s=wait_s)
        await waiting_list.add(connection, application.full_name, application.email, now)

    await db.run(work)
