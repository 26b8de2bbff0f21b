"""Account rows: opening, locking, and what sync tells about their owners."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final, NamedTuple

from shared.contracts import Event
from shared.contracts.sync import UserChanged
from shared.db import Connection


@dataclass(frozen=True, slots=True)
class Account:
    """One user's account as the commands need it; never renewed if `lots_due_at` is None."""

    account_id: str
    status: str
    role: str
    balance: Decimal
    held: Decimal
    credit_line: Decimal
    lots_due_at: datetime | None


class Due(NamedTuple):
    """An account that is due for renewal, and since when."""

    since: datetime
    account_id: str


_COLUMNS: Final = """account_id, status, role, balance, held, credit_line,
    nullif(lots_due_at, '-infinity')"""
# The same as `may_have_allowance`.
MAY_HAVE_ALLOWANCE: Final = "status <> 'closed' AND role <> 'pending'"


async def lock(connection: Connection, account_id: str) -> Account | None:
    """Lock the account's row until the transaction ends; None if there is no such account."""
    row = await connection.fetchrow(
        f"SELECT {_COLUMNS} FROM account WHERE account_id = $1 FOR UPDATE", account_id
    )
    return Account(*row) if row else None


async def balance_of(connection: Connection, account_id: str) -> Decimal:
    balance: Decimal = await connection.fetchval(
        "SELECT balance FROM account WHERE account_id = $1", account_id
    )
    return balance


async def change_terms(
    connection: Connection, account_id: str, status: str | None, credit_line: Decimal | None
) -> Account:
    """Of a locked account; None leaves a field as it is. Sync never lifts such a status."""
    row = await connection.fetchrow(
        f"""
        UPDATE account SET credit_line = coalesce($3, credit_line),
            status = coalesce($2, status), updated_at = now(),
            blocked = CASE WHEN $2 IS NULL THEN blocked ELSE nullif($2, 'open') END
        WHERE account_id = $1 RETURNING {_COLUMNS}
        """,
        account_id,
        status,
        credit_line,
    )
    assert row is not None  # noqa: S101 - it is locked
    return Account(*row)


async def upsert_owner(connection: Connection, event: Event[UserChanged]) -> bool:
    """Open the account or update its owner's data; False if this is older than what is known.

    What an operator suspended or closed stays so; a user who came back is opened again.
    """
    user = event.data
    status = await connection.execute(
        """
        INSERT INTO account (account_id, name, email, role, status, sync_sequence)
        VALUES ($1, $2, $3, $4, CASE WHEN $5 = 'closed' THEN 'closed' ELSE 'open' END, $6)
        ON CONFLICT (account_id) DO UPDATE SET name = excluded.name, email = excluded.email,
            role = excluded.role, sync_sequence = excluded.sync_sequence, updated_at = now(),
            status = CASE WHEN excluded.status = 'closed' THEN 'closed'
                ELSE coalesce(account.blocked, 'open') END
        WHERE account.sync_sequence < excluded.sync_sequence
        """,
        user.user_id,
        user.name,
        user.email,
        user.role,
        user.status,
        event.sequence,
    )
    return status.endswith(" 1")


async def open_empty(connection: Connection, account_id: str) -> bool:
    """Open an account before its owner is described; False if it exists."""
    status = await connection.execute(
        "INSERT INTO account (account_id) VALUES ($1) ON CONFLICT DO NOTHING", account_id
    )
    return status.endswith(" 1")


async def open_undescribed(connection: Connection, account_ids: Sequence[str]) -> list[str]:
    """Open those that do not exist, as accounts whose owners wait for approval: until sync
    describes them they are given no allowance. Return which were opened.
    """
    rows = await connection.fetch(
        """
        INSERT INTO account (account_id, role) SELECT unnest($1::text[]), 'pending'
        ON CONFLICT DO NOTHING RETURNING account_id
        """,
        account_ids,
    )
    return [row["account_id"] for row in rows]


async def unknown(connection: Connection, account_ids: Sequence[str]) -> list[str]:
    rows = await connection.fetch(
        """
        SELECT account_id FROM unnest($1::text[]) AS asked (account_id)
        WHERE NOT EXISTS (SELECT FROM account a WHERE a.account_id = asked.account_id)
        """,
        account_ids,
    )
    return [row["account_id"] for row in rows]


async def lock_many(connection: Connection, account_ids: Sequence[str]) -> dict[str, Account]:
    """Lock in the order of ids, like the posting engine, so that nobody waits in a circle."""
    rows = await connection.fetch(
        f"""
        SELECT {_COLUMNS} FROM account WHERE account_id = ANY($1::text[])
        ORDER BY account_id COLLATE "C" FOR UPDATE
        """,
        account_ids,
    )
    return {row["account_id"]: Account(*row) for row in rows}


async def set_lots_due(connection: Connection, due_at: Mapping[str, datetime]) -> None:
    await connection.execute(
        """
        UPDATE account SET lots_due_at = new.due_at
        FROM unnest($1::text[], $2::timestamptz[]) AS new (account_id, due_at)
        WHERE account.account_id = new.account_id
        """,
        list(due_at),
        list(due_at.values()),
    )


async def set_due_no_later(connection: Connection, account_id: str, due_at: datetime) -> None:
    await connection.execute(
        "UPDATE account SET lots_due_at = least(lots_due_at, $2) WHERE account_id = $1",
        account_id,
        due_at,
    )


async def due_for_renewal(
    connection: Connection, now: datetime, after: Due | None, limit: int
) -> list[Due]:
    """The next page of those that are due, longest first; `after` ended the page before."""
    rows = await connection.fetch(
        """
        SELECT lots_due_at, account_id FROM account
        WHERE status <> 'closed' AND lots_due_at <= $1
            AND ($2::timestamptz IS NULL OR (lots_due_at, account_id) > ($2, $3))
        ORDER BY lots_due_at, account_id LIMIT $4
        """,
        now,
        *(after or (None, None)),
        limit,
    )
    return [Due(*row) for row in rows]
