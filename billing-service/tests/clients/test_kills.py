"""The provider dies again and again while it is asked: each wish still becomes one payment."""

import asyncio
from collections import Counter
from dataclasses import replace
from pathlib import Path

from billing_service.clients.yookassa import YooKassa, open_provider
from billing_service.domain.provider import (
    OutcomeUnknown,
    PaymentIntent,
    ProviderConfig,
    ProviderPayment,
    ProviderUnavailable,
)
from yookassa_simulator.remote import Simulator, simulator

from shared.embedded.servers import free_port

WISHES = 60
KILLS = 4


async def insist(adapter: YooKassa, intent: PaymentIntent) -> ProviderPayment:
    """Ask with the same key and body until the answer is definite, as billing does."""
    while True:
        try:
            return await adapter.create_payment(intent)
        except (OutcomeUnknown, ProviderUnavailable):
            await asyncio.sleep(0.05)


async def spoil(provider: Simulator) -> None:
    for kind in ("drop_after_effect", "500_after_effect", "hang_after_effect:1", "drop_before"):
        fault = {"kind": kind, "times": None, "probability": 0.08, "match": {"method": "POST"}}
        await provider.control("POST", "/faults", fault)


async def test_each_wish_becomes_one_payment_though_the_provider_dies(
    tmp_path: Path, intent: PaymentIntent
) -> None:
    port, state = free_port(), str(tmp_path / "provider.sqlite")
    config = ProviderConfig(
        shop_id="100500",
        secret_key="test_simulator",
        api_url=f"http://127.0.0.1:{port}/v3",
        connect_timeout_s=0.5,
        read_timeout_s=0.4,
    )
    adapter = open_provider(config)
    wishes = [replace(intent, idempotence_key=f"wish-{number}") for number in range(WISHES)]
    asking: list[asyncio.Task[ProviderPayment]] = []
    try:
        for round_ in range(KILLS):
            with simulator("--state", state, port=port) as provider:
                await spoil(provider)
                share = wishes[round_::KILLS]
                new = [asyncio.create_task(insist(adapter, wish)) for wish in share]
                asking += new
                # Some are under way, some are answered, some are not even sent.
                await asyncio.wait(new, timeout=2, return_when=asyncio.FIRST_COMPLETED)
                provider.kill()
        with simulator("--state", state, port=port) as provider:
            async with asyncio.timeout(30):
                answered = await asyncio.gather(*asking)
            known = [record["body"]["id"] for record in (await provider.state())["payment"]]
    finally:
        for task in asking:
            task.cancel()
        await adapter.close()
    assert Counter(payment.id for payment in answered) == Counter(known)
    assert len(known) == WISHES
