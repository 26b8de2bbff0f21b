"""What the provider refuses, and with which word."""

import copy
from typing import Any

import httpx
import pytest
from yookassa_simulator.remote import Simulator

Body = dict[str, Any]
BACK = {"type": "redirect", "return_url": "https://shop.example/back"}


def rub(value: Any) -> Body:
    return {"value": value, "currency": "RUB"}


REFUSED: list[tuple[Body, str]] = [
    ({"amount": None}, "amount"),
    ({"amount": "990.00"}, "amount"),
    ({"amount": rub("990.0")}, "amount.value"),
    ({"amount": rub("990")}, "amount.value"),
    ({"amount": rub("990,00")}, "amount.value"),
    ({"amount": rub(990.0)}, "amount.value"),
    ({"amount": rub("-1.00")}, "amount.value"),
    ({"amount": rub("0.00")}, "amount.value"),
    ({"amount": rub("0.99")}, "amount.value"),
    ({"amount": rub("350000.01")}, "amount.value"),
    ({"amount": {"value": "1.00", "currency": "USD"}}, "amount.currency"),
    ({"description": "x" * 129}, "description"),
    ({"description": 7}, "description"),
    ({"metadata": []}, "metadata"),
    ({"metadata": {str(n): "x" for n in range(17)}}, "metadata"),
    ({"metadata": {"k" * 33: "x"}}, "metadata"),
    ({"metadata": {"k": "x" * 513}}, "metadata.k"),
    ({"metadata": {"k": 1}}, "metadata.k"),
    ({"capture": "yes"}, "capture"),
    ({"save_payment_method": 1}, "save_payment_method"),
    ({"confirmation": None}, "confirmation"),
    ({"confirmation": {"type": "teleport"}}, "confirmation"),
    ({"confirmation": {"type": "redirect"}}, "confirmation.return_url"),
    ({"confirmation": BACK | {"return_url": "javascript:1"}}, "confirmation.return_url"),
    ({"confirmation": BACK | {"return_url": "https://x/" + "a" * 2048}}, "confirmation.return_url"),
    ({"payment_method_id": "x", "payment_token": "y"}, "payment_method_id"),
    ({"payment_method_id": "unknown"}, "payment_method_id"),
    ({"payment_method_data": "card"}, "payment_method_data"),
    ({"receipt": {}}, "receipt"),
]


@pytest.mark.parametrize(("change", "parameter"), REFUSED)
async def test_a_wrong_field_is_named(
    provider: Simulator, wish: Body, change: Body, parameter: str
) -> None:
    answer = await provider.call("POST", "/payments", wish | change)
    assert answer.status_code == 400
    assert (answer.json()["code"], answer.json()["parameter"]) == ("invalid_request", parameter)
    assert not (await provider.state())["payment"]


@pytest.mark.parametrize(
    "auth", [("100500", "wrong"), ("nobody", "test_simulator"), ("100500", "")]
)
async def test_a_stranger_is_not_let_in(provider: Simulator, auth: tuple[str, str]) -> None:
    for method, path in (("GET", "/me"), ("POST", "/payments"), ("GET", "/no/such/path")):
        answer = await provider.call(method, path, auth=auth)
        assert (answer.status_code, answer.json()["code"]) == (401, "invalid_credentials")


@pytest.mark.parametrize("header", ["", "Basic", "Basic %%%", "Bearer token", "Basic w6k="])
async def test_a_broken_authorization_is_refused(provider: Simulator, header: str) -> None:
    answer = await provider.send("GET", "/v3/me", headers={"Authorization": header})
    assert answer.status_code == 401


async def test_paths_methods_and_types_that_do_not_exist(provider: Simulator, wish: Body) -> None:
    assert (await provider.call("GET", "/nothing")).status_code == 404
    assert (await provider.call("PUT", "/payments")).status_code == 405
    assert (await provider.call("POST", "/me")).status_code == 405
    assert (await provider.call("GET", "/payments/x/capture")).status_code == 405
    auth = httpx.BasicAuth(provider.shop_id, provider.key)
    for content, type_, status in (
        (b"a=b", "application/x-www-form-urlencoded", 415),
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
    ):
        answer = await provider.send(
            "POST", "/v3/payments", content=content, auth=auth, headers={"Content-Type": type_}
        )
        assert (answer.status_code, answer.json()["type"]) == (status, "error")


async def test_an_unknown_payment_is_400_or_404_as_the_shop_has_it(provider: Simulator) -> None:
    for status, code in ((404, "not_found"), (400, "invalid_request")):
        await provider.change_shop(unknown_payment_status=status)
        answer = await provider.call("GET", "/payments/none")
        assert answer.status_code == status
        assert (answer.json()["code"], answer.json()["parameter"]) == (code, "payment_id")


async def test_one_shop_does_not_see_another(provider: Simulator, wish: Body) -> None:
    await provider.control("PUT", "/shops/777", {"key": "test_other"})
    mine = (await provider.call("POST", "/payments", wish)).json()
    other = ("777", "test_other")
    assert (await provider.call("GET", f"/payments/{mine['id']}", auth=other)).status_code == 404
    assert not (await provider.call("GET", "/payments", auth=other)).json()["items"]
    theirs = await provider.call("POST", "/payments", wish, auth=other)
    assert theirs.json()["recipient"]["account_id"] == "777"


RECEIPT: Body = {
    "customer": {"email": "payer@shop.example"},
    "items": [
        {
            "description": "Plan Pro",
            "quantity": "1.00",
            "amount": rub("990.00"),
            "vat_code": 11,
            "payment_mode": "full_payment",
            "payment_subject": "service",
        }
    ],
}


def _receipt(**item: Any) -> Body:
    receipt = copy.deepcopy(RECEIPT)
    receipt["items"][0] |= item
    return receipt


async def test_a_fiscal_shop_registers_the_receipt(provider: Simulator, wish: Body) -> None:
    for outcome in ("succeeded", "canceled"):
        await provider.change_shop(fiscal=True, receipt_outcome=outcome)
        answer = await provider.call("POST", "/payments", wish | {"receipt": RECEIPT})
        assert answer.status_code == 200, answer.text
        paid = await provider.finish(answer.json()["id"])
        assert paid["receipt_registration"] == "pending"
        await provider.advance(6)
        after = (await provider.call("GET", f"/payments/{paid['id']}")).json()
        assert (after["status"], after["receipt_registration"]) == ("succeeded", outcome)


@pytest.mark.parametrize(
    "receipt",
    [
        None,
        RECEIPT | {"customer": {}},
        RECEIPT | {"customer": {"email": "nobody"}},
        RECEIPT | {"customer": {"phone": "79001234567"}},
        RECEIPT | {"items": []},
        RECEIPT | {"items": RECEIPT["items"] * 81},
        RECEIPT | {"tax_system_code": 7},
        _receipt(amount=rub("989.99")),
        _receipt(quantity="2.00"),
        _receipt(quantity="many"),
        _receipt(vat_code=13),
        _receipt(vat_code=None),
        _receipt(payment_mode="later"),
        _receipt(payment_subject="air"),
        _receipt(description=""),
        _receipt(description="x" * 129),
    ],
)
async def test_a_fiscal_shop_must_send_a_right_receipt(
    provider: Simulator, wish: Body, receipt: Body | None
) -> None:
    await provider.change_shop(fiscal=True)
    answer = await provider.call("POST", "/payments", wish | {"receipt": receipt})
    assert answer.status_code == 400
    assert answer.json()["parameter"].startswith("receipt")


async def test_a_receipt_of_its_own_is_registered(provider: Simulator, wish: Body) -> None:
    payment = (await provider.call("POST", "/payments", wish)).json()
    ask = {"type": "payment", "payment_id": payment["id"], "items": RECEIPT["items"]}
    ask |= {"settlements": [{"type": "prepayment", "amount": rub("990.00")}]}
    receipt = (await provider.call("POST", "/receipts", ask)).json()
    assert receipt["status"] == "pending"
    await provider.advance(6)
    after = (await provider.call("GET", f"/receipts/{receipt['id']}")).json()
    assert after["status"] == "succeeded"
    assert len((await provider.call("GET", "/receipts")).json()["items"]) == 1
    assert (await provider.call("GET", "/receipts/rt-none")).status_code == 404
    assert (await provider.call("POST", "/receipts", ask | {"type": "x"})).status_code == 400


@pytest.mark.parametrize(
    "fields",
    [
        {"colour": "red"},
        {"webhook_url": "https://shop.example/"},
        {"webhook_url": "ftp://127.0.0.1/"},
        {"events": ["payment.dreamt"]},
        {"auto_confirm": "perhaps"},
        {"unknown_payment_status": 418},
        {"receipt_outcome": "lost"},
        {"refund_script": ["pending->succeeded"]},
    ],
)
async def test_the_cabinet_refuses_a_wrong_setting(provider: Simulator, fields: Body) -> None:
    answer = await provider.send("PUT", f"/_sim/shops/{provider.shop_id}", json=fields)
    assert answer.status_code == 400
