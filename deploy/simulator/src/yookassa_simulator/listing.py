"""Lists with filters and a cursor, newest first, as both payments and refunds have them."""

import operator
from collections.abc import Callable, Mapping
from datetime import datetime

from yookassa_simulator.clock import parse
from yookassa_simulator.errors import invalid
from yookassa_simulator.journal import Document
from yookassa_simulator.world import World

_LIMIT_MAX = 100
_LIMIT_DEFAULT = 10
_COMPARE: dict[str, Callable[[datetime, datetime], bool]] = {
    "gte": operator.ge, "gt": operator.gt, "lte": operator.le, "lt": operator.lt,
}  # fmt: skip
_EQUAL = {
    "payment": ("status", "payment_method"),
    "refund": ("status", "payment_id"),
    "receipt": ("status", "payment_id", "refund_id"),
}
_TIMES = {"payment": ("created_at", "captured_at"), "refund": ("created_at",), "receipt": ()}


def page(world: World, shop: Document, kind: str, query: Mapping[str, str]) -> Document:
    """Return one page; `next_cursor` is there only when more follow."""
    limit = _limit(query.get("limit"))
    wanted = _filters(kind, query)
    records = [
        record["body"]
        for record in reversed(world.all(kind).values())
        if record["shop"] == shop["id"] and wanted(record["body"])
    ]
    start = 0
    if query.get("cursor"):
        ids = [body["id"] for body in records]
        if query["cursor"] not in ids:
            raise invalid("cursor", "Incorrect cursor")
        start = ids.index(query["cursor"])
    chosen = records[start : start + limit]
    answer: Document = {"type": "list", "items": chosen}
    if start + limit < len(records):
        answer["next_cursor"] = records[start + limit]["id"]
    return answer


def _limit(text: str | None) -> int:
    if text is None:
        return _LIMIT_DEFAULT
    if not text.isdecimal() or not 1 <= int(text) <= _LIMIT_MAX:
        raise invalid("limit", f"limit lies between 1 and {_LIMIT_MAX}")
    return int(text)


def _filters(kind: str, query: Mapping[str, str]) -> Callable[[Document], bool]:
    checks: list[Callable[[Document], bool]] = []
    for name, value in query.items():
        field, _, comparison = name.partition(".")
        if name in ("limit", "cursor"):
            continue
        if name in _EQUAL[kind]:
            checks.append(_equal(name, value))
        elif field in _TIMES[kind] and comparison in _COMPARE:
            checks.append(_compared(field, _COMPARE[comparison], _moment(name, value)))
        else:
            raise invalid(name, f"Unknown filter {name}")
    return lambda body: all(check(body) for check in checks)


def _equal(name: str, value: str) -> Callable[[Document], bool]:
    if name == "payment_method":
        return lambda body: (body.get("payment_method") or {}).get("type") == value
    return lambda body: body.get(name) == value


def _compared(
    field: str, compare: Callable[[datetime, datetime], bool], than: datetime
) -> Callable[[Document], bool]:
    return lambda body: field in body and compare(parse(body[field]), than)


def _moment(name: str, text: str) -> datetime:
    try:
        return parse(text)
    except ValueError:
        raise invalid(name, f"{name} is not a time") from None
