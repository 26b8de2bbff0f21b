"""Announce the whole book again before its oldest announcement leaves the outbox."""

from datetime import datetime, timedelta

from pricing_service.commands.announce_prices import publish
from pricing_service.commands.announce_terms import announce_terms
from pricing_service.store import book, publications
from pricing_service.store import terms as terms_store
from shared.db import Connection, Database

# Shorter than the outbox's retention: a replay then always holds every price in force.
_INTERVAL = timedelta(days=5)


async def repeat_announcements(db: Database, now: datetime) -> None:
    """At most once in the interval, however many workers call it."""

    async def work(conn: Connection) -> None:
        await book.lock(conn)
        if not await book.announce_whole(conn, now, before=now - _INTERVAL):
            return
        terms = await terms_store.current(conn)
        await announce_terms(conn, terms, with_policy=True)
        for publication in await publications.all_of(conn, now):
            await publish(conn, publication)

    await db.run(work)
