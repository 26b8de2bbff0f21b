"""The service in the test's own process, on an empty database, with a clock that stands still."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import asyncpg
import httpx
import pytest
from fastapi import FastAPI
from pricing_service.main import create_app
from pricing_service.settings import PricingSettings
from pydantic import SecretStr

from shared.codec import decode, encode
from shared.db import connect
from shared.testing import INTERNAL_SECRET, FrozenClock, eventually, identity_headers

# As the owner of its tables the service's role may lift the guard that refuses to forget.
_EMPTY = """
    ALTER TABLE price_version DISABLE TRIGGER USER;
    ALTER TABLE price_change DISABLE TRIGGER USER;
    DELETE FROM publication; DELETE FROM price_version; DELETE FROM price_change;
    DELETE FROM model; DELETE FROM proposal; DELETE FROM idempotency; DELETE FROM setting;
    DELETE FROM outbox; DELETE FROM inbox;
    UPDATE book SET revision = revision + 1;
    ALTER TABLE price_version ENABLE TRIGGER USER;
    ALTER TABLE price_change ENABLE TRIGGER USER;
"""


@dataclass(slots=True)
class Service:
    """A running application and what a test asks of it."""

    app: FastAPI
    http: httpx.AsyncClient
    db: asyncpg.Connection
    clock: FrozenClock
    database_url: str

    async def get(self, path: str, who: str = "admin", **headers: str) -> httpx.Response:
        return await self.http.get(path, headers={**_identity(who), **headers})

    async def post(
        self, path: str, body: Any, who: str = "admin", key: str | None = None
    ) -> httpx.Response:
        headers = {**_identity(who), "content-type": "application/json"}
        if key:
            headers["idempotency-key"] = key
        content = body if isinstance(body, bytes) else encode(body)
        return await self.http.post(path, content=content, headers=headers)

    async def price(self, model_id: str, context: str, generation: str, **more: Any) -> Any:
        """Set a price a moment later; the answer must be a success."""
        self.clock.advance(seconds=0.001)
        body = {
            "model_id": model_id,
            "context_price": Decimal(context),
            "generation_price": Decimal(generation),
            **more,
        }
        answer = await self.post("/api/credits/models/update", body)
        assert answer.status_code == 200, answer.text
        return decode(answer.text)

    async def public(self) -> dict[str, Any]:
        answer = await self.http.get("/api/public/models/pricing")
        assert answer.status_code == 200
        return {entry["id"]: entry for entry in decode(answer.text)}

    async def model(self, model_id: str) -> Any:
        answer = await self.get(f"/api/credits/model/{model_id}", "key")
        assert answer.status_code == 200, answer.text
        return decode(answer.text)

    async def facts(self, kind: str = "pricing.price_published") -> list[dict[str, Any]]:
        rows = await self.db.fetch(
            "SELECT data::text AS data FROM outbox WHERE type = $1 ORDER BY xid, sequence", kind
        )
        return [decode(row["data"]) for row in rows]


def _identity(who: str) -> dict[str, str]:
    return {} if who == "nobody" else identity_headers(who, name=f"the {who}")  # type: ignore[arg-type]


def settings_for(database_url: str, redis_url: str, **more: Any) -> PricingSettings:
    return PricingSettings(
        env="test",
        database_url=SecretStr(database_url),
        redis_url=SecretStr(redis_url),
        internal_secret=SecretStr(INTERNAL_SECRET),
        log_level="ERROR",
        **more,
    )


@asynccontextmanager
async def serving(settings: PricingSettings, clock: FrozenClock) -> AsyncIterator[Service]:
    """The application in this process, ready."""
    app = create_app(settings, None if settings.clock_file else clock)
    url = settings.database_url.get_secret_value()
    db = await connect(url)
    await db.execute(_EMPTY)
    transport = httpx.ASGITransport(app)
    try:
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=transport, base_url="http://pricing") as client,
        ):

            async def is_ready() -> bool:
                return (await client.get("/health/ready")).status_code == 200

            await eventually(is_ready)
            yield Service(app, client, db, clock, url)
    finally:
        await db.close()


@pytest.fixture(scope="module")
def database_url(make_module_database: Callable[[str], str]) -> str:
    return make_module_database("pricing")


@pytest.fixture
async def service(
    database_url: str, redis_url: str, frozen_clock: FrozenClock
) -> AsyncIterator[Service]:
    async with serving(settings_for(database_url, redis_url), frozen_clock) as running_service:
        yield running_service


@pytest.fixture
def service_with(
    database_url: str, redis_url: str, frozen_clock: FrozenClock
) -> Callable[..., AbstractAsyncContextManager[Service]]:
    """The service with settings of the test's own."""
    return lambda **more: serving(settings_for(database_url, redis_url, **more), frozen_clock)
