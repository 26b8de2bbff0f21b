"""Counts an attempt to prove who one is before it is tried, so that guessing is slowed down."""

from collections.abc import Mapping
from datetime import datetime

from gateway.domain.throttle import FORGOTTEN_AFTER, FREE_OF_ACCOUNT, blocked_until
from gateway.store import throttle
from shared.db import Connection, Database
from shared.problems import TooManyRequests


def proof_of(username: str) -> str:
    """What is counted where somebody who is signed in proves once more who they are.

    Not what logins count: whoever stole a session must not keep its owner out.
    """
    return f"proof {username}"


async def count_attempt(db: Database, free: Mapping[str, int], now: datetime) -> None:
    """TooManyRequests where any subject must wait; `free` are the attempts that cost nothing.

    A transaction of its own, so that no failure afterwards takes it back. Always in the same
    order, so that two attempts cannot deadlock.
    """
    async with db.transaction() as conn:
        wait_s = max([await _count(conn, subject, free[subject], now) for subject in free])
    if wait_s:
        raise TooManyRequests("Too many failed attempts; try again later", retry_after_s=wait_s)


async def count_proof(db: Database, username: str, now: datetime) -> None:
    await count_attempt(db, {proof_of(username): FREE_OF_ACCOUNT}, now)


async def _count(conn: Connection, subject: str, free: int, now: datetime) -> int:
    """Seconds to wait, 0 for none."""
    row = await throttle.count(conn, subject, now, now - FORGOTTEN_AFTER)
    if row["blocked"]:
        return int((row["blocked_until"] - now).total_seconds()) + 1
    if row["failures"] >= free:
        await throttle.block(conn, subject, blocked_until(row["failures"], free, now))
    return 0
