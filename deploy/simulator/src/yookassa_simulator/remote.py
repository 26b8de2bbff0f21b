"""Starts the simulator as a process and moves its hidden hand, for tests of whoever uses it."""

import json
import os
import subprocess
import sys
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
from aiohttp import web

from yookassa_simulator.main import DEFAULT_SHOP, HOST

_STOP_WITHIN_S = 10
_TIMEOUT_S = 20


@dataclass(slots=True)
class Simulator:
    """A running simulator. `api_url` is what a shop's program is configured with."""

    url: str
    process: "subprocess.Popen[str]"
    shop_id: str
    key: str

    @property
    def api_url(self) -> str:
        return f"{self.url}/v3"

    @property
    def port(self) -> int:
        return httpx.URL(self.url).port or 0

    async def send(self, method: str, path: str, **options: Any) -> httpx.Response:
        """Send any request at all."""
        async with httpx.AsyncClient(
            base_url=self.url,
            trust_env=False,
            verify=False,  # noqa: S501 - plain HTTP; a TLS context would cost 20 ms a call
            timeout=_TIMEOUT_S,
        ) as client:
            return await client.request(method, path, **options)

    async def call(
        self, method: str, path: str, body: Any = None, *, key: str | None = None, **options: Any
    ) -> httpx.Response:
        """Call API v3 as the shop, with a fresh key unless one is given."""
        headers = {"Content-Type": "application/json"}
        if method == "POST":
            headers["Idempotence-Key"] = key or str(uuid.uuid4())
        options.setdefault("auth", (self.shop_id, self.key))
        content = None if body is None else json.dumps(body)
        return await self.send(method, f"/v3{path}", content=content, headers=headers, **options)

    async def control(self, method: str, path: str, body: Any = None) -> Any:
        """Move the hidden hand; raises when it refuses."""
        answer = await self.send(method, f"/_sim{path}", json=body)
        answer.raise_for_status()
        return answer.json()

    async def reset(self, **shop: Any) -> None:
        """Forget everything, and set the shop's fields that are given."""
        await self.control("POST", "/reset")
        await self.change_shop(**shop)

    async def change_shop(self, **fields: Any) -> None:
        await self.control("PUT", f"/shops/{self.shop_id}", fields)

    async def advance(self, seconds: float) -> None:
        await self.control("POST", "/clock", {"advance_seconds": seconds})

    async def fail(self, kind: str, *, times: int | None = 1, **match: str) -> None:
        """Plan a fault for requests (method, path) or notices (event) that match."""
        await self.control("POST", "/faults", {"kind": kind, "times": times, "match": match})

    async def finish(self, payment_id: str, outcome: str = "succeeded", **more: Any) -> Any:
        """Let the payer finish a payment."""
        return await self.control(
            "POST", f"/payments/{payment_id}/confirm", {"outcome": outcome, **more}
        )

    async def deliveries(self, **wanted: str) -> list[dict[str, Any]]:
        query = "&".join(f"{name}={value}" for name, value in wanted.items())
        found: list[dict[str, Any]] = await self.control("GET", f"/deliveries?{query}")
        return found

    async def state(self) -> dict[str, Any]:
        found: dict[str, Any] = await self.control("GET", "/state")
        return found

    def kill(self) -> None:
        """SIGKILL, as a machine that goes down would do it."""
        self.process.kill()
        self.process.wait()


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

    @asynccontextmanager
    async def open(self) -> AsyncIterator["ShopDoor"]:
        """Listen for the length of a block."""
        app = web.Application()
        app.router.add_post("/notices", self.receive)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, HOST, 0).start()
        self.url = f"http://{HOST}:{runner.addresses[0][1]}/notices"
        try:
            yield self
        finally:
            await runner.cleanup()


@contextmanager
def simulator(*arguments: str, port: int = 0, shop: str = DEFAULT_SHOP) -> Iterator[Simulator]:
    """Run a simulator for the length of a block."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("OWC_")}
    command = [sys.executable, "-m", "yookassa_simulator", "--port", str(port), "--shop", shop]
    # Its standard input ends with us, however we end: no orphan stays behind a killed test.
    with subprocess.Popen(
        [*command, "--until-eof", *arguments],
        env=env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None  # noqa: S101 - asked for with PIPE
        line = process.stdout.readline()
        try:
            if not line:
                raise RuntimeError("the simulator did not start")
            shop_id, _, key = shop.partition(":")
            yield Simulator(line.split()[-1].removesuffix("/v3"), process, shop_id, key)
        finally:
            _stop(process)


def _stop(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    try:
        process.wait(_STOP_WITHIN_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
