"""Everything that the ledger keeps about one person, as one JSON document in pieces."""

from collections.abc import AsyncIterator
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from ledger_service.domain.alerts import raised_since
from ledger_service.queries.own_account import limit_of
from ledger_service.queries.own_history import every_transfer
from ledger_service.store import alerts, limits
from shared import codec
from shared.db import Connection, Database
from shared.money import to_wire
from shared.problems import NotFound

_PIECE_BYTES: Final = 65_536


async def own_alerts(connection: Connection, account_id: str) -> list[dict[str, Any]]:
    """The thresholds, and since when each is crossed."""
    watch = await alerts.find(connection, account_id)
    return [] if watch is None else shown_alerts(watch)


def shown_alerts(watch: alerts.Watch) -> list[dict[str, Any]]:
    return [
        {
            "kind": threshold.kind,
            "value": to_wire(threshold.value),
            "raised_at": raised_since(threshold, watch.raised),
        }
        for threshold in watch.thresholds
    ]


async def own_export(db: Database, account_id: str, now: datetime) -> AsyncIterator[bytes]:
    """The pieces of the document; NotFound before the first piece."""
    async with db.reader() as connection:
        head, last = await _head(connection, account_id, now)
    return _pieces(db, account_id, head, last)


async def _head(
    connection: Connection, account_id: str, now: datetime
) -> tuple[dict[str, Any], int]:
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        account = await connection.fetchrow(
            """
            SELECT account_id AS id, name, email, role, status, balance, held, credit_line,
                opened_at, updated_at, sequence
            FROM account WHERE account_id = $1
            """,
            account_id,
        )
        if account is None:
            raise NotFound("User not found", slug="unknown-account")
        head = {
            "exported_at": now,
            "account": {
                name: to_wire(value) if isinstance(value, Decimal) else value
                for name, value in account.items()
                if name != "sequence"
            },
            "groups": await _rows(connection, _GROUPS, account_id),
            "lots": await _rows(connection, _LOTS, account_id),
            "holds": await _rows(connection, _HOLDS, account_id),
            "limits": [limit_of(row) for row in await limits.uses(connection, account_id, now)],
            "alerts": await own_alerts(connection, account_id),
            "log": await _rows(connection, _LOG, account_id),
            "archive": await _rows(connection, _ARCHIVE, account_id),
        }
    return head, account["sequence"]


async def _rows(connection: Connection, query: str, account_id: str) -> list[dict[str, Any]]:
    return [
        {
            name: to_wire(value) if isinstance(value, Decimal) else value
            for name, value in row.items()
        }
        for row in await connection.fetch(query, account_id)
    ]


_GROUPS = """
    SELECT g.group_id AS id, g.name FROM membership m JOIN member_group g USING (group_id)
    WHERE m.account_id = $1 ORDER BY g.group_id
"""
_LOTS = """
    SELECT id, source, amount, period, reference, granted_at,
        nullif(expires_at, 'infinity') AS expires_at
    FROM lot WHERE account_id = $1 ORDER BY granted_at, id
"""
# A settled hold is in its charge: only what is reserved now is told.
_HOLDS = """
    SELECT id, model_id, amount, max_tokens, opened_at, expires_at FROM hold
    WHERE account_id = $1 AND status = 'open' ORDER BY opened_at, id
"""
# Who acted is data of somebody else.
_LOG = """
    SELECT at, log_type AS type, message, reason FROM ledger_log WHERE account_id = $1 ORDER BY id
"""

# What was kept of the system before this one.
_ARCHIVE = """
    SELECT created_at AS at, type, amount, balance_after, model_id, prompt_tokens,
        completion_tokens, reason
    FROM archive_entry WHERE account_id = $1 ORDER BY id
"""


async def _pieces(
    db: Database, account_id: str, head: dict[str, Any], last: int
) -> AsyncIterator[bytes]:
    yield codec.encode(head)[:-1] + b',"transactions":['
    piece, separator = b"", b""
    async for transfer in every_transfer(db, account_id, last):
        piece += separator + codec.encode(transfer)
        separator = b","
        if len(piece) > _PIECE_BYTES:
            yield piece
            piece = b""
    yield piece + b"]}"
