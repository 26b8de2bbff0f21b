"""What a running system tells Prometheus, against what dashboards, alerts and documents name."""

import json
import re
from pathlib import Path

import httpx

from shared.testing import eventually
from tests.system.conftest import System

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "deploy" / "observability"
_OURS = re.compile(r"\b(?:owc|http_server|meter)_[a-z_]+\b")
SERVICES = ("ledger", "billing", "pricing", "sync")


async def scrape(system: System) -> str:
    """The metrics of all five services."""
    rows = json.loads(system.owc("status", "--json").stdout)["processes"]
    ports = {row["name"]: row["port"] for row in rows}
    texts = [(await system.http.get("/metrics", headers=system.key)).raise_for_status().text]
    async with httpx.AsyncClient(trust_env=False) as http:
        for service in SERVICES:
            answer = await http.get(f"http://127.0.0.1:{ports[service]}/metrics")
            texts += [answer.raise_for_status().text]
    return "\n".join(texts)


def sampled(metrics: str) -> set[str]:
    return {match.group() for match in re.finditer(r"^[a-z_]+", metrics, re.MULTILINE)}


async def test_every_metric_that_dashboards_and_alerts_name_exists(system: System) -> None:
    await system.charge("demo-student", "demo-small", 1)
    files = [FOLDER / "alerts.yml", *(FOLDER / "dashboards").glob("*.json")]
    named = {name for file in files for name in _OURS.findall(file.read_text())}

    async def all_exist() -> bool:
        missing = named - sampled(await scrape(system))
        assert not missing
        return True

    # The worker checks the books for the first time soon after its start.
    await eventually(all_exist, within=60)


async def test_every_metric_is_documented(system: System) -> None:
    text = (ROOT / "docs" / "observability.md").read_text()
    declared = re.findall(r"^# TYPE (\S+) (\w+)$", await scrape(system), re.MULTILINE)
    names = {
        name for name, _ in declared if _OURS.fullmatch(name) and not name.endswith("_created")
    }
    assert names
    assert not [name for name in sorted(names) if f"`{name}`" not in text]


async def test_nobody_reads_the_gateways_numbers_without_a_key(system: System) -> None:
    assert (await system.http.get("/metrics")).status_code == 401


async def test_facts_on_their_way_are_counted_until_they_have_arrived(system: System) -> None:
    await system.charge("demo-student", "demo-small", 1)

    async def arrived() -> bool:
        metrics = await scrape(system)
        lags = re.findall(r'^owc_stream_lag\{group="billing",.*\} (\S+)$', metrics, re.MULTILINE)
        unsent = re.findall(r'^owc_outbox_unsent\{service="ledger"\} (\S+)$', metrics, re.MULTILINE)
        return bool(lags) and all(float(value) == 0 for value in (*lags, *unsent))

    await eventually(arrived, within=30)
