"""Whatever is killed while charges run: nothing is lost, nothing happens twice, all heals."""

import asyncio
import json
import os
import signal
from collections.abc import Awaitable, Callable
from decimal import Decimal
from typing import Any
from uuid import uuid4

import httpx

from shared import codec
from shared.testing import eventually
from tests.system.conftest import System

CHARGES = 2000
CLIENTS = 24
VICTIMS = ("ledger", "ledger-worker", "postgres", "valkey", "gateway", "ledger")
GIVE_UP_S = 60


async def charge_until_answered(system: System, user_id: str, key: str) -> Any:
    """Repeat one charge under one key until a definite answer comes, as the functions do."""
    body = {"user_id": user_id, "model_id": "demo-small", "prompt_tokens": 5}
    body |= {"completion_tokens": 0, "idempotency_key": key}
    async with asyncio.timeout(GIVE_UP_S):
        while True:
            try:
                path = "/api/credits/deduct-tokens"
                answer = await system.http.post(path, json=body, headers=system.key)
            except httpx.TransportError:
                pass
            else:
                if answer.status_code < 500:
                    assert answer.status_code == 200, answer.text
                    return codec.decode(answer.content)
            await asyncio.sleep(0.02)


async def charge_all(
    system: System, user_id: str, done: list[Any], at: dict[int, Callable[[], Awaitable[None]]]
) -> None:
    """Post CHARGES charges from CLIENTS clients; when `at` many are done, do what it says."""
    keys = iter([str(uuid4()) for _ in range(CHARGES)])

    async def client() -> None:
        for key in keys:
            done.append(await charge_until_answered(system, user_id, key))
            strike = at.pop(len(done), None)
            if strike is not None:
                await strike()

    async with asyncio.TaskGroup() as clients:
        for _ in range(CLIENTS):
            clients.create_task(client())


async def test_kills_in_the_middle_of_two_thousand_charges_lose_and_double_nothing(
    system: System,
) -> None:
    user_id = "demo-teacher"
    await system.post("/api/credits/update", {"user_id": user_id, "credits": 1000})

    def kill(victim: str) -> Callable[[], Awaitable[None]]:
        async def strike() -> None:
            pid = await asyncio.to_thread(system.pid_of, victim)
            os.kill(pid, signal.SIGKILL)

        return strike

    step = CHARGES // (len(VICTIMS) + 1)
    at = {step * (n + 1): kill(victim) for n, victim in enumerate(VICTIMS)}
    done: list[Any] = []
    await charge_all(system, user_id, done, at)
    assert at == {}
    assert len(done) == CHARGES
    assert len({answer["transaction_id"] for answer in done}) == CHARGES
    user = await system.get(f"/api/credits/user/{user_id}")
    price = await system.get("/api/credits/model/demo-small", system.key)
    assert user["credits"] == 1000 - CHARGES * 5 * price["context_price"]

    def sound() -> bool:
        verified = system.owc("ledger", "verify")
        assert verified.returncode == 0, verified.stdout + verified.stderr
        return True

    await eventually(sound, within=20)


async def test_a_wiped_valkey_heals(system: System) -> None:
    """What was published into the wiped server is published again; what comes later arrives."""
    import redis.asyncio

    secrets = json.loads((system.home / "state" / "secrets.json").read_text())
    ports = json.loads((system.home / "state" / "ports.json").read_text())
    url = f"redis://:{secrets['valkey']}@127.0.0.1:{ports['valkey']}/0"
    client = redis.asyncio.Redis.from_url(url)
    await client.flushall()
    await client.aclose()
    price = {"model_id": "demo-large", "context_price": 0.011, "generation_price": 0.012}
    await system.post("/api/credits/models/update", price | {"price_mode": "credits"})

    async def charged() -> bool:
        answer = await system.charge("demo-teacher", "demo-large", 1)
        return bool(answer["cost"] == Decimal("0.011"))

    await eventually(charged, within=30)
