"""A gateway process that ends in the middle of an answer."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from decimal import Decimal
from typing import Any

import httpx
import pytest

from shared.testing import RunningProcess, eventually, running

KEY = "bootstrap-key-of-the-tests"


@asynccontextmanager
async def _gateway(database_url: str, purse: Any, provider: Any) -> AsyncIterator[RunningProcess]:
    environment = {
        "OWC_DATABASE_URL": database_url,
        "OWC_REDIS_URL": "redis://127.0.0.1:1/0",
        "OWC_SECRET_KEY": "tests-0123456789-0123456789-0123456789",
        "OWC_CREDITS_API_KEY": KEY,
        "OWC_LEDGER_URL": purse.ledger.url,
        "OWC_PROVIDER_URL": f"{provider.service.url}/v1",
        "OWC_METER_HOLD_TTL_S": "3",
    }
    async with running("gateway", environment) as process:
        yield process


async def _stream(url: str, user: str) -> str:
    body = {"model": "m", "messages": [{"role": "user", "content": "How are you?"}], "stream": True}
    headers = {"X-API-Key": KEY, "X-OpenWebUI-User-Id": user}
    async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=20) as client:
        reply = await client.post("/v1/chat/completions", json=body, headers=headers)
    return reply.text


async def test_a_gateway_that_is_stopped_finishes_its_answers_and_settles_them(
    make_database: Callable[[str], Awaitable[str]], purse: Any, provider: Any
) -> None:
    provider.script.stop_after = 3
    async with _gateway(await make_database("gateway"), purse, provider) as process:
        answering = asyncio.create_task(_stream(process.url, purse.user))
        await eventually(lambda: provider.service.asked)
        stopping = asyncio.create_task(asyncio.to_thread(process.terminate))
        await asyncio.sleep(0)
        provider.script.go_on.set()
        assert (await answering).endswith("data: [DONE]\n\n")
        await stopping
    await purse.settled()
    assert await purse.balance() == 10 - Decimal("0.131")


async def test_what_a_killed_gateway_had_reported_is_charged_when_the_hold_ends(
    make_database: Callable[[str], Awaitable[str]], purse: Any, provider: Any, redis_url: str
) -> None:
    provider.script.stop_after = 3
    environment = {**purse.ledger.environment, "OWC_REDIS_URL": redis_url}
    async with (
        running("ledger_service.worker", environment),
        _gateway(await make_database("gateway"), purse, provider) as process,
    ):
        answering = asyncio.create_task(_stream(process.url, purse.user))

        async def reported() -> bool:
            return any(hold["counted_amount"] for hold in await purse.holds())

        await eventually(reported)
        process.kill()
        with pytest.raises(httpx.TransportError):
            await answering
        await asyncio.wait_for(provider.script.stopped.wait(), 5)
        charge = await purse.settled(within=20)
    # The estimated prompt and the 18 letters that had been said.
    assert (charge["prompt_tokens"], charge["completion_tokens"]) == (7, 5)
    assert [hold["status"] for hold in await purse.holds()] == ["expired"]
