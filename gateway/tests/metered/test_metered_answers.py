"""Model calls through the door: what is passed on, what comes back, and what it costs."""

import json
from decimal import Decimal
from typing import Any

import httpx
import pytest

# m costs 0.001 per input token, 0.004 per output token, and 0.1 per request.
REPORTED = Decimal("0.131")  # 11 in, 5 out


def _usage(chunk: str) -> Any:
    return json.loads(chunk.removeprefix("data: ")).get("usage")


async def test_an_answer_is_passed_back_and_charged_as_reported(
    chat: Any, purse: Any, provider: Any
) -> None:
    reply = await chat.post(temperature=0.7)
    assert reply.status_code == 200
    assert reply.json()["choices"][0]["message"]["content"].startswith("word0")
    charge = await purse.settled()
    assert charge["actor"] == "meter"
    counts = [charge[name] for name in ("prompt_tokens", "completion_tokens", "cached_tokens")]
    assert counts == [11, 5, 4]
    assert charge["reasoning_tokens"] == 2
    assert await purse.balance() == 10 - REPORTED
    assert provider.bodies[0]["temperature"] == 0.7


async def test_the_provider_gets_our_key_and_nothing_about_the_user(
    chat: Any, provider: Any
) -> None:
    reply = await chat.post()
    asked = provider.service.asked[0]
    assert asked.header("authorization") == "Bearer sk-of-the-provider"
    assert not [name for name, _ in asked.headers if "openwebui" in name or "owc" in name]
    assert asked.target == "/v1/chat/completions"
    assert "set-cookie" not in reply.headers
    assert "openai-organization" not in reply.headers


async def test_a_stream_whose_caller_asked_for_usage_is_passed_on_unchanged(
    chat: Any, purse: Any, provider: Any
) -> None:
    reply = await chat.post(stream=True, stream_options={"include_usage": True, "x": 1})
    chunks = reply.text.split("\n\n")
    assert len(chunks) == 5 + 1 + 1 + 1
    assert _usage(chunks[5])["prompt_tokens"] == 11
    assert chunks[-2:] == ["data: [DONE]", ""]
    assert reply.headers["content-type"].startswith("text/event-stream")
    assert provider.bodies[0]["stream_options"] == {"include_usage": True, "x": 1}
    await purse.settled()
    assert await purse.balance() == 10 - REPORTED


async def test_usage_that_only_the_door_asked_for_is_not_passed_on(
    chat: Any, purse: Any, provider: Any
) -> None:
    reply = await chat.post(stream=True)
    assert provider.bodies[0]["stream_options"] == {"include_usage": True}
    assert "usage" not in reply.text
    assert reply.text.count("data: ") == 5 + 1
    await purse.settled()
    assert await purse.balance() == 10 - REPORTED


@pytest.mark.parametrize("stream", [True, False])
async def test_where_nothing_is_reported_the_estimate_of_the_functions_is_charged(
    chat: Any, purse: Any, provider: Any, stream: Any
) -> None:
    provider.script.usage = None
    await chat.post(stream=stream)
    charge = await purse.settled()
    # "How are you?" has 12 letters: 3 tokens, and 4 for the message. The answer has 30 letters.
    assert (charge["prompt_tokens"], charge["completion_tokens"]) == (7, 8)
    assert charge["actor"] == "meter-estimate"


async def test_embeddings_are_charged_by_their_prompt(chat: Any, purse: Any, provider: Any) -> None:
    answer = {"data": [{"embedding": [0.25]}], "usage": {"prompt_tokens": 40, "total_tokens": 40}}
    provider.script.answer = json.dumps(answer).encode()
    reply = await chat.post("embeddings", input=["one", "two"], messages=None)
    assert reply.json() == answer
    charge = await purse.settled()
    assert (charge["prompt_tokens"], charge["completion_tokens"]) == (40, 0)
    assert provider.bodies[0]["input"] == ["one", "two"]


async def test_the_responses_api_is_charged_by_its_own_names(
    chat: Any, purse: Any, provider: Any
) -> None:
    usage: dict[str, Any] = {
        "input_tokens": 30,
        "output_tokens": 20,
        "input_tokens_details": {"cached_tokens": 10},
        "output_tokens_details": {"reasoning_tokens": 5},
    }
    provider.script.answer = json.dumps({"output": [], "usage": usage}).encode()
    await chat.post("responses", input="hello", max_output_tokens=100)
    charge = await purse.settled()
    counts = [charge[name] for name in ("prompt_tokens", "completion_tokens", "cached_tokens")]
    assert counts == [30, 20, 10]
    events: list[dict[str, Any]] = [
        {"type": "response.output_text.delta", "delta": "hello"},
        {"type": "response.completed", "response": {"usage": usage}},
    ]
    stream = "".join(f"event: {e['type']}\r\ndata: {json.dumps(e)}\r\n\r\n" for e in events)
    provider.script.answer, provider.script.answer_type = stream.encode(), "text/event-stream"
    reply = await chat.post("responses", input="hello", stream=True)
    assert reply.text == stream
    assert "stream_options" not in provider.bodies[1]
    assert (await purse.settled(2))["prompt_tokens"] == 30


async def test_images_are_charged_by_their_number(chat: Any, purse: Any, provider: Any) -> None:
    provider.script.answer = json.dumps({"data": [{"b64_json": "x"}, {"b64_json": "y"}]}).encode()
    await chat.post("images/generations", prompt="a tree", n=3)
    await purse.settled()
    assert await purse.balance() == 10 - Decimal("1.1")
    (hold,) = await purse.holds()
    assert hold["amount"] >= Decimal("1.6")


async def test_images_that_cannot_be_paid_are_not_made(
    chat: Any, purse: Any, provider: Any
) -> None:
    reply = await chat.post("images/generations", prompt="a tree", n=20)
    assert reply.status_code == 402
    body = reply.json()
    assert body["error"]["message"] == body["detail"]
    assert body["detail"].startswith("You do not have enough credits: 10")
    assert not provider.service.asked
    await purse.settled(0)
    assert await purse.balance() == 10


async def test_speech_is_charged_as_a_request(chat: Any, purse: Any, provider: Any) -> None:
    provider.script.answer, provider.script.answer_type = bytes(range(256)) * 9, "audio/mpeg"
    reply = await chat.post("audio/speech", input="x" * 40, voice="a", messages=None)
    assert reply.content == bytes(range(256)) * 9
    await purse.settled()
    assert await purse.balance() == 10 - Decimal("0.11")


async def _transcribe(chat: Any, **answer: Any) -> httpx.Response:
    reply: httpx.Response = await chat.gateway.http.post(
        "/v1/audio/transcriptions",
        files={"file": ("a.webm", b"\0\r\n--x\r\n" * 4000, "audio/webm")},
        data={"model": "m", "language": "en"},
        headers=chat.headers(),
    )
    return reply


async def test_a_transcription_is_charged_by_the_seconds_that_are_told(
    chat: Any, purse: Any, provider: Any
) -> None:
    provider.script.answer = b'{"text": "hello", "duration": 61.2}'
    reply = await _transcribe(chat)
    assert reply.json()["text"] == "hello"
    assert b"\0\r\n--x\r\n" * 4000 in provider.service.asked[0].body
    await purse.settled()
    assert await purse.balance() == 10 - Decimal("0.72")
    provider.script.answer = b'{"text": "hello"}'
    await _transcribe(chat)
    await purse.settled(2)
    assert await purse.balance() == 10 - Decimal("0.82")


async def test_legacy_completions_are_metered_as_well(chat: Any, purse: Any, provider: Any) -> None:
    provider.script.usage = None
    provider.script.answer = b'{"choices": [{"text": "12345678"}]}'
    await chat.post("completions", prompt="x" * 40, messages=None)
    charge = await purse.settled()
    assert (charge["prompt_tokens"], charge["completion_tokens"]) == (10, 2)


async def test_the_list_of_models_is_passed_on_and_free(
    chat: Any, purse: Any, provider: Any
) -> None:
    provider.script.answer = b'{"data": [{"id": "m"}]}'
    reply = await chat.gateway.http.get(
        "/v1/models", headers={"X-API-Key": chat.headers()["Authorization"].removeprefix("Bearer ")}
    )
    assert reply.json()["data"] == [{"id": "m"}]
    assert provider.service.asked[0].target == "/v1/models"
    assert await purse.balance() == 10


async def test_a_free_model_costs_nothing_and_is_recorded(chat: Any, purse: Any) -> None:
    reply = await chat.post(model="free")
    assert reply.status_code == 200
    charge = await purse.settled()
    assert charge["prompt_tokens"] == 11
    assert await purse.balance() == 10
