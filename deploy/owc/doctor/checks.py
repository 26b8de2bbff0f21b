"""Pure functions of what was answered, one concern each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from owc.api import ApiError
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
QUESTION_S = 5.0
BACKUP_WITHIN = timedelta(days=2)
_NAMES_MAX = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """`found` says what is so, `mend` what to do about it."""

    level: Level
    about: str
    found: str
    mend: str = ""


def examine(facts: Facts) -> list[Finding]:
    """All findings, the worst first."""
    found = [finding for check in CHECKS for finding in check(facts)]
    order = ("broken", "error", "warning", "ok")
    return sorted(found, key=lambda finding: order.index(finding.level))


def services(facts: Facts) -> Iterator[Finding]:
    health = facts["health"]
    if isinstance(health, ApiError):
        mend = "`owc status` or `docker compose ps`, then its log; docs/https.md for a certificate"
        yield Finding("error", "gateway", health.for_people(), mend)
        return
    states = health["dependencies"]
    for name, state in states.items():
        if state["state"] != "up":
            reason = state.get("reason") or "it does not answer"
            yield Finding("error", name, f"{name} cannot work: {reason}", _mend(reason))
    if all(state["state"] == "up" for state in states.values()):
        yield Finding("ok", "services", f"{len(states)} of them answer")


_ONE_CAUSE = {
    0: f"no answer within {QUESTION_S:.0f} seconds",
    401: "the key or token is not known, or not any more (401)",
    403: "who asks may not (403)",
}
_MEND_FIRST = "mend the services that are named here first, then ask again"
_MEND = {
    401: "give OWC_API_KEY or OWC_TOKEN another value, or neither: then OWC_HOME's is used",
    403: "ask as an administrator with the role owner",
}
_MEND_LOGIN = {
    401: "OWC_ADMIN_PASSWORD (or credentials.env of OWC_HOME) must be the administrator's present "
    "password, OWC_OTP the code of a second factor",
    429: "wait a minute: too many attempts failed",
}


def _mend(reason: str) -> str:
    if "migration" in reason:
        return "migrate the databases and run one version: docs/upgrade.md"
    return "its log says why: `owc logs`, or `docker compose logs`; it is started again by itself"


def unanswered(facts: Facts) -> Iterator[Finding]:
    """What could not be looked at is not well; what has one cause is said once."""
    login = facts["login"]
    if isinstance(facts["health"], ApiError):
        return  # and that is why
    if isinstance(login, ApiError):
        yield Finding("error", "login", _told(login), _MEND_LOGIN.get(login.status, _MEND_FIRST))
        return
    by_cause: dict[str, list[str]] = {}
    mends = {}
    for name, answer in facts.items():
        if isinstance(answer, ApiError) and name != "certificate ends":
            cause = _ONE_CAUSE.get(answer.status) or _told(answer)
            by_cause.setdefault(cause, []).append(name)
            mends[cause] = _MEND.get(answer.status, _MEND_FIRST)
    for cause, names in by_cause.items():
        if set(names) == {f"events {service}" for service in SERVICES}:
            mend = "Redis hangs: start it again; nothing is lost"
            yield Finding("error", "redis", f"no service can tell of its events: {cause}", mend)
            continue
        about = ", ".join(names) if len(names) <= _NAMES_MAX else f"{len(names)} questions"
        yield Finding("error", about, f"could not be asked: {cause}", mends[cause])


def _told(error: ApiError) -> str:
    return _ONE_CAUSE[0] if error.status == 0 else error.for_people()


def _deliveries(facts: Facts) -> Iterator[dict[str, Any]]:
    for service in SERVICES:
        if isinstance(facts[f"events {service}"], dict):
            yield facts[f"events {service}"]


def workers(facts: Facts) -> Iterator[Finding]:
    seen_at_work: list[str] = []
    silent: list[str] = []
    for state in _deliveries(facts):
        seen = _time(state["outbox"]["relay_seen_until"])
        late = seen is None or seen < _moment(state["database_now"]) - timedelta(seconds=10)
        (silent if late else seen_at_work).append(state["service"])
    for service in silent:
        mend = f"start {service}-worker again and read its log"
        yield Finding("error", "worker", f"the worker of {service} is not at work", mend)
    if seen_at_work:
        told = f"seen within seconds: {', '.join(seen_at_work)}"
        yield Finding("ok", "workers", told)


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


def public_url(facts: Facts) -> Iterator[Finding]:
    if facts["production"] and not facts["production"]["public url"]:
        mend = "set OWC_PUBLIC_URL to the address that people use, with https (docs/https.md)"
        yield Finding("warning", "public url", "cookies and links do not know it", mend)


def backups(facts: Facts) -> Iterator[Finding]:
    known = facts["production"]
    if not known or not known["backups"]:
        return
    at, folder = known["newest backup"], known["backups"]
    mend = "docs/backup.md: every night; OWC_BACKUP_DIR says where, empty: kept in another way"
    if at is None:
        yield Finding("warning", "backup", f"there is none in {folder}", mend)
    elif facts["now"] - at > BACKUP_WITHIN:
        told = f"the newest in {folder} is {_age(facts['now'] - at)} old"
        yield Finding("warning", "backup", told, mend)


def certificate(facts: Facts) -> Iterator[Finding]:
    ends, mend = facts["certificate ends"], "renew it (docs/https.md); see Caddy's log"
    if isinstance(ends, ApiError):
        if not isinstance(facts["health"], ApiError):
            yield Finding("error", "certificate", ends.for_people(), mend)
    elif ends and ends - facts["now"] < CERTIFICATE_MIN:
        yield Finding("warning", "certificate", f"it ends on {ends:%Y-%m-%d}", mend)


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
    public_url,
    backups,
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
