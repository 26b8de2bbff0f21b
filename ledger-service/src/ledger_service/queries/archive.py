"""Searching the history of a system that was used before; it is no part of the ledger's own."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from ledger_service.queries.filters import Conditions
from shared.db import Connection, Row
from shared.money import to_wire

Kind = Literal["transaction", "log"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Which entries; `since` is included and `until` is not."""

    source: str | None = None
    kind: Kind | None = None
    account_id: str | None = None
    type: str | None = None
    model_id: str | None = None
    actor: str | None = None
    since: datetime | None = None
    until: datetime | None = None


async def archived_before(
    connection: Connection, search: Search, before: int | None, limit: int
) -> list[dict[str, Any]]:
    """The next `limit` entries older than the id `before`, newest first."""
    found = Conditions()
    found.add("a.source = {}", search.source)
    found.add("a.kind = {}", search.kind)
    found.add("a.account_id = {}", search.account_id)
    found.add("a.type = {}", search.type)
    found.add("a.model_id = {}", search.model_id)
    found.add("a.actor = {}", search.actor)
    found.add("a.created_at >= {}", search.since)
    found.add("a.created_at < {}", search.until)
    found.add("a.id < {}", before)
    last = found.parameter(limit)
    rows = await connection.fetch(
        f"""
        SELECT a.*, o.name FROM archive_entry a LEFT JOIN account o USING (account_id)
        WHERE {found} ORDER BY a.id DESC LIMIT {last}
        """,
        *found.values,
    )
    return [_entry(row) for row in rows]


def _entry(row: Row) -> dict[str, Any]:
    amount, balance = row["amount"], row["balance_after"]
    return {
        "id": row["id"],
        "source": row["source"],
        "kind": row["kind"],
        "entry_id": row["entry_id"],
        "user_id": row["account_id"] or None,
        "user_name": (row["name"] or "Unknown") if row["account_id"] else None,
        "type": row["type"],
        "amount": None if amount is None else to_wire(amount),
        "balance_after": None if balance is None else to_wire(balance),
        "model_id": row["model_id"],
        "prompt_tokens": row["prompt_tokens"],
        "completion_tokens": row["completion_tokens"],
        "cached_tokens": row["cached_tokens"],
        "reasoning_tokens": row["reasoning_tokens"],
        "actor": row["actor"],
        "reason": row["reason"],
        "metadata": row["details"],
        "created_at": row["created_at"],
    }
