"""Accounts as clients and operators see them."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import msgspec

from ledger_service.domain.allowance import DEFAULT_GROUP, GroupDefault, Rule, allowance
from shared.db import Connection, Row
from shared.money import to_wire


class GroupOfUser(msgspec.Struct, kw_only=True):
    id: str
    name: str
    default_credits: Decimal
    is_system_group: bool


class UserCredits(msgspec.Struct, kw_only=True):
    """One user's balance; `available` is what is left after holds, credit line included."""

    id: str
    credits: Decimal
    groups: list[GroupOfUser]
    group_name: str | None
    default_credits: Decimal
    group_id: str | None
    held: Decimal
    available: Decimal
    status: str


_GROUPS = """
    SELECT g.group_id, g.name, g.default_credits, g.is_system_group, g.priority, m.account_id
    FROM member_group g LEFT JOIN membership m ON m.group_id = g.group_id AND m.account_id = ANY($1)
    WHERE g.status = 'active' AND (g.group_id = 'default' OR m.account_id IS NOT NULL)
    ORDER BY g.name, g.group_id
"""


async def user_credits(
    connection: Connection, account_id: str, rule: Rule, now: datetime
) -> tuple[UserCredits, bool] | None:
    """The user's credits, and whether the account is due for renewal; None if unknown."""
    row = await connection.fetchrow(
        """
        SELECT account_id, balance, held, credit_line, status, lots_due_at <= $2 AS is_due
        FROM account WHERE account_id = $1
        """,
        account_id,
        now,
    )
    if row is None:
        return None
    groups = await connection.fetch(_GROUPS, [account_id])
    return _credits(row, groups, rule), row["is_due"]


def _credits(row: Row, groups: list[Row], rule: Rule) -> UserCredits:
    own = [group for group in groups if group["group_id"] != DEFAULT_GROUP]
    every = own + [group for group in groups if group["group_id"] == DEFAULT_GROUP]
    names = [group["name"] for group in every if not group["is_system_group"]]
    return UserCredits(
        id=row["account_id"],
        credits=to_wire(row["balance"]),
        groups=[group_of_user(group) for group in every],
        group_name=", ".join(names) or None,
        default_credits=to_wire(total_default(every, rule)),
        group_id=every[0]["group_id"] if every else None,
        held=to_wire(row["held"]),
        available=to_wire(row["balance"] - row["held"] + row["credit_line"]),
        status=row["status"],
    )


def group_of_user(group: Row) -> GroupOfUser:
    return GroupOfUser(
        id=group["group_id"],
        name=group["name"],
        default_credits=to_wire(group["default_credits"]),
        is_system_group=group["is_system_group"],
    )


def total_default(groups: list[Row], rule: Rule) -> Decimal:
    defaults = [GroupDefault(g["group_id"], g["default_credits"], g["priority"]) for g in groups]
    return allowance(defaults, rule)


async def list_users(connection: Connection, rule: Rule) -> list[dict[str, Any]]:
    """All accounts in the shape of the first system's list (closed users stay visible)."""
    rows = await connection.fetch(
        """
        SELECT account_id, name, email, balance, held, credit_line, status FROM account
        ORDER BY lower(name), account_id
        """
    )
    return await listed_users(connection, rule, rows)


async def listed_users(connection: Connection, rule: Rule, rows: list[Row]) -> list[dict[str, Any]]:
    """These accounts with their groups and their allowance."""
    memberships: dict[str, list[Row]] = {}
    default: list[Row] = []
    for group in await connection.fetch(_GROUPS, [row["account_id"] for row in rows]):
        if group["account_id"] is None:
            default.append(group)
        else:
            memberships.setdefault(group["account_id"], []).append(group)
    return [_listed(row, [*memberships.get(row["account_id"], ()), *default], rule) for row in rows]


def _listed(row: Row, groups: list[Row], rule: Rule) -> dict[str, Any]:
    return {
        "id": row["account_id"],
        "name": row["name"] or "Unknown",
        "email": row["email"],
        "credits": to_wire(row["balance"]),
        "total_default_credits": to_wire(total_default(groups, rule)),
        "group_id": groups[0]["group_id"] if groups else None,
        "groups": [group_of_user(group) for group in groups],
        "role": ", ".join(g["name"] for g in groups if not g["is_system_group"]) or None,
        # An address of another site would tell it who is looked at.
        "avatar": "",
        "held": to_wire(row["held"]),
        "available": to_wire(row["balance"] - row["held"] + row["credit_line"]),
        "status": row["status"],
    }


async def list_groups(connection: Connection) -> list[dict[str, Any]]:
    rows = await connection.fetch(
        """
        SELECT g.group_id, g.name, g.default_credits, g.is_system_group, g.is_own, g.priority,
            count(m.account_id) AS members
        FROM member_group g LEFT JOIN membership m USING (group_id)
        WHERE g.status = 'active' GROUP BY g.group_id ORDER BY g.name, g.group_id
        """
    )
    return [
        {
            "id": row["group_id"],
            "name": row["name"],
            "default_credits": to_wire(row["default_credits"]),
            "is_system_group": row["is_system_group"],
            "is_own": row["is_own"],
            "priority": row["priority"],
            "members": row["members"],
        }
        for row in rows
    ]


async def list_members(
    connection: Connection, group_id: str, limit: int, offset: int
) -> dict[str, Any]:
    """One page of a group's members by name; everybody belongs to the default group unlisted."""
    rows = await connection.fetch(
        """
        SELECT a.account_id AS id, a.name, a.email, count(*) OVER () AS total
        FROM membership m JOIN account a USING (account_id) WHERE m.group_id = $1
        ORDER BY lower(a.name), a.account_id LIMIT $2 OFFSET $3
        """,
        group_id,
        limit,
        offset,
    )
    members = [{name: row[name] for name in ("id", "name", "email")} for row in rows]
    return {"members": members, "total": rows[0]["total"] if rows else 0}
