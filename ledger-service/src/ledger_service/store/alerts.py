"""Rows of thresholds, and what has happened to their accounts since they were last checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ledger_service.domain.alerts import CapUse, Raised, Step, Threshold
from shared.db import Connection
from shared.money import parse


@dataclass(frozen=True, slots=True)
class Watch:
    """The thresholds of one account and how far its transfers were read."""

    account_id: str
    thresholds: Sequence[Threshold]
    raised: Raised
    checked_sequence: int
    checked_at: datetime


async def find(connection: Connection, account_id: str, *, lock: bool = False) -> Watch | None:
    row = await connection.fetchrow(
        f"""
        SELECT account_id, thresholds, raised, checked_sequence, checked_at
        FROM alert_watch WHERE account_id = $1 {"FOR UPDATE" if lock else ""}
        """,
        account_id,
    )
    if row is None:
        return None
    thresholds = [Threshold(item["kind"], parse(item["value"])) for item in row["thresholds"]]
    raised = {key: datetime.fromisoformat(at) for key, at in row["raised"].items()}
    return Watch(account_id, thresholds, raised, row["checked_sequence"], row["checked_at"])


async def save(connection: Connection, watch: Watch) -> None:
    await connection.execute(
        """
        INSERT INTO alert_watch (account_id, thresholds, raised, checked_sequence, checked_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (account_id) DO UPDATE
        SET thresholds = excluded.thresholds, raised = excluded.raised,
            checked_sequence = excluded.checked_sequence, checked_at = excluded.checked_at
        """,
        watch.account_id,
        [{"kind": each.kind, "value": f"{each.value:f}"} for each in watch.thresholds],
        {key: at.isoformat() for key, at in watch.raised.items()},
        watch.checked_sequence,
        watch.checked_at,
    )


async def behind(connection: Connection, after: str, limit: int) -> list[str]:
    """Accounts after `after` with thresholds and transfers that were not read yet."""
    rows = await connection.fetch(
        """
        SELECT w.account_id FROM alert_watch w JOIN account a USING (account_id)
        WHERE w.thresholds <> '[]' AND a.sequence > w.checked_sequence
            AND w.account_id > $1
        ORDER BY w.account_id LIMIT $2
        """,
        after,
        limit,
    )
    return [row["account_id"] for row in rows]


async def sequence_of(connection: Connection, account_id: str) -> int:
    found: int = await connection.fetchval(
        "SELECT sequence FROM account WHERE account_id = $1", account_id
    )
    return found


async def steps_after(
    connection: Connection, account_id: str, sequence: int, limit: int | None = None
) -> list[Step]:
    rows = await connection.fetch(
        """
        SELECT sequence, balance_after, posted_at FROM transfer
        WHERE account_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3
        """,
        account_id,
        sequence,
        limit,
    )
    return [Step(*row) for row in rows]


async def cap_uses(connection: Connection, account_id: str, since: datetime) -> list[CapUse]:
    """What was used of the account's caps in every stretch of time that did not end by `since`."""
    rows = await connection.fetch(
        """
        SELECT r.id, u.starts_at, r.per, r.metric, r.cap, u.used
        FROM limit_use u JOIN limit_rule r ON r.id = u.rule_id
        WHERE u.account_id = $1 AND r.cap > 0 AND $2 < CASE WHEN r.per = 'period' THEN r.ends_at
            ELSE ((u.starts_at AT TIME ZONE r.zone) + ('1 ' || r.per)::interval)
                AT TIME ZONE r.zone END
        ORDER BY r.id, u.starts_at
        """,
        account_id,
        since,
    )
    return [CapUse(*row) for row in rows]
