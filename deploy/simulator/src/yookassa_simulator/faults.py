"""The fault plan: which request or notice goes wrong, how, and how often."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from yookassa_simulator.errors import invalid
from yookassa_simulator.journal import Document
from yookassa_simulator.world import World

# Kinds of a request; True means that the kind needs a number after the colon.
REQUEST_KINDS = {
    "http": True,
    "500_before_effect": False,
    "500_after_effect": False,
    "hang": True,
    "hang_after_effect": True,
    "slow": True,
    "drop_before": False,
    "drop_after_effect": False,
    "202_then_ok": False,
    "bad_json": False,
    "truncate": False,
}
NOTICE_KINDS = {
    "duplicate": False,
    "delay": False,
    "reorder": False,
    "lose": False,
    "forge": False,
    "wrong_amount": False,
    "missing_metadata": False,
    "other_shop": False,
    "unknown_event": False,
    "test_flag_flip": False,
}
HTTP_ARGUMENTS = ("401", "403", "429", "500", "502-html", "503")
_NUMERIC = ("hang", "hang_after_effect", "slow", "duplicate", "delay")


@dataclass(frozen=True, slots=True)
class Fault:
    kind: str
    argument: str


def plan(world: World, wish: Any) -> Document:
    """Add one fault to the plan: `{match: {method, path, event}, times, probability, kind}`."""
    if not isinstance(wish, dict):
        raise invalid("fault", "A fault is an object")
    kind, _, argument = str(wish.get("kind", "")).partition(":")
    _check_kind(kind, argument)
    match = wish.get("match") or {}
    times, probability = wish.get("times", 1), wish.get("probability", 1.0)
    if not isinstance(match, dict) or not set(match) <= {"method", "path", "event"}:
        raise invalid("match", "match may name method, path and event")
    if times is not None and (not isinstance(times, int) or times < 1):
        raise invalid("times", "times is a positive number or null for ever")
    if not isinstance(probability, int | float) or not 0 <= probability <= 1:
        raise invalid("probability", "probability lies between 0 and 1")
    fault: Document = {
        "id": world.new_id(),
        "kind": kind,
        "argument": argument,
        "match": match,
        "times": times,
        "probability": probability,
        "used": 0,
    }
    return world.put("fault", fault["id"], fault)


def _check_kind(kind: str, argument: str) -> None:
    if kind not in REQUEST_KINDS | NOTICE_KINDS:
        raise invalid("kind", f"Unknown kind of fault {kind!r}")
    if kind == "http" and argument not in HTTP_ARGUMENTS:
        raise invalid("kind", f"http: one of {', '.join(HTTP_ARGUMENTS)}")
    numeric = kind in _NUMERIC
    if numeric and (argument or REQUEST_KINDS.get(kind)):
        try:
            float(argument)
        except ValueError:
            raise invalid("kind", f"{kind}: needs a number") from None


def take_request(world: World, method: str, path: str) -> Fault | None:
    """Use up and return the first fault planned for this request."""
    return _take(
        world,
        lambda fault: (
            fault["kind"] in REQUEST_KINDS
            and fnmatchcase(method, fault["match"].get("method", "*"))
            and fnmatchcase(path, fault["match"].get("path", "*"))
        ),
    )


def take_notice(world: World, event: str, *, forged: bool = False) -> Fault | None:
    """Use up and return the first fault planned for this notice.

    Nobody is told of a pending payment, so a forgery is the only thing that can happen there.
    """
    return _take(
        world,
        lambda fault: (
            fault["kind"] in NOTICE_KINDS
            and (not forged or fault["kind"] == "forge")
            and fnmatchcase(event, fault["match"].get("event", "*"))
        ),
    )


def _take(world: World, matches: Any) -> Fault | None:
    for identity, fault in list(world.all("fault").items()):
        if not matches(fault) or world.random.random() >= fault["probability"]:
            continue
        fault["used"] += 1
        if fault["times"] is not None and fault["used"] >= fault["times"]:
            world.remove("fault", identity)
        else:
            world.put("fault", identity, fault)
        return Fault(fault["kind"], fault["argument"])
    return None
