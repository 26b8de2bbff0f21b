"""Summaries of usage by day, month and year: of each account, and of each model.

Everything here runs under the lock of `usage_position` (store/usage.py).
"""

from typing import Final

from shared.db import Connection, Row
from shared.rating import UNITS

# A day of a million rows, on a machine that is busy.
_FILL_WITHIN_S: Final = 600
SUMS: Final = ", ".join(f"sum({unit}) AS {unit}" for unit in UNITS)
_UNITS: Final = ", ".join(UNITS)
_ADDED: Final = ", ".join(
    f"usage_by_model.{column} + excluded.{column}"
    for column in ("users", "charges", "used", *UNITS)
)
_SUMMED_UNTIL: Final = "(SELECT summed_until FROM usage_position)"


def _is_new(of_model: str = "") -> str:
    """Whether the account of a row of `spans` was not seen before: in its span, by a summed day.

    Asked for each row by the index: the planner would take NOT EXISTS for a reason to read all days
    there are.
    """
    return f"""
        (SELECT true FROM usage_day u WHERE u.account_id = s.account_id AND u.day >= s.since
            AND u.day < s.since + ('1 ' || s.span)::interval AND u.day <= {_SUMMED_UNTIL}
            {of_model} LIMIT 1) IS NULL
    """


def adding(days: str, *, beyond: bool, besides: str = "") -> str:
    """The statement that adds to the summaries what the query `days` finds, rows like usage_day's.

    It must not find what is in usage_day and summed: a user is counted where there is no row of
    theirs. Those of days that are not summed yet are left out, unless it goes `beyond`. `besides`
    are more steps of the statement, which may read `days`, too.
    """
    return f"""
    WITH days AS ({days}), {besides}
    spans AS (
        SELECT kind.span, date_trunc(kind.span, d.day)::date AS since, d.*,
            d.charged - d.reversed AS used
        FROM days d CROSS JOIN (VALUES ('day'), ('month'), ('year')) AS kind (span)
        WHERE {beyond} OR d.day <= {_SUMMED_UNTIL}
    ), by_account AS (
        INSERT INTO usage_by_account (account_id, span, since, charges, used)
        SELECT account_id, span, since, sum(charges), sum(used) FROM spans GROUP BY 1, 2, 3
        ON CONFLICT (account_id, span, since) DO UPDATE
        SET charges = usage_by_account.charges + excluded.charges,
            used = usage_by_account.used + excluded.used
    ), users AS (
        SELECT span, since, model_id, count(*) AS users FROM (
            SELECT DISTINCT span, since, model_id, account_id FROM spans s
            WHERE {_is_new("AND u.model_id = s.model_id")}
            UNION ALL
            SELECT DISTINCT span, since, '', account_id FROM spans s WHERE {_is_new()}
        ) AS new GROUP BY 1, 2, 3
    ), models AS (
        SELECT span, since, coalesce(model_id, '') AS model_id, sum(charges) AS charges,
            sum(used) AS used, {SUMS}
        FROM spans GROUP BY GROUPING SETS ((span, since, model_id), (span, since))
    )
    INSERT INTO usage_by_model (span, since, model_id, users, charges, used, {_UNITS})
    SELECT span, since, model_id, coalesce(users, 0), charges, used, {_UNITS}
    FROM models LEFT JOIN users USING (span, since, model_id)
    ON CONFLICT (span, since, model_id) DO UPDATE
    SET (users, charges, used, {_UNITS}) = ROW({_ADDED})
    """


_FILL: Final = adding(
    f"""
    SELECT account_id, day, model_id, charges, charged, reversed, {_UNITS}
    FROM usage_day WHERE day = $1
    """,
    beyond=True,
)


async def lock_position(connection: Connection) -> Row:
    """Where the roll-ups are. One worker at a time, until its transaction ends."""
    position = await connection.fetchrow(
        """
        SELECT xid, sequence, summed_until = 'infinity' AS filled,
            (xid, sequence) = (summed_xid, summed_sequence) AS known
        FROM usage_position FOR UPDATE
        """
    )
    assert position is not None  # noqa: S101 - made by the migration
    if not position["known"]:
        await connection.execute("TRUNCATE usage_by_account, usage_by_model")
        await move_position(connection, position["xid"], position["sequence"])
        await connection.execute("UPDATE usage_position SET summed_until = '-infinity'")
    return position


async def move_position(connection: Connection, xid: str, sequence: int) -> None:
    await connection.execute(
        """
        UPDATE usage_position
        SET xid = $1, sequence = $2, summed_xid = $1, summed_sequence = $2
        """,
        xid,
        sequence,
    )


async def fill_next_day(connection: Connection) -> bool:
    """Add the next day of the roll-ups; False when all are in the summaries."""
    position = await lock_position(connection)
    if position["known"] and position["filled"]:
        return False
    day = await connection.fetchval(
        "SELECT min(day) FROM usage_day WHERE day > (SELECT summed_until FROM usage_position)"
    )
    if day is not None:
        await connection.execute(_FILL, day, timeout=_FILL_WITHIN_S)
    await connection.execute(
        "UPDATE usage_position SET summed_until = coalesce($1::date, 'infinity')", day
    )
    return day is not None
