"""Notices: when they are sent, how long they are repeated, and every way they go wrong."""

import hashlib
import hmac
from typing import Any

import pytest
from yookassa_simulator.remote import ShopDoor, Simulator

from shared.testing import eventually

Body = dict[str, Any]
DAY = 24 * 3600


async def paid(provider: Simulator, wish: Body, outcome: str = "succeeded") -> Body:
    payment = (await provider.call("POST", "/payments", wish)).json()
    body: Body = await provider.finish(payment["id"], outcome)
    return body


async def test_a_payment_is_announced_as_it_was_at_that_moment(
    provider: Simulator, door: ShopDoor, wish: Body
) -> None:
    payment = await paid(provider, wish)
    await eventually(lambda: door.received)
    notice = {"type": "notification", "event": "payment.succeeded", "object": payment}
    assert door.received == [notice]
    headers = door.requests[0][0]
    # The provider signs nothing.
    assert not [name for name in headers if "signature" in name.lower()]


async def test_each_kind_of_event_has_its_notice(
    provider: Simulator, door: ShopDoor, wish: Body
) -> None:
    held = await paid(provider, wish | {"capture": False})
    await eventually(lambda: len(door.events) == 1)
    await provider.call("POST", f"/payments/{held['id']}/capture")
    await eventually(lambda: len(door.events) == 2)
    await provider.control("POST", "/refunds", {"payment_id": held["id"]})
    await eventually(lambda: len(door.events) == 3)
    await paid(provider, wish, "canceled:general_decline")
    await eventually(lambda: len(door.events) == 4)
    ask = {"type": "bank_card", "confirmation": wish["confirmation"]}
    method = (await provider.call("POST", "/payment_methods", ask)).json()
    page = f"/checkout/payment-methods/{method['id']}"
    await provider.send("POST", page, data={"action": "pay"})
    await eventually(lambda: len(door.events) == 5)
    assert door.events == [
        "payment.waiting_for_capture",
        "payment.succeeded",
        "refund.succeeded",
        "payment.canceled",
        "payment_method.active",
    ]


async def test_a_notice_is_repeated_within_a_day_and_then_lost(
    provider: Simulator, door: ShopDoor, wish: Body
) -> None:
    # Anything but a plain 200 is a failure, a 201 and a redirect too.
    door.statuses = [500, 201, 302, 404, 503, 204, 401, 500, 500]
    await paid(provider, wish)
    await eventually(lambda: len(door.received) == 1)
    for number, seconds in enumerate((10, 32, 42, 84, 504, 4704, 80640), start=2):
        await provider.advance(seconds + 0.5)
        await _arrived(door, number)
    await eventually(lambda: _states(provider, "failed"))
    await provider.advance(30 * DAY)
    assert len(door.received) == 8


async def test_one_jump_over_a_day_sends_all_repeats(
    provider: Simulator, door: ShopDoor, wish: Body
) -> None:
    door.statuses = [500] * 7
    await paid(provider, wish)
    await provider.advance(DAY)
    await eventually(lambda: _states(provider, "delivered"))
    assert len(door.received) == 8


async def test_an_acknowledged_notice_is_not_repeated_until_asked(
    provider: Simulator, door: ShopDoor, wish: Body
) -> None:
    await paid(provider, wish)
    (delivery,) = await eventually(lambda: _states(provider, "delivered"))
    await provider.advance(DAY)
    assert len(door.received) == 1
    await provider.control("POST", f"/deliveries/{delivery['id']}/redeliver")
    await eventually(lambda: len(door.received) == 2)
    assert door.received[0] == door.received[1]


async def test_a_trusted_proxy_signs_and_names_the_sender(
    provider: Simulator, door: ShopDoor, wish: Body
) -> None:
    await provider.change_shop(webhook_secret="proxy-key", forwarded_for="185.71.76.5")
    await paid(provider, wish)
    await eventually(lambda: door.requests)
    headers, body = door.requests[0]
    assert headers["X-Forwarded-For"] == "185.71.76.5"
    signed = headers["X-Webhook-Timestamp"].encode() + b"." + body
    expected = hmac.new(b"proxy-key", signed, hashlib.sha256).hexdigest()
    assert headers["X-Webhook-Signature"] == f"v1={expected}"
    plain = hmac.new(b"proxy-key", body, hashlib.sha256).hexdigest()
    assert headers["X-Yookassa-Signature"] == plain


async def test_duplicate(provider: Simulator, door: ShopDoor, wish: Body) -> None:
    await provider.fail("duplicate:3", event="payment.*")
    await paid(provider, wish)
    await eventually(lambda: len(door.received) == 4)
    assert all(notice == door.received[0] for notice in door.received)


async def test_delay(provider: Simulator, door: ShopDoor, wish: Body) -> None:
    await provider.fail("delay:600")
    await paid(provider, wish)
    await paid(provider, wish)
    await eventually(lambda: len(door.received) == 1)
    await provider.advance(601)
    await eventually(lambda: len(door.received) == 2)


async def test_reorder(provider: Simulator, door: ShopDoor, wish: Body) -> None:
    await provider.fail("reorder", event="payment.waiting_for_capture")
    held = await paid(provider, wish | {"capture": False})
    await provider.call("POST", f"/payments/{held['id']}/capture")
    await eventually(lambda: len(door.received) == 2)
    assert door.events == ["payment.succeeded", "payment.waiting_for_capture"]


async def test_reorder_sends_after_an_hour_what_nothing_overtakes(
    provider: Simulator, door: ShopDoor, wish: Body
) -> None:
    await provider.fail("reorder")
    await paid(provider, wish)
    assert await _states(provider, "held")
    await provider.advance(3601)
    await eventually(lambda: len(door.received) == 1)


async def test_lose(provider: Simulator, door: ShopDoor, wish: Body) -> None:
    await provider.fail("lose")
    await paid(provider, wish)
    await provider.advance(2 * DAY)
    await paid(provider, wish)
    await eventually(lambda: len(door.received) == 1)
    assert len(await _states(provider, "lost")) == 1


async def test_forge(provider: Simulator, door: ShopDoor, wish: Body) -> None:
    await provider.fail("forge", event="payment.pending")
    payment = (await provider.call("POST", "/payments", wish)).json()
    await eventually(lambda: door.received)
    false = door.received[0]
    assert (false["event"], false["object"]["status"]) == ("payment.succeeded", "succeeded")
    true = (await provider.call("GET", f"/payments/{payment['id']}")).json()
    assert (true["status"], true["paid"]) == ("pending", False)


async def test_forge_beside_a_true_decline(provider: Simulator, door: ShopDoor, wish: Body) -> None:
    await provider.fail("forge", event="payment.canceled")
    await paid(provider, wish, "canceled:general_decline")
    await eventually(lambda: len(door.received) == 2)
    assert sorted(door.events) == ["payment.canceled", "payment.succeeded"]


@pytest.mark.parametrize(
    ("kind", "path", "value"),
    [
        ("wrong_amount", ("object", "amount", "value"), "9.90"),
        ("wrong_amount:1.00", ("object", "amount", "value"), "1.00"),
        ("missing_metadata", ("object", "metadata"), None),
        ("other_shop", ("object", "recipient", "account_id"), "999999"),
        ("unknown_event", ("event",), "payment.unheard_of"),
        ("test_flag_flip", ("object", "test"), False),
    ],
)
async def test_a_spoilt_notice_differs_from_the_truth(
    provider: Simulator, door: ShopDoor, wish: Body, kind: str, path: tuple[str, ...], value: Any
) -> None:
    await provider.fail(kind)
    payment = await paid(provider, wish)
    await eventually(lambda: door.received)
    found: Any = door.received[0]
    for name in path:
        found = found.get(name)
    assert found == value
    assert (await provider.call("GET", f"/payments/{payment['id']}")).json() == payment


async def test_anything_can_be_posted_and_any_payment_changed(
    provider: Simulator, door: ShopDoor, wish: Body
) -> None:
    await provider.control("POST", "/notify", {"notice": {"event": "x", "object": None}})
    await eventually(lambda: door.received == [{"event": "x", "object": None}])
    payment = await paid(provider, wish)
    change = {"amount": {"value": "1.00", "currency": "RUB"}}
    await provider.control("PATCH", f"/payments/{payment['id']}", change)
    after = (await provider.call("GET", f"/payments/{payment['id']}")).json()
    assert after["amount"]["value"] == "1.00"


async def _states(provider: Simulator, state: str) -> list[Body]:
    return await provider.deliveries(state=state)


async def _arrived(door: ShopDoor, count: int) -> None:
    await eventually(lambda: len(door.received) == count)
