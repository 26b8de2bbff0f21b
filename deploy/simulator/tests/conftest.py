"""One simulator for all tests, wiped before each, and a shop's door that receives its notices."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from yookassa_simulator.remote import ShopDoor, Simulator, simulator


@pytest.fixture(scope="session")
def process() -> Iterator[Simulator]:
    with simulator("--seed", "tests") as running:
        yield running


DEFAULTS: dict[str, Any] = {
    "fiscal": False,
    "recurring": True,
    "test": True,
    "webhook_url": None,
    "webhook_secret": None,
    "forwarded_for": None,
    "refund_script": [],
    "receipt_outcome": "succeeded",
    "unknown_payment_status": 404,
    "auto_confirm": None,
}


@pytest.fixture
async def provider(process: Simulator) -> Simulator:
    """The simulator as if newly started."""
    await process.reset(**DEFAULTS)
    return process


@pytest.fixture
async def door(provider: Simulator) -> AsyncIterator[ShopDoor]:
    """A door whose address the shop has set in its cabinet."""
    async with ShopDoor().open() as opened:
        await provider.change_shop(webhook_url=opened.url)
        yield opened
        await provider.change_shop(webhook_url=None)


@pytest.fixture
def wish() -> dict[str, Any]:
    """A payment as a shop asks for it."""
    return {
        "amount": {"value": "990.00", "currency": "RUB"},
        "capture": True,
        "confirmation": {"type": "redirect", "return_url": "https://shop.example/back?order=7"},
        "description": "Plan Pro, one month",
        "metadata": {"intent": "7"},
    }
