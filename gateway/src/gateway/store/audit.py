"""The audit log: rows are added and read, and the database refuses anything else."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from shared import outbox
from shared.auth import Principal
from shared.contracts.log import LOG, GatewayLogged
from shared.db import Connection, Row


@dataclass(frozen=True, slots=True)
class Origin:
    """Who asked, from where, when, in which trace; taken from the door, never from a body."""

    principal: Principal
    now: datetime
    address: str = ""
    trace_id: str = ""
    reason: str | None = None

    def because(self, reason: str | None) -> "Origin":
        """The same with the reason that was given."""
        return replace(self, reason=reason)


async def add(
    conn: Connection,
    origin: Origin,
    action: str,
    target: str,
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    await conn.execute(
        """
        INSERT INTO audit_entry
            (at, actor, actor_kind, action, target, before, after, reason, address, trace_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        origin.now, origin.principal.actor, origin.principal.kind, action, target,
        before, after, origin.reason, origin.address or None, origin.trace_id,
    )  # fmt: skip
    refused = action == "login.refused"
    entry = GatewayLogged(
        log_type="security_warning" if refused else action,
        # What was typed as a name may be a password, and more people read that log than this.
        message="A login was refused" if refused else f"{action}: {target}",
        actor=origin.principal.actor,
        actor_id=origin.principal.id,
        reason=origin.reason or "",
        trace_id=origin.trace_id,
    )
    await outbox.add(conn, entry, aggregate_id=LOG)


async def page(
    conn: Connection,
    *,
    before_id: int | None,
    limit: int,
    actor: str | None,
    action: str | None,
    target: str | None,
) -> Sequence[Row]:
    """Newest first, below `before_id`."""
    return await conn.fetch(
        """
        SELECT id, at, actor, actor_kind, action, target, before, after, reason, address, trace_id
        FROM audit_entry
        WHERE ($1::bigint IS NULL OR id < $1) AND ($3::text IS NULL OR actor = $3)
            AND ($4::text IS NULL OR action = $4) AND ($5::text IS NULL OR target = $5)
        ORDER BY id DESC LIMIT $2
        """,
        before_id, limit, actor, action, target,
    )  # fmt: skip
