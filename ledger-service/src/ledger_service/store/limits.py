"""Rows of limits and of what was used of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from ledger_service.domain.limits import Metric, Rule
from shared.db import Connection, Row

_COLUMNS = """id, scope, subject, metric, model_id, per, cap, source, zone,
    nullif(starts_at, '-infinity') AS starts_at, nullif(ends_at, 'infinity') AS ends_at"""

# To whom a rule of scope $1 and subject $2 applies: the same as in `limits_for`.
_OF_SCOPE: Final = """($1::text = 'everyone' OR ($1 = 'user' AND a.account_id = $2::text)
    OR ($1 = 'group' AND ($2 = 'default' OR EXISTS (SELECT FROM membership m
        WHERE m.account_id = a.account_id AND m.group_id = $2))))"""
# The same as `limit_amount`, of a row of the roll-ups.
_COUNTED: Final[dict[Metric, str]] = {
    "credits": "u.charged",
    "requests": "u.charges",
    "tokens_input": "u.input + u.cached_input + u.cache_write",
    "tokens_output": "u.output + u.reasoning",
    "images": "u.image",
    "audio_seconds": "u.audio_second",
}


async def find(connection: Connection, rule_id: UUID) -> Rule | None:
    row = await connection.fetchrow(f"SELECT {_COLUMNS} FROM limit_rule WHERE id = $1", rule_id)
    return Rule(**row) if row else None


async def every(
    connection: Connection, *, scope: str | None, subject: str | None, model_id: str | None
) -> list[Rule]:
    rows = await connection.fetch(
        f"""
        SELECT {_COLUMNS} FROM limit_rule
        WHERE ($1::text IS NULL OR scope = $1) AND ($2::text IS NULL OR subject = $2)
            AND ($3::text IS NULL OR model_id = $3)
        ORDER BY scope, subject, metric, per, id
        """,
        scope,
        subject,
        model_id,
    )
    return [Rule(**row) for row in rows]


async def subject_exists(connection: Connection, rule: Rule) -> bool:
    """Whether the rule is about somebody: a mistyped one would hold for nobody, and say nothing."""
    found = await connection.fetchval(
        """
        SELECT CASE $1::text
            WHEN 'user' THEN EXISTS (SELECT FROM account WHERE account_id = $2)
            WHEN 'group' THEN EXISTS (SELECT FROM member_group WHERE group_id = $2)
            ELSE true END
        """,
        rule.scope,
        rule.subject,
    )
    return bool(found)


async def save(connection: Connection, rule: Rule, created_by: str) -> Rule:
    """Store the rule; the same cap of the same source on the same thing is changed in place."""
    row = await connection.fetchrow(
        f"""
        INSERT INTO limit_rule (id, scope, subject, metric, model_id, per, cap, source, zone,
            starts_at, ends_at, created_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,
            coalesce($10, '-infinity'::timestamptz), coalesce($11, 'infinity'::timestamptz), $12)
        ON CONFLICT (scope, subject, metric, model_id, per, source) DO UPDATE
        SET cap = excluded.cap, zone = excluded.zone, starts_at = excluded.starts_at,
            ends_at = excluded.ends_at, created_by = excluded.created_by
        RETURNING {_COLUMNS}
        """,
        rule.id,
        rule.scope,
        rule.subject,
        rule.metric,
        rule.model_id,
        rule.per,
        rule.cap,
        rule.source,
        rule.zone,
        rule.starts_at,
        rule.ends_at,
        created_by,
    )
    assert row is not None  # noqa: S101 - INSERT … RETURNING
    return Rule(**row)


async def count_running(connection: Connection, rule: Rule, now: datetime) -> None:
    """Let a new rule know what was used of the day, week or month in which it is set.

    The accounts are locked, so nothing is charged meanwhile. What the roll-ups have not read yet
    is taken from the facts themselves; both are of one snapshot. The rule's zone is theirs.
    """
    accounts = [rule.scope, rule.subject]
    await connection.execute(
        f"SELECT 1 FROM account a WHERE {_OF_SCOPE} ORDER BY account_id FOR UPDATE", *accounts
    )
    await connection.execute(
        f"""
        WITH began AS (SELECT date_trunc($5, $7::timestamptz, $6) AS at), counted AS (
            SELECT u.account_id, {_COUNTED[rule.metric]} AS used
            FROM usage_day u, began WHERE u.day >= (began.at AT TIME ZONE $6)::date
                AND ($4::text IS NULL OR u.model_id = $4)
            UNION ALL
            SELECT t.account_id, limit_amount($8, t.amount, usage_of(t.lines))
            FROM usage_position p
            JOIN outbox o ON (o.xid, o.sequence) > (p.xid::xid8, p.sequence)
                AND o.type = 'ledger.charge_posted'
            JOIN transfer t ON t.account_id = o.aggregate_id AND t.sequence = o.data::bigint
            JOIN began ON t.posted_at >= began.at
            WHERE $4::text IS NULL OR t.model_id = $4)
        INSERT INTO limit_use (account_id, rule_id, starts_at, used)
        SELECT a.account_id, $3, began.at, sum(c.used)
        FROM counted c JOIN account a USING (account_id), began WHERE {_OF_SCOPE}
        GROUP BY a.account_id, began.at
        """,
        *accounts,
        rule.id,
        rule.model_id,
        rule.per,
        rule.zone,
        now,
        rule.metric,
    )


async def remove(connection: Connection, rule_id: UUID) -> bool:
    status = await connection.execute("DELETE FROM limit_rule WHERE id = $1", rule_id)
    return status.endswith(" 1")


async def is_newest_of_plan(connection: Connection, account_id: str, sequence: int) -> bool:
    """Note how far billing's word on the plan's limits of a user is known; False if it was."""
    status = await connection.execute(
        """
        UPDATE account SET entitlement_sequence = $2
        WHERE account_id = $1 AND entitlement_sequence < $2
        """,
        account_id,
        sequence,
    )
    return status.endswith(" 1")


async def remove_of_plan(connection: Connection, account_id: str, keep: Sequence[str]) -> None:
    """Drop the plan's limits of a user on metrics that the plan no longer limits."""
    await connection.execute(
        """
        DELETE FROM limit_rule WHERE source = 'plan' AND scope = 'user' AND subject = $1
            AND NOT metric = ANY($2::text[])
        """,
        account_id,
        list(keep),
    )


async def uses(connection: Connection, account_id: str, at: datetime) -> list[Row]:
    """What applies to the account now, whatever the model, and what is left of it."""
    return await connection.fetch(
        """
        SELECT r.id, r.scope, r.metric, r.model_id, r.per, r.cap, r.source,
            l.starts_at, l.ends_at, l.left_over
        FROM limit_rule r CROSS JOIN LATERAL limits_for($1, r.model_id, $2) AS l
        WHERE l.rule_id = r.id ORDER BY r.metric, r.per, r.id
        """,
        account_id,
        at,
    )
