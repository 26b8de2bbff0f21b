"""The pages under /me: what they show, in which words, and what they let through."""

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from gateway.api.pages.rendering import STATIC, TEMPLATES
from gateway.api.pages.writing import TEXTS

from gateway.tests.own_answers import ANSWERS, COOKIE, NASTY, PAYMENT
from gateway.tests.played_service import answer

PAGES = (
    "/me", "/me/usage", "/me/history", "/me/receipts/7", "/me/plan", "/me/plan/buy?plan=plus",
    "/me/plan/cancel", "/me/top-up", "/me/payment", "/me/payments", "/me/settings",
)  # fmt: skip


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


@pytest.mark.parametrize(
    ("status", "slug", "told"),
    [
        ("502 Bad Gateway", "provider-refused", "Платёжная система отклонила платёж"),
        ("503 Service Unavailable", "payments-not-configured", "Платежи здесь ещё не настроены"),
    ],
)
async def test_why_nothing_can_be_bought_now_is_told(
    gateway: Any, played: Any, status: str, slug: str, told: str
) -> None:
    problem = {"detail": "It cannot", "type": f"urn:owc:problem:{slug}"}
    played["billing"].replies(answer(json.dumps(problem).encode(), status))
    reply = await gateway.http.get("/me/plan", headers=COOKIE | {"Accept-Language": "ru"})
    assert reply.status_code == 503
    assert told in reply.text


async def test_what_is_not_there_is_a_page_too(gateway: Any, played: Any) -> None:
    for path in ("/me/nothing", "/me/receipts/x", "/me/static/%2e%2e/main.py"):
        reply = await gateway.http.get(path, headers=COOKIE)
        assert reply.status_code in (400, 404)
        assert reply.headers["content-type"].startswith("text/html")


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


async def test_a_payment_that_ended_is_not_waited_for_in_a_demonstration(
    start: Any, played: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Billing's time is ahead of the machine's then: what is old must not look young for ever."""
    ahead = tmp_path / "ahead"
    ahead.write_text("90000")
    ended = PAYMENT | {"status": "canceled", "updated_at": int(time.time()) + 86400}
    monkeypatch.setitem(ANSWERS, "/api/v1/billing/transactions", [ended])
    gateway = await start(clock_file=ahead)
    page = await gateway.http.get("/me/payment", headers=COOKIE)
    assert page.status_code == 200
    assert "data-poll" not in page.text
