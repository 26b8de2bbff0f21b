"""The web process of sync-service."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from shared.db import Database
from shared.delivery import delivery_router
from shared.gauges import Gauges
from shared.revisions import schema_check
from shared.service import create_service, serve
from shared.settings import load
from sync_service.api import hints, manual_sync, observation, registration, waiting_list
from sync_service.api.context import Terms
from sync_service.settings import SyncSettings
from sync_service.store import gauges

VERSION = "0.1.0"


def create_app(settings: SyncSettings) -> FastAPI:
    """Build the application; nothing is connected before its lifespan starts."""
    db = Database(settings.database_url.get_secret_value(), pool_max=settings.database_pool_max)
    source = settings.source()

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await db.open()
        yield
        await source.close()
        await db.close()

    app = create_service(
        "sync",
        title="Sync",
        version=VERSION,
        settings=settings,
        routers=(
            manual_sync.router,
            observation.router,
            hints.router,
            registration.router,
            waiting_list.router,
            delivery_router("sync", db, settings.redis_url, {}),
        ),
        ready={"database": schema_check(db, settings.migrations)},
        lifespan=lifespan,
        gauges=Gauges("sync", VERSION, db, settings.redis_url.get_secret_value()).add(
            gauges.sample
        ),
    )
    app.state.db, app.state.source, app.state.terms = db, source, _terms(settings)
    return app


def _terms(settings: SyncSettings) -> Terms:
    secret = settings.sync_hint_secret
    return Terms(
        rules=settings.rules(),
        hint_secret=secret.get_secret_value() if secret else None,
        address_key=settings.internal_secret.get_secret_value().encode(),
        attempts_per_address=settings.sync_waiting_list_per_address,
        attempts_of_all=settings.sync_waiting_list_global,
    )


def main() -> None:
    settings = load(SyncSettings)
    serve(create_app(settings), settings)


if __name__ == "__main__":
    main()
