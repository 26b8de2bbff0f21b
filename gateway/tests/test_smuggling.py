"""Requests that two servers could read in two ways never reach a service."""

import re
from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("way")
KEY = b"X-API-Key: bootstrap-key-of-the-tests\r\n"
POST = b"POST /api/credits/deduct-tokens HTTP/1.1\r\nHost: x\r\n" + KEY
GET = b"GET /api/credits/user/u1 HTTP/1.1\r\nHost: x\r\n" + KEY
HIDDEN = b"GET /api/credits/user/hidden HTTP/1.1\r\nHost: x\r\n\r\n"


UNCLEAR = [
    POST + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN,
    POST + b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + HIDDEN,
    POST + b"Content-Length: 0\r\nContent-Length: 54\r\n\r\n" + HIDDEN,
    POST + b"Content-Length: 5, 6\r\n\r\nhello" + HIDDEN,
    POST + b"Content-Length: +5\r\n\r\nhello",
    POST + b"Content-Length: 0x5\r\n\r\nhello",
    POST + b"Content-Length: -1\r\n\r\n" + HIDDEN,
    POST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + HIDDEN,
    POST + b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + HIDDEN,
    POST + b"Transfer-Encoding: identity\r\n\r\n" + HIDDEN,
    POST + b"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + HIDDEN,
    POST + b"Transfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\n" + HIDDEN,
    POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n",
    POST + b"Transfer-Encoding: chunked\r\n\r\n5;\nx\r\nhello\r\n0\r\n\r\n",
    POST + b"X-Folded: a\r\n Content-Length: 5\r\n\r\n",
    GET + b"X: a\nX-OWC-Identity: forged\r\n\r\n",
    GET + b"X: a\rX-OWC-Identity: forged\r\n\r\n",
    GET + b"X: a\0b\r\n\r\n",
    GET + b"X Y: a\r\n\r\n",
    GET + b"Host: y\r\n\r\n",
    GET.replace(b"Host: x\r\n", b"") + b"\r\n",
    b"GET /api/credits/user/u1 HTTP/1.1\nHost: x\n" + KEY + b"\n",
    b"GET /api/credits/user/u1\r\nX: y HTTP/1.1\r\nHost: x\r\n" + KEY + b"\r\n",
    b"GET /api/credits/user/u 1 HTTP/1.1\r\nHost: x\r\n" + KEY + b"\r\n",
    b"GET /api/credits/user/u1 HTTP/9.9\r\nHost: x\r\n" + KEY + b"\r\n",
]


async def test_an_unclear_request_is_refused_whole(gateway: Any, ledger: Any) -> None:
    for unclear in UNCLEAR:
        reply = await gateway.raw(unclear)
        assert b" 200 " not in reply, unclear
        assert reply.startswith((b"HTTP/1.1 400", b"HTTP/1.1 404")), (unclear, reply)
        assert not ledger.asked, unclear


async def test_a_credential_given_twice_is_a_problem_on_either_way(gateway: Any) -> None:
    reply = await gateway.raw(GET + KEY + b"\r\n")
    assert reply.startswith(b"HTTP/1.1 400")
    assert b'"detail":"A credential was given twice"' in reply


async def test_pipelined_requests_are_each_judged_by_themselves(gateway: Any, ledger: Any) -> None:
    without = GET.replace(KEY, b"")
    reply = await gateway.raw(GET + b"\r\n" + without + b"\r\n" + GET + b"\r\n")
    assert re.findall(rb"HTTP/1.1 (\d+)", reply) == [b"200", b"401", b"200"]
    assert len(ledger.asked) == 2


async def test_a_body_that_looks_like_a_request_stays_a_body(gateway: Any, ledger: Any) -> None:
    body = HIDDEN * 3
    reply = await gateway.raw(POST + b"Content-Length: %d\r\n\r\n" % len(body) + body)
    assert reply.startswith(b"HTTP/1.1 200")
    assert [asked.body for asked in ledger.asked] == [body]


async def test_an_encoded_line_end_in_the_path_stays_encoded(gateway: Any, ledger: Any) -> None:
    target = b"/api/credits/user/u%0d%0aX-OWC-Identity:%20forged"
    reply = await gateway.raw(GET.replace(b"/api/credits/user/u1", target) + b"\r\n")
    assert reply.startswith(b"HTTP/1.1 200")
    assert ledger.asked[0].target == target.decode()


async def test_an_absolute_address_goes_to_our_service_all_the_same(
    gateway: Any, ledger: Any
) -> None:
    reply = await gateway.raw(GET.replace(b"GET /", b"GET http://evil.example/") + b"\r\n")
    assert reply.startswith(b"HTTP/1.1 200")
    assert ledger.asked[0].target == "/api/credits/user/u1"
    assert "evil.example" not in (ledger.asked[0].header("host") or "")


async def test_trailers_are_no_headers(gateway: Any, ledger: Any) -> None:
    chunked = b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n"
    trailers = b"X-Forwarded-For: 203.0.113.9\r\nX-Evil: 1\r\n\r\n"
    assert (await gateway.raw(POST + chunked + trailers)).startswith(b"HTTP/1.1 200")
    assert ledger.asked[0].header("x-forwarded-for") == "127.0.0.1"
    assert ledger.asked[0].header("x-evil") is None
    late = POST.replace(KEY, b"") + chunked + KEY + b"\r\n"
    assert (await gateway.raw(late)).startswith(b"HTTP/1.1 401")
