"""Money back: from the shop's program and from the cabinet."""

import asyncio
from typing import Any

import pytest
from yookassa_simulator.remote import Simulator

Body = dict[str, Any]


def rub(value: str) -> Body:
    return {"value": value, "currency": "RUB"}


@pytest.fixture
async def paid(provider: Simulator, wish: Body) -> str:
    payment = (await provider.call("POST", "/payments", wish)).json()
    await provider.finish(payment["id"])
    return str(payment["id"])


async def refund(provider: Simulator, payment_id: str, value: str, **more: Any) -> Any:
    ask = {"payment_id": payment_id, "amount": rub(value), **more}
    return await provider.call("POST", "/refunds", ask)


async def test_refunds_add_up_to_the_payment_and_no_further(provider: Simulator, paid: str) -> None:
    first = await refund(provider, paid, "400.00", description="a part")
    assert first.json()["status"] == "succeeded"
    assert (await refund(provider, paid, "590.01")).status_code == 400
    assert (await refund(provider, paid, "590.00")).json()["status"] == "succeeded"
    payment = (await provider.call("GET", f"/payments/{paid}")).json()
    assert payment["status"] == "succeeded"
    assert (payment["refunded_amount"]["value"], payment["refundable"]) == ("990.00", False)
    assert (await refund(provider, paid, "1.00")).status_code == 400


@pytest.mark.parametrize("value", ["0.50", "989.50", "990.01", "0.00"])
async def test_a_refund_leaves_nothing_or_a_rouble(
    provider: Simulator, paid: str, value: str
) -> None:
    assert (await refund(provider, paid, value)).status_code == 400


async def test_only_a_succeeded_payment_is_refunded(provider: Simulator, wish: Body) -> None:
    payment = (await provider.call("POST", "/payments", wish)).json()
    assert (await refund(provider, payment["id"], "10.00")).status_code == 400
    assert (await refund(provider, "none", "10.00")).status_code == 404
    assert (await provider.call("POST", "/refunds", {"amount": rub("1.00")})).status_code == 400


async def test_parallel_refunds_never_give_back_more_than_was_paid(
    provider: Simulator, paid: str
) -> None:
    await provider.change_shop(refund_script=["pending->succeeded:60s"] * 10)
    answers = await asyncio.gather(*(refund(provider, paid, "300.00") for _ in range(10)))
    assert [answer.status_code for answer in answers].count(200) == 3
    await provider.advance(61)
    payment = (await provider.call("GET", f"/payments/{paid}")).json()
    assert payment["refunded_amount"]["value"] == "900.00"


async def test_a_refund_may_fail_now_or_later(provider: Simulator, paid: str) -> None:
    lines = ["canceled:insufficient_funds", "pending->canceled:rejected_by_payee:9s"]
    await provider.change_shop(refund_script=lines)
    now = (await refund(provider, paid, "990.00")).json()
    assert now["cancellation_details"]["reason"] == "insufficient_funds"
    later = (await refund(provider, paid, "990.00")).json()
    assert later["status"] == "pending"
    await provider.advance(10)
    after = (await provider.call("GET", f"/refunds/{later['id']}")).json()
    assert after["cancellation_details"]["reason"] == "rejected_by_payee"
    assert (await refund(provider, paid, "990.00")).json()["status"] == "succeeded"


async def test_the_cabinet_refunds_without_the_program(
    provider: Simulator, wish: Body, paid: str
) -> None:
    made = await provider.control("POST", "/refunds", {"payment_id": paid})
    assert (made["status"], made["amount"]["value"]) == ("succeeded", "990.00")
    listed = (await provider.call("GET", f"/refunds?payment_id={paid}")).json()["items"]
    assert [item["id"] for item in listed] == [made["id"]]
    assert (await provider.send("POST", "/_sim/refunds", json={})).status_code == 404
