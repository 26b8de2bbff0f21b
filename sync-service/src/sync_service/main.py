"""The web process of sync-service."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from shared.db import Database
from shared.http import create_service, serve
from shared.settings import load
from sync_service.settings import SyncSettings

VERSION = "0.1.0"


def create_app(settings: SyncSettings) -> FastAPI:
    """Build the application; nothing is connected before its lifespan starts."""
    db = Database(settings.database_url.get_secret_value(), pool_max=settings.database_pool_max)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await db.open()
        yield
        await db.close()

    async def database_answers() -> None:
        async with db.reader() as connection:
            await connection.execute("SELECT 1")

    return create_service(
        "sync",
        title="Sync",
        version=VERSION,
        settings=settings,
        routers=(),
        ready={"database": database_answers},
        lifespan=lifespan,
    )


def main() -> None:
    settings = load(SyncSettings)
    serve(create_app(settings), settings)


if __name__ == "__main__":
    main()
