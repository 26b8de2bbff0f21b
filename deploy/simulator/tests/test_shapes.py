"""The shape of every answer: which fields are there, of which form, in which state.

The rules restate the provider's published description; several of its own examples were held
against them.
"""

import re
from collections.abc import Callable
from typing import Any

import pytest
from yookassa_simulator.remote import Simulator

Body = dict[str, Any]
Rule = Callable[[Any], bool]


def matches(pattern: str) -> Rule:
    return lambda value: isinstance(value, str) and bool(re.fullmatch(pattern, value))


def one_of(*values: Any) -> Rule:
    return lambda value: value in values


def is_metadata(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(v, str) for v in value.values())


def part(required: dict[str, Rule], optional: dict[str, Rule] | None = None) -> Rule:
    return lambda value: isinstance(value, dict) and not problems(value, required, optional or {})


def problems(body: Body, required: dict[str, Rule], optional: dict[str, Rule]) -> list[str]:
    """Return what is missing, unknown or wrong."""
    known = required | optional
    missing = [f"{name} is missing" for name in required if name not in body]
    unknown = [f"{name} is unknown" for name in body if name not in known]
    wrong = [f"{n} = {v!r}" for n, v in body.items() if n in known and not known[n](v)]
    return missing + unknown + wrong


ID = matches(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
TIME = matches(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


def is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def is_true(value: Any) -> bool:
    return value is True


def is_false(value: Any) -> bool:
    return value is False


ANY_TEXT = matches(r"(?s).+")
AMOUNT = part({"value": matches(r"\d+\.\d\d"), "currency": one_of("RUB")})
OWNER = part({"account_id": ANY_TEXT, "gateway_id": ANY_TEXT})
CARD = part(
    {
        "first6": matches(r"\d{6}"),
        "last4": matches(r"\d{4}"),
        "expiry_month": matches(r"\d\d"),
        "expiry_year": matches(r"\d{4}"),
        "card_type": ANY_TEXT,
    },
    {"issuer_country": ANY_TEXT, "issuer_name": ANY_TEXT},
)
METHOD = part({"type": ANY_TEXT, "id": ID, "saved": is_flag}, {"title": ANY_TEXT, "card": CARD})
CONFIRMATION = part(
    {"type": one_of("redirect"), "confirmation_url": ANY_TEXT}, {"return_url": ANY_TEXT}
)
CANCELLATION = part(
    {"party": one_of("yoo_money", "payment_network", "merchant"), "reason": ANY_TEXT}
)
AUTHORIZATION = part(
    {
        "rrn": matches(r"\d{12}"),
        "auth_code": matches(r"\d{6}"),
        "three_d_secure": part({"applied": is_flag}),
    }
)
ALWAYS: dict[str, Rule] = {
    "id": ID,
    "amount": AMOUNT,
    "created_at": TIME,
    "metadata": is_metadata,
    "recipient": OWNER,
    "test": is_flag,
    "description": ANY_TEXT,
}
PAYMENTS: dict[str, tuple[dict[str, Rule], dict[str, Rule]]] = {
    "pending": (
        {"status": one_of("pending"), "paid": is_false, "refundable": is_false},
        {"confirmation": CONFIRMATION, "payment_method": METHOD},
    ),
    "waiting_for_capture": (
        {
            "status": one_of("waiting_for_capture"),
            "paid": is_true,
            "refundable": is_false,
            "expires_at": TIME,
            "payment_method": METHOD,
            "authorization_details": AUTHORIZATION,
        },
        {},
    ),
    "succeeded": (
        {
            "status": one_of("succeeded"),
            "paid": is_true,
            "refundable": is_flag,
            "captured_at": TIME,
            "income_amount": AMOUNT,
            "refunded_amount": AMOUNT,
            "payment_method": METHOD,
            "authorization_details": AUTHORIZATION,
        },
        {"receipt_registration": one_of("pending", "succeeded", "canceled")},
    ),
    "canceled": (
        {
            "status": one_of("canceled"),
            "paid": is_false,
            "refundable": is_false,
            "cancellation_details": CANCELLATION,
        },
        {"payment_method": METHOD, "authorization_details": AUTHORIZATION},
    ),
}


def check_payment(body: Body) -> None:
    required, optional = PAYMENTS[body["status"]]
    assert not problems(body, ALWAYS | required, optional)


async def test_a_payment_has_its_shape_in_every_state(provider: Simulator, wish: Body) -> None:
    states = set()

    async def make(**more: Any) -> Body:
        answer = await provider.call("POST", "/payments", wish | more)
        assert answer.headers["content-type"].startswith("application/json")
        body: Body = answer.json()
        check_payment(body)
        return body

    for more, outcome in (
        ({}, "succeeded"),
        ({"save_payment_method": True}, "succeeded"),
        ({"payment_method_data": {"type": "bank_card"}}, "canceled:insufficient_funds"),
        ({"capture": False}, "succeeded"),
    ):
        opened = await make(**more)
        final = await provider.finish(opened["id"], outcome)
        check_payment(final)
        states |= {opened["status"], final["status"]}
        if final["payment_method"]["saved"]:
            charge = {k: v for k, v in wish.items() if k != "confirmation"}
            ask = charge | {"payment_method_id": final["id"]}
            check_payment((await provider.call("POST", "/payments", ask)).json())
    await make()
    await provider.advance(8 * 24 * 3600)
    listed = (await provider.call("GET", "/payments?limit=100")).json()
    assert not problems(listed, {"type": one_of("list"), "items": lambda v: len(v) == 6}, {})
    for body in listed["items"]:
        check_payment(body)
    assert states == set(PAYMENTS)


async def test_a_refund_a_method_and_a_notice_have_their_shape(
    provider: Simulator, wish: Body
) -> None:
    made = (await provider.call("POST", "/payments", wish)).json()
    await provider.finish(made["id"])
    ask = {"payment_id": made["id"], "amount": wish["amount"], "description": "sorry"}
    refund = (await provider.call("POST", "/refunds", ask)).json()
    required = {
        "id": ID,
        "payment_id": ID,
        "status": one_of("succeeded"),
        "amount": AMOUNT,
        "created_at": TIME,
        "description": ANY_TEXT,
    }
    assert not problems(refund, required, {})
    ask = {"type": "bank_card", "confirmation": wish["confirmation"]}
    method = (await provider.call("POST", "/payment_methods", ask)).json()
    shape: dict[str, Rule] = {
        "type": one_of("bank_card"),
        "id": ID,
        "saved": is_false,
        "status": one_of("pending"),
        "holder": OWNER,
        "confirmation": CONFIRMATION,
        "metadata": is_metadata,
    }
    assert not problems(method, shape, {})


@pytest.mark.parametrize(
    ("fault", "status", "code", "more"),
    [
        (None, 400, "invalid_request", {"parameter": ANY_TEXT}),
        ("http:401", 401, "invalid_credentials", {}),
        ("http:403", 403, "forbidden", {}),
        ("http:429", 429, "too_many_requests", {"retry_after": one_of(1800)}),
        ("http:500", 500, "internal_server_error", {"retry_after": one_of(1800)}),
    ],
)
async def test_an_error_has_its_shape(
    provider: Simulator, fault: str | None, status: int, code: str, more: dict[str, Rule]
) -> None:
    if fault:
        await provider.fail(fault)
    answer = await provider.call("POST", "/payments", {})
    assert answer.status_code == status
    shape: dict[str, Rule] = {
        "type": one_of("error"),
        "id": matches(r"[0-9a-f-]{36}"),
        "code": one_of(code),
        "description": ANY_TEXT,
    }
    assert not problems(answer.json(), shape | more, {})
