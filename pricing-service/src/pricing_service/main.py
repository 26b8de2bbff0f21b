"""The web process of pricing-service."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Final

import structlog
from fastapi import FastAPI

from pricing_service.api import (
    bulk,
    exchange,
    history,
    models,
    price_mirrors,
    price_pages,
    public_prices,
    site_files,
    terms,
)
from pricing_service.api.page_store import PageStore
from pricing_service.api.price_door import PriceDoor
from pricing_service.api.request_state import Pricing
from pricing_service.commands.seed_terms import seed_terms
from pricing_service.domain.price import Terms
from pricing_service.events import handlers
from pricing_service.queries.price_book import PriceBook
from pricing_service.settings import PricingSettings
from shared.db import Connection, Database
from shared.delivery import delivery_router
from shared.gauges import PRICE_BOOK, Gauges, Reading
from shared.problems import Unavailable
from shared.revisions import schema_check
from shared.service import create_service, serve
from shared.settings import load

VERSION = "0.1.0"
# A change in any replica is served by all of them after this time at most.
_POLL_S = 0.25
_ROUTERS: Final = (
    public_prices.router,
    price_mirrors.router,
    price_pages.router,
    site_files.router,
    models.router,
    terms.router,
    bulk.router,
    exchange.router,
    history.router,
)
log = structlog.get_logger(__name__)


async def _follow(db: Database, book: PriceBook, seed: Terms) -> None:
    """Keep the book current until cancelled; while the database is away the book stays."""
    seeded = False
    while True:
        try:
            if not seeded:
                await seed_terms(db, seed)
                seeded = True
            await book.refresh()
        except Unavailable as error:
            log.warning("book_waits", error=str(error))
        except Exception:
            log.exception("book_refresh_failed")
        await asyncio.sleep(_POLL_S)


def _gauges(settings: PricingSettings, db: Database, book: PriceBook) -> Gauges:
    gauges = Gauges("pricing", VERSION, db, settings.redis_url.get_secret_value())

    async def version(_: Connection) -> AsyncIterator[Reading]:
        yield Reading(PRICE_BOOK, book.snapshot.revision, ("pricing",))

    return gauges.add(version)


def create_app(settings: PricingSettings, clock: Callable[[], datetime] | None = None) -> FastAPI:
    """Build the application; nothing is connected before its lifespan starts."""
    clock = clock or settings.clock().now
    db = Database(settings.database_url.get_secret_value(), pool_max=settings.database_pool_max)
    book = PriceBook(db, clock)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await db.open()
        following = asyncio.create_task(_follow(db, book, settings.seed()))
        yield
        following.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await following
        await db.close()

    async def prices_are_loaded() -> None:
        _ = book.snapshot

    app = create_service(
        "pricing",
        title="Pricing",
        version=VERSION,
        settings=settings,
        routers=(*_ROUTERS, delivery_router("pricing", db, settings.redis_url, handlers(clock))),
        ready={"database": schema_check(db, settings.migrations), "prices": prices_are_loaded},
        lifespan=lifespan,
        gauges=_gauges(settings, db, book),
    )
    app.state.pricing = Pricing(
        db,
        book,
        clock,
        PageStore(),
        public_url=settings.public_url.rstrip("/"),
        noindex=settings.pricing_noindex,
    )
    # Outermost: the hot reads pay for no other middleware.
    app.add_middleware(PriceDoor, api=app)
    return app


def main() -> None:
    settings = load(PricingSettings)
    serve(create_app(settings), settings)


if __name__ == "__main__":
    main()
