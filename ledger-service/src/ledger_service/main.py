"""ledger-service: HTTP."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from fastapi import APIRouter, FastAPI

from ledger_service.api import (
    accounts,
    adjustments,
    admin_holds,
    batches,
    charges,
    configuration,
    groups,
    history,
    holds,
    limits,
    me,
    me_settings,
    rankings,
    resets,
    screens,
    statistics,
    takeover,
    verification,
)
from ledger_service.api.hot import HotRoutes, Surroundings
from ledger_service.api.hot_openapi import document
from ledger_service.api.hot_protocol import HotAnswers
from ledger_service.events import handlers
from ledger_service.settings import Settings
from ledger_service.store import gauges
from ledger_service.store.books import Books
from shared.db import Database
from shared.delivery import delivery_router
from shared.gauges import Gauges
from shared.revisions import schema_check
from shared.service import create_service, serve
from shared.settings import described, load
from shared.short_way import ShortWay

VERSION = "0.1.0"


def _routers(books: Books, settings: Settings) -> list[APIRouter]:
    return [
        accounts.router,
        adjustments.router,
        batches.router,
        configuration.router,
        groups.router,
        history.router,
        admin_holds.router,
        limits.router,
        me.router,
        me_settings.router,
        rankings.router,
        resets.router,
        screens.router,
        statistics.router,
        verification.router,
        delivery_router("ledger", books.db, settings.redis_url, handlers(books)),
        takeover.router,
    ]


def create_app(settings: Settings) -> HotRoutes:
    """Build the application; nothing connects before its lifespan begins."""
    books = Books(
        Database(settings.database_url.get_secret_value(), pool_max=settings.database_pool_max),
        settings.zone,
        settings.ledger_allowance_rule,
        settings.clock().moved,
        carry_over_max=settings.ledger_carry_over_max,
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await books.open()
        yield
        await books.close()

    async def prices() -> None:
        books.require_prices()

    api = create_service(
        "ledger",
        title="ledger-service",
        version=VERSION,
        settings=settings,
        routers=_routers(books, settings),
        ready={"database": schema_check(books.db, settings.migrations), "prices": prices},
        lifespan=lifespan,
        gauges=Gauges("ledger", VERSION, books.db, settings.redis_url.get_secret_value()).add(
            gauges.sample
        ),
    )
    api.state.books = books
    api.state.configured = described(settings, ("ledger_", "reset_"))
    api.state.reset_status_public = settings.reset_status_public
    routes = [*charges.ROUTES, *holds.ROUTES, *accounts.HOT_ROUTES]
    document(api, routes)
    return HotRoutes(api, "ledger", routes, Surroundings(books, settings))


def main() -> None:
    settings = load(Settings)
    routes = create_app(settings)
    serve(routes, settings, http=partial(ShortWay, HotAnswers(routes)))


if __name__ == "__main__":
    main()
