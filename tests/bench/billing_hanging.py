"""Does a provider that hangs slow down who does not need it? p99 of /plans, with and without.

Usage: python -m tests.bench.billing_hanging [rounds]

The rounds alternate in one run, so that both figures meet the same machine. The ratio is what
counts; the run ends with 1 when the median of the ratios is over RATIO_MAX.
"""

import asyncio
import itertools
import statistics
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import asyncpg
import httpx
from yookassa_simulator.remote import Simulator, simulator

from shared.embedded.account import server_account
from shared.embedded.servers import start_postgres
from shared.testing import eventually, identity_headers, running
from shared.testing.databases import Databases
from tests.bench.load import Result, measure

HANGING, ROUNDS, SECONDS = 50, 7, 3.0
# Few enough that the service is not busy to the brim: what is measured is waiting, not queueing.
READERS = 2
COMES_AGAIN_AFTER_S = 5
AT_ONCE = 16  # calls to the provider; who comes while all hang is told so
UNANSWERED = "SELECT count(*) FROM payment WHERE provider_id IS NULL AND status = 'sent'"
RATIO_MAX = 1.5
PLAN = {"id": "pro", "name": "Pro", "price": 990, "interval": "month"}
ORDER = {"plan_id": "pro", "return_url": "http://localhost/"}


@asynccontextmanager
async def hanging(url: str, provider: Simulator, database: str, round_: int) -> AsyncIterator[None]:
    """For the length of a block 50 payments are under way at a provider that says nothing."""
    await provider.fail(f"hang:{2 * SECONDS}", times=None, method="POST", path="/payments")
    connection = await asyncpg.connect(database)

    async def pay(http: aiohttp.ClientSession, number: int) -> None:
        who = identity_headers("user", f"u{round_}-{number}", scopes={"user"})
        while True:  # who is told that all connections are busy comes again
            with suppress(aiohttp.ClientError):
                async with http.post("/billing/payment", headers=who, json=ORDER) as answer:
                    await answer.read()
            await asyncio.sleep(COMES_AGAIN_AFTER_S)

    async def all_stored() -> bool:
        return int(await connection.fetchval(UNANSWERED)) >= HANGING

    async def all_answered() -> bool:
        return int(await connection.fetchval(UNANSWERED)) <= HANGING - AT_ONCE

    async with aiohttp.ClientSession(url) as http:
        payers = [asyncio.create_task(pay(http, number)) for number in range(HANGING)]
        try:
            await eventually(all_stored, within=60)
            yield
        finally:
            for payer in payers:
                payer.cancel()
            await asyncio.gather(*payers, return_exceptions=True)
            await provider.control("DELETE", "/faults")
    # Nothing hangs in the quiet half of the next round.
    await eventually(all_answered, within=60)
    await connection.execute("UPDATE payment SET status = 'failed' WHERE provider_id IS NULL")
    await connection.close()


async def read_plans(port: int) -> Result:
    who = identity_headers("user", "reader", scopes={"user"})
    lines = "".join(f"{name}: {value}\r\n" for name, value in who.items())
    request = f"GET /billing/plans HTTP/1.1\r\nhost: 127.0.0.1\r\n{lines}\r\n".encode()
    return await measure([port], itertools.repeat(request), connections=READERS, seconds=SECONDS)


async def compare(url: str, provider: Simulator, database: str, rounds: int) -> list[float]:
    port, ratios = httpx.URL(url).port or 0, []
    await read_plans(port)  # the first one warms up
    for number in range(rounds):
        quiet = await read_plans(port)
        async with hanging(url, provider, database, number):
            busy = await read_plans(port)
        ratios.append(busy.p99_ms / quiet.p99_ms)
        print(
            f"round {number + 1}: p99 {quiet.p99_ms:.1f} ms, {busy.p99_ms:.1f} ms while {HANGING} "
            f"hang, ratio {ratios[-1]:.2f}; p50 {quiet.p50_ms:.1f} and {busy.p50_ms:.1f} ms; "
            f"refused {quiet.refused + busy.refused}",
            flush=True,
        )
    return ratios


async def main(rounds: int) -> int:
    with (
        tempfile.TemporaryDirectory(prefix="owc-bench-") as folder,
        simulator() as provider,
    ):
        place = Path(folder)
        server_account().own(place)
        server = start_postgres(place, "only-on-loopback-for-a-benchmark")
        try:
            database = await Databases(server.url).create("billing")
            env = {
                "OWC_DATABASE_URL": database,
                "OWC_REDIS_URL": "redis://127.0.0.1:1",
                "OWC_YOOKASSA_SHOP_ID": provider.shop_id,
                "OWC_YOOKASSA_SECRET_KEY": provider.key,
                "OWC_YOOKASSA_API_URL": provider.api_url,
                "OWC_LOG_LEVEL": "ERROR",
            }
            async with running("billing_service", env) as service:
                async with httpx.AsyncClient(base_url=service.url, trust_env=False) as http:
                    headers = identity_headers("admin")
                    await http.post("/admin/billing/plans", headers=headers, json=PLAN)
                ratios = await compare(service.url, provider, database, rounds)
        finally:
            server.stop()
    middle = statistics.median(ratios)
    print(f"median ratio {middle:.2f} (at most {RATIO_MAX})")
    return int(middle > RATIO_MAX)


if __name__ == "__main__":
    print(datetime.now(UTC).date(), f"{READERS} readers, {HANGING} hanging payments")
    sys.exit(asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)))
