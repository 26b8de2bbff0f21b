"""The append-only log of what people and the calendar did, written in the command's transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from shared.contracts import Event
from shared.contracts.log import LogEntry
from shared.db import Connection
from shared.telemetry import trace_id


@dataclass(frozen=True, slots=True)
class Author:
    """Who did it, from the verified identity: never from a request's body."""

    id: str
    name: str


SYSTEM: Final = Author("system", "system")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One act. `before` and `after` hold the fields that it changed."""

    log_type: str
    message: str
    account_id: str | None = None
    model_id: str | None = None
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None
    reason: str = ""


async def add(connection: Connection, author: Author, entry: Entry) -> None:
    await connection.execute(
        """
        INSERT INTO ledger_log (log_type, actor, actor_id, account_id, model_id, message, before,
            after, reason, trace_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        entry.log_type,
        author.name,
        author.id,
        entry.account_id,
        entry.model_id,
        entry.message,
        entry.before,
        entry.after,
        entry.reason,
        trace_id(),
    )


async def add_told(connection: Connection, event: Event[LogEntry]) -> None:
    """An entry of another service, at the time at which it happened there."""
    told = event.data
    await connection.execute(
        """
        INSERT INTO ledger_log (at, log_type, actor, actor_id, model_id, message, before, after,
            reason, trace_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        event.occurred_at,
        told.log_type,
        told.actor,
        told.actor_id,
        told.model_id,
        told.message,
        told.before,
        told.after,
        told.reason,
        told.trace_id,
    )
