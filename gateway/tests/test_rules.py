"""The rules that need no server: routes, headers, addresses, throttle, codes, keys, sessions."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from gateway.domain import keys, totp
from gateway.domain.addresses import caller_address, forwarded_for, forwarded_proto, networks
from gateway.domain.headers import answer_headers, framing, request_head
from gateway.domain.roles import PERMISSIONS
from gateway.domain.route_table import ROUTES, TABLE
from gateway.domain.sessions import Session, from_token, to_token
from gateway.domain.throttle import FREE_OF_ACCOUNT, blocked_until
from gateway.domain.tracing import traceparent
from hypothesis import given
from hypothesis import strategies as st

from shared.problems import Malformed

NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("method", "path", "service", "who"),
    [
        ("GET", "/api/credits/user/a-b_c@d", "ledger", {"key", "admin"}),
        ("GET", "/api/credits/user/u1/transactions", "ledger", {"admin"}),
        ("GET", "/api/credits/user/a/b", "ledger", {"key", "admin"}),
        ("GET", "/api/credits/user/a/b/limits", "ledger", {"key", "admin"}),
        ("GET", "/api/credits/user/a/b/transactions", "ledger", {"admin"}),
        ("POST", "/api/credits/deduct-tokens", "ledger", {"key"}),
        ("POST", "/api/credits/holds", "ledger", {"key"}),
        ("POST", "/api/credits/holds/h1/settle", "ledger", {"key"}),
        ("GET", "/api/credits/statistics/user/u1", "ledger", {"admin"}),
        ("POST", "/api/reset/manual", "ledger", {"admin"}),
        ("GET", "/api/credits/model/openai/gpt-5", "pricing", {"key", "admin"}),
        ("POST", "/api/credits/models/update", "pricing", {"admin"}),
        ("GET", "/api/credits/models", "pricing", {"admin"}),
        ("GET", "/api/public/models/pricing", "pricing", {"anonymous"}),
        ("POST", "/api/credits/settings", "pricing", {"admin"}),
        ("GET", "/pricing", "pricing", {"anonymous"}),
        ("GET", "/pricing/openai/gpt-5", "pricing", {"anonymous"}),
        ("GET", "/pricing.csv", "pricing", {"anonymous"}),
        ("HEAD", "/pricing-static/pricing.0.css", "pricing", {"anonymous"}),
        ("GET", "/robots.txt", "pricing", {"anonymous"}),
        ("POST", "/api/credits/sync-all", "sync", {"admin"}),
        ("POST", "/waiting-list/register", "sync", {"anonymous"}),
        ("GET", "/api/credits/admin/waiting-list/download", "sync", {"admin"}),
        ("POST", "/api/sync/hints/s3cret", "sync", {"anonymous"}),
        ("GET", "/api/me/balance", "ledger", {"user"}),
        ("GET", "/api/me/receipts/17", "ledger", {"user"}),
        ("PUT", "/api/me/alerts", "ledger", {"user"}),
        ("DELETE", "/api/me/cap", "ledger", {"user"}),
        ("GET", "/api/v1/billing/me", "billing", {"user", "admin"}),
        ("GET", "/billing/plans/public", "billing", {"anonymous"}),
        ("PATCH", "/api/v1/admin/billing/plans/p/toggle", "billing", {"user", "admin"}),
        ("GET", "/admin/billing/plans", "billing", {"user", "admin"}),
        ("GET", "/admin/users", "gateway", {"anonymous"}),
        ("POST", "/billing/webhook/yookassa/t", "billing", {"anonymous"}),
        ("POST", "/api/credits/grants", "ledger", {"admin"}),
        ("POST", "/auth/login", "gateway", {"anonymous"}),
        ("HEAD", "/health", "gateway", {"anonymous"}),
    ],
)
def test_every_address_has_one_owner(method: str, path: str, service: str, who: set[str]) -> None:
    route = TABLE.find(method, path)
    assert route is not None
    assert route.service == service
    assert route.who == who


@pytest.mark.parametrize(
    "path", ["", "/x", "/internal/sync/users/u1", "/api/credits/user/", "/api/credits/model/"]
)
def test_what_is_not_in_the_table_does_not_exist(path: str) -> None:
    assert TABLE.find("GET", path) is None


def test_a_route_for_keys_names_a_scope_that_exists() -> None:
    for route in ROUTES:
        assert ("key" in route.who) == bool(route.scope), route.path
        assert not route.scope or route.scope in keys.SCOPES
        assert any(route.permission in granted for granted in PERMISSIONS.values())
        assert not route.public or route.page or route.who == {"anonymous"}, route.path


def test_methods_of_an_address_are_told() -> None:
    assert TABLE.methods("/api/credits/settings") == ("GET", "HEAD", "POST")
    assert TABLE.methods("/nope") == ()


@given(st.lists(st.tuples(st.binary(min_size=1, max_size=8), st.binary(max_size=12)), max_size=5))
def test_no_header_can_add_a_line(headers: list[tuple[bytes, bytes]]) -> None:
    try:
        head = request_head("GET", b"/x", headers, [(b"host", b"h")])
    except Malformed:
        return
    lines = head.split(b"\r\n")
    assert lines[-2:] == [b"", b""]
    assert len(lines) <= len(headers) + 4
    assert all(b"\r" not in line and b"\n" not in line for line in lines)


@pytest.mark.parametrize(
    "headers",
    [
        [(b"content-length", b"1"), (b"content-length", b"1")],
        [(b"content-length", b"1"), (b"transfer-encoding", b"chunked")],
        [(b"content-length", b"1_0")],
        [(b"content-length", b"")],
        [(b"transfer-encoding", b"gzip")],
    ],
)
def test_unclear_framing_is_malformed(headers: list[tuple[bytes, bytes]]) -> None:
    with pytest.raises(Malformed):
        framing(headers)


def test_an_answer_keeps_its_own_words_and_gets_what_it_lacks() -> None:
    given_headers = [(b"x-frame-options", b"SAMEORIGIN"), (b"connection", b"x-b"), (b"x-b", b"1")]
    added = [(b"x-frame-options", b"DENY"), (b"x-content-type-options", b"nosniff")]
    assert answer_headers(given_headers, added) == [
        (b"x-frame-options", b"SAMEORIGIN"),
        (b"x-content-type-options", b"nosniff"),
    ]


@pytest.mark.parametrize(
    ("peer", "claimed", "passed"),
    [
        ("203.0.113.7", "1.2.3.4", "203.0.113.7"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "1.2.3.4", "1.2.3.4"),
        ("127.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.9", "6.6.6.6, 1.2.3.4"),
        ("127.0.0.1", "nonsense", "127.0.0.1"),
        ("10.0.0.1", "2001:db8::1", "2001:db8::1"),
    ],
)
def test_only_our_own_proxies_are_believed(peer: str, claimed: str, passed: str) -> None:
    trusted = networks("127.0.0.1, 10.0.0.0/8")
    chain = forwarded_for(peer, claimed, trusted)
    assert chain == passed
    assert caller_address(chain) == passed.rpartition(", ")[2]


def test_the_scheme_is_what_our_own_proxy_says() -> None:
    trusted = networks("127.0.0.1")
    assert forwarded_proto("127.0.0.1", "https", "http", trusted) == "https"
    assert forwarded_proto("127.0.0.1", "gopher", "http", trusted) == "http"
    assert forwarded_proto("203.0.113.7", "https", "http", trusted) == "http"


def test_waiting_doubles_up_to_a_minute_and_never_longer() -> None:
    waits = [
        (blocked_until(failures, FREE_OF_ACCOUNT, NOW) - NOW).total_seconds()
        for failures in range(FREE_OF_ACCOUNT - 1, FREE_OF_ACCOUNT + 9)
    ]
    assert waits == [0, 1, 2, 4, 8, 16, 32, 60, 60, 60]


@pytest.mark.parametrize(
    ("unix_s", "code"),
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")],
)
def test_codes_are_those_of_rfc_6238(unix_s: int, code: str) -> None:
    secret = b"12345678901234567890"
    assert totp.code(secret, unix_s // totp.STEP_S) == code
    assert totp.matching_step(secret, code, unix_s + totp.STEP_S) == unix_s // totp.STEP_S
    assert totp.matching_step(secret, code, unix_s + 3 * totp.STEP_S) is None


@given(st.text(max_size=40))
def test_any_text_is_a_key_or_is_not(text: str) -> None:
    parts = keys.split(text)
    assert parts is None or keys.compose(*parts) == text


def test_a_key_matches_only_with_its_pepper() -> None:
    stored = keys.mac(b"pepper", "secret")
    assert keys.matches(b"pepper", "secret", stored)
    assert not keys.matches(b"other", "secret", stored)
    assert not keys.matches(b"pepper", "secret2", stored)


def test_a_session_token_ends_at_its_time() -> None:
    key = keys.derive("k" * 32, "admin sessions")
    session = Session(UUID(int=7), "admin", NOW, NOW + timedelta(minutes=30))
    token = to_token(session, key)
    assert from_token(token, key, NOW + timedelta(minutes=29)) == session
    assert from_token(token, key, NOW + timedelta(minutes=30)) is None
    assert from_token(token, keys.derive("k" * 32, "other"), NOW) is None


@given(st.binary(max_size=60))
def test_a_trace_is_always_well_formed(given_trace: bytes) -> None:
    parent = traceparent(given_trace)
    assert len(parent) == 55
    assert traceparent(parent.encode()) == parent
