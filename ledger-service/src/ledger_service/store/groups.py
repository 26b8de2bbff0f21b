"""Groups, their default credits and who belongs to them."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from ledger_service.domain.allowance import GroupDefault
from shared.contracts import Event
from shared.contracts.sync import GroupChanged
from shared.db import Connection, Row


async def upsert_from_sync(connection: Connection, event: Event[GroupChanged]) -> None:
    """Names and status come from Open WebUI; the default credits are ours and stay."""
    await connection.execute(
        """
        INSERT INTO member_group (group_id, name, status, sync_sequence) VALUES ($1, $2, $3, $4)
        ON CONFLICT (group_id) DO UPDATE SET name = excluded.name, status = excluded.status,
            is_own = false,
            sync_sequence = excluded.sync_sequence, updated_at = now()
        WHERE member_group.sync_sequence < excluded.sync_sequence
        """,
        event.data.group_id,
        event.data.name,
        event.data.status,
        event.sequence,
    )


async def replace_memberships(
    connection: Connection, account_id: str, group_ids: Sequence[str], sequence: int
) -> bool:
    """Make `group_ids` the groups of the account; False if this is older than what is known."""
    status = await connection.execute(
        """
        UPDATE account SET membership_sequence = $2
        WHERE account_id = $1 AND membership_sequence < $2
        """,
        account_id,
        sequence,
    )
    if not status.endswith(" 1"):
        return False
    # Members of our own groups are ours to name.
    await connection.execute(
        """
        DELETE FROM membership WHERE account_id = $1
            AND group_id NOT IN (SELECT group_id FROM member_group WHERE is_own)
        """,
        account_id,
    )
    await connection.execute(
        """
        INSERT INTO membership (account_id, group_id) SELECT $1, unnest($2::text[])
        ON CONFLICT DO NOTHING
        """,
        account_id,
        sorted(set(group_ids)),
    )
    return True


async def defaults_of(
    connection: Connection, account_ids: Sequence[str]
) -> dict[str, list[GroupDefault]]:
    """Defaults of each account's active groups; the group `default` is always among them."""
    rows = await connection.fetch(
        """
        SELECT m.account_id, g.group_id, g.default_credits, g.priority
        FROM membership m JOIN member_group g USING (group_id)
        WHERE m.account_id = ANY($1) AND g.status = 'active' AND g.group_id <> 'default'
        UNION ALL
        SELECT a.account_id, g.group_id, g.default_credits, g.priority
        FROM unnest($1::text[]) AS a (account_id), member_group g
        WHERE g.status = 'active' AND g.group_id = 'default'
        """,
        account_ids,
    )
    found: dict[str, list[GroupDefault]] = {account_id: [] for account_id in account_ids}
    for account_id, *default in rows:
        found[account_id].append(GroupDefault(*default))
    return found


async def find(connection: Connection, group_id: str) -> Row | None:
    """The group's row, locked until the transaction ends."""
    return await connection.fetchrow(
        """
        SELECT group_id AS id, name, default_credits, priority, is_own, is_system_group
        FROM member_group WHERE group_id = $1 FOR UPDATE
        """,
        group_id,
    )


async def set_default(
    connection: Connection, group_id: str, name: str, default_credits: Decimal, priority: int | None
) -> Row:
    """Create a group of our own or change a group; whether it is a system group never changes."""
    row = await connection.fetchrow(
        """
        INSERT INTO member_group (group_id, name, default_credits, priority, is_own)
        VALUES ($1, $2, $3, coalesce($4, 0), true)
        ON CONFLICT (group_id) DO UPDATE SET name = excluded.name,
            default_credits = excluded.default_credits, updated_at = now(),
            priority = coalesce($4, member_group.priority)
        RETURNING group_id AS id, name, default_credits, priority, is_own
        """,
        group_id,
        name,
        default_credits,
        priority,
    )
    assert row is not None  # noqa: S101 - INSERT … RETURNING
    return row


async def delete(connection: Connection, group_id: str) -> None:
    await connection.execute("DELETE FROM member_group WHERE group_id = $1", group_id)


async def member_count(connection: Connection, group_id: str) -> int:
    count: int = await connection.fetchval(
        "SELECT count(*) FROM membership WHERE group_id = $1", group_id
    )
    return count


async def join(connection: Connection, account_ids: Sequence[str], group_id: str) -> list[str]:
    """Return who was no member yet. `account_ids` are in order: their rows are locked, too."""
    rows = await connection.fetch(
        """
        INSERT INTO membership (account_id, group_id) SELECT unnest($1::text[]), $2
        ON CONFLICT DO NOTHING RETURNING account_id
        """,
        account_ids,
        group_id,
    )
    return [row["account_id"] for row in rows]


async def leave(connection: Connection, account_ids: Iterable[str], group_id: str) -> list[str]:
    """Return who was a member."""
    rows = await connection.fetch(
        """
        DELETE FROM membership WHERE account_id = ANY($1::text[]) AND group_id = $2
        RETURNING account_id
        """,
        account_ids,
        group_id,
    )
    return [row["account_id"] for row in rows]
