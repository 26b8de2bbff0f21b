"""Who may tell us something, and what is done with it."""

import hashlib
import hmac
import json
import time
from typing import Any

import pytest
from billing_service.api.webhook_sender import client_address, networks_of

TOKEN = "webhook-address-of-test-runs-0123456789"
PROXY_SECRET = b"proxy-signature-of-test-runs-0123456789"
HOOK = "/api/v1/billing/webhook/yookassa"
NOTICE = {"type": "notification", "event": "payment.succeeded", "object": {"id": "p-1"}}


async def test_only_the_secret_address_is_heard(http: Any, books: Any) -> None:
    for address in (HOOK, f"{HOOK}?token=wrong", f"{HOOK}/wrong", f"{HOOK}/{TOKEN}x"):
        answer = await http.post(address, json=NOTICE)
        assert (answer.status_code, answer.json()["detail"]) == (401, "Invalid webhook token")
    for address in (
        f"{HOOK}?token={TOKEN}",
        f"{HOOK}/{TOKEN}",
        f"/billing/webhook/yookassa/{TOKEN}",
    ):
        answer = await http.post(address, json=NOTICE)
        assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert await books.one("SELECT revision FROM notice") == 3


async def test_prometheus_sees_a_notice_that_waits_and_when_a_worker_was_last_at_work(
    http: Any, books: Any
) -> None:
    await http.post(f"{HOOK}/{TOKEN}", json=NOTICE)
    await books.one("UPDATE notice SET updated_at = now() - interval '10 minutes' RETURNING 1")
    await books.one(
        "INSERT INTO relay (producer, lease_until) VALUES ('billing', to_timestamp(1700000000))"
        " ON CONFLICT (producer) DO UPDATE SET lease_until = excluded.lease_until RETURNING 1"
    )
    told = dict(line.split(" ", 1) for line in (await http.get("/metrics")).text.splitlines())
    assert 600 <= float(told["owc_notice_age_seconds_max"]) < 700
    assert float(told['owc_worker_seen_timestamp_seconds{service="billing"}']) == 1_700_000_000


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"event": 5, "object": {"id": 7}}',
     b'{"event": "payment.succeeded"}',
     b'{"event": "payment.succeeded", "object": {"id": "\\u0000"}}',
     b'{"event": "deal.closed", "object": {"id": "d-1"}}', b'{"object": {"__class__": "x"}}'],
)  # fmt: skip
async def test_nonsense_is_answered_and_put_aside(http: Any, books: Any, body: bytes) -> None:
    answer = await http.post(f"{HOOK}/{TOKEN}", content=body)
    assert answer.status_code == 200
    assert await books.one("SELECT status FROM notice") == "quarantined"


async def test_a_huge_notice_is_refused(http_once: Any) -> None:
    answer = await http_once.post(f"{HOOK}/{TOKEN}", content=b"x" * 70_000)
    assert answer.status_code == 413


async def test_a_trusted_proxy_may_sign_instead(http_once: Any) -> None:
    body = json.dumps(NOTICE).encode()
    now = str(int(time.time()))

    def headers(stamp: str, secret: bytes = PROXY_SECRET) -> dict[str, str]:
        digest = hmac.new(secret, stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
        return {"X-Webhook-Timestamp": stamp, "X-Webhook-Signature": f"v1={digest}"}

    good = await http_once.post(HOOK, content=body, headers=headers(now))
    assert good.status_code == 200
    strange = ({**headers(now), "X-Webhook-Timestamp": stamp} for stamp in (b"\xb2", "9" * 5000))
    for wrong in (headers(now, b"another"), headers("1000"), headers(""), *strange):
        assert (await http_once.post(HOOK, content=body, headers=wrong)).status_code == 401


@pytest.mark.parametrize(
    ("peer", "forwarded", "wanted"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("203.0.113.9", "185.71.76.1", "203.0.113.9"),
        ("127.0.0.1", "185.71.76.1", "185.71.76.1"),
        ("127.0.0.1", "185.71.76.1, 203.0.113.9", "203.0.113.9"),
        ("127.0.0.1", "203.0.113.9, 185.71.76.1, 10.0.0.2", "185.71.76.1"),
        ("::ffff:127.0.0.1", "::ffff:185.71.76.1", "185.71.76.1"),
        ("127.0.0.1", "nonsense", None),
        ("127.0.0.1", "", None),
    ],
)
def test_the_sender_is_the_first_that_is_not_a_trusted_proxy(
    peer: str, forwarded: str, wanted: str | None
) -> None:
    found = client_address(peer, forwarded, networks_of("127.0.0.1, 10.0.0.0/8"))
    assert (str(found) if found else None) == wanted


async def test_a_strange_sender_is_refused_where_senders_are_checked(http_once: Any) -> None:
    checked = http_once.desk.settings.model_copy(update={"webhook_check_sender": True})
    http_once.desk.settings = checked
    for address, status in (("185.71.76.5", 200), ("203.0.113.9", 403), ("1.1.1.1", 403)):
        answer = await http_once.post(
            f"{HOOK}/{TOKEN}", json=NOTICE, headers={"X-Forwarded-For": address}
        )
        assert answer.status_code == status


async def test_verify_mode_answers_what_the_provider_says(http: Any, books: Any) -> None:
    http.desk.settings = http.desk.settings.model_copy(update={"webhook_mode": "verify"})
    started = await books.order(await books.plan())
    notice = NOTICE | {"object": {"id": started.payment_id}}
    early = await http.post(f"{HOOK}/{TOKEN}", json=notice)
    assert early.status_code == 503
    assert early.json()["detail"] == "Temporary error processing webhook"
    books.provider.pay(started.payment_id)
    assert (await http.post(f"{HOOK}/{TOKEN}", json=notice)).status_code == 200
    assert await books.status() == "active"
    forged = await http.post(f"{HOOK}/{TOKEN}", json=NOTICE)
    assert (forged.status_code, forged.json()["detail"]) == (400, "Webhook verification failed")
