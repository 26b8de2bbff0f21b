"""The life of a payment, as its payer, its shop and time bring it about."""

from typing import Any

import pytest
from yookassa_simulator.outcomes import TEST_CARDS
from yookassa_simulator.remote import Simulator

Body = dict[str, Any]
HOUR = 3600
DAY = 24 * HOUR


async def opened(provider: Simulator, wish: Body) -> Body:
    answer = await provider.call("POST", "/payments", wish)
    assert answer.status_code == 200, answer.text
    body: Body = answer.json()
    return body


async def shown(provider: Simulator, payment_id: str) -> Body:
    body: Body = (await provider.call("GET", f"/payments/{payment_id}")).json()
    return body


async def test_the_page_shows_the_sum_and_pays(provider: Simulator, wish: Body) -> None:
    payment = await opened(provider, wish | {"description": "<b>Pro</b>"})
    page = f"/checkout/payments/{payment['id']}"
    assert payment["confirmation"]["confirmation_url"] == provider.url + page
    seen = await provider.send("GET", page)
    assert "990.00 RUB" in seen.text
    assert "&lt;b&gt;Pro" in seen.text
    paid = await provider.send("POST", page, data={"action": "pay"})
    assert paid.status_code == 303
    assert paid.headers["location"] == wish["confirmation"]["return_url"]
    after = await shown(provider, payment["id"])
    assert (after["status"], after["paid"]) == ("succeeded", True)
    assert "is succeeded" in (await provider.send("GET", page)).text


@pytest.mark.parametrize(
    ("form", "status", "reason"),
    [
        ({"action": "decline", "reason": "card_expired"}, "canceled", "card_expired"),
        ({"action": "decline", "reason": "<x>"}, "canceled", "general_decline"),
        ({"action": "3ds"}, "canceled", "3d_secure_failed"),
        ({"action": "leave"}, "pending", None),
        *[
            ({"action": "pay", "card": card}, outcome.split(":")[0], outcome.partition(":")[2])
            for card, outcome in TEST_CARDS.items()
        ],
    ],
)
async def test_each_button_and_card_ends_as_it_says(
    provider: Simulator, wish: Body, form: Body, status: str, reason: str | None
) -> None:
    payment = await opened(provider, wish)
    back = await provider.send("POST", f"/checkout/payments/{payment['id']}", data=form)
    # The address of return is the same whatever happened.
    assert back.headers["location"] == wish["confirmation"]["return_url"]
    after = await shown(provider, payment["id"])
    assert after["status"] == status
    assert after.get("cancellation_details", {}).get("reason", "") == (reason or "")


async def test_an_unknown_button_does_nothing(provider: Simulator, wish: Body) -> None:
    payment = await opened(provider, wish)
    page = f"/checkout/payments/{payment['id']}"
    assert (await provider.send("POST", page, data={"action": "steal"})).status_code == 400
    assert (await provider.send("GET", "/checkout/payments/none")).status_code == 404
    assert (await shown(provider, payment["id"]))["status"] == "pending"


async def test_a_final_payment_stays_as_it_is(provider: Simulator, wish: Body) -> None:
    payment = await opened(provider, wish)
    await provider.finish(payment["id"])
    before = await shown(provider, payment["id"])
    await provider.finish(payment["id"], "canceled:general_decline")
    await provider.advance(30 * DAY)
    assert await shown(provider, payment["id"]) == before


async def test_a_payment_nobody_confirms_expires_after_an_hour(
    provider: Simulator, wish: Body
) -> None:
    payment = await opened(provider, wish)
    await provider.advance(HOUR - 10)
    assert (await shown(provider, payment["id"]))["status"] == "pending"
    await provider.advance(20)
    after = await shown(provider, payment["id"])
    assert after["cancellation_details"]["reason"] == "expired_on_confirmation"


async def test_money_on_hold_is_captured_whole_or_in_part(provider: Simulator, wish: Body) -> None:
    for request, value in (({}, "990.00"), ({"amount": _rub("400.00")}, "400.00")):
        payment = await opened(provider, wish | {"capture": False})
        held = await provider.finish(payment["id"])
        assert (held["status"], held["paid"]) == ("waiting_for_capture", True)
        answer = await provider.call("POST", f"/payments/{payment['id']}/capture", request)
        assert answer.json()["status"] == "succeeded"
        assert answer.json()["amount"]["value"] == value


async def test_without_the_capture_flag_money_is_only_held(provider: Simulator, wish: Body) -> None:
    del wish["capture"]
    payment = await opened(provider, wish)
    assert (await provider.finish(payment["id"]))["status"] == "waiting_for_capture"
    await provider.advance(7 * DAY + 1)
    after = await shown(provider, payment["id"])
    assert after["cancellation_details"] == {"party": "merchant", "reason": "expired_on_capture"}


async def test_only_money_on_hold_can_be_captured_or_let_go(
    provider: Simulator, wish: Body
) -> None:
    payment = await opened(provider, wish | {"capture": False})
    for verb in ("capture", "cancel"):
        early = await provider.call("POST", f"/payments/{payment['id']}/{verb}")
        assert early.status_code == 400
    await provider.finish(payment["id"])
    more = {"amount": _rub("990.01")}
    assert (
        await provider.call("POST", f"/payments/{payment['id']}/capture", more)
    ).status_code == 400
    answer = await provider.call("POST", f"/payments/{payment['id']}/cancel")
    assert answer.json()["cancellation_details"]["reason"] == "canceled_by_merchant"
    late = await provider.call("POST", f"/payments/{payment['id']}/capture")
    assert late.status_code == 400


async def saved(provider: Simulator, wish: Body) -> str:
    payment = await opened(provider, wish | {"save_payment_method": True})
    method = (await provider.finish(payment["id"]))["payment_method"]
    assert method["saved"] is True
    assert method["id"] == payment["id"]
    return str(method["id"])


def _charge(wish: Body, method: str) -> Body:
    return {k: v for k, v in wish.items() if k != "confirmation"} | {"payment_method_id": method}


async def test_a_saved_method_is_charged_as_its_script_says(
    provider: Simulator, wish: Body
) -> None:
    method = await saved(provider, wish)
    lines = ["canceled:insufficient_funds", "pending->succeeded:30s", "succeeded"]
    await provider.control("PUT", f"/payment_methods/{method}/script", {"script": lines})
    charges = [await opened(provider, _charge(wish, method)) for _ in range(4)]
    assert [charge["status"] for charge in charges] == [
        "canceled", "pending", "succeeded", "succeeded",
    ]  # fmt: skip
    assert "confirmation" not in charges[2]
    assert charges[2]["payment_method"]["id"] == method
    await provider.advance(31)
    assert (await shown(provider, charges[1]["id"]))["status"] == "succeeded"


async def test_a_revoked_permission_declines_without_an_http_error(
    provider: Simulator, wish: Body
) -> None:
    method = await saved(provider, wish)
    await provider.control("POST", f"/payment_methods/{method}/revoke")
    charge = await opened(provider, _charge(wish, method))
    assert charge["cancellation_details"]["reason"] == "permission_revoked"


async def test_the_payer_decides_about_saving_where_the_shop_asks_nothing(
    provider: Simulator, wish: Body
) -> None:
    for asked, ticked, kept in ((None, "1", True), (None, "", False), (False, "1", False)):
        more = {} if asked is None else {"save_payment_method": asked}
        payment = await opened(provider, wish | more)
        page = f"/checkout/payments/{payment['id']}"
        await provider.send("POST", page, data={"action": "pay", "save": ticked})
        assert (await shown(provider, payment["id"]))["payment_method"]["saved"] is kept


async def test_a_shop_without_recurring_payments_is_refused(
    provider: Simulator, wish: Body
) -> None:
    await provider.change_shop(recurring=False)
    answer = await provider.call("POST", "/payments", wish | {"save_payment_method": True})
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert (await provider.call("POST", "/payments", wish)).status_code == 200


async def test_a_method_is_bound_without_a_payment(provider: Simulator, wish: Body) -> None:
    ask = {"type": "bank_card", "confirmation": wish["confirmation"]}
    for form, status in (({"action": "pay"}, "active"), ({"action": "3ds"}, "inactive")):
        method = (await provider.call("POST", "/payment_methods", ask)).json()
        page = f"/checkout/payment-methods/{method['id']}"
        assert (await provider.send("GET", page)).status_code == 200
        assert (await provider.send("POST", page, data=form)).status_code == 303
        after = (await provider.call("GET", f"/payment_methods/{method['id']}")).json()
        assert (after["status"], after["saved"]) == (status, status == "active")
    late = (await provider.call("POST", "/payment_methods", ask)).json()
    await provider.advance(HOUR + 1)
    after = (await provider.call("GET", f"/payment_methods/{late['id']}")).json()
    assert after["status"] == "inactive"


async def test_every_payment_can_confirm_itself(provider: Simulator, wish: Body) -> None:
    await provider.change_shop(auto_confirm="pending->succeeded:5s")
    payment = await opened(provider, wish)
    assert payment["confirmation"]["confirmation_url"]
    await provider.advance(6)
    assert (await shown(provider, payment["id"]))["status"] == "succeeded"


async def test_time_stands_still_when_told_and_never_runs_back(
    provider: Simulator, wish: Body
) -> None:
    await provider.control("POST", "/clock", {"frozen": True})
    first, second = await opened(provider, wish), await opened(provider, wish)
    assert first["created_at"] == second["created_at"]
    back = await provider.send("POST", "/_sim/clock", json={"advance_seconds": -1})
    assert back.status_code == 400
    moved = await provider.control("POST", "/clock", {"now": "2040-01-01T00:00:00Z"})
    assert moved["now"] == "2040-01-01T00:00:00.000Z"


def _rub(value: str) -> Body:
    return {"value": value, "currency": "RUB"}
