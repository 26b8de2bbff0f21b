"""54-FZ receipts and request bodies: pure functions of configuration and intent."""

import json
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from billing_service.clients.bodies import freeze_payment, freeze_refund, money
from billing_service.clients.receipts import build_receipt, vat_code
from billing_service.clients.yookassa import YooKassa
from billing_service.domain.provider import (
    PaymentIntent,
    ProviderRefused,
    ReceiptConfig,
    ReceiptContactMissing,
    ReceiptLine,
    RefundIntent,
)
from yookassa_simulator.remote import Simulator

# 20 % until the end of 2025, 22 % from then on.
RAISED = datetime(2026, 1, 1, tzinfo=UTC)
CONFIG = ReceiptConfig(
    vat_codes=((datetime(2019, 1, 1, tzinfo=UTC), 4), (RAISED, 11)), tax_system_code=2
)
PAYMENT = "22e12f66-000f-5000-8000-18db351245c7"
LINE = ReceiptLine(
    description="План «Про»",
    amount=Decimal("990.00"),
    currency="RUB",
    email="payer@shop.example",
    phone=None,
    sold_at=RAISED,
)


def test_a_receipt_says_what_the_configuration_says() -> None:
    assert build_receipt(CONFIG, LINE) == {
        "customer": {"email": "payer@shop.example"},
        "items": [
            {
                "description": "План «Про»",
                "quantity": "1.00",
                "amount": {"value": "990.00", "currency": "RUB"},
                "vat_code": 11,
                "payment_mode": "full_payment",
                "payment_subject": "service",
            }
        ],
        "tax_system_code": 2,
    }
    assert "tax_system_code" not in build_receipt(replace(CONFIG, tax_system_code=None), LINE)


@pytest.mark.parametrize(
    ("sold_at", "code"),
    [
        (RAISED - timedelta(microseconds=1), 4),
        (RAISED, 11),
        (datetime(2040, 1, 1, tzinfo=UTC), 11),
        (datetime(2019, 1, 1, tzinfo=UTC), 4),
    ],
)
def test_the_vat_code_is_that_of_the_day_of_the_sale(sold_at: datetime, code: int) -> None:
    assert vat_code(CONFIG, replace(LINE, sold_at=sold_at)) == code


def test_a_sale_before_any_vat_code_is_a_mistake_of_the_configuration() -> None:
    with pytest.raises(ValueError, match="2018-12-31"):
        vat_code(CONFIG, replace(LINE, sold_at=datetime(2018, 12, 31, tzinfo=UTC)))


@pytest.mark.parametrize(
    ("email", "phone", "customer"),
    [
        (" a@b.example ", None, {"email": "a@b.example"}),
        (None, "+7 (900) 123-45-67", {"phone": "79001234567"}),
        ("a@b.example", "79001234567", {"email": "a@b.example", "phone": "79001234567"}),
    ],
)
def test_a_receipt_goes_to_whatever_contact_is_known(
    email: str | None, phone: str | None, customer: dict[str, str]
) -> None:
    line = replace(LINE, email=email, phone=phone)
    assert build_receipt(CONFIG, line)["customer"] == customer


@pytest.mark.parametrize(("email", "phone"), [(None, None), ("", ""), ("  ", "---")])
def test_without_a_contact_there_is_no_receipt(email: str | None, phone: str | None) -> None:
    with pytest.raises(ReceiptContactMissing):
        build_receipt(CONFIG, replace(LINE, email=email, phone=phone))


async def test_the_provider_accepts_our_receipt_with_payment_and_refund(
    connect: Any, remote: Simulator, intent: PaymentIntent
) -> None:
    await remote.change_shop(fiscal=True)
    adapter: YooKassa = connect(receipt=CONFIG)
    long = replace(LINE, description="Очень длинное название " * 20)
    made = await adapter.create_payment(replace(intent, receipt=adapter.receipt(long)))
    await remote.finish(made.id)
    assert (await adapter.get_payment(made.id)).receipt_registration == "pending"
    part = adapter.receipt(replace(LINE, amount=Decimal("90.00")))
    wish = RefundIntent("r", made.id, Decimal(90), "RUB", receipt=part)
    refund = await adapter.create_refund(wish)
    assert (refund.status, refund.receipt_registration) == ("succeeded", "pending")
    await remote.advance(6)
    assert (await adapter.get_refund(refund.id)).receipt_registration == "succeeded"


async def test_a_shop_without_receipts_sends_none(connect: Any) -> None:
    assert connect().receipt(LINE) is None


def test_a_frozen_body_is_the_same_for_the_same_intent(intent: PaymentIntent) -> None:
    frozen = freeze_payment(intent)
    turned = replace(intent, metadata={"user_id": "u-1", "intent_id": "7"})
    assert freeze_payment(turned) == frozen
    assert json.loads(frozen) == {
        "amount": {"value": "990.00", "currency": "RUB"},
        "capture": True,
        "confirmation": {"type": "redirect", "return_url": intent.return_url},
        "description": intent.description,
        "metadata": {"intent_id": "7", "user_id": "u-1"},
        "save_payment_method": False,
    }


def test_a_charge_of_a_saved_method_asks_nobody_to_confirm(intent: PaymentIntent) -> None:
    body = json.loads(freeze_payment(replace(intent, payment_method_id="m-1")))
    assert body["payment_method_id"] == "m-1"
    assert not {"confirmation", "save_payment_method"} & set(body)


def test_a_refund_names_its_payment_and_cuts_a_long_reason() -> None:
    body = json.loads(freeze_refund(RefundIntent("r", PAYMENT, Decimal(5), "RUB", "x" * 300)))
    assert body["amount"] == {"value": "5.00", "currency": "RUB"}
    assert (body["payment_id"], len(body["description"])) == (PAYMENT, 250)


@pytest.mark.parametrize(
    "change",
    [
        {"return_url": None},
        {"amount": Decimal(0)},
        {"amount": Decimal(-5)},
        {"metadata": {str(n): "x" for n in range(17)}},
        {"metadata": {"k" * 33: "x"}},
        {"metadata": {"k": "x" * 513}},
    ],
)
def test_a_body_the_provider_would_refuse_is_refused_before_it_is_stored(
    intent: PaymentIntent, change: dict[str, Any]
) -> None:
    with pytest.raises(ProviderRefused):
        freeze_payment(replace(intent, **change))


def test_no_kopeck_is_lost_on_the_way_to_the_wire() -> None:
    chosen = random.Random(54)
    for digits in (1, 2, 3, 5, 8, 10, 12):
        for _ in range(100):
            amount = Decimal(chosen.randrange(1, 10**digits)) / 100
            intent = PaymentIntent("k", amount, "RUB", "x", return_url="https://shop.example/")
            assert Decimal(json.loads(freeze_payment(intent))["amount"]["value"]) == amount


@pytest.mark.parametrize("amount", ["0.001", "199.995", "1E-3"])
def test_a_part_of_a_kopeck_is_a_mistake(amount: str) -> None:
    with pytest.raises(ValueError, match="kopecks"):
        money(Decimal(amount), "RUB")
