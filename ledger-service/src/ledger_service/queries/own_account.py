"""One's own account as its owner sees it: balance by lot, the next allowance, limits."""

from datetime import datetime, tzinfo
from decimal import Decimal
from typing import Any

from ledger_service.domain.allowance import Rule, allowance, may_have_allowance, period_of
from ledger_service.domain.lots import Lot, draw_down
from ledger_service.store import groups, limits, lots
from shared.db import Connection, Row
from shared.money import ZERO, to_wire
from shared.problems import NotFound


async def refuse_unknown(connection: Connection, account_id: str) -> None:
    """NotFound for somebody whose account is not opened yet."""
    if not await connection.fetchval(
        "SELECT EXISTS (SELECT FROM account WHERE account_id = $1)", account_id
    ):
        raise NotFound("User not found", slug="unknown-account")


async def is_due(connection: Connection, account_id: str, now: datetime) -> bool:
    """Whether the account must be renewed before it is shown; NotFound if there is none."""
    due = await connection.fetchval(
        "SELECT lots_due_at <= $2 FROM account WHERE account_id = $1", account_id, now
    )
    if due is None:
        raise NotFound("User not found", slug="unknown-account")
    return bool(due)


async def own_balance(
    connection: Connection, account_id: str, *, rule: Rule, zone: tzinfo, now: datetime
) -> dict[str, Any]:
    """The whole from one snapshot, so that the lots make the balance."""
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        account = await connection.fetchrow(
            """
            SELECT account_id, name, email, balance, held, credit_line, status, role
            FROM account WHERE account_id = $1
            """,
            account_id,
        )
        assert account is not None  # noqa: S101 - accounts are never deleted
        live = await lots.live(connection, account_id)
        amounts = await _amounts(connection, account_id)
        defaults = (await groups.defaults_of(connection, [account_id]))[account_id]
        uses = await limits.uses(connection, account_id, now)
    left = [lot for lot in draw_down(live, account["balance"]) if lot.remaining > 0]
    return {
        "id": account_id,
        "name": account["name"],
        "email": account["email"],
        "role": account["role"],
        "balance": to_wire(account["balance"]),
        "held": to_wire(account["held"]),
        "credit_line": to_wire(account["credit_line"]),
        "available": to_wire(account["balance"] - account["held"] + account["credit_line"]),
        "status": account["status"],
        "lots": [_lot(lot, amounts[lot.id]) for lot in left],
        "next_allowance": {
            "at": period_of(now, zone).ends_at,
            "amount": to_wire(allowance(defaults, rule)),
        }
        if may_have_allowance(account["status"], account["role"])
        else None,
        "limits": [limit_of(row) for row in uses],
    }


async def _amounts(connection: Connection, account_id: str) -> dict[Any, Decimal]:
    rows = await connection.fetch(
        "SELECT id, amount FROM lot WHERE account_id = $1 AND remaining > 0", account_id
    )
    return {row["id"]: row["amount"] for row in rows}


def _lot(lot: Lot, amount: Decimal) -> dict[str, Any]:
    return {
        "id": lot.id,
        "source": lot.source,
        "amount": to_wire(amount),
        "remaining": to_wire(lot.remaining),
        "granted_at": lot.granted_at,
        "expires_at": None if lot.expires_at == lots.NEVER else lot.expires_at,
    }


def limit_of(row: Row) -> dict[str, Any]:
    """A limit with what is left of it; `used` counts what open holds reserve."""
    return {
        **{name: row[name] for name in ("id", "metric", "model_id", "per", "source")},
        "cap": to_wire(row["cap"]),
        "used": to_wire(row["cap"] - row["left_over"]),
        "left": to_wire(max(row["left_over"], ZERO)),
        "starts_at": row["starts_at"],
        "frees_at": row["ends_at"],
    }
