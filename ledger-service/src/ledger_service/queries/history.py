"""The history of transfers in the shape of the first system's transaction pages."""

from typing import Any, Final

from ledger_service.domain.allowance import is_allowance
from ledger_service.queries.filters import Conditions, Wanted, of_transfers, with_accounts
from shared.db import Connection, Row
from shared.money import to_wire

# The names that clients of the first system know; kinds it did not have keep their own.
TYPE_OF_KIND = {"charge": "deduct", "adjustment": "manual_update"}
# A total beyond this is told as this: counting costs as much as what is counted.
COUNTED_MAX: Final = 100_000
# A model's charges are counted in the summaries, but for those that are not in them yet. NULL while
# the summaries are being filled.
_OF_MODEL: Final = """
    SELECT coalesce((SELECT sum(charges) FROM usage_by_model
            WHERE span = 'year' AND model_id = $1), 0)::bigint
        + (SELECT count(*) FROM (
                SELECT aggregate_id, data::bigint AS sequence FROM outbox o
                WHERE (o.xid, o.sequence) > (p.xid::xid8, p.sequence)
                    AND o.type IN ('ledger.charge_posted', 'ledger.transfer_posted')
                ORDER BY o.xid, o.sequence LIMIT 100000
            ) AS o JOIN transfer t ON (t.account_id, t.sequence) = (o.aggregate_id, o.sequence)
            WHERE t.model_id = $1 AND t.kind = 'charge')
        + (SELECT count(*) FROM transfer WHERE kind <> 'charge' AND model_id = $1)
    FROM usage_position p
    WHERE summed_until = 'infinity' AND (xid, sequence) = (summed_xid, summed_sequence)
"""


def _type(row: Row) -> str:
    if is_allowance(row["kind"], row["idempotency_key"]):
        return "monthly_reset"
    kind: str = row["kind"]
    return TYPE_OF_KIND.get(kind, kind)


def transaction(row: Row) -> dict[str, Any]:
    counts = {line["unit"]: line["count"] for line in row["lines"] or ()}
    charged = row["lines"] is not None
    taken = row["debit_account"] == row["account_id"]
    cached, reasoning = counts.get("cached_input", 0), counts.get("reasoning", 0)
    return {
        "id": row["id"],
        "user_id": row["account_id"],
        "amount": to_wire(-row["amount"] if taken else row["amount"]),
        "transaction_type": _type(row),
        "reason": row["reason"] or (_token_reason(counts) if charged else ""),
        "actor": row["actor"],
        "balance_after": to_wire(row["balance_after"]),
        "model_id": row["model_id"],
        "prompt_tokens": counts.get("input", 0) + cached if charged else None,
        "completion_tokens": counts.get("output", 0) + reasoning if charged else None,
        "cached_tokens": cached if charged else None,
        "reasoning_tokens": reasoning if charged else None,
        "created_at": row["posted_at"],
        "user_name": row["name"] or "Unknown",
        "usage": counts if charged else None,
        "price_version": row["price_version"],
        "hold_id": row["hold_id"],
        "sequence": row["sequence"],
        "trace_id": row["trace_id"],
    }


def _token_reason(counts: dict[str, int]) -> str:
    cached, reasoning = counts.get("cached_input", 0), counts.get("reasoning", 0)
    prompt, completion = counts.get("input", 0) + cached, counts.get("output", 0) + reasoning
    text = f"Token usage: {prompt} prompt + {completion} completion tokens"
    if cached or reasoning:
        text += f" (cached_tokens={cached}, reasoning_tokens={reasoning})"
    return text


async def transactions(
    connection: Connection, wanted: Wanted, *, limit: int, offset: int, before: int | None = None
) -> dict[str, Any]:
    """One page, newest first; within an account the order is that of posting.

    `before` is the id of the last row of the page before: however far back, it costs the same.
    """
    wanted = await with_accounts(connection, wanted)
    total = await _total(connection, wanted)
    order = "t.sequence" if wanted.account_id else "t.id"
    if wanted.until is not None and total["total"] < COUNTED_MAX:
        # Few rows that may be old: they are found by time and sorted. By the index on id, which
        # the planner would take for so few wanted rows, everything newer is read first.
        order += " + 0"
    found = of_transfers(wanted)
    found.add("t.id < {}", before)
    last, skipped = found.parameter(limit + 1), found.parameter(offset)
    rows = await connection.fetch(
        f"""
        SELECT t.*, a.name FROM transfer t JOIN account a USING (account_id)
        WHERE {found} ORDER BY {order} DESC LIMIT {last} OFFSET {skipped}
        """,
        *found.values,
    )
    return {
        "transactions": [transaction(row) for row in rows[:limit]],
        **total,
        "limit": limit,
        "offset": offset,
        "has_next": len(rows) > limit,
        "has_prev": offset > 0 or before is not None,
    }


async def _total(connection: Connection, wanted: Wanted) -> dict[str, Any]:
    if wanted == Wanted(account_id=wanted.account_id):
        # Sequences have no gaps, so nothing needs counting.
        total = await connection.fetchval(
            """
            SELECT coalesce(sum(sequence), 0)::bigint FROM account
            WHERE $1::text IS NULL OR account_id = $1
            """,
            wanted.account_id,
        )
        return {"total": total, "total_is_exact": True}
    if wanted.model_id is not None and wanted == Wanted(model_id=wanted.model_id):
        total = await connection.fetchval(_OF_MODEL, wanted.model_id)
        if total is not None:
            return {"total": total, "total_is_exact": True}
    return await counted(connection, "transfer t", of_transfers(wanted))


async def counted(connection: Connection, table: str, found: Conditions) -> dict[str, Any]:
    """How many rows are found, up to the most that is counted."""
    some = f"SELECT FROM {table} WHERE {found} LIMIT {COUNTED_MAX + 1}"
    total = await connection.fetchval(f"SELECT count(*) FROM ({some}) AS found", *found.values)
    return {"total": min(total, COUNTED_MAX), "total_is_exact": total <= COUNTED_MAX}


async def transactions_before(
    connection: Connection, wanted: Wanted, before: int | None, limit: int
) -> list[dict[str, Any]]:
    """The next `limit` transfers older than the id `before`, newest first."""
    found = of_transfers(await with_accounts(connection, wanted))
    found.add("t.id < {}", before)
    last = found.parameter(limit)
    rows = await connection.fetch(
        f"""
        SELECT t.*, a.name FROM transfer t JOIN account a USING (account_id)
        WHERE {found} ORDER BY t.id DESC LIMIT {last}
        """,
        *found.values,
    )
    return [transaction(row) for row in rows]
