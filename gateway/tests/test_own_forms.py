"""The forms under /me: what they ask of which service, and what they say when it is refused."""

import json
import re
from typing import Any

import pytest

from gateway.tests.own_answers import COOKIE
from gateway.tests.played_service import answer


async def _form(gateway: Any, path: str) -> dict[str, str]:
    page = (await gateway.http.get(path, headers=COOKIE)).text
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))


async def test_a_payment_starts_once_and_leads_to_the_provider(gateway: Any, played: Any) -> None:
    form = await _form(gateway, "/me/plan/buy?plan=plus")
    assert form["plan"] == "plus"
    started = {"transaction_id": "t", "payment_id": "p", "status": "pending",
               "confirmation_url": "https://pay.example/c?a=1&b=2"}  # fmt: skip
    played["billing"].replies(answer(json.dumps(started).encode()))
    for _ in range(2):
        reply = await gateway.http.post(
            "/me/plan/buy", data=form | {"save": "1", "promo_code": " SPRING "}, headers=COOKIE
        )
    assert reply.status_code == 200
    assert reply.headers["refresh"] == "0; url=https://pay.example/c?a=1&b=2"
    assert 'href="https://pay.example/c?a=1&amp;b=2"' in reply.text
    first, second = played["billing"].asked[-2:]
    assert first.header("idempotency-key") == second.header("idempotency-key") == form["key"]
    assert json.loads(first.body) == {
        "plan_id": "plus", "promo_code": "SPRING", "save_payment_method": True,
        "return_url": f"{gateway.url}/me/payment",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "kopeks"),
    [
        ({"amount": "500.0"}, 50000),
        ({"amount": "500.0", "other": "1 250,50"}, 125050),
        ({"other": "1,250"}, 125000),
    ],
)
async def test_an_amount_may_be_typed_as_people_write_it(
    gateway: Any, played: Any, typed: dict[str, str], kopeks: int
) -> None:
    form = await _form(gateway, "/me/top-up")
    await gateway.http.post("/me/top-up", data=form | typed, headers=COOKIE)
    sent = next(asked for asked in played["billing"].asked if asked.method == "POST")
    assert json.loads(sent.body)["amount_kopeks"] == kopeks


async def test_an_amount_that_is_none_is_refused_beside_its_form(gateway: Any, played: Any) -> None:
    form = await _form(gateway, "/me/top-up")
    for typed in ("", "abc", "1.005", "NaN", "1e400", "9" * 400):
        reply = await gateway.http.post("/me/top-up", data=form | {"other": typed}, headers=COOKIE)
        assert reply.status_code == 400
        assert 'aria-describedby="other-wrong"' in reply.text
        assert f'name="other" value="{typed}"' in reply.text
    assert not [asked for asked in played["billing"].asked if asked.method == "POST"]


async def test_a_form_that_is_not_ours_changes_nothing(gateway: Any, played: Any) -> None:
    form = {"per": "day", "cap": "1"}
    for token in ("", "1.x", "99999999999.00", "²³.x", "é.é"):
        given = form | {"token": token}
        reply = await gateway.http.post("/me/settings/cap", data=given, headers=COOKIE)
        assert reply.status_code == 403
    real = await _form(gateway, "/me/settings")
    foreign = COOKIE | {"Origin": "https://evil.example"}
    reply = await gateway.http.post(
        "/me/settings/cap", data=form | {"token": real["token"]}, headers=foreign
    )
    assert reply.status_code == 403
    assert not [asked for asked in played["ledger"].asked if asked.method != "GET"]


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"promo_code": "a\0"}, 422),
        ({"other": "500", "key": "ключ"}, 400),
        ({f"f{n}": "x" for n in range(1001)}, 400),
    ],
)
async def test_a_form_that_no_page_of_ours_sends_is_refused(
    gateway: Any, played: Any, more: dict[str, str], status: int
) -> None:
    form = await _form(gateway, "/me/top-up")
    reply = await gateway.http.post("/me/top-up", data=form | more, headers=COOKIE)
    assert (reply.status_code, reply.headers["content-type"][:9]) == (status, "text/html")
    assert not [asked for asked in played["billing"].asked if asked.method == "POST"]


async def test_settings_reach_the_service_that_keeps_them(gateway: Any, played: Any) -> None:
    token = (await _form(gateway, "/me/settings"))["token"]
    played["ledger"].asked.clear()
    for path, form in (
        ("cap", {"per": "week", "cap": "12,5"}),
        ("cap", {"per": "day", "action": "remove"}),
        ("alerts", {"kind": "cap_used", "value": "80"}),
        ("alerts", {"kind": "balance_below", "value": "5.0", "action": "remove"}),
        ("auto-top-up", {"threshold": "50.001", "auto_amount": "1,000.5", "month_max": "5,000"}),
        ("auto-top-up", {"action": "stop"}),
    ):
        await gateway.http.post(
            f"/me/settings/{path}", data=form | {"token": token}, headers=COOKIE
        )
    asked = [each for each in played["ledger"].asked if each.method != "GET"]
    assert [(each.method, each.target) for each in asked] == [
        ("PUT", "/api/me/cap"), ("DELETE", "/api/me/cap?per=day"),
        ("PUT", "/api/me/alerts"), ("PUT", "/api/me/alerts"),
    ]  # fmt: skip
    assert json.loads(asked[0].body) == {"per": "week", "cap": 12.5}
    assert len(json.loads(asked[2].body)["thresholds"]) == 2
    assert json.loads(asked[3].body)["thresholds"] == []
    sent = [json.loads(each.body) for each in played["billing"].asked if each.method == "POST"]
    assert sent == [
        {"enabled": True, "threshold_kopeks": 5001, "amount_kopeks": 100050,
         "month_max_kopeks": 500000},
        {"enabled": False},
    ]  # fmt: skip


async def test_a_refused_field_keeps_what_was_typed_and_says_why(gateway: Any, played: Any) -> None:
    form = await _form(gateway, "/me/settings")
    errors = [{"loc": ["body", "billing_contact_email"], "msg": "no", "type": "value_error"}]
    refused = json.dumps({"type": "urn:owc:problem:invalid", "detail": errors}).encode()
    play = played["billing"].play

    async def refuse(asked: Any, reader: Any, writer: Any) -> None:
        if asked.method == "POST":
            writer.write(answer(refused, "422 Unprocessable Content"))
        else:
            await play(asked, reader, writer)

    played["billing"].play = refuse
    reply = await gateway.http.post(
        "/me/settings/contact", data=form | {"email": "nobody@"}, headers=COOKIE
    )
    assert 'value="nobody@"' in reply.text
    assert "This is no e-mail address" in reply.text
    # A reload asks for the form's own address, which is no page.
    reply = await gateway.http.get("/me/settings/contact", headers=COOKIE)
    assert reply.headers["location"] == "/me/settings"
