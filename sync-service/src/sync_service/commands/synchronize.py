"""One run: read Open WebUI, compare with the mirror, write what differs, remember how it went."""

import asyncio
import contextlib
from collections.abc import Coroutine, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Literal

import structlog

from shared.db import Connection, Database
from shared.problems import Unavailable
from sync_service.clients.open_webui import OpenWebUI
from sync_service.commands.apply_difference import LeaseLostError, Turn, apply_difference
from sync_service.commands.hold_lease import hold_lease
from sync_service.domain.difference import Difference, Rules, difference, disbelief
from sync_service.domain.directory import KINDS, Failure, Kind, Reading
from sync_service.store import log as told_log
from sync_service.store import mirror, polls, runs

Status = Literal["succeeded", "partial", "failed", "abandoned", "cancelled"]
log = structlog.get_logger(__name__)
WAIT_S: Final = 20.0
_LOOK_S: Final = 0.5
_LOG_TYPES: Final[Mapping[Kind, str]] = {
    "models": "model_sync",
    "groups": "group_sync",
    "user_groups": "group_sync",
    "users": "user_sync",
}


@dataclass(frozen=True, slots=True)
class Order:
    """What a run shall do, and for whom. `force` believes what would else be refused."""

    kinds: tuple[Kind, ...] = KINDS
    actor: str = "timer"
    manual: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """How a run went: per kind either counts or an error."""

    run_id: int
    status: Status
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    errors: tuple[Failure, ...] = ()


async def synchronize(db: Database, source: OpenWebUI, order: Order, rules: Rules) -> Report | None:
    """Run now (a manual order waits for its turn); None if it was not due or not our turn."""
    wait_s = WAIT_S if order.manual else 0.0
    async with hold_lease(db, wait_s=wait_s, only_due=not order.manual) as holder:
        if holder is None:
            return None
        run_id, turn = await _start(db, holder, order, rules)
        try:
            counts: dict[str, Mapping[str, int]] = {}
            work = _run(db, source, order, rules, turn, counts)
            errors = await _unless_cancelled(db, run_id, work)
            report = _report(run_id, order, counts, errors)
        except LeaseLostError:
            text = "The run took too long and another one took over"
            lost = tuple(Failure(kind, "overtaken", text) for kind in order.kinds)
            report = Report(run_id, "abandoned", errors=lost)
        except BaseException:
            await _finish(db, Report(run_id, "abandoned"), order)
            raise
        await _finish(db, report, order)
        return report


async def _start(db: Database, holder: str, order: Order, rules: Rules) -> tuple[int, Turn]:
    async with db.transaction() as connection:
        whole = order.kinds == KINDS
        poll = await polls.began(connection, holder, rules.interval_s, whole=whole)
        if poll is None:
            raise LeaseLostError
        timed = "hint" if poll["was_hinted"] else "timer"
        run_id = await runs.start(
            connection,
            "manual" if order.manual else timed,
            order.actor,
            order.kinds,
            forced=order.force,
            at=poll["last_started_at"],
        )
    return run_id, Turn(holder, poll["last_started_at"])


async def _run(
    db: Database,
    source: OpenWebUI,
    order: Order,
    rules: Rules,
    turn: Turn,
    counts: dict[str, Mapping[str, int]],
) -> list[Failure]:
    """Why kinds are missing in `counts`, which grows with what is done."""
    snapshot = await source.fetch(order.kinds)
    errors = list(snapshot.failures)
    for kind in order.kinds:
        reading = snapshot.readings.get(kind)
        if reading is None:
            continue
        outcome = await _apply(db, kind, reading, order, rules, turn)
        if isinstance(outcome, Failure):
            errors.append(outcome)
        else:
            counts[kind] = outcome.counts()
    return errors


async def _unless_cancelled(
    db: Database, run_id: int, work: Coroutine[Any, Any, list[Failure]]
) -> list[Failure] | None:
    """What `work` answers, or None if somebody had it stopped. Batches are whole either way."""
    running = asyncio.create_task(work)
    asked = asyncio.create_task(_asked_to_stop(db, run_id))
    try:
        await asyncio.wait({running, asked}, return_when=asyncio.FIRST_COMPLETED)
        return running.result() if running.done() else None
    finally:
        for task in (running, asked):
            task.cancel()
        await asyncio.gather(running, asked, return_exceptions=True)


async def _asked_to_stop(db: Database, run_id: int) -> None:
    while True:
        await asyncio.sleep(_LOOK_S)
        # A database that is away stops the work by itself.
        with contextlib.suppress(Unavailable):
            async with db.reader() as connection:
                run = await runs.one(connection, run_id)
            if run is None or run["cancelled_by"]:
                return


def _report(
    run_id: int,
    order: Order,
    counts: Mapping[str, Mapping[str, int]],
    errors: Sequence[Failure] | None,
) -> Report:
    if errors is None:
        text = "Cancelled before all of it was done; the next run goes on from here"
        left = tuple(Failure(kind, "cancelled", text) for kind in order.kinds if kind not in counts)
        return Report(run_id, "cancelled", counts, left)
    status: Status = "succeeded" if not errors else "partial" if counts else "failed"
    return Report(run_id, status, counts, tuple(errors))


async def _apply(
    db: Database, kind: Kind, reading: Reading, order: Order, rules: Rules, turn: Turn
) -> Difference | Failure:
    async with db.reader() as connection:
        known = await mirror.load(connection, kind, turn.began)
    found = await asyncio.to_thread(difference, kind, reading, known)
    doubt = disbelief(found, known, rules.limits)
    if doubt is not None and not order.force:
        log.warning("reading_refused", kind=kind, code=doubt.code, message=doubt.message)
        return doubt
    await apply_difference(db, turn, found, reading.origin)
    return found


async def _finish(db: Database, report: Report, order: Order) -> None:
    async def work(connection: Connection) -> None:
        errors: Sequence[Mapping[str, str]] = [asdict(error) for error in report.errors]
        await runs.finish(connection, report.run_id, report.status, report.counts, errors)
        await _tell(connection, report, order)

    await db.run(work)
    if report.status != "succeeded":
        codes = [f"{error.kind}:{error.code}" for error in report.errors]
        log.warning("run_incomplete", run=report.run_id, status=report.status, errors=codes)


async def _tell(connection: Connection, report: Report, order: Order) -> None:
    """The log hears of what somebody asked for, of changes, and of trouble when it begins."""
    changes = {
        kind: changed
        for kind, counts in report.counts.items()
        if (changed := {name: n for name, n in counts.items() if name != "seen" and n})
    }
    if order.manual:
        log_type = "manual_sync"
    elif report.status != "succeeded":
        if await runs.status_before(connection, report.run_id) == report.status:
            return
        log_type = "sync_error"
    elif changes:
        log_type = next(name for kind, name in _LOG_TYPES.items() if kind in changes)
    else:
        return
    message = f"Synchronised {', '.join(order.kinds)}: {report.status}"
    detail = {"run_id": report.run_id, "changes": changes, "errors": [*map(asdict, report.errors)]}
    await told_log.add(connection, log_type, message, order.actor, detail)
