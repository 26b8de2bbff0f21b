"""The operations of API v3: which method and path does what, with or without a key."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from yookassa_simulator import listing, methods, payments, receipts, refunds, shops
from yookassa_simulator.errors import ProviderError, not_found
from yookassa_simulator.idempotence import (
    check_key,
    fingerprint,
    recall,
    remember,
    worth_remembering,
)
from yookassa_simulator.journal import Document
from yookassa_simulator.world import World

Operation = TypeVar("Operation")
Read = Callable[[World, Document, str, Mapping[str, str]], Document]
Write = Callable[[World, Document, str, Document], Document]


def _receipt(world: World, shop: Document, receipt_id: str) -> Document:
    record = world.get("receipt", receipt_id)
    if record is None or record["shop"] != shop["id"]:
        raise not_found("receipt")
    return dict(record["body"])


_ID = r"([0-9A-Za-z-]{1,64})"
_READS: dict[str, Read] = {
    "/me": lambda _world, shop, _id, _query: shops.about(shop),
    "/payments": lambda world, shop, _id, query: listing.page(world, shop, "payment", query),
    "/refunds": lambda world, shop, _id, query: listing.page(world, shop, "refund", query),
    "/receipts": lambda world, shop, _id, query: listing.page(world, shop, "receipt", query),
    f"/payments/{_ID}": lambda world, shop, id_, _query: dict(
        payments.find(world, shop, id_)["body"]
    ),
    f"/refunds/{_ID}": lambda world, shop, id_, _query: refunds.find(world, shop, id_),
    f"/receipts/{_ID}": lambda world, shop, id_, _query: _receipt(world, shop, id_),
    f"/payment_methods/{_ID}": lambda world, shop, id_, _query: methods.find(world, shop, id_),
}
# Second: the kind of the object whose present state answers a replay.
_WRITES: dict[str, tuple[Write, str]] = {
    "/payments": (lambda world, shop, _id, body: payments.create(world, shop, body), "payment"),
    f"/payments/{_ID}/capture": (payments.capture, "payment"),
    f"/payments/{_ID}/cancel": (
        lambda world, shop, id_, _body: payments.cancel(world, shop, id_),
        "payment",
    ),
    "/refunds": (lambda world, shop, _id, body: refunds.create(world, shop, body), "refund"),
    "/receipts": (
        lambda world, shop, _id, body: receipts.create_receipt(world, shop, body),
        "receipt",
    ),
    "/payment_methods": (
        lambda world, shop, _id, body: methods.create(world, shop, body),
        "method",
    ),
}


@dataclass(frozen=True, slots=True)
class Call:
    """A request, read and still untrusted. `body` is empty where none was sent."""

    method: str
    path: str
    query: Mapping[str, str]
    key: str | None
    authorization: str | None
    body: Document


def perform(world: World, call: Call) -> Document:
    """Sign in, find the operation, and do it once per key."""
    shop = shops.sign_in(world, call.authorization)
    if call.method == "GET":
        read, identity = _find(_READS, _WRITES, call.path)
        return read(world, shop, identity, call.query)
    if call.method == "POST":
        (write, kind), identity = _find(_WRITES, _READS, call.path)
        return _once(world, shop, call, lambda: write(world, shop, identity, call.body), kind)
    raise ProviderError(405, None, "Method Not Allowed")


def _find(
    table: Mapping[str, Operation], other: Mapping[str, object], path: str
) -> tuple[Operation, str]:
    for pattern, operation in table.items():
        match = re.fullmatch(pattern, path)
        if match:
            return operation, match[1] if match.groups() else ""
    if any(re.fullmatch(pattern, path) for pattern in other):
        raise ProviderError(405, None, "Method Not Allowed")
    raise ProviderError(404, "not_found", "Resource not found")


def _once(
    world: World, shop: Document, call: Call, write: Callable[[], Document], kind: str
) -> Document:
    key = check_key(call.key)
    print_ = fingerprint(call.method, call.path, call.body)
    made = recall(world, shop["id"], key, print_)
    if made is not None:
        return made
    try:
        answer = write()
    except ProviderError as error:
        if worth_remembering(error):
            remember(world, shop["id"], key, print_, None)
        raise
    remember(world, shop["id"], key, print_, (kind, answer["id"]))
    return answer
