"""`owc doctor`: silent about what is well, and in plain words about every seeded fault."""

import json
import os
import signal
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from owc.api import ApiError
from owc.catalog import SERVICES
from owc.doctor.checks import Finding, examine
from owc.doctor.gather import gather

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
        "login": None,
        "wrong settings": [],
        "production": {
            "public url": "https://credits.example.org",
            "backups": Path("/srv/backups"),
            "newest backup": NOW - timedelta(hours=9),
        },
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


def _production(change: Facts) -> Callable[[Facts], None]:
    def fault(facts: Facts) -> None:
        facts["production"] |= change

    return fault


def _all_asked(error: ApiError, names: tuple[str, ...] = ()) -> Callable[[Facts], None]:
    def fault(facts: Facts) -> None:
        of_the_api = ("verification", "sync", "alarms", "models", "terms", *EVENTS)
        facts |= dict.fromkeys(names or of_the_api, error)

    return fault


EVENTS = tuple(f"events {service}" for service in SERVICES)
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
        (_set("login", ApiError(503, "{}")), "error", "503"),
        (_all_asked(ApiError(401, "{}")), "error", "the key or token is not known"),
        (_all_asked(ApiError(403, "{}")), "error", "who asks may not"),
        (_all_asked(ApiError(0, "timed out"), EVENTS), "error", "no answer within 5 seconds"),
        (_production({"public url": ""}), "warning", "cookies and links"),
        (_production({"newest backup": None}), "warning", "there is none in /srv/backups"),
        (_production({"newest backup": NOW - timedelta(days=3)}), "warning", "is 3 days old"),
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

    async def broken() -> bool:
        return await connection.execute("UPDATE verification SET breaches = 1") != "UPDATE 0"

    try:
        # The worker verifies soon after its start.
        await eventually(broken, within=60)
        assert installation.owc("doctor").returncode == 3
    finally:
        await connection.execute("UPDATE verification SET breaches = 0")
        await connection.close()


def _found(installation: Any, **environment: str) -> dict[str, list[Facts]]:
    ended = installation.owc("doctor", "--json", **environment)
    assert ended.returncode == 1
    found: dict[str, list[Facts]] = {}
    for finding in json.loads(ended.stdout):
        found.setdefault(finding["level"], []).append(finding)
    return found


def test_an_installation_that_is_away_is_status_1(installation: Any) -> None:
    (gateway,) = _found(installation, OWC_URL="http://127.0.0.1:9", OWC_TOKEN="x")["error"]
    assert "does not answer" in gateway["found"]


def test_who_cannot_log_in_is_told_why_and_all_that_needs_no_login(installation: Any) -> None:
    found = _found(installation, OWC_ADMIN_PASSWORD="not the password")
    assert [finding["about"] for finding in found["error"]] == ["login"]
    assert "OWC_ADMIN_PASSWORD" in found["error"][0]["mend"]
    assert [finding["about"] for finding in found["ok"]] == ["services"]


def test_what_hangs_is_named_and_the_others_are_told(installation: Any) -> None:
    processes = json.loads(installation.owc("status", "--json").stdout)["processes"]
    (ledger,) = (each["pid"] for each in processes if each["name"] == "ledger")
    os.kill(ledger, signal.SIGSTOP)
    try:
        found = _found(installation)
    finally:
        os.kill(ledger, signal.SIGCONT)
    assert [finding["about"] for finding in found["error"]] == [
        "ledger",
        "verification, events ledger",
    ]
    assert "seen within seconds: gateway, billing" in found["ok"][0]["found"]


def test_in_production_backups_and_the_public_address_are_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    env = tmp_path / "env"
    env.write_text(f"OWC_BACKUP_DIR={tmp_path}\n")
    monkeypatch.setattr("owc.configuration.ENV_FILE", env)
    monkeypatch.delenv("OWC_URL", raising=False)
    facts = gather(tmp_path, print)
    known = {"public url": "", "backups": tmp_path, "newest backup": None}
    assert facts["production"] == known
    (tmp_path / "2026-11-20T03-00-00Z").mkdir()
    assert gather(tmp_path, print)["production"] == known
    (tmp_path / "2026-11-20T03-00-00Z" / "manifest.json").touch()
    at = datetime(2026, 11, 20, 3, tzinfo=UTC)
    assert gather(tmp_path, print)["production"] == known | {"newest backup": at}
    env.write_text("OWC_ENV=development\n")
    assert gather(tmp_path, print)["production"] is None
