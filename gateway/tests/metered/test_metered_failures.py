"""Stops, breaks and outages: what was said is paid once, and nothing else is."""

import asyncio
from decimal import Decimal
from typing import Any

import httpx
import pytest

from shared.embedded.servers import free_port
from shared.testing import eventually, running

BODY = {"model": "m", "messages": [{"role": "user", "content": "How are you?"}], "stream": True}


async def _leave_after(chat: Any, words: int, **fields: Any) -> None:
    """Read so many words of a stream and close the connection."""
    async with (
        httpx.AsyncClient(base_url=chat.gateway.url, trust_env=False) as client,
        client.stream(
            "POST", "/v1/chat/completions", json=BODY | fields, headers=chat.headers()
        ) as reply,
    ):
        text = ""
        async for part in reply.aiter_text():
            text += part
            if f"word{words - 1} " in text:
                break


async def test_an_error_of_the_provider_is_passed_on_and_costs_nothing(
    chat: Any, purse: Any, provider: Any
) -> None:
    for status in (500, 429, 400):
        provider.script.status = status
        reply = await chat.post(stream=True)
        assert reply.status_code == status
        assert reply.json() == {"error": {"message": "the model is on fire"}}
    await purse.settled(0)
    assert [hold["status"] for hold in await purse.holds()] == ["released"] * 3


async def test_a_refusal_of_our_key_is_not_shown_as_the_callers_fault(
    chat: Any, purse: Any, provider: Any
) -> None:
    provider.script.status = 401
    reply = await chat.post()
    assert (reply.status_code, reply.json()["error"]["code"]) == (502, "provider-key")
    assert "on fire" not in reply.text
    await purse.settled(0)


async def test_a_provider_that_is_away_costs_nothing(open_door: Any, purse: Any) -> None:
    chat = await open_door(provider_url="http://127.0.0.1:9/v1")
    reply = await chat.post()
    assert (reply.status_code, reply.json()["error"]["code"]) == (503, "provider-away")
    assert "127.0.0.1" not in reply.text
    await purse.settled(0)


async def test_a_provider_that_says_nothing_in_time_costs_nothing(
    open_door: Any, purse: Any, provider: Any
) -> None:
    chat = await open_door(provider_timeout_s=0.3)
    provider.script.stop_after = 0
    reply = await chat.post()
    assert (reply.status_code, reply.json()["error"]["code"]) == (504, "provider-timeout")
    await purse.settled(0)


async def test_a_provider_that_dies_in_the_middle_is_paid_for_what_it_said(
    chat: Any, purse: Any, provider: Any
) -> None:
    provider.script.die_after = 3
    with pytest.raises(httpx.RemoteProtocolError):
        await chat.post(stream=True)
    charge = await purse.settled()
    # 18 letters are 5 tokens; the prompt is the estimate.
    assert (charge["prompt_tokens"], charge["completion_tokens"]) == (7, 5)
    assert charge["actor"] == "meter-estimate"


async def test_a_caller_that_leaves_stops_the_provider_and_pays_for_what_was_said(
    chat: Any, purse: Any, provider: Any
) -> None:
    provider.script.words, provider.script.stop_after = 100, 3
    await _leave_after(chat, 3)
    await asyncio.wait_for(provider.script.stopped.wait(), 5)
    charge = await purse.settled()
    assert (charge["prompt_tokens"], charge["completion_tokens"]) == (7, 5)


async def test_a_caller_that_leaves_before_the_first_word_pays_for_the_prompt(
    chat: Any, purse: Any, provider: Any
) -> None:
    provider.script.stop_after = 0
    with pytest.raises(httpx.ReadTimeout):
        await chat.gateway.http.post(
            "/v1/chat/completions",
            json={**BODY, "stream": False},
            headers=chat.headers(),
            timeout=0.5,
        )
    await asyncio.wait_for(provider.script.stopped.wait(), 5)
    charge = await purse.settled()
    assert (charge["prompt_tokens"], charge["completion_tokens"]) == (7, 0)


async def test_while_the_ledger_is_away_no_model_is_called(open_door: Any, provider: Any) -> None:
    chat = await open_door(ledger_url="http://127.0.0.1:9")
    reply = await chat.post()
    assert reply.status_code == 503
    assert reply.json()["error"]["message"].startswith("The credit service does not answer")
    assert int(reply.headers["retry-after"]) >= 1
    assert not provider.service.asked


async def test_a_long_answer_keeps_its_hold_and_reports_what_was_counted(
    open_door: Any, purse: Any, provider: Any
) -> None:
    chat = await open_door(meter_hold_ttl_s=2)
    provider.script.stop_after = 3
    answering = asyncio.create_task(chat.post(stream=True))
    await eventually(lambda: provider.service.asked)
    (first,) = await purse.holds()

    async def extended() -> bool:
        (now,) = await purse.holds()
        return bool(
            now["expires_at"] > first["expires_at"] and now["counted_amount"] == Decimal("0.127")
        )

    await eventually(extended)
    provider.script.go_on.set()
    assert (await answering).text.count("word") == 5
    charge = await purse.settled()
    assert (charge["prompt_tokens"], charge["completion_tokens"]) == (11, 5)


async def test_a_settlement_waits_for_a_ledger_that_went_away(
    open_door: Any, purse: Any, provider: Any
) -> None:
    port, environment = free_port(), purse.ledger.environment
    async with running("ledger_service", environment, port=port) as process:
        chat = await open_door(ledger_url=process.url)
        provider.script.stop_after = 3
        answering = asyncio.create_task(chat.post(stream=True))
        await eventually(lambda: provider.service.asked)
        process.kill()
    provider.script.go_on.set()
    assert (await answering).status_code == 200
    (hold,) = await purse.holds()
    assert hold["status"] == "open"
    async with running("ledger_service", environment, port=port):
        await purse.settled(within=10)
    assert await purse.balance() == 10 - Decimal("0.131")


async def test_an_answer_of_the_ledger_that_is_lost_does_not_charge_twice(
    open_door: Any, purse: Any, provider: Any, services: Any
) -> None:
    """The way to the ledger breaks after each request has arrived there, once."""
    lost: set[str] = set()

    async def lossy(asked: Any, _: Any, writer: asyncio.StreamWriter) -> None:
        headers = {n: v for n, v in asked.headers if n in {"content-type", "x-owc-identity"}}
        reply = await purse.http.post(asked.target, content=asked.body, headers=headers)
        if asked.target not in lost:
            lost.add(asked.target)
            writer.close()
            return
        head = f"HTTP/1.1 {reply.status_code} X\r\nContent-Length: {len(reply.content)}\r\n\r\n"
        writer.write(head.encode() + reply.content)

    services["ledger"].play = lossy
    chat = await open_door(ledger_url=services["ledger"].url)
    assert (await chat.post()).status_code == 200
    await purse.settled()
    assert len(lost) == 2
    assert len(await purse.holds()) == 1
    assert await purse.balance() == 10 - Decimal("0.131")


async def test_a_caller_that_leaves_while_credits_are_reserved_gets_them_back(
    open_door: Any, purse: Any, provider: Any, services: Any
) -> None:
    arrived = asyncio.Event()

    async def slow(asked: Any, _: Any, writer: asyncio.StreamWriter) -> None:
        headers = {n: v for n, v in asked.headers if n in {"content-type", "x-owc-identity"}}
        reply = await purse.http.post(asked.target, content=asked.body, headers=headers)
        arrived.set()
        await eventually(left.done)
        head = f"HTTP/1.1 {reply.status_code} X\r\nContent-Length: {len(reply.content)}\r\n\r\n"
        writer.write(head.encode() + reply.content)

    services["ledger"].play = slow
    chat = await open_door(ledger_url=services["ledger"].url)
    left = asyncio.create_task(_leave_after(chat, 1))
    await asyncio.wait_for(arrived.wait(), 5)
    left.cancel()
    await purse.settled(0)
    assert [hold["status"] for hold in await purse.holds()] == ["released"]
    assert not provider.service.asked


async def test_many_calls_at_once_never_spend_more_than_there_is(
    chat: Any, purse: Any, provider: Any
) -> None:
    provider.script.uses_its_limit = True
    replies = await asyncio.gather(*(chat.post(max_tokens=800) for _ in range(8)))
    paid = [reply for reply in replies if reply.status_code == 200]
    assert {reply.status_code for reply in replies} == {200, 402}
    await purse.settled(len(paid))
    assert 0 <= await purse.balance() < Decimal("0.2")
