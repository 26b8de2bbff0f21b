"""How soon the price page of 350 models is on the screen, and how much comes over the wire.

Usage: python -m tests.bench.price_page [loads]

On a system of its own, or on the one that OWC_E2E_HOME names (it keeps the 350 prices). Chromium
opens the page through the gateway with an empty cache each time. Needs what `make e2e` installs.
"""

import statistics
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

import httpx
from playwright.sync_api import Browser, sync_playwright

from tests.e2e import chromium, installation
from tests.e2e.installation import Installation

MODELS, LOADS, READS = 350, 15, 200
VENDORS: Final = ("aurora", "borealis", "cirrus", "delta", "equinox", "fjord", "glacier")
# A phone on a slow mobile network.
SLOW: Final[dict[str, Any]] = {
    "offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000,
}  # fmt: skip
SLOWER_CPU: Final = 4
FIRST_PAINT: Final = """
    new Promise((done) => new PerformanceObserver((list) => {
        const found = list.getEntriesByName("first-contentful-paint")[0];
        if (found) done(found.startTime);
    }).observe({ type: "paint", buffered: true }))
"""


def main() -> None:
    loads = int(sys.argv[1]) if len(sys.argv) > 1 else LOADS
    with installation.running() as system:
        publish(system)
        page = f"{system.url}/pricing"
        print(f"| what | {MODELS} models |\n|---|---|")
        for coding in ("br", "gzip", "identity"):
            print(f"| page, {coding} | {weight(page, coding):,} bytes |")
        reads = read_ms(page)
        print(f"| server, median of {READS} | {statistics.median(reads):.1f} ms |")
        for name, slow in (("", False), (", slow network and processor", True)):
            paints = sorted(first_paints(page, loads, slow=slow))
            median = statistics.median(paints)
            print(f"| first paint{name} | {paints[0]:.0f} / {median:.0f} / {paints[-1]:.0f} ms |")
        print(f"\nFirst paint: best, median and worst of {loads} loads.")


def publish(system: Installation) -> None:
    """Prices as a large installation has them; the administrator sets each by the API."""
    form = {"username": system.username, "password": system.password}
    token = httpx.post(f"{system.url}/auth/login", data=form).json()["access_token"]
    address = f"{system.url}/api/credits/models/update"
    with (
        httpx.Client(headers={"Authorization": f"Bearer {token}"}, timeout=60) as http,
        ThreadPoolExecutor(4) as pool,
    ):
        for answer in pool.map(lambda body: http.post(address, json=body), prices()):
            answer.raise_for_status()
    shown = httpx.get(f"{system.url}/pricing.json").json()["models"]
    while len(shown) < MODELS:  # each process asks for a new book four times a second
        time.sleep(0.1)
        shown = httpx.get(f"{system.url}/pricing.json").json()["models"]


def prices() -> Iterator[dict[str, Any]]:
    for number in range(MODELS):
        vendor = VENDORS[number % len(VENDORS)]
        version = f"{2 + number // 50}.{number % 10}"
        cost = (1 + number * 37 % 211) / 10**5
        yield {
            "model_id": f"{vendor}/{vendor}-{version}-{number:03}",
            "name": f"{vendor.title()} {version} #{number:03}",
            "context_price": cost,
            "generation_price": round(cost * 4, 6),
            "prices": {"cached_input": round(cost / 4, 9)} if number % 2 else {},
            "is_free": number % 25 == 0,
            "confirm_jump": True,
        }


def weight(page: str, coding: str) -> int:
    """Bytes of the body on the wire."""
    with httpx.stream("GET", page, headers={"Accept-Encoding": coding}) as answer:
        return sum(len(piece) for piece in answer.iter_raw())


def read_ms(page: str) -> list[float]:
    found = []
    with httpx.Client(headers={"Accept-Encoding": "br"}) as http:
        for _ in range(READS):
            started = time.perf_counter()
            http.get(page)
            found.append((time.perf_counter() - started) * 1000)
    return found


def first_paints(page: str, loads: int, *, slow: bool) -> Iterator[float]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.executable(), args=["--no-sandbox"]
        )
        first_paint(browser, page, slow=slow)  # the first page of a browser starts its processes
        for _ in range(loads):
            yield first_paint(browser, page, slow=slow)
        browser.close()


def first_paint(browser: Browser, page: str, *, slow: bool) -> float:
    context = browser.new_context(locale="en")
    tab = context.new_page()
    if slow:
        session = context.new_cdp_session(tab)
        session.send("Network.emulateNetworkConditions", SLOW)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_CPU})
    tab.goto(page)
    found = float(tab.evaluate(FIRST_PAINT))
    context.close()
    return found


if __name__ == "__main__":
    main()
