"""The state and the history of the monthly reset, in the first system's shape."""

from datetime import datetime, tzinfo
from typing import Any

from ledger_service.domain.allowance import period_of
from ledger_service.store import resets
from shared.db import Connection
from shared.money import to_wire

_SHOWN = 10


async def reset_status(connection: Connection, now: datetime, zone: tzinfo) -> dict[str, Any]:
    period = period_of(now, zone).name
    monthly = await resets.monthly(connection, period)
    history = [resets.Run(*row) for row in await resets.history(connection, _SHOWN)]
    # The worker that renews also relays, and shows its life by that lease.
    alive = await connection.fetchval(
        "SELECT EXISTS (SELECT FROM relay WHERE producer = 'ledger' AND lease_until > now())"
    )
    finished = [run.finished_at for run in history if run.finished_at]
    return {
        "needs_reset": monthly is None or monthly.status != "completed",
        "last_reset_date": _day(max(finished), zone) if finished else None,
        "reset_history": [_shown(run, zone) for run in history],
        "checker_status": "running" if alive else "stopped",
        "period": period,
    }


def _shown(run: resets.Run, zone: tzinfo) -> dict[str, Any]:
    moment = run.finished_at or run.started_at
    return {
        "id": run.id,
        "reset_type": run.reset_type,
        "reset_date": _day(moment, zone),
        "reset_timestamp": moment,
        "users_affected": run.users_affected,
        "total_credits_reset": to_wire(run.credits_granted),
        "status": run.status,
        "error_message": None,
        "metadata": {"period": run.period, "actor": run.actor, "started_at": run.started_at},
    }


def _day(moment: datetime, zone: tzinfo) -> str:
    return moment.astimezone(zone).date().isoformat()
