"""Servers, services and the payment provider, each of which dies at any moment and comes back."""

import asyncio
import math
import os
import random
import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any, Protocol

from yookassa_simulator.remote import Simulator, simulator

from shared.embedded.servers import (
    RunningServer,
    ServerFailedError,
    free_port,
    start_postgres,
    start_valkey,
)
from shared.testing import eventually, running
from shared.testing.databases import Databases

TOKEN = "webhook-address-of-test-runs-0123456789"
_PASSWORD = "only-on-loopback-while-tests-run"
_RETURNS_WITHIN_S = 0.5
_UP_WITHIN_S = 60


class Mortal(Protocol):
    @property
    def process(self) -> "subprocess.Popen[Any]": ...


Opening = Callable[[], AbstractAsyncContextManager[Mortal]]


class Part:
    """One thing that runs; whoever dies, killed or of grief, is started again."""

    def __init__(self, name: str, opening: Opening, chance: random.Random) -> None:
        self.name = name
        self.is_up = asyncio.Event()
        self.deaths = 0
        self._opening = opening
        self._chance = chance
        self._process: subprocess.Popen[Any] | None = None
        self._grief = ""

    def kill(self) -> bool:
        """SIGKILL, with the whole group of a server that leads one; False if it is dead already."""
        process = self._process
        if process is None or self._is_dead():
            return False
        leads_group = os.getpgid(process.pid) == process.pid
        (os.killpg if leads_group else os.kill)(process.pid, signal.SIGKILL)
        return True

    def _is_dead(self) -> bool:
        return self._process is None or self._process.poll() is not None

    async def up(self) -> None:
        """Wait until it is there (again)."""
        try:
            await asyncio.wait_for(self.is_up.wait(), _UP_WITHIN_S)
        except TimeoutError:
            raise AssertionError(f"{self.name} does not come back: {self._grief}") from None

    async def keep(self) -> None:
        while True:
            try:
                async with self._opening() as mortal:
                    self._process = mortal.process
                    self.is_up.set()
                    await eventually(self._is_dead, within=math.inf)
            except (AssertionError, RuntimeError, ServerFailedError) as grief:
                self._grief = str(grief)  # what it needs is dead, too
            self.is_up.clear()
            self.deaths += 1
            await asyncio.sleep(self._chance.uniform(0, _RETURNS_WITHIN_S))


class Wreck:
    """Billing, the ledger's worker and what they need, each on a port that it comes back to."""

    def __init__(self, place: Path, state: Path, chance: random.Random) -> None:
        self._place, self._state, self._chance = place, state, chance
        names = ("postgres", "valkey", "provider", "billing")
        self._ports = {name: free_port() for name in names}
        self.api = f"http://127.0.0.1:{self._ports['billing']}"
        self.provider: Simulator | None = None
        self.urls: dict[str, str] = {}
        self.kills: Counter[str] = Counter()
        self.parts: dict[str, Part] = {}
        # Servers die with the thread that started them; this one lives as long as the wreck.
        self._starter = ThreadPoolExecutor(1)

    @property
    def hook(self) -> str:
        return f"{self.api}/billing/webhook/yookassa/{TOKEN}"

    @asynccontextmanager
    async def up(self) -> AsyncIterator["Wreck"]:
        """Everything runs; until the end of the block whatever dies is started again."""
        async with AsyncExitStack() as stack:
            stack.callback(self._starter.shutdown)
            keepers: list[asyncio.Task[None]] = []
            stack.push_async_callback(_end, keepers)
            for names in (
                ("postgres", "valkey", "provider"),
                ("billing", "billing.worker", "ledger.worker"),
            ):
                for name in names:
                    self._add(name, keepers)
                await self.all_up()
                if not self.urls:
                    await self._make_databases()
            yield self

    async def kill(self, name: str) -> None:
        part = self.parts[name]
        await part.up()
        self.kills[name] += part.kill()

    def victims(self, rounds: int) -> list[str]:
        """Return whom to kill: everybody once in each round, in random order."""
        names = list(self.parts)
        return [name for _ in range(rounds) for name in self._chance.sample(names, len(names))]

    async def all_up(self) -> None:
        await asyncio.gather(*(part.up() for part in self.parts.values()))

    def _add(self, name: str, keepers: list[asyncio.Task[None]]) -> None:
        openings: dict[str, Opening] = {
            "postgres": lambda: self._server(start_postgres, "postgres"),
            "valkey": lambda: self._server(start_valkey, "valkey"),
            "provider": self._provider,
        }
        service = name.partition(".")[0]
        part = Part(name, openings.get(name, lambda: self._service(name, service)), self._chance)
        self.parts[name] = part
        keepers.append(asyncio.create_task(part.keep()))

    async def _make_databases(self) -> None:
        databases = Databases(self._postgres_url)
        for service in ("billing", "ledger"):
            self.urls[service] = await databases.create(service)

    @asynccontextmanager
    async def _server(
        self, start: Callable[..., RunningServer], name: str
    ) -> AsyncIterator[RunningServer]:
        if name == "valkey" and self._chance.random() < 1 / 2:
            # It may also come back having forgotten everything.
            shutil.rmtree(self._place / "valkey", ignore_errors=True)
        loop = asyncio.get_running_loop()
        server = await loop.run_in_executor(
            self._starter, lambda: start(self._place, _PASSWORD, port=self._ports[name])
        )
        if name == "postgres":
            self._postgres_url = server.url
        else:
            self._redis_url = server.url
        try:
            yield server
        finally:
            server.stop()

    @asynccontextmanager
    async def _provider(self) -> AsyncIterator[Simulator]:
        arguments = ("--state", str(self._state), "--webhook-url", self.hook)
        opening = simulator(*arguments, "--retry-scale", "0.02", port=self._ports["provider"])
        self.provider = await asyncio.to_thread(opening.__enter__)
        try:
            yield self.provider
        finally:
            opening.__exit__(None, None, None)

    def _service(self, name: str, service: str) -> AbstractAsyncContextManager[Mortal]:
        env = {
            "OWC_DATABASE_URL": self.urls[service],
            "OWC_REDIS_URL": self._redis_url,
            "OWC_YOOKASSA_SHOP_ID": "100500",
            "OWC_YOOKASSA_SECRET_KEY": "test_simulator",
            "OWC_YOOKASSA_API_URL": f"http://127.0.0.1:{self._ports['provider']}/v3",
            "OWC_YOOKASSA_WEBHOOK_TOKEN": TOKEN,
            "OWC_LOG_LEVEL": "ERROR",
        }
        module = f"{service}_service{name.removeprefix(service)}"
        port = self._ports.get(name, 0)
        return running(module, env, port=port)


async def _end(tasks: list[asyncio.Task[None]]) -> None:
    for task in reversed(tasks):
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
