"""The processes start on a fresh database and say how they are."""

import httpx

from shared.testing import running
from shared.testing.plugin import MakeDatabase


async def test_the_service_starts_and_is_ready(make_database: MakeDatabase, redis_url: str) -> None:
    env = {"OWC_DATABASE_URL": await make_database("pricing"), "OWC_REDIS_URL": redis_url}
    async with running("pricing_service", env) as service, httpx.AsyncClient() as client:
        answer = await client.get(f"{service.url}/health")
        assert answer.json()["status"] == "healthy"
