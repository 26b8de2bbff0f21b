"""What was done here, told to the one log that administrators read."""

from collections.abc import Mapping
from typing import Any

from shared import outbox
from shared.contracts.log import LOG, SyncLogged
from shared.db import Connection
from shared.telemetry import trace_id


async def add(
    connection: Connection,
    log_type: str,
    message: str,
    actor: str,
    after: Mapping[str, Any] | None = None,
) -> None:
    entry = SyncLogged(
        log_type=log_type,
        message=message,
        actor=actor,
        actor_id=actor,
        after=dict(after) if after else None,
        trace_id=trace_id(),
    )
    await outbox.add(connection, entry, aggregate_id=LOG)
