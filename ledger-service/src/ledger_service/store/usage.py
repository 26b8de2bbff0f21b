"""Roll-ups of charges by day and month, in the commit-safe order of the outbox."""

from typing import Final

from ledger_service.store import summaries
from shared.db import Connection
from shared.rating import UNITS

BATCH: Final = 5000

_MEASURES: Final = f"charges, charged, reversed, {', '.join(UNITS)}"


def _upsert(table: str, column: str, source: str) -> str:
    names = ("charges", "charged", "reversed", *UNITS)
    added = ", ".join(f"{table}.{name} + excluded.{name}" for name in names)
    return f"""
        INSERT INTO {table} (account_id, {column}, model_id, {_MEASURES})
        {source}
        ON CONFLICT (account_id, {column}, model_id) DO UPDATE
        SET ({_MEASURES}) = ROW({added}), updated_at = now()
    """


# What was reversed counts on the day of the reversal. Without the LIMIT the planner takes a long
# outbox for a reason to read all of it: it cannot estimate how few rows lie between two positions.
_DAYS: Final = f"""
    WITH read AS (
        SELECT aggregate_id AS account_id, data::bigint AS sequence FROM outbox
        WHERE (xid, sequence) > ($1::text::xid8, $2::bigint)
            AND (xid, sequence) <= ($3::text::xid8, $4::bigint)
            AND type IN ('ledger.charge_posted', 'ledger.transfer_posted')
        ORDER BY xid, sequence LIMIT {BATCH}
    ), facts AS (
        SELECT t.account_id, t.model_id, t.posted_at, o.*
        FROM read JOIN transfer t USING (account_id, sequence)
        CROSS JOIN LATERAL (
            SELECT 1 AS charges, t.amount AS charged, 0 AS reversed, usage_of(t.lines) AS usage
            WHERE t.kind = 'charge'
            UNION ALL
            SELECT 0, 0, t.amount, '{{}}' WHERE t.kind = 'reversal' AND t.model_id IS NOT NULL
        ) AS o
    )
    SELECT account_id, (posted_at AT TIME ZONE $5)::date AS day, model_id,
        sum(charges) AS charges, sum(charged) AS charged, sum(reversed) AS reversed,
        {", ".join(f"coalesce(sum((usage->>'{u}')::bigint), 0) AS {u}" for u in UNITS)}
    FROM facts GROUP BY 1, 2, 3
"""
_BY_DAY: Final = f"SELECT account_id, day, model_id, {_MEASURES} FROM days"
_BY_MONTH: Final = f"""
    SELECT account_id, date_trunc('month', day)::date, model_id, sum(charges), sum(charged),
        sum(reversed), {summaries.SUMS} FROM days GROUP BY 1, 2, 3
"""
_ROLL_UP: Final = summaries.adding(
    _DAYS,
    beyond=False,
    besides=f"""
        by_day AS ({_upsert("usage_day", "day", _BY_DAY)}),
        by_month AS ({_upsert("usage_month", "month", _BY_MONTH)}),
    """,
)


async def roll_up(connection: Connection, zone: str) -> int:
    """Add the next batch of facts to the roll-ups; return how many facts were read.

    The position is locked, and the summaries go along: any number of workers may call this, each
    fact counts once.
    """
    position = await summaries.lock_position(connection)
    # A transaction still running may commit a smaller xid later: stop before the oldest.
    last = await connection.fetchrow(
        """
        SELECT xid::text AS xid, sequence, count(*) OVER () AS read FROM (
            SELECT xid, sequence FROM outbox
            WHERE (xid, sequence) > ($1::text::xid8, $2)
                AND xid < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY xid, sequence LIMIT $3) AS batch
        ORDER BY batch.xid DESC, batch.sequence DESC LIMIT 1
        """,
        position["xid"],
        position["sequence"],
        BATCH,
    )
    if last is None:
        return 0
    await connection.execute(
        _ROLL_UP, position["xid"], position["sequence"], last["xid"], last["sequence"], zone
    )
    await summaries.move_position(connection, last["xid"], last["sequence"])
    read: int = last["read"]
    return read
