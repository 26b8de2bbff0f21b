"""The pages under /me: what they show, in which words, and what they let through."""

import json
import re
from typing import Any

import pytest
from gateway.api.pages.rendering import STATIC, TEMPLATES
from gateway.api.pages.writing import TEXTS

from gateway.tests.conftest import answer, problem

NASTY = "<script>alert(1)</script>"
ACCOUNT: dict[str, Any] = {
    "id": "u1", "name": NASTY, "email": "s@example.org", "role": "user", "status": "active",
    "balance": 1234.5, "held": 0.25, "credit_line": 0.0, "available": 1234.25,
    "lots": [{"id": "l", "source": "purchase", "amount": 2000.0, "remaining": 1234.5,
              "granted_at": "2026-01-01T00:00:00Z", "expires_at": None}],
    "limits": [{"id": "c", "metric": "credits", "model_id": None, "per": "day", "source": "self",
                "cap": 10.0, "used": 9.5, "left": 0.5, "starts_at": "2026-01-02T00:00:00Z",
                "frees_at": "2026-01-03T00:00:00Z"}],
    "next_allowance": {"at": "2026-02-01T00:00:00Z", "amount": 50.0},
}  # fmt: skip
CHARGE: dict[str, Any] = {
    "id": 7, "sequence": 7, "type": "charge", "amount": -0.52, "balance_after": 1234.5,
    "reason": "", "model_id": NASTY, "usage": {"input": 1200}, "posted_at": "2026-01-02T10:00:00Z",
}  # fmt: skip
RECEIPT = CHARGE | {
    "lines": [{"unit": "input", "count": 1200, "price": 0.00000015, "amount": 0.00018}],
    "price_version": "v1", "covered": 0.52, "shortfall": 0.0, "debt": 0.0, "hold": None,
    "trace_id": "t",
    "lots": [{"id": "l", "source": "purchase", "amount": 2000.0, "paid": 0.00019,
              "granted_at": "2026-01-01T00:00:00Z", "expires_at": None}],
}  # fmt: skip
USAGE = {
    "by": "day", "from": "2026-01-01", "to": "2026-01-07", "time_zone": "UTC", "charges": 2,
    "amount": 0.52,
    "rows": [{"day": "2026-01-02", "model": NASTY, "charges": 2, "amount": 0.52, "usage": {}}],
}  # fmt: skip
PLAN = {
    "id": "plus", "name": NASTY, "name_ru": "Плюс", "description": None, "description_ru": None,
    "price": 990.0, "currency": "RUB", "interval": "month", "quotas": {"requests": 10},
    "features": [NASTY], "included_credits": 100.0, "trial_days": 3,
}  # fmt: skip
SUBSCRIPTION = {
    "id": "s", "plan_id": "plus", "status": "active", "current_period_start": 1767225600,
    "current_period_end": 1769904000, "cancel_at_period_end": False, "auto_renew": False,
    "next_plan_id": None,
}  # fmt: skip
PAYMENT = {
    "id": "p", "amount": 290.5, "currency": "RUB", "status": "pending", "kind": "top_up",
    "yookassa_payment_id": None, "description": NASTY, "refunded_amount": 0.0,
    "extra_metadata": None, "created_at": 1767225600, "updated_at": 1767225600,
}  # fmt: skip
OFFER = {
    "subscriptions": True, "renewals": True, "top_ups": True, "packages": [500.0],
    "any_amount": True, "min": 100.0, "max": 350000.0, "credits_per_unit": 1.0, "currency": "RUB",
}  # fmt: skip
CONTACT = {"billing_contact_email": NASTY, "billing_contact_phone": None, "billing_language": None}
ANSWERS: dict[str, Any] = {
    "/api/v1/auths/": {"id": "u1", "name": NASTY, "email": "s@example.org", "role": "user"},
    "/api/me/balance": ACCOUNT,
    "/api/me/usage": USAGE,
    "/api/me/history": {"transactions": [CHARGE], "next_before": 7},
    "/api/me/receipts/7": RECEIPT,
    "/api/me/alerts": {"thresholds": [{"kind": "balance_below", "value": 5.0, "raised_at": None}]},
    "/api/v1/billing/me": {"subscription": SUBSCRIPTION, "plan": PLAN, "transactions": [PAYMENT],
                           "usage": {"requests": {"current": 4, "limit": 10}}},
    "/api/v1/billing/plans": [PLAN],
    "/api/v1/billing/offer": OFFER,
    "/api/v1/billing/settings": CONTACT,
    "/api/v1/billing/balance": {"auto_topup_payment_method_saved": True},
    "/api/v1/billing/transactions": [PAYMENT],
}  # fmt: skip
PAGES = (
    "/me", "/me/usage", "/me/history", "/me/receipts/7", "/me/plan", "/me/plan/buy?plan=plus",
    "/me/plan/cancel", "/me/top-up", "/me/payment", "/me/payments", "/me/settings",
)  # fmt: skip
COOKIE = {"Cookie": "token=student"}


@pytest.fixture
def played(services: Any) -> Any:
    """Services that answer as the real ones do, with a name that would like to be a script."""

    async def play(asked: Any, _: Any, writer: Any) -> None:
        found = ANSWERS.get(asked.target.partition("?")[0])
        missing = problem("not-found")
        writer.write(missing if found is None else answer(json.dumps(found).encode()))

    for service in services.values():
        service.play = play
    return services


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_a_page_is_whole_strict_and_shows_names_as_text(
    gateway: Any, played: Any, language: str
) -> None:
    headers = COOKIE | {"Accept-Language": f"{language},de;q=0.5"}
    for path in PAGES:
        reply = await gateway.http.get(path, headers=headers)
        assert reply.status_code == 200, path
        _is_whole_and_strict(reply, language)
        ancestors = f"frame-ancestors 'self' {played['openwebui'].url}"
        assert ancestors in reply.headers["content-security-policy"]


def _is_whole_and_strict(reply: Any, language: str) -> None:
    page = reply.text
    assert f'<html lang="{language}"' in page
    assert page.rstrip().endswith("</html>")
    assert NASTY not in page
    assert "<h1" in page
    # Nothing inline, nothing from elsewhere.
    assert not re.search(r"<script(?! src=\"/me/)|<style|\son\w+=|\sstyle=", page)
    assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", page)
    policy = reply.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert reply.headers["cache-control"] == "no-store"


async def test_nobody_sees_a_page_without_a_session(gateway: Any, played: Any) -> None:
    for path in PAGES:
        reply = await gateway.http.get(path)
        assert reply.status_code == 401
        assert "Open this page from the chat" in reply.text
    assert not any(service.asked for service in played.values())


async def test_a_receipt_shows_all_digits(gateway: Any, played: Any) -> None:
    page = (await gateway.http.get("/me/receipts/7", headers=COOKIE)).text
    assert "× 0.00000015" in page
    assert "= 0.00018" in page
    assert "0.00019</span>" in page
    page = (
        await gateway.http.get("/me/receipts/7", headers=COOKIE | {"Accept-Language": "ru"})
    ).text
    assert "× 0,00000015" in page


async def test_the_overview_does_without_billing(gateway: Any, played: Any) -> None:
    played["billing"].replies(answer(b"{}", "503 Service Unavailable"))
    reply = await gateway.http.get("/me", headers=COOKIE)
    assert reply.status_code == 200
    assert "1,234.25" in reply.text
    assert "cannot be shown right now" in reply.text


async def test_a_service_that_is_away_is_told_in_a_page(gateway: Any, played: Any) -> None:
    played["ledger"].replies(answer(b"{}", "503 Service Unavailable"))
    reply = await gateway.http.get("/me", headers=COOKIE | {"Accept-Language": "ru"})
    assert reply.status_code == 503
    assert "Ничего не потеряно" in reply.text
    assert played["ledger"].url not in reply.text


async def test_what_is_not_there_is_a_page_too(gateway: Any, played: Any) -> None:
    for path in ("/me/nothing", "/me/receipts/x", "/me/static/%2e%2e/main.py"):
        reply = await gateway.http.get(path, headers=COOKIE)
        assert reply.status_code in (400, 404)
        assert reply.headers["content-type"].startswith("text/html")


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
    [({"amount": "500.0"}, 50000), ({"amount": "500.0", "other": "1 250,50"}, 125050)],
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
        assert 'role="alert"' in reply.text
        assert 'name="amount"' in reply.text
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


async def test_settings_reach_the_service_that_keeps_them(gateway: Any, played: Any) -> None:
    token = (await _form(gateway, "/me/settings"))["token"]
    played["ledger"].asked.clear()
    for path, form in (
        ("cap", {"per": "week", "cap": "12,5"}),
        ("cap", {"per": "day", "action": "remove"}),
        ("alerts", {"kind": "cap_used", "value": "80"}),
        ("alerts", {"kind": "balance_below", "value": "5.0", "action": "remove"}),
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


async def test_an_export_is_one_file_with_all_parts(gateway: Any, played: Any) -> None:
    played["ledger"].replies(answer(b'{"account":{"balance":0.000000000001}}'))
    reply = await gateway.http.get("/me/settings/export", headers=COOKIE)
    assert "attachment" in reply.headers["content-disposition"]
    parts = reply.json()
    assert set(parts) == {"billing", "contact", "payments", "credits"}
    assert '"balance":0.000000000001' in reply.text


async def test_language_and_colours_are_remembered(gateway: Any, played: Any) -> None:
    reply = await gateway.http.get("/me/look?language=ru&theme=oled-dark&back=/me/usage")
    assert reply.headers["location"] == "/me/usage"
    page = (await gateway.http.get("/me")).text
    assert '<html lang="ru" data-theme="oled-dark"' in page
    for back in ("https://evil.example", "//evil.example", "/meow", "/admin"):
        reply = await gateway.http.get("/me/look", params={"back": back, "theme": "x"})
        assert reply.headers["location"] == "/me"


def test_every_sentence_is_there_in_both_languages() -> None:
    english, russian = (json.loads((TEXTS / f"{name}.json").read_text()) for name in ("en", "ru"))
    assert set(english) == set(russian)
    for key, text in english.items():
        assert isinstance(text, dict) == isinstance(russian[key], dict), key
        if isinstance(text, str):
            names = re.findall(r"\{(\w+)\}", text)
            assert sorted(names) == sorted(re.findall(r"\{(\w+)\}", russian[key])), key


def test_templates_use_sentences_that_exist() -> None:
    known = set(json.loads((TEXTS / "en.json").read_text()))
    for template in sorted((TEMPLATES / "me").glob("*.html")):
        used = set(re.findall(r"\bt\('([^']+)'[,)]", template.read_text()))
        assert used <= known, template.name


def test_the_script_stays_small() -> None:
    assert (STATIC / "me.js").stat().st_size < 5 * 1024
