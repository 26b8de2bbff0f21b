"""Every way a request can fail, and what took place nevertheless."""

import asyncio
import time
from typing import Any

import httpx
import pytest
from yookassa_simulator.remote import Simulator

from shared.testing import eventually

Body = dict[str, Any]


async def ask(provider: Simulator, wish: Body, key: str = "k") -> httpx.Response:
    return await provider.call("POST", "/payments", wish, key=key)


async def payments(provider: Simulator) -> list[Body]:
    found: list[Body] = (await provider.state())["payment"]
    return found


@pytest.mark.parametrize(
    ("kind", "status", "made"),
    [
        ("http:401", 401, 0),
        ("http:403", 403, 0),
        ("http:429", 429, 0),
        ("http:500", 500, 0),
        ("http:502-html", 502, 0),
        ("http:503", 503, 0),
        ("500_before_effect", 500, 0),
        ("500_after_effect", 500, 1),
        ("202_then_ok", 202, 1),
    ],
)
async def test_a_status_fault_answers_so_and_then_recovers(
    provider: Simulator, wish: Body, kind: str, status: int, made: int
) -> None:
    await provider.fail(kind, method="POST", path="/payments")
    assert (await ask(provider, wish)).status_code == status
    assert len(await payments(provider)) == made
    assert (await ask(provider, wish)).status_code == 200
    assert len(await payments(provider)) == 1


@pytest.mark.parametrize(
    ("kind", "made"), [("drop_before", 0), ("drop_after_effect", 1), ("truncate", 1)]
)
async def test_a_cut_connection_says_nothing(
    provider: Simulator, wish: Body, kind: str, made: int
) -> None:
    await provider.fail(kind, method="POST")
    with pytest.raises(httpx.TransportError):
        await ask(provider, wish)
    assert len(await payments(provider)) == made
    assert (await ask(provider, wish)).status_code == 200
    assert len(await payments(provider)) == 1


async def test_bad_json_hides_a_payment_that_was_made(provider: Simulator, wish: Body) -> None:
    await provider.fail("bad_json")
    answer = await ask(provider, wish)
    with pytest.raises(ValueError, match="Expecting"):
        answer.json()
    assert len(await payments(provider)) == 1


@pytest.mark.parametrize(("kind", "made_meanwhile"), [("hang:30", 0), ("hang_after_effect:30", 1)])
async def test_a_hanging_request_keeps_nobody_else_waiting(
    provider: Simulator, wish: Body, kind: str, made_meanwhile: int
) -> None:
    await provider.fail(kind, method="POST")
    with pytest.raises(httpx.ReadTimeout):
        await provider.call("POST", "/payments", wish, key="k", timeout=0.3)
    assert len(await payments(provider)) == made_meanwhile
    assert (await ask(provider, wish)).status_code == 200
    assert len(await payments(provider)) == 1


async def test_a_hung_request_takes_effect_though_its_client_left(
    provider: Simulator, wish: Body
) -> None:
    await provider.fail("hang:0.3", method="POST")
    with pytest.raises(httpx.ReadTimeout):
        await provider.call("POST", "/payments", wish, key="k", timeout=0.05)
    assert not await payments(provider)
    await eventually(lambda: payments(provider))


async def test_a_reset_forgets_a_hung_request(provider: Simulator, wish: Body) -> None:
    await provider.fail("hang:0.2", method="POST")
    hung = asyncio.create_task(ask(provider, wish))
    await eventually(lambda: _no_faults_left(provider))
    await provider.reset()
    with pytest.raises(httpx.TransportError):
        await hung
    assert not await payments(provider)


async def _no_faults_left(provider: Simulator) -> bool:
    return not await provider.control("GET", "/faults")


async def test_slow_is_slow_and_right(provider: Simulator, wish: Body) -> None:
    await provider.fail("slow:200")
    began = time.monotonic()
    assert (await ask(provider, wish)).status_code == 200
    assert time.monotonic() - began >= 0.2


async def test_a_fault_meets_only_what_it_was_planned_for(provider: Simulator, wish: Body) -> None:
    await provider.fail("http:500", method="POST", path="/refunds")
    await provider.fail("http:503", method="GET", path="/payments/*")
    payment = (await ask(provider, wish)).json()
    assert (await provider.call("GET", f"/payments/{payment['id']}")).status_code == 503
    assert (await provider.call("GET", f"/payments/{payment['id']}")).status_code == 200
    assert (await provider.call("POST", "/refunds", {})).status_code == 500


async def test_a_lasting_fault_ends_when_it_is_stopped(provider: Simulator, wish: Body) -> None:
    await provider.fail("http:503", times=None)
    for _ in range(5):
        assert (await ask(provider, wish)).status_code == 503
    assert (await provider.control("DELETE", "/faults"))["stopped"] == 1
    assert (await ask(provider, wish)).status_code == 200


async def test_a_chance_fails_about_as_often_as_it_says(provider: Simulator, wish: Body) -> None:
    fault = {"kind": "http:500", "times": None, "probability": 0.3}
    await provider.control("POST", "/faults", fault)
    failed = 0
    for number in range(100):
        failed += (await ask(provider, wish, str(number))).status_code == 500
    assert 10 <= failed <= 55


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "sulk"},
        {"kind": "http:418"},
        {"kind": "hang"},
        {"kind": "slow:long"},
        {"kind": "lose", "times": 0},
        {"kind": "lose", "probability": 2},
        {"kind": "lose", "match": {"colour": "red"}},
        "lose",
    ],
)
async def test_a_fault_nobody_knows_is_refused(provider: Simulator, fault: Any) -> None:
    assert (await provider.send("POST", "/_sim/faults", json=fault)).status_code == 400
    assert not await provider.control("GET", "/faults")
