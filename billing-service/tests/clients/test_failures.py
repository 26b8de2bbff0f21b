"""Every way the provider fails: a definite no, not sent, or nobody knows. Never two payments."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from aiohttp import web
from billing_service.clients.yookassa import YooKassa
from billing_service.domain.provider import (
    OutcomeUnknown,
    PaymentIntent,
    ProviderError,
    ProviderRefused,
    ProviderUnavailable,
)
from yookassa_simulator.faults import REQUEST_KINDS
from yookassa_simulator.remote import Simulator

from shared.embedded.servers import free_port

Connect = Callable[..., YooKassa]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


UNKNOWN = [
    ("http:500", 0),
    ("http:503", 0),
    ("http:502-html", 0),
    ("500_before_effect", 0),
    ("500_after_effect", 1),
    ("drop_before", 0),
    ("drop_after_effect", 1),
    ("truncate", 1),
    ("bad_json", 1),
    ("202_then_ok", 1),
    ("hang:3", 0),
    ("hang_after_effect:3", 1),
]
REFUSED = [("http:401", 401, "invalid_credentials"), ("http:403", 403, "forbidden")]
LATE = "slow:50"


@pytest.mark.parametrize(("fault", "made"), UNKNOWN)
async def test_an_unknown_outcome_is_settled_by_the_same_key(
    adapter: YooKassa, remote: Simulator, intent: PaymentIntent, fault: str, made: int
) -> None:
    await remote.fail(fault, method="POST", path="/payments")
    with pytest.raises(OutcomeUnknown):
        await adapter.create_payment(intent)
    before = (await remote.state())["payment"]
    assert len(before) == made
    settled = await adapter.create_payment(intent)
    after = (await remote.state())["payment"]
    assert [record["body"]["id"] for record in after] == [settled.id]


@pytest.mark.parametrize(("fault", "status", "code"), REFUSED)
async def test_a_definite_no_keeps_its_word(
    adapter: YooKassa, remote: Simulator, intent: PaymentIntent, fault: str, status: int, code: str
) -> None:
    await remote.fail(fault, times=2)
    with pytest.raises(ProviderRefused) as refused:
        await adapter.create_payment(intent)
    assert (refused.value.http_status, refused.value.code) == (status, code)
    with pytest.raises(ProviderRefused):
        await adapter.get_payment("22e12f66-000f-5000-8000-18db351245c7")
    assert not (await remote.state())["payment"]


async def test_an_answer_that_is_only_late_is_an_answer(
    adapter: YooKassa, remote: Simulator, intent: PaymentIntent
) -> None:
    await remote.fail(LATE, method="POST", path="/payments")
    made = await adapter.create_payment(intent)
    assert [record["body"]["id"] for record in (await remote.state())["payment"]] == [made.id]


def test_every_way_in_which_a_request_fails_is_tried_here() -> None:
    tried = [*(fault for fault, _ in UNKNOWN), *(fault for fault, *_ in REFUSED), LATE]
    assert {fault.partition(":")[0] for fault in tried} == set(REQUEST_KINDS)


async def test_too_many_requests_is_a_no_for_now(
    adapter: YooKassa, remote: Simulator, intent: PaymentIntent
) -> None:
    await remote.fail("http:429")
    with pytest.raises(ProviderRefused) as refused:
        await adapter.create_payment(intent)
    assert (refused.value.http_status, refused.value.code) == (429, "too_many_requests")
    assert not (await remote.state())["payment"]
    assert (await adapter.create_payment(intent)).status == "pending"


async def test_a_wrong_key_of_the_shop_is_refused(connect: Connect, intent: PaymentIntent) -> None:
    with pytest.raises(ProviderRefused) as refused:
        await connect(secret_key="test_other").create_payment(intent)
    assert refused.value.http_status == 401


async def test_a_shop_without_recurring_payments_is_refused(
    adapter: YooKassa, remote: Simulator, intent: PaymentIntent
) -> None:
    await remote.change_shop(recurring=False)
    with pytest.raises(ProviderRefused, match="recurring") as refused:
        await adapter.create_payment(replace(intent, save_payment_method=True))
    assert (refused.value.http_status, refused.value.code) == (403, "forbidden")


@pytest.mark.parametrize("status", [400, 404])
async def test_an_unknown_payment_is_not_found_however_the_provider_says_it(
    adapter: YooKassa, remote: Simulator, status: int
) -> None:
    await remote.change_shop(unknown_payment_status=status)
    with pytest.raises(ProviderRefused) as refused:
        await adapter.get_payment("22e12f66-000f-5000-8000-18db351245c7")
    assert (refused.value.code, refused.value.http_status) == ("not_found", status)
    with pytest.raises(ProviderRefused, match="not_found"):
        await adapter.get_refund("22e12f66-000f-5000-8000-18db351245c7")


@pytest.mark.parametrize(
    "forged", ["", "../me", "x/../../me", "a?b", "a%2fb", "я", "x" * 65, "a\n"]
)
async def test_an_id_out_of_a_notice_reaches_no_other_path(
    adapter: YooKassa, remote: Simulator, forged: str
) -> None:
    await remote.fail("http:500", times=None)
    for read in (adapter.get_payment, adapter.get_refund):
        with pytest.raises(ProviderRefused, match="not_found"):
            await read(forged)


@pytest.mark.parametrize(
    "fault", ["http:500", "http:502-html", "drop_before", "truncate", "bad_json", "hang:3"]
)
async def test_a_failed_read_is_merely_unavailable(
    adapter: YooKassa, remote: Simulator, intent: PaymentIntent, fault: str
) -> None:
    made = await adapter.create_payment(intent)
    await remote.fail(fault, method="GET")
    with pytest.raises(ProviderUnavailable):
        await adapter.get_payment(made.id)
    assert (await adapter.get_payment(made.id)).id == made.id


async def test_nothing_was_sent_where_nobody_listens(
    connect: Connect, intent: PaymentIntent
) -> None:
    for url in (f"http://127.0.0.1:{free_port()}/v3", "http://nowhere.invalid/v3"):
        with pytest.raises(ProviderUnavailable):
            await connect(api_url=url).create_payment(intent)


async def test_after_close_nothing_is_sent(adapter: YooKassa, intent: PaymentIntent) -> None:
    await adapter.close()
    with pytest.raises(ProviderUnavailable, match="closed"):
        await adapter.create_payment(intent)


@asynccontextmanager
async def odd_provider(handler: Handler) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", handler)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/v3"
    finally:
        await runner.cleanup()


async def test_exactly_the_frozen_bytes_are_sent_with_key_and_sign_in(
    connect: Connect, intent: PaymentIntent
) -> None:
    seen: list[tuple[str, bytes, web.Request]] = []

    async def answer(request: web.Request) -> web.Response:
        seen.append((request.path, await request.read(), request))
        return web.json_response({}, status=400)

    frozen = replace(intent, body=b'{"amount" : {"value":"1.00","currency":"RUB"},  "x":1}')
    async with odd_provider(answer) as url:
        with pytest.raises(ProviderRefused):
            await connect(api_url=url + "/").create_payment(frozen)
    ((path, body, request),) = seen
    assert (path, body) == ("/v3/payments", frozen.body)
    assert request.headers["Idempotence-Key"] == intent.idempotence_key
    assert request.headers["Authorization"].startswith("Basic ")
    assert "YooKassa.Python" in request.headers["YM-User-Agent"]


async def test_a_redirect_does_not_carry_the_key_of_the_shop_away(
    connect: Connect, intent: PaymentIntent
) -> None:
    visited: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        visited.append(request.path)
        raise web.HTTPTemporaryRedirect("/elsewhere")

    async with odd_provider(answer) as url:
        with pytest.raises(OutcomeUnknown):
            await connect(api_url=url).create_payment(intent)
    assert visited == ["/v3/payments"]


@pytest.mark.parametrize(
    "body",
    [
        "null",
        "[]",
        "{}",
        '{"id": 7}',
        '{"id": "x", "status": "pending"}',
        "[" * 100_000,
        "\x00",
        '{"id":"x","status":"s","amount":{"value":"NaN","currency":"RUB"},"created_at":"2026-01-01"}',
        '{"id":"x","status":"s","amount":{"value":true,"currency":"RUB"},"created_at":"2026-01-01"}',
        '{"id":"x","status":"s","amount":{"value":"1.00","currency":"RUB"},"created_at":"soon"}',
    ],
)
async def test_an_answer_that_is_no_payment_leaves_the_outcome_open(
    connect: Connect, intent: PaymentIntent, body: str
) -> None:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response(text=body, content_type="application/json")

    async with odd_provider(answer) as url:
        adapter = connect(api_url=url)
        with pytest.raises(OutcomeUnknown):
            await adapter.create_payment(intent)
        with pytest.raises(ProviderUnavailable):
            await adapter.get_payment("x")


@pytest.mark.parametrize("kind", ["endless", "dripping"])
async def test_an_answer_without_end_is_given_up(
    connect: Connect, intent: PaymentIntent, kind: str
) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b"x" * (1_000_000 if kind == "endless" else 1))
            await asyncio.sleep(0 if kind == "endless" else 0.05)

    async with odd_provider(answer) as url:
        adapter = connect(api_url=url)
        async with asyncio.timeout(5):
            with pytest.raises(OutcomeUnknown):
                await adapter.create_payment(intent)


def test_all_failures_belong_to_one_family() -> None:
    for failure in (ProviderRefused, OutcomeUnknown, ProviderUnavailable):
        assert issubclass(failure, ProviderError)
