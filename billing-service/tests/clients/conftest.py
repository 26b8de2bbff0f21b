"""The adapter against a simulator of the provider: a real process, real sockets, real time-outs."""

from collections.abc import AsyncIterator, Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from billing_service.clients.yookassa import YooKassa, open_provider
from billing_service.domain.provider import PaymentIntent, ProviderConfig
from yookassa_simulator.remote import Simulator, simulator

Connect = Callable[..., YooKassa]
DEFAULTS: dict[str, Any] = {
    "fiscal": False,
    "recurring": True,
    "refund_script": [],
    "unknown_payment_status": 404,
}


@pytest.fixture(scope="session")
def simulator_process() -> Iterator[Simulator]:
    with simulator() as running:
        yield running


@pytest.fixture
async def remote(simulator_process: Simulator) -> Simulator:
    """The provider's side, as if newly started."""
    await simulator_process.reset(**DEFAULTS)
    return simulator_process


@pytest.fixture
async def connect(remote: Simulator) -> AsyncIterator[Connect]:
    """Open adapters with short time-outs; they are closed afterwards."""
    opened: list[YooKassa] = []

    def open_one(**changes: Any) -> YooKassa:
        fields: dict[str, Any] = {
            "shop_id": remote.shop_id,
            "secret_key": remote.key,
            "api_url": remote.api_url,
            "connect_timeout_s": 0.5,
            "read_timeout_s": 0.5,
        }
        adapter = open_provider(ProviderConfig(**fields | changes))
        opened.append(adapter)
        return adapter

    yield open_one
    for adapter in opened:
        await adapter.close()


@pytest.fixture
def adapter(connect: Connect) -> YooKassa:
    return connect()


@pytest.fixture
def intent() -> PaymentIntent:
    return PaymentIntent(
        idempotence_key="intent-7",
        amount=Decimal("990.00"),
        currency="RUB",
        description="План «Про», один месяц",
        metadata={"intent_id": "7", "user_id": "u-1"},
        return_url="https://shop.example/back?intent=7",
    )
