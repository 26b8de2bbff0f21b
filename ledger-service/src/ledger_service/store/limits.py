"""Rows of limits and of what was used of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from ledger_service.domain.limits import Metric, Rule
from shared.db import Connection, Row

_COLUMNS = """id, scope, subject, metric, model_id, per, cap, source, zone,
    nullif(starts_at, '-infinity') AS starts_at, nullif(ends_at, 'infinity') AS ends_at"""

# Far more than there are right after rolling up; without it the planner reads the whole outbox.
_UNREAD_MAX: Final = 100_000
# The same as `limit_amount`, of a row of the roll-ups.
_COUNTED: Final[dict[Metric, str]] = {
    "credits": "u.charged",
    "requests": "u.charges",
    "tokens_input": "u.input + u.cached_input + u.cache_write",
    "tokens_output": "u.output + u.reasoning",
    "images": "u.image",
    "audio_seconds": "u.audio_second",
}


async def find(connection: Connection, rule_id: UUID, *, keep: bool = False) -> Rule | None:
    """With `keep`, nobody removes it until the transaction ends."""
    row = await connection.fetchrow(
        f"SELECT {_COLUMNS} FROM limit_rule WHERE id = $1 {'FOR KEY SHARE' if keep else ''}",
        rule_id,
    )
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


async def in_scope(connection: Connection, rule: Rule, after: str, limit: int) -> list[str]:
    """The next accounts to which the rule applies: the same as in `limits_for`."""
    rows = await connection.fetch(
        """
        SELECT account_id FROM account a
        WHERE account_id > $3 AND ($1::text = 'everyone' OR ($1 = 'user' AND account_id = $2::text)
            OR ($1 = 'group' AND ($2 = 'default' OR EXISTS (SELECT FROM membership m
                WHERE m.account_id = a.account_id AND m.group_id = $2))))
        ORDER BY account_id LIMIT $4
        """,
        rule.scope,
        rule.subject,
        after,
        limit,
    )
    return [row["account_id"] for row in rows]


async def count_running(
    connection: Connection, rule: Rule, now: datetime, account_ids: Sequence[str]
) -> None:
    """Let a rule know what these used of the day, week or month in which it is set.

    The accounts are locked, so nothing is charged meanwhile, and what is found is all: also what
    they have counted by themselves since the rule is seen. What the roll-ups have not read yet is
    taken from the facts themselves; both are of one snapshot. The rule's zone is theirs.
    """
    await connection.execute(
        f"""
        WITH began AS (SELECT date_trunc($4, $6::timestamptz, $5) AS at), unread AS (
            SELECT aggregate_id AS account_id, data::bigint AS sequence FROM outbox
            WHERE (xid, sequence) > (SELECT xid::xid8, sequence FROM usage_position)
                AND type = 'ledger.charge_posted'
            ORDER BY xid, sequence LIMIT {_UNREAD_MAX}
        ), facts AS (
            SELECT t.account_id, sum(limit_amount($7, t.amount, usage_of(t.lines))) AS used
            FROM unread JOIN transfer t USING (account_id, sequence) JOIN began
                ON t.posted_at >= began.at
            WHERE $3::text IS NULL OR t.model_id = $3 GROUP BY 1
        )
        INSERT INTO limit_use (account_id, rule_id, starts_at, used)
        SELECT a.account_id, $2, began.at, coalesce(days.used, 0) + coalesce(facts.used, 0)
        FROM unnest($1::text[]) AS a (account_id) CROSS JOIN began CROSS JOIN LATERAL (
            SELECT sum({_COUNTED[rule.metric]}) AS used FROM usage_day u
            WHERE u.account_id = a.account_id AND u.day >= (began.at AT TIME ZONE $5)::date
                AND ($3::text IS NULL OR u.model_id = $3)
        ) AS days LEFT JOIN facts USING (account_id)
        WHERE days.used IS NOT NULL OR facts.used IS NOT NULL
        ON CONFLICT (account_id, rule_id, starts_at) DO UPDATE SET used = excluded.used
        """,
        account_ids,
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
