"""The public price list of 50 models, whole (200) and unchanged (304), beside a naive handler."""

import asyncio
import itertools
import sys
from statistics import median

import asyncpg
import httpx

from shared.testing.databases import Databases, with_database
from shared.testing.identity import identity_headers
from shared.testing.processes import running
from tests.bench import naive
from tests.bench.load import Result, measure
from tests.bench.servers import postgres, table, uvicorn

PATH = "/api/public/models/pricing"
MODELS, ROUNDS, SECONDS = 50, 5, 3.0


async def publish(url: str) -> str:
    """Price the models; the ETag of the list that has them all."""
    async with httpx.AsyncClient(base_url=url, trust_env=False) as http:
        for n in range(MODELS):
            price = {"model_id": f"m{n}", "context_price": 0.001, "generation_price": 0.002}
            done = await http.post(
                "/api/credits/models/update", json=price, headers=identity_headers("admin")
            )
            done.raise_for_status()
        while True:
            answer = await http.get(PATH)
            if len(answer.json()) == MODELS:
                return answer.headers["etag"]
            await asyncio.sleep(0.05)


async def get(url: str, *headers: str) -> Result:
    lines = "".join(f"{line}\r\n" for line in headers)
    request = f"GET {PATH} HTTP/1.1\r\nhost: 127.0.0.1\r\n{lines}\r\n".encode()
    port = int(url.rpartition(":")[2])
    return await measure([port], itertools.repeat(request), seconds=SECONDS)


async def run() -> None:
    with postgres() as server:
        admin = await asyncpg.connect(server.url)
        await admin.execute("CREATE DATABASE naive")
        await admin.close()
        naive_url = with_database(server.url, "naive")
        maker = await asyncpg.connect(naive_url)
        await maker.execute(naive.CREATE)
        await maker.close()
        env = {
            "OWC_DATABASE_URL": await Databases(server.url).create("pricing"),
            "OWC_REDIS_URL": "redis://127.0.0.1:1",
            "OWC_LOG_LEVEL": "WARNING",
        }
        with uvicorn("tests.bench.naive:create_app", OWC_DATABASE_URL=naive_url) as (port, _):
            async with running("pricing_service", env) as pricing:
                etag = await publish(pricing.url)
                rounds = [
                    (
                        await get(pricing.url),
                        await get(pricing.url, f"if-none-match: {etag}"),
                        await get(f"http://127.0.0.1:{port}"),
                    )
                    for _ in range(ROUNDS)
                ]
    report(rounds)


def report(rounds: list[tuple[Result, Result, Result]]) -> None:
    print("## Price list\n")
    print(
        f"`GET {PATH}` with {MODELS} models at 64 connections; medians of {ROUNDS} interleaved "
        "rounds. Naive: FastAPI and pydantic, read from PostgreSQL each time.\n"
    )
    rows = []
    for n, label in enumerate(("200", "304", "naive")):
        found = [each[n] for each in rounds]
        ratio = median(each[n].per_second / each[2].per_second for each in rounds)
        rows.append(
            (
                label,
                f"{median(r.per_second for r in found):,.0f}",
                f"{median(r.p50_ms for r in found):.1f}",
                f"{median(r.p99_ms for r in found):.1f}",
                f"{ratio:.1f}",
            )
        )
    print(table(("", "requests/s", "p50 ms", "p99 ms", "x naive"), rows))
    print("\nGoals: 8 x naive for 200, 12 x for 304.")


if __name__ == "__main__":
    import uvloop

    sys.exit(uvloop.run(run()))
