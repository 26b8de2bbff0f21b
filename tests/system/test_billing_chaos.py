"""Notices doubled, reordered, late, lost, forged and wrong, while everything dies at random.

`make chaos` runs it with ten thousand notices. The seed is printed; CHAOS_SEED repeats its choices.
"""

import asyncio
import os
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from ledger_service.queries.verify_ledger import verify_ledger

from shared.db import Database, connect
from shared.embedded.account import server_account
from shared.testing import eventually
from tests.system.market import Market
from tests.system.wreck import Wreck

NOTICES = int(os.environ.get("CHAOS_NOTICES", "1000"))
SEED = int(os.environ.get("CHAOS_SEED", "0")) or random.randrange(1, 10**9)
ORDERS = NOTICES // 12
LATE = NOTICES // 10
BUYERS_AT_ONCE = 6
KILL_ROUNDS = max(1, NOTICES // 1000)
STORM_WITHIN_S = 120 + NOTICES / 10
SETTLED_WITHIN_S = 30 + NOTICES / 50
PERIOD, TOP_UP = "billing.period_started", "billing.top_up_paid"


@pytest.fixture
def chance() -> random.Random:
    print(f"CHAOS_SEED={SEED}")
    return random.Random(SEED)


@pytest.fixture
async def wreck(chance: random.Random) -> AsyncIterator[Wreck]:
    account = server_account()
    place = Path(tempfile.mkdtemp(prefix="owc-chaos-"))
    account.own(place)
    try:
        async with Wreck(place, place / "provider.sqlite", chance).up() as wreck:
            yield wreck
    finally:
        shutil.rmtree(place, ignore_errors=True)


@pytest.mark.timeout(STORM_WITHIN_S + 2 * SETTLED_WITHIN_S)
async def test_each_paid_payment_is_granted_once_whatever_is_told_and_whoever_dies(
    wreck: Wreck, chance: random.Random
) -> None:
    market = Market(wreck, chance)
    await market.open()
    began = time.monotonic()
    await storm(market)
    calm = time.monotonic()
    await market.provider.control("DELETE", "/faults")
    billing = await connect(wreck.urls["billing"])
    await eventually(lambda: settled(market, billing), within=SETTLED_WITHIN_S)
    await market.flood(LATE)
    # A worker that starts compares the books with the provider's list, as it does every hour.
    await wreck.kill("billing.worker")
    await eventually(lambda: settled(market, billing), within=SETTLED_WITHIN_S)
    await judge(market, billing)
    await billing.close()
    print(
        f"{len(market.fates)} payments {dict(Counter(market.fates.values()))}, "
        f"notices {dict(market.told)}, kills {dict(wreck.kills)}, "
        f"storm {calm - began:.0f} s, settled after {time.monotonic() - calm:.0f} s"
    )


async def storm(market: Market) -> None:
    """Buyers, notices and kills at once; the kills are spread over what there is to do."""
    places = asyncio.Semaphore(BUYERS_AT_ONCE)
    told = NOTICES - LATE
    victims = market.wreck.victims(KILL_ROUNDS)

    async def buyer(number: int) -> None:
        async with places:
            await market.trade(number)

    async with asyncio.TaskGroup() as doings:
        doings.create_task(market.flood(told))
        for number in range(ORDERS):
            doings.create_task(buyer(number))
        for number, victim in enumerate(victims):
            share = (told + ORDERS) * number // len(victims)
            await eventually(partial(market.is_through, share), within=STORM_WITHIN_S)
            await market.wreck.kill(victim)
    await market.wreck.all_up()


async def settled(market: Market, billing: asyncpg.Connection) -> bool:
    """Do our books say what the provider's say, and is nothing left to do?"""
    # The time that the worker would wait before it asks again.
    await billing.execute("UPDATE payment SET next_check_at = now() WHERE next_check_at > now()")
    await billing.execute("UPDATE notice SET next_attempt_at = now() WHERE status = 'new'")
    assert await billing.fetchval("SELECT count(*) FROM notice WHERE status = 'new'") == 0
    there = {}
    for record in (await market.provider.state())["payment"]:
        body = record["body"]
        fate = market.fates[body["id"]]
        if fate != "alien":
            status = "quarantined" if fate == "tampered" else body["status"]
            there[body["id"]] = (status, None if fate == "tampered" else body["amount"]["value"])
    rows = await billing.fetch("SELECT provider_id, status, amount::text FROM payment")
    here = {
        row["provider_id"]: (
            row["status"],
            None if row["status"] == "quarantined" else row["amount"],
        )
        for row in rows
    }
    assert here == there
    assert len(rows) == len(here)
    return True


async def judge(market: Market, billing: asyncpg.Connection) -> None:
    """One grant for each paid payment in the outbox and in the ledger, and no other."""
    rows = await billing.fetch("SELECT id, provider_id FROM payment")
    ours = {row["provider_id"]: str(row["id"]) for row in rows}
    wanted = Counter(ours[payment_id] for payment_id in market.with_fate("paid"))
    sent = await billing.fetch(
        "SELECT data->>'payment_id' AS id FROM outbox WHERE type = ANY($1)", [PERIOD, TOP_UP]
    )
    assert Counter(row["id"] for row in sent) == wanted
    await eventually(lambda: alarmed(market, billing), within=SETTLED_WITHIN_S)
    db = Database(market.wreck.urls["ledger"])
    await db.open()

    async def granted() -> bool:
        async with db.reader() as connection:
            lots = await connection.fetch("SELECT reference FROM lot")
        assert Counter(row["reference"] for row in lots) == wanted
        return True

    await eventually(granted, within=SETTLED_WITHIN_S)
    async with db.reader() as connection:
        breaches: list[Any] = list(await verify_ledger(connection))
    await db.close()
    assert breaches == []


async def alarmed(market: Market, billing: asyncpg.Connection) -> bool:
    """A person is told of all money that is not what we asked for, and of nothing else."""
    alarms = await billing.fetch("SELECT kind, object_id FROM alarm")
    assert {(row["kind"], row["object_id"]) for row in alarms} == {
        ("payment_mismatch", payment_id) for payment_id in market.with_fate("tampered")
    } | {("payment_without_intent", payment_id) for payment_id in market.with_fate("alien")}
    return True
