"""A file of prices becomes proposals. Nothing changes for anybody until a person approves."""

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any
from uuid import uuid4

from pricing_service.commands.answer_once import answer_once
from pricing_service.domain.price import PriceMode
from pricing_service.domain.quotes import Entry, Quote, Skipped, in_credits, matched
from pricing_service.queries.load_snapshot import Snapshot, load_snapshot
from pricing_service.store import audit, proposals
from shared.db import Connection, Database
from shared.idempotency import Write
from shared.problems import Invalid

# More would hide what matters in an answer that a person reads.
_SKIPPED_MAX = 200


async def propose_prices(
    db: Database,
    write: Write,
    read: Callable[[], Iterable[Entry]],
    mode: PriceMode,
    now: datetime,
    *,
    source: str,
    include_unknown: bool,
) -> bytes:
    """`read` yields what the file states; entries that change nothing propose nothing."""
    try:
        # Outside the transaction: reading a large file must not hold up other writers,
        # and not this process's other requests.
        entries = await asyncio.to_thread(lambda: tuple(read()))
    except ValueError as error:
        raise Invalid("file", str(error)) from None

    async def work(conn: Connection) -> dict[str, Any]:
        snapshot = await load_snapshot(conn, 0, now)
        ratio = snapshot.terms.usd_to_credit_ratio
        found, unknown = matched(entries, snapshot.models)
        if include_unknown:
            found, unknown = [*found, *unknown], []
        quotes, skipped = _sorted_out(in_credits(found, mode, ratio))
        changed = [quote for quote in quotes if not _unchanged(quote, snapshot, now)]
        batch_id = uuid4()
        await proposals.replace_open(
            conn, batch_id, source, changed, created_by=write.actor.actor, now=now
        )
        answer = {
            "batch_id": str(batch_id),
            "source": source,
            "read": len(entries),
            "proposed": len(changed),
            "unchanged": len(quotes) - len(changed),
            "unknown": len(unknown),
            "skipped_total": len(skipped),
        }
        await audit.record(conn, "import_prices", write.actor, now, after=answer)
        listed = [{"model_id": s.model_id, "reason": s.reason} for s in skipped[:_SKIPPED_MAX]]
        return {"status": "success", **answer, "skipped": listed}

    return await answer_once(db, write, work)


def _sorted_out(entries: Iterable[Entry]) -> tuple[list[Quote], list[Skipped]]:
    quotes: list[Quote] = []
    skipped: list[Skipped] = []
    for entry in entries:
        if isinstance(entry, Quote):
            quotes.append(entry)
        else:
            skipped.append(entry)
    return quotes, skipped


def _unchanged(quote: Quote, snapshot: Snapshot, now: datetime) -> bool:
    current, _ = snapshot.split(quote.model_id, now)
    if current is None:
        return False
    return quote.is_free in (None, current.is_free) and all(
        current.prices.get(unit) == price for unit, price in quote.prices.items()
    )
