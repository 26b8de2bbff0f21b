"""The HTTP process of billing. Builds everything inside create_app; importing does nothing."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from billing_service.api import all_routers
from billing_service.api.callers import Desk
from billing_service.events import handlers
from billing_service.settings import Settings
from billing_service.store import gauges
from shared.db import Database
from shared.delivery import delivery_router
from shared.gauges import Gauges
from shared.revisions import schema_check
from shared.service import create_service, serve
from shared.settings import load

VERSION = "0.1.0"


def create_app(settings: Settings) -> FastAPI:
    """Build the application; nothing is connected before its lifespan starts."""
    db = Database(settings.database_url.get_secret_value(), pool_max=settings.database_pool_max)
    desk = Desk(settings=settings, db=db, policy=settings.policy(), clock=settings.clock())

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await db.open()
        config = settings.provider()
        if config:
            from billing_service.clients.yookassa import open_provider

            desk.provider = open_provider(config)
        yield
        if desk.provider:
            await desk.provider.close()
        await db.close()

    app = create_service(
        "billing",
        title="Billing: plans, subscriptions and payments",
        version=VERSION,
        settings=settings,
        routers=[
            *all_routers(),
            delivery_router("billing", db, settings.redis_url, handlers(desk.policy, desk.clock)),
        ],
        ready={"database": schema_check(db, settings.migrations)},
        lifespan=lifespan,
        gauges=Gauges("billing", VERSION, db, settings.redis_url.get_secret_value()).add(
            gauges.sample
        ),
    )
    app.state.desk = desk
    return app


def main() -> None:
    """Serve until SIGTERM."""
    settings = load(Settings)
    serve(create_app(settings), settings)


if __name__ == "__main__":
    main()
