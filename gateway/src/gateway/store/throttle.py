"""Failures of logins, per account and per address."""

from datetime import datetime

from shared.db import Connection, Row


async def count(conn: Connection, subject: str, now: datetime, forget_before: datetime) -> Row:
    """Count an attempt as a failure before it is tried: a thousand at once are a thousand.

    Answers with the failures including this one, and until when it was blocked before.
    """
    row = await conn.fetchrow(
        """
        INSERT INTO login_throttle AS t (subject, failures, last_failure_at, blocked_until)
        VALUES ($1, 1, $2, '-infinity')
        ON CONFLICT (subject) DO UPDATE SET
            failures = CASE WHEN t.last_failure_at < $3 THEN 1
                            WHEN t.blocked_until > $2 THEN t.failures
                            ELSE t.failures + 1 END,
            last_failure_at = CASE WHEN t.blocked_until > $2 THEN t.last_failure_at ELSE $2 END
        RETURNING failures, blocked_until > $2 AS blocked, blocked_until
        """,
        subject, now, forget_before,
    )  # fmt: skip
    assert row is not None  # noqa: S101 - RETURNING of an upsert
    return row


async def block(conn: Connection, subject: str, until: datetime) -> None:
    await conn.execute(
        "UPDATE login_throttle SET blocked_until = $2 WHERE subject = $1", subject, until
    )


async def forgive(conn: Connection, account: str) -> None:
    """It was no failure: the account starts afresh."""
    await conn.execute("DELETE FROM login_throttle WHERE subject = $1", account)


async def take_back(conn: Connection, address: str) -> None:
    """It was no failure of this address; what others did from there still counts."""
    await conn.execute(
        """
        UPDATE login_throttle SET failures = greatest(failures - 1, 0), blocked_until = '-infinity'
        WHERE subject = $1
        """,
        address,
    )


async def forget(conn: Connection, before: datetime) -> None:
    await conn.execute("DELETE FROM login_throttle WHERE last_failure_at < $1", before)
