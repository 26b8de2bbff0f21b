"""Holds as operators look for them: what is reserved now, or what was by one user."""

from typing import Any, Literal
from uuid import UUID

from ledger_service.queries.filters import Conditions
from shared.db import Connection, Row
from shared.money import to_wire
from shared.problems import NotFound

HoldStatus = Literal["open", "settled", "released", "expired"]
_COLUMNS = """
    h.id, h.account_id AS user_id, a.name AS user_name, h.status, h.model_id, h.amount,
    h.counted_amount, h.counted_lines, h.max_tokens, h.price_version, h.is_free, h.actor,
    h.opened_at, h.expires_at, h.ended_at
"""


async def list_holds(
    connection: Connection,
    *,
    status: HoldStatus,
    account_id: str | None,
    after: UUID | None,
    limit: int,
) -> dict[str, Any]:
    """One page, newest first; `after` is the id of the last hold of the page before."""
    found = Conditions()
    found.add("h.status = {}", status)
    found.add("h.account_id = {}", account_id)
    found.add(
        "(h.opened_at, h.id) < (SELECT opened_at, id FROM hold WHERE id = {})",
        after,
    )
    last = found.parameter(limit + 1)
    rows = await connection.fetch(
        f"""
        SELECT {_COLUMNS} FROM hold h JOIN account a USING (account_id)
        WHERE {found} ORDER BY h.opened_at DESC, h.id DESC LIMIT {last}
        """,
        *found.values,
    )
    shown = rows[:limit]
    return {
        "holds": [_wire(row) for row in shown],
        "next": shown[-1]["id"] if len(rows) > limit else None,
    }


async def read_hold(connection: Connection, hold_id: UUID) -> dict[str, Any]:
    """The hold, with the charge that it became if it became one."""
    row = await connection.fetchrow(
        f"SELECT {_COLUMNS} FROM hold h JOIN account a USING (account_id) WHERE h.id = $1", hold_id
    )
    if row is None:
        raise NotFound("Hold not found", slug="unknown-hold")
    charges = await connection.fetch(
        """
        SELECT id FROM transfer WHERE account_id = $1 AND idempotency_key = ANY ($2)
        ORDER BY sequence
        """,
        row["user_id"],
        [f"settle:{hold_id}", f"expire:{hold_id}"],
    )
    return _wire(row) | {"transaction_ids": [charge["id"] for charge in charges]}


def _wire(row: Row) -> dict[str, Any]:
    rest = dict(row)
    counted = {line["unit"]: line["count"] for line in rest.pop("counted_lines")}
    return {
        **rest,
        "amount": to_wire(row["amount"]),
        "counted_amount": to_wire(row["counted_amount"]),
        "counted": counted,
    }
