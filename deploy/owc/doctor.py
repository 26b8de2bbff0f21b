"""What is wrong with a running installation, in plain words, and how to mend it.

`gather` asks; the checks are pure functions of what was answered, one concern each.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from owc.api import Api, ApiError, certificate_ends
from owc.catalog import SERVICES

Level = Literal["ok", "warning", "error", "broken"]
Facts = dict[str, Any]
UNSENT_FOR_MAX = timedelta(seconds=60)
UNREAD_MAX = 1000
SKEW_MAX = timedelta(seconds=5)
VERIFIED_WITHIN = timedelta(hours=48)
SYNC_LATE = 10  # times its interval, at least SYNC_LATE_MIN
SYNC_LATE_MIN = timedelta(minutes=5)
# Let's Encrypt's are renewed 30 days before they end: then something has failed for two weeks.
CERTIFICATE_MIN = timedelta(days=16)
DISK_FREE_MIN = 2 * 1024**3
_QUESTIONS = {
    "health": "/health",
    "verification": "/api/ledger/verification",
    "sync": "/api/sync/status",
    "alarms": "/api/v1/admin/billing/alarms",
    "models": "/api/credits/models",
    "terms": "/api/credits/settings",
    **{f"events {service}": f"/api/admin/events/{service}" for service in SERVICES},
}


@dataclass(frozen=True, slots=True)
class Finding:
    """`found` says what is so, `mend` what to do about it."""

    level: Level
    about: str
    found: str
    mend: str = ""


def gather(api: Api, home: Path) -> Facts:
    """Every answer, or the ApiError that came instead."""
    facts: Facts = {"now": datetime.now(UTC), "wrong settings": _settings(home)}
    for name, path in _QUESTIONS.items():
        try:
            facts[name] = api.get(path)
        except ApiError as error:
            facts[name] = error
    try:
        facts["certificate ends"] = certificate_ends(api.url)
    except ApiError as error:
        facts["certificate ends"] = error
    folder = home if home.is_dir() else Path.cwd()
    facts["disk free"] = shutil.disk_usage(folder).free
    return facts


def examine(facts: Facts) -> list[Finding]:
    """All findings, the worst first."""
    found = [finding for check in CHECKS for finding in check(facts)]
    order = ("broken", "error", "warning", "ok")
    return sorted(found, key=lambda finding: order.index(finding.level))


def _settings(home: Path) -> list[str]:
    """Wrong settings, where the settings are at hand: not from another machine."""
    from owc.configuration import ENV_FILE, check, environments
    from owc.home import Home

    installation = Home(home.absolute())
    if not installation.read("databases") and not ENV_FILE.is_file():
        return []
    checked = [check(env, name) for name, env in environments(installation, None).items()]
    return [f"{one.service}: {text}" for one in checked for text in one.wrong]


def services(facts: Facts) -> Iterator[Finding]:
    health = facts["health"]
    if isinstance(health, ApiError):
        yield Finding("error", "gateway", health.for_people(), "`owc status`, then its log")
        return
    states = health["dependencies"]
    for name, state in states.items():
        if state["state"] != "up":
            reason = state.get("reason") or "it does not answer"
            yield Finding("error", name, f"{name} cannot work: {reason}", _mend(reason))
    if all(state["state"] == "up" for state in states.values()):
        yield Finding("ok", "services", f"{len(states)} of them answer")


def _mend(reason: str) -> str:
    if "migration" in reason:
        return "migrate the databases and run one version: docs/upgrade.md"
    return "its log says why: `owc logs`, or `docker compose logs`; it is started again by itself"


def unanswered(facts: Facts) -> Iterator[Finding]:
    """What could not be looked at is not well."""
    for name, answer in facts.items():
        if isinstance(answer, ApiError) and name != "health":
            refused = answer.status in (401, 403)
            mend = "give the administrator the role owner" if refused else "mend the service first"
            yield Finding("error", name, f"could not be asked: {answer.for_people()}", mend)


def _deliveries(facts: Facts) -> Iterator[dict[str, Any]]:
    for service in SERVICES:
        if isinstance(facts[f"events {service}"], dict):
            yield facts[f"events {service}"]


def workers(facts: Facts) -> Iterator[Finding]:
    silent = []
    for state in _deliveries(facts):
        seen = _time(state["outbox"]["relay_seen_until"])
        if seen is None or seen < _moment(state["database_now"]) - timedelta(seconds=10):
            silent.append(state["service"])
    for service in silent:
        mend = f"start {service}-worker again and read its log"
        yield Finding("error", "worker", f"the worker of {service} is not at work", mend)
    if not silent:
        yield Finding("ok", "workers", "all were seen within seconds")


def events(facts: Facts) -> Iterator[Finding]:
    for state in _deliveries(facts):
        name, oldest = state["service"], _time(state["outbox"]["oldest_unsent_at"])
        late = _moment(state["database_now"]) - (oldest or _moment(state["database_now"]))
        if late > UNSENT_FOR_MAX:
            told = f"{state['outbox']['unsent']} facts of {name} wait since {_age(late)}"
            yield Finding("error", "outbox", told, "Redis and the worker must run; then it heals")
        if state["redis"] != "up":
            mend = "start Redis; nothing is lost, facts are published when it is back"
            yield Finding("error", "redis", f"{name} does not reach Redis", mend)
        for stream in state["streams"]:
            if (stream["lag"] or 0) > UNREAD_MAX:
                told = f"{name} has not read {stream['lag']} facts of {stream['producer']}"
                yield Finding("warning", "streams", told, "wait, or run another worker")
        if state["dead_letters"]:
            told = f"{name} could not digest {state['dead_letters']} events"
            mend = f"`owc dead-letters list --service {name}`, mend the cause, `… replay {name}`"
            yield Finding("error", "dead letters", told, mend)


def clocks(facts: Facts) -> Iterator[Finding]:
    for state in _deliveries(facts):
        here, there = _moment(state["now"]), _moment(state["database_now"])
        if abs(here - there) > SKEW_MAX:
            told = f"{state['service']} and its database differ by {_age(abs(here - there))}"
            yield Finding("error", "clock", told, "let both machines follow a time server")


def books(facts: Facts) -> Iterator[Finding]:
    checked = facts["verification"]
    if isinstance(checked, ApiError):
        return
    at = _time(checked["checked_at"])
    broken = {name: times for name, times in checked["breaches"].items() if times}
    for name, times in broken.items():
        told = f"{times} times broken: {name}"
        yield Finding("broken", "ledger", told, "stop the ledger, `owc ledger verify`, call help")
    if at is None:
        mend = "the worker checks it every day; `owc ledger verify` does it now"
        yield Finding("warning", "ledger", "the books were never verified", mend)
    elif facts["now"] - at > VERIFIED_WITHIN:
        mend = "see the log of ledger-worker; `owc ledger verify` does it now"
        yield Finding("warning", "ledger", "the books were not verified for two days", mend)
    elif not broken:
        yield Finding("ok", "ledger", f"all {len(checked['breaches'])} invariants hold")


def synchronisation(facts: Facts) -> Iterator[Finding]:
    state = facts["sync"]
    if isinstance(state, ApiError):
        return
    if not any(state["sources"].values()):
        mend = "set OWC_OPENWEBUI_URL and OWC_OPENWEBUI_API_KEY"
        yield Finding("error", "sync", "no Open WebUI is configured", mend)
        return
    success = _time((state["last_success"] or {}).get("finished_at"))
    late = max(SYNC_LATE_MIN, SYNC_LATE * timedelta(seconds=float(state["interval_s"])))
    if success is None or facts["now"] - success > late:
        errors = (state["last_run"] or {}).get("errors") or []
        why = f": {errors[0]['message']}" if errors else ""
        since = f"since {_age(facts['now'] - success)}" if success else "ever"
        mend = "`owc sync runs`, `owc sync run --dry-run`"
        yield Finding("error", "sync", f"it has not succeeded {since}{why}", mend)
    else:
        yield Finding("ok", "sync", "users, groups and models are current")


def money(facts: Facts) -> Iterator[Finding]:
    if isinstance(facts["alarms"], ApiError):
        return
    if facts["alarms"]:
        told = f"money and books disagree {len(facts['alarms'])} times"
        yield Finding("error", "payments", told, "`owc payments alarms`, one after the other")


def prices(facts: Facts) -> Iterator[Finding]:
    models, terms = facts["models"], facts["terms"]
    if isinstance(models, ApiError) or isinstance(terms, ApiError):
        return
    without = [m["id"] for m in models if not (m["priced"] or m["is_free"]) and m["is_active"]]
    if without and terms["unknown_model_policy"] == "default":
        told = f"{len(without)} models cost the default price: {', '.join(without[:5])}"
        yield Finding("warning", "prices", told, "`owc prices set`, or refuse unknown models")


def settings(facts: Facts) -> Iterator[Finding]:
    for text in facts["wrong settings"]:
        yield Finding("error", "settings", text, "`owc config check`; it will not start again so")


def certificate(facts: Facts) -> Iterator[Finding]:
    ends = facts["certificate ends"]
    if isinstance(ends, datetime) and ends - facts["now"] < CERTIFICATE_MIN:
        told = f"it ends on {ends:%Y-%m-%d}"
        yield Finding("warning", "certificate", told, "renew it (docs/https.md); see Caddy's log")


def disk(facts: Facts) -> Iterator[Finding]:
    free = facts["disk free"]
    if free < DISK_FREE_MIN:
        told = f"{free / 1024**3:.1f} GB are free here"
        yield Finding("error", "disk", told, "make room: PostgreSQL stops when there is none")


CHECKS: tuple[Callable[[Facts], Iterator[Finding]], ...] = (
    services,
    unanswered,
    workers,
    events,
    clocks,
    books,
    synchronisation,
    money,
    prices,
    settings,
    certificate,
    disk,
)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _time(text: str | None) -> datetime | None:
    return _moment(text) if text else None


def _age(span: timedelta) -> str:
    seconds = int(span.total_seconds())
    for unit, length in (("days", 86_400), ("hours", 3600), ("minutes", 60)):
        if seconds >= 2 * length:
            return f"{seconds // length} {unit}"
    return f"{seconds} seconds"
