"""Lot rows: grants with what is left of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Final
from uuid import UUID, uuid4

from ledger_service.domain.lots import Lot
from shared.db import Connection

NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLot:
    id: UUID
    source: str
    amount: Decimal
    granted_at: datetime
    expires_at: datetime = NEVER
    priority: int = 0
    period: str | None = None
    reference: str | None = None
    transfer_id: int | None = None
    # None: nothing of it is spent.
    remaining: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Granted:
    """The allowance of one period: what was granted, and what was left when last drawn down."""

    id: UUID
    amount: Decimal
    remaining: Decimal


async def live(connection: Connection, account_id: str) -> list[Lot]:
    """Lots with something left, as last drawn down."""
    return (await live_of(connection, [account_id]))[account_id]


async def live_of(connection: Connection, account_ids: Sequence[str]) -> dict[str, list[Lot]]:
    rows = await connection.fetch(
        """
        SELECT account_id, id, source, remaining, expires_at, priority, granted_at, period,
            reference
        FROM lot WHERE account_id = ANY($1::text[]) AND remaining > 0
        """,
        account_ids,
    )
    found: dict[str, list[Lot]] = {account_id: [] for account_id in account_ids}
    for account_id, lot_id, source, remaining, expires_at, *rest in rows:
        found[account_id].append(Lot(lot_id, source, remaining, finite(expires_at), *rest))
    return found


def finite(moment: datetime) -> datetime:
    """'infinity' arrives as the end of time without a zone; NEVER can be compared."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


async def of_reference(connection: Connection, account_id: str, reference: str) -> Lot | None:
    """What is left of the lot that a payment bought."""
    found = [lot for lot in await live(connection, account_id) if lot.reference == reference]
    return found[0] if found else None


async def was_granted(connection: Connection, account_id: str, reference: str) -> bool:
    """Whether the payment or period brought a lot, even if nothing is left of it."""
    found = await connection.fetchval(
        "SELECT EXISTS (SELECT 1 FROM lot WHERE account_id = $1 AND reference = $2)",
        account_id,
        reference,
    )
    return bool(found)


async def save_remaining(connection: Connection, account_id: str, lots: Sequence[Lot]) -> None:
    await save_remaining_of(connection, {account_id: lots})


async def save_remaining_of(connection: Connection, lots: Mapping[str, Sequence[Lot]]) -> None:
    await connection.execute(
        """
        UPDATE lot SET remaining = new.remaining
        FROM unnest($1::text[], $2::uuid[], $3::numeric[]) AS new (account_id, id, remaining)
        WHERE lot.account_id = new.account_id AND lot.id = new.id
            AND lot.remaining <> new.remaining
        """,
        [account_id for account_id, own in lots.items() for _ in own],
        [lot.id for own in lots.values() for lot in own],
        [lot.remaining for own in lots.values() for lot in own],
    )


_ADD: Final = """
    INSERT INTO lot (account_id, id, source, amount, remaining, priority, period, reference,
        transfer_id, granted_at, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
"""


def _values(account_id: str, lot: NewLot) -> tuple[object, ...]:
    return (
        account_id,
        lot.id,
        lot.source,
        lot.amount,
        lot.amount if lot.remaining is None else lot.remaining,
        lot.priority,
        lot.period,
        lot.reference,
        lot.transfer_id,
        lot.granted_at,
        lot.expires_at if lot.expires_at != NEVER else datetime.max,  # noqa: DTZ901 - 'infinity'
    )


async def add(connection: Connection, account_id: str, lot: NewLot) -> None:
    await connection.execute(_ADD, *_values(account_id, lot))


async def add_many(connection: Connection, lots: Sequence[tuple[str, NewLot]]) -> None:
    """Lots of several accounts."""
    await connection.executemany(_ADD, [_values(account_id, lot) for account_id, lot in lots])


async def add_manual(
    connection: Connection,
    account_id: str,
    amount: Decimal,
    granted_at: datetime,
    transfer_id: int | None,
) -> None:
    """Lasting credits that an operator gave by the transfer."""
    lot = NewLot(
        id=uuid4(),
        source="manual",
        amount=amount,
        transfer_id=transfer_id,
        granted_at=granted_at,
    )
    await add(connection, account_id, lot)


async def allowance_of(connection: Connection, account_id: str, period: str) -> Granted | None:
    """The allowance of `period`, if it was granted."""
    return (await allowances_of(connection, [account_id], period)).get(account_id)


async def allowances_of(
    connection: Connection, account_ids: Sequence[str], period: str
) -> dict[str, Granted]:
    rows = await connection.fetch(
        """
        SELECT account_id, id, amount, remaining FROM lot
        WHERE account_id = ANY($1::text[]) AND source = 'allowance' AND period = $2
        """,
        account_ids,
        period,
    )
    return {account_id: Granted(*granted) for account_id, *granted in rows}


async def refill(connection: Connection, account_id: str, lot_id: UUID, allowance: Decimal) -> None:
    """Make the whole of `allowance` available again."""
    await connection.execute(
        """
        UPDATE lot SET amount = greatest(amount, $3), remaining = $3
        WHERE account_id = $1 AND id = $2
        """,
        account_id,
        lot_id,
        allowance,
    )


async def close_period(
    connection: Connection, period: str, balances: Mapping[str, Decimal]
) -> None:
    await connection.execute(
        """
        INSERT INTO closed_period (account_id, period, balance)
        SELECT account_id, $1, balance
        FROM unnest($2::text[], $3::numeric[]) AS ended (account_id, balance)
        ON CONFLICT DO NOTHING
        """,
        period,
        list(balances),
        list(balances.values()),
    )


async def lower_amount(
    connection: Connection, account_id: str, lot_id: UUID, amount: Decimal, taken: Decimal
) -> None:
    await connection.execute(
        """
        UPDATE lot SET amount = greatest($3, remaining - $4), remaining = remaining - $4
        WHERE account_id = $1 AND id = $2
        """,
        account_id,
        lot_id,
        amount,
        taken,
    )


async def raise_amount(connection: Connection, account_id: str, lot_id: UUID, by: Decimal) -> None:
    await connection.execute(
        """
        UPDATE lot SET amount = amount + $3, remaining = remaining + $3
        WHERE account_id = $1 AND id = $2
        """,
        account_id,
        lot_id,
        by,
    )


async def replace_allowance(
    connection: Connection, account_id: str, lot_id: UUID, amount: Decimal, remaining: Decimal
) -> None:
    """`amount` is what the period's allowance was, here or elsewhere; it never shrinks."""
    await connection.execute(
        """
        UPDATE lot SET amount = greatest(amount, $3), remaining = $4
        WHERE account_id = $1 AND id = $2
        """,
        account_id,
        lot_id,
        amount,
        remaining,
    )
