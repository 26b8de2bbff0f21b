"""Bodies nobody expects: refused in the provider's words, never an internal error."""

import copy
import random
from typing import Any

import pytest
from yookassa_simulator.remote import ShopDoor, Simulator

from shared.testing import eventually

Body = dict[str, Any]
ODD: list[Any] = [
    None, True, 0, -1, 1.5, 10**30, "", "x", "1.00", "NaN", "sNaN", "Infinity", "\x00", "\ud800",
    "я" * 200, [], [None], {}, {"type": []}, {"value": [], "currency": {}}, [[]] * 3,
]  # fmt: skip
FIELDS = (
    "amount", "confirmation", "capture", "description", "metadata", "receipt", "payment_id",
    "payment_method_id", "payment_method_data", "payment_token", "save_payment_method", "type",
    "items", "settlements",
)  # fmt: skip
RECEIPT_FIELDS = ("description", "quantity", "amount", "vat_code", "payment_mode", "subject")


def _strange(wish: Body, chosen: random.Random) -> Body:
    body = copy.deepcopy(wish)
    for _ in range(chosen.randint(1, 3)):
        body[chosen.choice(FIELDS)] = chosen.choice(ODD)
    if chosen.random() < 0.3:
        item = {name: chosen.choice(ODD) for name in RECEIPT_FIELDS}
        customer: Body = {"email": chosen.choice(["a@b.example", None, []])}
        body["receipt"] = {"customer": customer, "items": [item] * chosen.randint(0, 2)}
    return body


@pytest.mark.parametrize(
    "path", ["/payments", "/refunds", "/receipts", "/payment_methods", "/payments/x/capture"]
)
async def test_no_body_upsets_it(provider: Simulator, wish: Body, path: str) -> None:
    chosen = random.Random(path)
    for fiscal in (False, True):
        await provider.change_shop(fiscal=fiscal)
        for _ in range(60):
            answer = await provider.call("POST", path, _strange(wish, chosen))
            assert answer.status_code in (200, 400, 403, 404), answer.text
            assert answer.headers["content-type"].startswith("application/json")


async def test_half_a_character_survives_page_notice_and_restart(
    provider: Simulator, door: ShopDoor, wish: Body
) -> None:
    made = await provider.call("POST", "/payments", wish | {"description": "half \ud83d"})
    assert made.status_code == 200
    page = f"/checkout/payments/{made.json()['id']}"
    assert (await provider.send("GET", page)).status_code == 200
    await provider.finish(made.json()["id"])
    await eventually(lambda: door.received)


@pytest.mark.parametrize("body", [[], "x", 7, [1]])
async def test_the_hidden_hand_refuses_what_it_cannot_read(provider: Simulator, body: Any) -> None:
    for method, path in (("POST", "/clock"), ("POST", "/notify"), ("PUT", "/shops/100500")):
        assert (await provider.send(method, f"/_sim{path}", json=body)).status_code == 400
