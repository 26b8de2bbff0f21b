"""One's own transfers: pages by sequence, and the receipt of one with its arithmetic."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from ledger_service.queries.filters import IS_ALLOWANCE
from ledger_service.queries.lots_paid import debt, lots_paid
from ledger_service.queries.own_account import refuse_unknown
from shared.db import Connection, Database, Row
from shared.money import ZERO, to_wire
from shared.problems import NotFound

# An allowance is a grant that the calendar made; its owner looks for it by that name.
_TYPE: Final = f"CASE WHEN {IS_ALLOWANCE} THEN 'allowance' ELSE t.kind END"
_PAGE: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What of the history is wanted; both days count, as days of `zone`."""

    zone: str
    kind: str | None = None
    model_id: str | None = None
    first_day: date | None = None
    last_day: date | None = None


def _entry(row: Row) -> dict[str, Any]:
    taken = row["debit_account"] == row["account_id"]
    lines = row["lines"]
    return {
        "id": row["id"],
        "sequence": row["sequence"],
        "type": row["type"],
        "amount": to_wire(-row["amount"] if taken else row["amount"]),
        "balance_after": to_wire(row["balance_after"]),
        "reason": row["reason"],
        "model_id": row["model_id"],
        "usage": None if lines is None else {line["unit"]: line["count"] for line in lines},
        "posted_at": row["posted_at"],
    }


async def own_history(
    connection: Connection, account_id: str, wanted: Filter, *, before: int | None, limit: int
) -> dict[str, Any]:
    """One page, newest first; `next_before` leads to the next one and is None on the last."""
    await refuse_unknown(connection, account_id)
    rows = await connection.fetch(
        f"""
        SELECT t.*, {_TYPE} AS type FROM transfer t
        WHERE t.account_id = $1 AND ($2::bigint IS NULL OR t.sequence < $2)
            AND ($3::text IS NULL OR {_TYPE} = $3) AND ($4::text IS NULL OR t.model_id = $4)
            AND ($5::date IS NULL OR t.posted_at >= ($5::date::timestamp AT TIME ZONE $7::text))
            AND ($6::date IS NULL OR t.posted_at < (($6::date + 1)::timestamp AT TIME ZONE $7))
        ORDER BY t.sequence DESC LIMIT $8
        """,
        account_id,
        before,
        wanted.kind,
        wanted.model_id,
        wanted.first_day,
        wanted.last_day,
        wanted.zone,
        limit + 1,
    )
    shown = rows[:limit]
    return {
        "transactions": [_entry(row) for row in shown],
        "next_before": shown[-1]["sequence"] if len(rows) > limit else None,
    }


async def every_transfer(db: Database, account_id: str, last: int) -> AsyncIterator[dict[str, Any]]:
    """All transfers up to `last`, oldest first. No connection is kept while the reader is slow."""
    sequence = 0
    while sequence < last:
        async with db.reader() as connection:
            rows = await connection.fetch(
                f"""
                SELECT t.*, {_TYPE} AS type FROM transfer t
                WHERE t.account_id = $1 AND t.sequence > $2 AND t.sequence <= $3
                ORDER BY t.sequence LIMIT $4
                """,
                account_id,
                sequence,
                last,
                _PAGE,
            )
        for row in rows:
            yield _entry(row) | _arithmetic(row)
        sequence = rows[-1]["sequence"] if rows else last


async def own_receipt(
    connection: Connection, account_id: str, transaction_id: int
) -> dict[str, Any]:
    """How the amount came about; NotFound for what belongs to somebody else."""
    await refuse_unknown(connection, account_id)
    row = await connection.fetchrow(
        f"SELECT t.*, {_TYPE} AS type FROM transfer t WHERE t.account_id = $1 AND t.id = $2",
        account_id,
        transaction_id,
    )
    if row is None:
        raise NotFound("Transaction not found", slug="unknown-transaction")
    return (
        _entry(row)
        | _arithmetic(row)
        | {
            "lots": await lots_paid(connection, row) if row["kind"] == "charge" else [],
            "debt": to_wire(debt(row) if row["kind"] == "charge" else ZERO),
            "hold": await _hold(connection, row),
        }
    )


def _arithmetic(row: Row) -> dict[str, Any]:
    return {
        "lines": [
            {
                "unit": line["unit"],
                "count": line["count"],
                "price": to_wire(Decimal(line["price"])),
                "amount": to_wire(Decimal(line["amount"])),
            }
            for line in row["lines"] or ()
        ],
        "price_version": row["price_version"],
        "covered": to_wire(row["covered"]),
        "shortfall": to_wire(row["amount"] - row["covered"]),
        "trace_id": row["trace_id"],
    }


async def _hold(connection: Connection, row: Row) -> dict[str, Any] | None:
    if row["hold_id"] is None:
        return None
    hold = await connection.fetchrow(
        """
        SELECT id, status, amount, max_tokens, opened_at, ended_at FROM hold
        WHERE account_id = $1 AND id = $2
        """,
        row["account_id"],
        row["hold_id"],
    )
    return {**hold, "amount": to_wire(hold["amount"])} if hold else None
