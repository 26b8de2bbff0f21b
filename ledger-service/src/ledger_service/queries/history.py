"""The history of transfers in the shape of the first system's transaction pages."""

from typing import Any

from shared.db import Connection, Row
from shared.money import to_wire

# The names that clients of the first system know; kinds it did not have keep their own.
TYPE_OF_KIND = {"charge": "deduct", "adjustment": "manual_update"}
_ALLOWANCE_KEY = "allowance:"


def _type(row: Row) -> str:
    if row["kind"] == "grant" and row["idempotency_key"].startswith(_ALLOWANCE_KEY):
        return "monthly_reset"
    kind: str = row["kind"]
    return TYPE_OF_KIND.get(kind, kind)


def _transaction(row: Row) -> dict[str, Any]:
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
    connection: Connection, *, limit: int, offset: int, account_id: str | None = None
) -> dict[str, Any]:
    """One page, newest first; within an account the order is that of posting."""
    where, order = (
        ("t.account_id = $3", "t.sequence") if account_id else ("$3::text IS NULL", "t.id")
    )
    rows = await connection.fetch(
        f"""
        SELECT t.*, a.name FROM transfer t JOIN account a USING (account_id)
        WHERE {where} ORDER BY {order} DESC LIMIT $1 OFFSET $2
        """,
        limit,
        offset,
        account_id,
    )
    total = await connection.fetchval(
        """
        SELECT coalesce(sum(sequence), 0)::bigint FROM account
        WHERE $1::text IS NULL OR account_id = $1
        """,
        account_id,
    )
    return {
        "transactions": [_transaction(row) for row in rows],
        "total": total,
        "limit": limit,
        "offset": offset,
        "has_next": offset + len(rows) < total,
        "has_prev": offset > 0,
    }
