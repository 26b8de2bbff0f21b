"""Notices to the shop: the snapshot at event time, and the ways one goes wrong on its way."""

import copy
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from yookassa_simulator import faults
from yookassa_simulator.clock import iso, later, parse
from yookassa_simulator.journal import Document
from yookassa_simulator.world import World

# A held notice that nothing overtakes is sent after all.
_HELD_AT_MOST_S = 3600
_DEFAULT_DUPLICATES = 1
_DEFAULT_DELAY_S = 60.0


def emit(world: World, shop: Document, event: str, body: Document) -> None:
    """Queue the notice of a change, through the fault plan."""
    if event not in shop["events"] or not shop["webhook_url"]:
        return
    notice = {"type": "notification", "event": event, "object": copy.deepcopy(body)}
    delivery = _delivery(world, shop, notice)
    fault = faults.take_notice(world, event)
    if fault is not None:
        delivery["fault"] = fault.kind
        _SPOILERS[fault.kind](world, shop, delivery, fault.argument)
    _store(world, delivery)


def offer_forgery(world: World, shop: Document, payment: Document) -> None:
    """Send a false success for a payment nobody has paid, if the fault plan asks for one."""
    fault = faults.take_notice(world, "payment.pending", forged=True)
    if fault is None or not shop["webhook_url"]:
        return
    false = copy.deepcopy(payment)
    false |= {"status": "succeeded", "paid": True, "captured_at": world.now(), "refundable": True}
    false.pop("confirmation", None)
    notice = {"type": "notification", "event": "payment.succeeded", "object": false}
    _store(world, _delivery(world, shop, notice) | {"fault": "forge"})


def send(world: World, shop: Document, notice: Document) -> Document:
    """Queue any body at all, as a stranger or a broken sender would post it."""
    delivery = _delivery(world, shop, notice) | {"fault": "by_hand"}
    _store(world, delivery)
    return delivery


def redeliver(world: World, delivery: Document) -> None:
    """Send once more at once, whatever became of it; the schedule of retries starts anew."""
    now = world.now()
    delivery |= {"state": "waiting", "due": now, "event_at": now, "tries": 0}
    world.put_delivery(delivery["id"], delivery)


def release_held(world: World, shop_id: str, than: Document) -> None:
    """A later notice has arrived: let those it overtook follow."""
    for identity in tuple(world.held):
        delivery = world.all("delivery")[identity]
        if delivery["shop"] == shop_id and delivery["ordinal"] < than["ordinal"]:
            release(world, identity)


def release(world: World, delivery_id: str, _argument: str = "") -> None:
    delivery = world.get("delivery", delivery_id)
    if delivery is not None and delivery["state"] == "held":
        delivery |= {"state": "waiting", "due": world.now()}
        world.put_delivery(delivery_id, delivery)


def _delivery(world: World, shop: Document, notice: Document) -> Document:
    now = world.now()
    counter = world.get("meta", "deliveries") or {"value": 0}
    world.put("meta", "deliveries", {"value": counter["value"] + 1})
    body = notice.get("object")
    return {
        "id": world.new_id(),
        "ordinal": counter["value"] + 1,
        "shop": shop["id"],
        "event": notice.get("event"),
        "object_id": body.get("id") if isinstance(body, dict) else None,
        "body": notice,
        "state": "waiting",
        "fault": None,
        "event_at": now,
        "due": now,
        "tries": 0,
        "attempts": [],
    }


def _store(world: World, delivery: Document) -> None:
    world.put_delivery(delivery["id"], delivery)


def _duplicate(world: World, shop: Document, delivery: Document, argument: str) -> None:
    for _ in range(int(argument or _DEFAULT_DUPLICATES)):
        copied = _delivery(world, shop, copy.deepcopy(delivery["body"]))
        _store(world, copied | {"fault": "duplicate"})


def _delay(_world: World, _shop: Document, delivery: Document, argument: str) -> None:
    due = later(parse(delivery["due"]), float(argument or _DEFAULT_DELAY_S))
    delivery["due"] = iso(due)


def _reorder(world: World, _shop: Document, delivery: Document, _argument: str) -> None:
    delivery["state"] = "held"
    due = later(world.clock.now(), _HELD_AT_MOST_S)
    world.start_timer(due, "release_notice", delivery["id"])


def _lose(_world: World, _shop: Document, delivery: Document, _argument: str) -> None:
    delivery["state"] = "lost"


def _wrong_amount(_world: World, _shop: Document, delivery: Document, argument: str) -> None:
    amount = delivery["body"]["object"].get("amount")
    if amount is not None:
        amount["value"] = argument or f"{Decimal(amount['value']) / 100:.2f}"


def _missing_metadata(_world: World, _shop: Document, delivery: Document, _: str) -> None:
    delivery["body"]["object"].pop("metadata", None)


def _other_shop(_world: World, _shop: Document, delivery: Document, argument: str) -> None:
    owner = delivery["body"]["object"].setdefault("recipient", {"gateway_id": "1"})
    owner["account_id"] = argument or "999999"


def _unknown_event(_world: World, _shop: Document, delivery: Document, argument: str) -> None:
    delivery["body"]["event"] = argument or "payment.unheard_of"


def _test_flag_flip(_world: World, _shop: Document, delivery: Document, _argument: str) -> None:
    body = delivery["body"]["object"]
    body["test"] = not body.get("test", False)


def _forge(world: World, shop: Document, delivery: Document, _argument: str) -> None:
    false = copy.deepcopy(delivery["body"])
    false["event"] = "payment.succeeded"
    false["object"] |= {"status": "succeeded", "paid": True}
    _store(world, _delivery(world, shop, false) | {"fault": "forge"})


_Spoiler = Callable[[World, Document, dict[str, Any], str], None]
_SPOILERS: dict[str, _Spoiler] = {
    "duplicate": _duplicate,
    "delay": _delay,
    "reorder": _reorder,
    "lose": _lose,
    "forge": _forge,
    "wrong_amount": _wrong_amount,
    "missing_metadata": _missing_metadata,
    "other_shop": _other_shop,
    "unknown_event": _unknown_event,
    "test_flag_flip": _test_flag_flip,
}
