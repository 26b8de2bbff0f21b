"""A person has looked at an alarm and dealt with what it was about."""

from datetime import datetime

from billing_service.store import alarms, audit
from shared.db import Database
from shared.problems import NotFound


async def resolve_alarm(
    db: Database, alarm_id: int, reason: str, actor: str, now: datetime
) -> None:
    """Close it, and keep who said why. One that is closed already is none."""
    async with db.transaction() as conn:
        alarm = await alarms.resolve(conn, alarm_id, now)
        if alarm is None:
            raise NotFound(f"Alarm '{alarm_id}' not found", slug="unknown-alarm")
        await audit.add(
            conn,
            actor=actor,
            action="alarm_resolved",
            entity=("alarm", str(alarm_id)),
            now=now,
            description=reason,
            metadata={"kind": alarm["kind"], "object_id": alarm["object_id"]},
        )
