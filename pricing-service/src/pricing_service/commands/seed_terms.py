"""The first start writes the settings; later starts change nothing."""

from pricing_service.commands.announce_terms import announce_terms
from pricing_service.domain.price import Terms
from pricing_service.store import book
from pricing_service.store import terms as terms_store
from shared.db import Connection, Database


async def seed_terms(db: Database, seed: Terms) -> None:
    """Safe to call at every start of every process."""

    async def work(conn: Connection) -> None:
        await book.lock(conn)
        if await terms_store.find(conn) is not None:
            return
        await terms_store.save(conn, seed)
        await announce_terms(conn, seed, with_policy=True)
        await book.touch(conn)

    await db.run(work)
