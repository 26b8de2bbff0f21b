"""Stores a message of the provider and nothing else, so that it can be answered at once."""

from datetime import datetime
from typing import Any, Final

from billing_service.store import notices
from shared.db import Database

KNOWN: Final = frozenset({
    "payment.waiting_for_capture",
    "payment.succeeded",
    "payment.canceled",
    "refund.succeeded",
    "payment_method.active",
})  # fmt: skip
_ID_MAX: Final = 64


async def record_notice(db: Database, body: Any, source: str, now: datetime) -> int | None:
    """Store a notice; one that cannot be understood goes to quarantine. Telling twice is safe.

    Return the id of a notice that a worker will act upon.
    """
    event, object_id = _event_of(body)
    async with db.transaction() as conn:
        if event in KNOWN and object_id:
            return await notices.record(conn, event, object_id, body, source, now)
        kept = {"unreadable": "null"} if body is None else body
        await notices.quarantine(conn, event, object_id, kept, source, now)
        return None


def _event_of(body: Any) -> tuple[str, str]:
    if not isinstance(body, dict):
        return "", ""
    event, told = body.get("event"), body.get("object")
    object_id = told.get("id") if isinstance(told, dict) else None
    known_id = isinstance(object_id, str) and 0 < len(object_id) <= _ID_MAX
    return str(event)[:100] if event else "", str(object_id) if known_id else ""
