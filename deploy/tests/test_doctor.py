"""`owc doctor`: silent about what is well, and in plain words about every seeded fault."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from owc.api import ApiError
from owc.catalog import SERVICES
from owc.doctor import Finding, examine

from shared.db import connect
from shared.testing import eventually

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
Facts = dict[str, Any]


def at(**ago: float) -> str:
    return (NOW - timedelta(**ago)).isoformat()


def delivery(service: str) -> Facts:
    return {
        "service": service,
        "now": at(),
        "database_now": at(),
        "outbox": {"unsent": 0, "oldest_unsent_at": None, "relay_seen_until": at(seconds=-5)},
        "redis": "up",
        "streams": [{"producer": "sync", "lag": 0, "pending": 0}],
        "dead_letters": 0,
    }


def well() -> Facts:
    return {
        "now": NOW,
        "wrong settings": [],
        "certificate ends": NOW + timedelta(days=60),
        "disk free": 50 * 1024**3,
        "health": {"dependencies": {name: {"state": "up"} for name in SERVICES}},
        "verification": {"breaches": {"sums agree": 0}, "checked_at": at(hours=3)},
        "sync": {
            "sources": {"users": "rest"},
            "interval_s": 30,
            "last_run": {"errors": []},
            "last_success": {"finished_at": at(seconds=20)},
        },
        "alarms": [],
        "models": [{"id": "m", "priced": True, "is_free": False, "is_active": True}],
        "terms": {"unknown_model_policy": "default"},
        **{f"events {service}": delivery(service) for service in SERVICES},
    }


def troubles(facts: Facts) -> list[Finding]:
    return [finding for finding in examine(facts) if finding.level != "ok"]


def test_nothing_is_said_against_what_is_well() -> None:
    assert troubles(well()) == []


def _ledger(change: Facts) -> Callable[[Facts], None]:
    def fault(facts: Facts) -> None:
        facts["events ledger"] |= change

    return fault


def _set(name: str, value: Any) -> Callable[[Facts], None]:
    def fault(facts: Facts) -> None:
        facts[name] = value

    return fault


SENT = {"unsent": 0, "oldest_unsent_at": None, "relay_seen_until": at(minutes=3)}
LATE = {"unsent": 7, "oldest_unsent_at": at(minutes=5), "relay_seen_until": at(seconds=-5)}
BROKEN = {"breaches": {"sums agree": 2}, "checked_at": at(hours=1)}
OLD = {"breaches": {"sums agree": 0}, "checked_at": at(days=3)}
AWAY = {"state": "down", "reason": "it does not answer"}
OLD_SCHEMA = {
    "state": "down",
    "reason": "database: the database is 1 migration behind this program",
}
DOWN = {"dependencies": {"pricing": AWAY}}
BEHIND = {"dependencies": {"sync": OLD_SCHEMA}}
SILENT = {
    "sources": {"users": "rest"},
    "interval_s": 30,
    "last_run": {"errors": [{"message": "Open WebUI refused the key"}]},
    "last_success": {"finished_at": at(hours=4)},
}
NO_SOURCE = {**SILENT, "sources": {"users": None}}
UNPRICED = [{"id": "new-model", "priced": False, "is_free": False, "is_active": True}]


@pytest.mark.parametrize(
    ("fault", "level", "words"),
    [
        (_set("health", DOWN), "error", "pricing cannot work: it does not answer"),
        (_set("health", BEHIND), "error", "the database is 1 migration behind"),
        (_set("health", ApiError(0, "it is away")), "error", "it is away"),
        (_set("alarms", ApiError(503, "{}")), "error", "could not be asked"),
        (_ledger({"outbox": SENT}), "error", "the worker of ledger is not at work"),
        (_ledger({"outbox": LATE}), "error", "7 facts of ledger wait since 5 minutes"),
        (_ledger({"redis": "down"}), "error", "ledger does not reach Redis"),
        (_ledger({"dead_letters": 2}), "error", "ledger could not digest 2 events"),
        (_ledger({"now": at(minutes=4)}), "error", "ledger and its database differ by 4 minutes"),
        (
            _ledger({"streams": [{"producer": "sync", "lag": 9000, "pending": 0}]}),
            "warning",
            "ledger has not read 9000 facts of sync",
        ),
        (_set("verification", BROKEN), "broken", "2 times broken: sums agree"),
        (_set("verification", OLD), "warning", "not verified for two days"),
        (_set("verification", {"breaches": {}, "checked_at": None}), "warning", "never verified"),
        (_set("sync", SILENT), "error", "not succeeded since 4 hours: Open WebUI refused the key"),
        (_set("sync", NO_SOURCE), "error", "no Open WebUI is configured"),
        (_set("alarms", [{"kind": "x"}]), "error", "money and books disagree 1 times"),
        (_set("models", UNPRICED), "warning", "1 models cost the default price: new-model"),
        (_set("wrong settings", ["sync: OWC_X: bad"]), "error", "OWC_X"),
        (_set("certificate ends", NOW + timedelta(days=9)), "warning", "it ends on "),
        (_set("certificate ends", ApiError(0, "has expired")), "error", "has expired"),
        (_set("disk free", 1024**3), "error", "1.0 GB are free"),
    ],
)
def test_each_fault_is_told_with_how_to_mend_it(
    fault: Callable[[Facts], None], level: str, words: str
) -> None:
    facts = well()
    fault(facts)
    found = troubles(facts)
    assert [finding.level for finding in found] == [level]
    assert words in found[0].found
    assert found[0].mend


async def test_a_running_installation_is_well_until_something_breaks(installation: Any) -> None:
    servers = json.loads((installation.home / "state" / "databases.json").read_text())

    def well_now() -> bool:
        ended = installation.owc("doctor", "--json")
        return bool(ended.returncode == 0)

    await eventually(well_now, within=60)
    connection = await connect(servers["pricing"])
    try:
        await connection.execute(
            """
            INSERT INTO dead_letter (event_id, stream, fields, error)
            VALUES (gen_random_uuid(), 'owc:{sync}', '{"type": "x.y", "trace": ""}', 'seeded')
            """
        )
        ended = installation.owc("doctor")
        assert ended.returncode == 1
        assert "pricing could not digest 1 events" in ended.stdout
        assert "owc dead-letters list --service pricing" in ended.stdout
    finally:
        await connection.execute("DELETE FROM dead_letter WHERE error = 'seeded'")
        await connection.close()
    connection = await connect(servers["ledger"])
    try:
        changed = await connection.execute("UPDATE verification SET breaches = 1")
        assert changed != "UPDATE 0"
        assert installation.owc("doctor").returncode == 3
    finally:
        await connection.execute("UPDATE verification SET breaches = 0")
        await connection.close()


def test_an_installation_that_is_away_is_status_1(installation: Any) -> None:
    ended = installation.owc("doctor", OWC_URL="http://127.0.0.1:9", OWC_TOKEN="x")
    assert ended.returncode == 1
    assert "does not answer" in ended.stdout
