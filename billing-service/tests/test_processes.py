"""Both processes start, answer and end as the runner expects it."""

from collections.abc import Awaitable, Callable

import httpx

from shared.testing import running

MakeDatabase = Callable[[str], Awaitable[str]]


async def test_the_service_answers_that_it_is_healthy(
    make_database: MakeDatabase, redis_url: str
) -> None:
    env = {"OWC_DATABASE_URL": await make_database("billing"), "OWC_REDIS_URL": redis_url}
    async with running("billing_service", env) as service, httpx.AsyncClient() as client:
        answer = await client.get(f"{service.url}/health")
        assert answer.json()["status"] == "healthy"
