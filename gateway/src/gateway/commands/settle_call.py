"""End a hold with what was counted, however long the ledger is away. The ledger knows the hold.

What is never answered is left to the end of the hold, when the ledger charges what was reported.
"""

import asyncio
from typing import Final

import structlog
from prometheus_client import Counter

from gateway.clients.credits import Credits
from gateway.domain.metered_answers import Counted
from shared.problems import Unavailable

ATTEMPTS: Final = 75  # about six minutes
_PAUSE_FIRST_S: Final = 0.1
_PAUSE_MAX_S: Final = 5.0
_OK: Final = 200
_SERVER_ERROR: Final = 500
# Answers that may be another one in a moment.
_PASSING: Final = frozenset({401, 408, 429})
ENDED = Counter("meter_calls_ended_total", "Model calls by what became of their hold", ["outcome"])
log = structlog.get_logger(__name__)


async def settle_call(credits_: Credits, hold_id: str, counted: Counted) -> None:
    """Charge `counted`, or give the reservation back where nothing was used. It never raises."""
    pause, status = _PAUSE_FIRST_S, 0
    for attempt in range(ATTEMPTS):
        if attempt:
            await asyncio.sleep(pause)
            pause = min(pause * 2, _PAUSE_MAX_S)
        try:
            status = await _once(credits_, hold_id, counted)
        except Unavailable:
            continue
        if status == _OK:
            ENDED.labels("charged" if counted.units else "released").inc()
            return
        if status < _SERVER_ERROR and status not in _PASSING:
            break
    ENDED.labels("unsettled").inc()
    log.error("call_not_settled", hold=hold_id, status=status, units=dict(counted.units))


async def _once(credits_: Credits, hold_id: str, counted: Counted) -> int:
    if not counted.units:
        return await credits_.release(hold_id)
    actor = "meter-estimate" if counted.estimated else "meter"
    return await credits_.settle(hold_id, counted.units, actor)
