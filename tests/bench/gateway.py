"""How fast the proxy path is, beside one nginx worker and a naive gateway, in the same run.

It needs nginx and wrk (Debian: `apt install nginx-light wrk`). Rounds are interleaved, because a
shared machine changes its speed while one measures; medians of the ratios are what counts.
"""

import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from shared.embedded.servers import free_port
from shared.testing.databases import Databases
from shared.testing.processes import running
from tests.bench.servers import postgres, processor_s, table

KEY = "bench-key-of-no-system-0123456789"
PATH = "/api/credits/user/u1"
ROUNDS, SECONDS = 5, 4
_RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
_COUNT = re.compile(r"(\d+) requests in")
_P50 = re.compile(r"50%\s+([\d.]+)(us|ms|s)")
_P99 = re.compile(r"99%\s+([\d.]+)(us|ms|s)")
_MS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
_BODY = '{"pad":"' + "x" * 246 + '"}'
_NGINX = """
daemon off; master_process off; worker_processes 1; error_log stderr crit; pid {folder}/pid;
events {{ worker_connections 2048; }}
http {{
  access_log off; keepalive_requests 100000000; client_body_temp_path {folder}/b;
  proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u;
  scgi_temp_path {folder}/s;
  {servers}
}}
"""
_ANSWER = """server {{ listen 127.0.0.1:{port}; location / {{
  default_type application/json; return 200 '{body}'; }} }}"""
_PROXY = """
upstream up {{
  server 127.0.0.1:{upstream}; keepalive 64; keepalive_requests 100000000;
}}
server {{ listen 127.0.0.1:{port}; location / {{
  proxy_pass http://up; proxy_http_version 1.1; proxy_set_header Connection ""; }} }}"""


@contextmanager
def nginx(servers: str) -> Iterator[int]:
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "nginx.conf"
        config.write_text(_NGINX.format(folder=folder, servers=servers))
        process = subprocess.Popen(["nginx", "-c", str(config), "-p", folder])
        try:
            yield process.pid
        finally:
            process.terminate()
            process.wait()


@contextmanager
def naive(upstream: int, port: int) -> Iterator[int]:
    env = {
        **os.environ,
        "BENCH_KEY": KEY,
        "BENCH_UPSTREAM": f"http://127.0.0.1:{upstream}",
        "BENCH_PORT": str(port),
    }
    # Callers who leave in the middle make it tell of each one.
    command = [sys.executable, "-m", "tests.bench.naive_gateway"]
    process = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL)
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait()


@dataclass(frozen=True, slots=True)
class Server:
    port: int
    pid: int


def measure(server: Server, connections: int) -> tuple[float, float, float, float]:
    """Requests per second, median and 99th percentile in ms, processor time of one in µs."""
    command = [
        "wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "--latency",
        "-H", f"X-API-Key: {KEY}", f"http://127.0.0.1:{server.port}{PATH}",
    ]  # fmt: skip
    before = processor_s(server.pid)
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    spent = processor_s(server.pid) - before
    if "Non-2xx" in output:
        raise SystemExit(f"not all answers were 200:\n{output}")
    rate, count = _RATE.search(output), _COUNT.search(output)
    if rate is None or count is None:
        raise SystemExit(output)
    each = spent / int(count[1]) * 1_000_000
    return float(rate[1]), _milliseconds(_P50, output), _milliseconds(_P99, output), each


def _milliseconds(pattern: re.Pattern[str], output: str) -> float:
    match = pattern.search(output)
    return float(match[1]) * _MS[match[2]] if match else 0.0


async def compare() -> None:
    if missing := [tool for tool in ("nginx", "wrk") if not shutil.which(tool)]:
        raise SystemExit(f"not found: {', '.join(missing)}")
    answer, proxy, simple = free_port(), free_port(), free_port()
    with ExitStack() as stack:
        server = stack.enter_context(postgres())
        answering = stack.enter_context(nginx(_ANSWER.format(port=answer, body=_BODY)))
        proxying = stack.enter_context(nginx(_PROXY.format(port=proxy, upstream=answer)))
        forwarding = stack.enter_context(naive(answer, simple))
        env = {
            "OWC_DATABASE_URL": await Databases(server.url).create("gateway"),
            "OWC_REDIS_URL": "redis://127.0.0.1:1/0",
            "OWC_SECRET_KEY": "bench-0123456789-0123456789-0123456789",
            "OWC_CREDITS_API_KEY": KEY,
            "OWC_LEDGER_URL": f"http://127.0.0.1:{answer}",
            "OWC_LOG_LEVEL": "WARNING",
        }
        async with running("gateway", env) as gateway:
            servers = {
                "nginx": Server(proxy, proxying),
                "gateway": Server(int(gateway.url.rpartition(":")[2]), gateway.process.pid),
                "naive": Server(simple, forwarding),
                "direct": Server(answer, answering),
            }
            await asyncio.to_thread(report, servers)


def report(servers: dict[str, Server]) -> None:
    print("## Gateway\n")
    print(
        "A request with an API key, passed on to nginx which answers 256 bytes; one process each, "
        "none with a log of requests (the gateway's costs it 5 µs each). "
        "Naive: a FastAPI route and httpx with a pool of 20. Medians of "
        f"{ROUNDS} interleaved rounds.\n"
    )
    rows, sums = [], []
    for connections in (64, 1):
        found: dict[str, list[tuple[float, ...]]] = {name: [] for name in servers}
        for _ in range(ROUNDS):
            for name, server in servers.items():
                found[name].append(measure(server, connections))
        for name, rounds in found.items():
            rate, middle, tail, cost = (median(column) for column in zip(*rounds, strict=True))
            of_gateway = [g[0] / o[0] for g, o in zip(found["gateway"], rounds, strict=True)]
            rows.append(
                (f"{name}, {connections}", f"{rate:,.0f}", f"{middle:.2f}", f"{tail:.2f}",
                 f"{cost:.0f}", f"{median(of_gateway):.2f}")
            )  # fmt: skip
        if connections == 1:
            added = [g[1] - d[1] for g, d in zip(found["gateway"], found["direct"], strict=True)]
            sums.append(f"Added by the gateway at one connection: {median(added):.2f} ms.")
    head = ("server, connections", "requests/s", "p50 ms", "p99 ms", "CPU µs", "gateway is x")
    print(table(head, rows))
    print("\n" + "\n".join(sums), "Goals: 0.2 of nginx, 40 x naive, 0.3 ms added.")


if __name__ == "__main__":
    asyncio.run(compare())
