"""One account with all that a person looks for on its page, in one answer."""

from datetime import date, datetime, timedelta, tzinfo
from typing import Any, Final

from ledger_service.domain.allowance import Rule
from ledger_service.queries.accounts import user_credits
from ledger_service.queries.own_account import own_balance
from ledger_service.queries.usage_breakdown import usage_breakdown
from shared.db import Connection
from shared.money import to_wire

_DAYS: Final = 30
_HOLDS_MAX: Final = 100


async def account_detail(
    connection: Connection, account_id: str, *, rule: Rule, zone: tzinfo, now: datetime
) -> dict[str, Any]:
    """The account must exist."""
    detail = await own_balance(connection, account_id, rule=rule, zone=zone, now=now)
    credits_ = await user_credits(connection, account_id, rule, now)
    opened_at = await connection.fetchval(
        "SELECT opened_at FROM account WHERE account_id = $1", account_id
    )
    today = now.astimezone(zone).date()
    return detail | {
        "groups": credits_[0].groups if credits_ else [],
        "default_credits": credits_[0].default_credits if credits_ else 0,
        "opened_at": opened_at,
        "holds": await _open_holds(connection, account_id),
        "usage": await _usage(connection, account_id, today),
    }


async def _open_holds(connection: Connection, account_id: str) -> list[dict[str, Any]]:
    rows = await connection.fetch(
        f"""
        SELECT id, model_id, amount, counted_amount, max_tokens, actor, opened_at, expires_at
        FROM hold WHERE account_id = $1 AND status = 'open' ORDER BY opened_at LIMIT {_HOLDS_MAX}
        """,
        account_id,
    )
    return [
        {**row, "amount": to_wire(row["amount"]), "counted_amount": to_wire(row["counted_amount"])}
        for row in rows
    ]


async def _usage(connection: Connection, account_id: str, today: date) -> dict[str, Any]:
    since = today - timedelta(days=_DAYS - 1)
    return {
        "since": since,
        "until": today,
        "by_model": await usage_breakdown(connection, "model", since, today, account_id),
        "by_day": await usage_breakdown(connection, "day", since, today, account_id),
    }
