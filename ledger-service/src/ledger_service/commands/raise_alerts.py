"""Tell of the thresholds that accounts have crossed since they were last looked at."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import structlog

from ledger_service.domain.alerts import Crossing, Step, crossings
from ledger_service.store import alerts
from ledger_service.store.alerts import Watch
from ledger_service.store.books import Books
from shared import outbox
from shared.contracts.ledger import AlertRaised
from shared.db import Connection
from shared.problems import Unavailable

BATCH: Final = 100
_STEPS_MAX: Final = 1_000
log = structlog.get_logger(__name__)


async def raise_alerts(books: Books) -> None:
    """Look, each once, at the accounts that have posted something since they were looked at."""
    last = ""
    while True:
        async with books.db.reader() as connection:
            behind = await alerts.behind(connection, last, BATCH)
        if not behind:
            return
        for account_id in behind:
            try:
                while await _look(books, account_id):
                    pass
            except Unavailable:
                raise
            except Exception:
                # One account must not keep the others from their alerts.
                log.exception("alerts_not_raised", account=account_id)
        last = behind[-1]


async def _look(books: Books, account_id: str) -> bool:
    """Whether there may be more."""

    async def work(connection: Connection) -> bool:
        watch = await alerts.find(connection, account_id, lock=True)
        if watch is None:
            return False
        steps = await alerts.steps_after(connection, account_id, watch.checked_sequence, _STEPS_MAX)
        if steps:
            await check(connection, watch, steps)
        return len(steps) == _STEPS_MAX

    return await books.db.run(work)


async def check(connection: Connection, watch: Watch, steps: Sequence[Step]) -> Watch:
    """Record what `steps` crossed, once, and how far the locked `watch` has come."""
    caps = await alerts.cap_uses(connection, watch.account_id, watch.checked_at)
    found, raised = crossings(watch.thresholds, watch.raised, steps, caps)
    for crossing in found:
        fact = _fact(watch.account_id, crossing)
        await outbox.add(connection, fact, aggregate_id=watch.account_id)
    last = steps[-1]
    after = replace(watch, raised=raised, checked_sequence=last.sequence, checked_at=last.at)
    await alerts.save(connection, after)
    return after


def _fact(account_id: str, crossing: Crossing) -> AlertRaised:
    step, cap = crossing.step, crossing.cap
    return AlertRaised(
        account_id=account_id,
        kind=crossing.threshold.kind,
        threshold=crossing.threshold.value,
        sequence=step.sequence,
        balance=step.balance,
        raised_at=step.at,
        limit_id=str(cap.limit_id) if cap else None,
        metric=cap.metric if cap else None,
        per=cap.per if cap else None,
        cap=cap.cap if cap else None,
        used=cap.used if cap else None,
    )
