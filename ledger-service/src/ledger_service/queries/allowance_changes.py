"""Whose allowance of the current period is not what the groups give now."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from ledger_service.domain.allowance import DEFAULT_GROUP, GroupDefault, Rule, allowance
from ledger_service.store.accounts import MAY_HAVE_ALLOWANCE
from shared.db import Connection
from shared.money import ZERO


@dataclass(frozen=True, slots=True)
class Change:
    """`granted` for the period so far, and what the groups give `now`."""

    account_id: str
    name: str
    granted: Decimal
    now: Decimal


async def allowance_changes(
    connection: Connection, period: str, at: datetime, rule: Rule
) -> list[Change]:
    """Accounts that are due are left out: their renewal grants the new figure by itself."""
    groups = {
        row["group_id"]: GroupDefault(row["group_id"], row["default_credits"], row["priority"])
        for row in await connection.fetch(
            "SELECT group_id, default_credits, priority FROM member_group WHERE status = 'active'"
        )
    }
    rows = await connection.fetch(
        f"""
        SELECT a.account_id, a.name, coalesce(l.amount, 0) AS granted,
            array_remove(array_agg(m.group_id), NULL) AS groups
        FROM account a LEFT JOIN membership m USING (account_id)
            LEFT JOIN lot l ON l.account_id = a.account_id AND l.source = 'allowance'
                AND l.period = $1
        WHERE {MAY_HAVE_ALLOWANCE} AND a.lots_due_at > $2
        GROUP BY a.account_id, l.amount ORDER BY a.account_id
        """,
        period,
        at,
    )
    changes = []
    for row in rows:
        own = [groups[name] for name in {*row["groups"], DEFAULT_GROUP} if name in groups]
        now = allowance(own, rule) if own else ZERO
        if now != row["granted"]:
            changes.append(Change(row["account_id"], row["name"], row["granted"], now))
    return changes
