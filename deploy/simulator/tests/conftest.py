"""One simulator for all tests, wiped before each, and a shop's door that receives its notices."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from yookassa_simulator.remote import Simulator, simulator


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


@dataclass
class ShopDoor:
    """Receives notices. `statuses` are given in turn, then 200 for ever."""

    url: str = ""
    statuses: list[int] = field(default_factory=list)
    received: list[dict[str, Any]] = field(default_factory=list)
    requests: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    @property
    def events(self) -> list[str]:
        return [notice["event"] for notice in self.received]

    async def receive(self, request: web.Request) -> web.Response:
        body = await request.read()
        self.requests.append((dict(request.headers), body))
        self.received.append(await request.json())
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)


@pytest.fixture
async def door(provider: Simulator) -> AsyncIterator[ShopDoor]:
    """A door whose address the shop has set in its cabinet."""
    opened = ShopDoor()
    app = web.Application()
    app.router.add_post("/notices", opened.receive)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    opened.url = f"http://127.0.0.1:{runner.addresses[0][1]}/notices"
    await provider.change_shop(webhook_url=opened.url)
    yield opened
    await provider.change_shop(webhook_url=None)
    await runner.cleanup()


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
