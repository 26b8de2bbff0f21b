"""The pure part: reading usage, estimating, cutting streams, rewriting bodies."""

import json
from typing import Any

import pytest
from gateway.domain.metered_answers import Events, Reading, payload
from gateway.domain.metered_requests import Ask, estimate_prompt, read_form, read_json
from hypothesis import given
from hypothesis import strategies as st

from shared.problems import Invalid, Malformed

CHAT = Ask(kind="chat", model="m", prompt_tokens=7)


def _counted(*events: Any, ask: Ask = CHAT, running: bool = False) -> tuple[Any, bool]:
    reading = Reading(ask)
    for event in events:
        reading.absorb(event)
    counted = reading.counted(running=running)
    return dict(counted.units), counted.estimated


def _said(text: str, **usage: Any) -> dict[str, Any]:
    return {"choices": [{"delta": {"content": text}}], **({"usage": usage} if usage else {})}


@pytest.mark.parametrize(
    "report",
    [
        {"prompt_tokens": -1000, "completion_tokens": -1000},
        {"prompt_tokens": "9", "completion_tokens": True},
        {"prompt_tokens": 9},
        {"prompt_tokens": 1e9, "completion_tokens": 2**31},
        {"completion_tokens": None},
    ],
)
def test_senseless_numbers_are_no_report(report: dict[str, Any]) -> None:
    units, estimated = _counted(_said("12345678", **report))
    assert units["output"] == 2
    assert units["input"] in (7, 9)
    assert estimated


def test_running_totals_are_not_added_up() -> None:
    steps = [_said("x", prompt_tokens=10, completion_tokens=n) for n in (1, 2, 3)]
    assert _counted(*steps) == ({"input": 10, "output": 3, "request": 1}, False)


def test_an_error_without_a_word_costs_nothing_and_after_words_what_was_said() -> None:
    error = {"error": {"message": "no"}}
    assert _counted(error) == ({}, False)
    assert _counted() == ({}, False)
    assert _counted(_said("12345678"), error)[0]["output"] == 2


def test_a_call_that_was_left_costs_its_prompt_or_the_images_it_asked_for() -> None:
    assert _counted(running=True) == ({"input": 7, "request": 1}, True)
    image = Ask(kind="image", model="m", beforehand={"image": 3, "request": 1})
    assert _counted(ask=image, running=True) == ({"image": 3, "request": 1}, True)
    made = {"data": [{"url": "a"}]}
    assert _counted(made, ask=image, running=True) == ({"image": 1, "request": 1}, False)


def test_thought_and_tool_calls_are_counted_and_repetitions_are_not() -> None:
    delta = {"reasoning_content": "1234", "tool_calls": [{"function": {"arguments": "5678"}}]}
    assert _counted({"choices": [{"delta": delta}]})[0]["output"] == 2
    done = {"type": "response.output_text.done", "text": "12345678"}
    spoken = {"type": "response.output_text.delta", "delta": "12345678"}
    assert _counted(spoken, done)[0]["output"] == 2


@given(st.recursive(st.none() | st.integers() | st.text() | st.floats(), st.lists))
def test_no_answer_breaks_the_reading(value: Any) -> None:
    for event in (value, {"usage": value}, {"choices": value, "data": value}, {"duration": value}):
        for kind in ("chat", "image", "transcription"):
            _counted(event, ask=Ask(kind=kind, model="m"))


@given(st.lists(st.integers(1, 40), min_size=1, max_size=6), st.sampled_from(["\n\n", "\r\n\r\n"]))
def test_a_stream_is_cut_into_the_same_events_however_it_arrives(
    sizes: list[int], end: str
) -> None:
    events = [f"data: {json.dumps({'n': number})}{end}".encode() for number in range(9)]
    stream, cut, found = b"".join(events) + b"data: tail", Events(), []
    while stream:
        for size in sizes:
            found += cut.feed(stream[:size])
            stream = stream[size:]
    assert found == events
    assert cut.rest() == b"data: tail"
    assert payload(found[3]) == {"n": 3}
    assert payload(b"data: [DONE]\n\n") is None


def test_the_estimate_counts_letters_messages_images_and_tools() -> None:
    parts = [
        {"type": "text", "text": "1234"},
        {"type": "image_url", "image_url": {"url": "x" * 99}},
    ]
    messages = [{"role": "user", "content": parts}, {"role": "system", "content": "5678"}]
    assert estimate_prompt({"messages": messages}) == 2 + 2 * 4 + 1000
    assert estimate_prompt({"messages": messages, "tools": ["abcdef"]}) == 5 + 2 * 4 + 1000
    assert estimate_prompt({"input": [1, 2, 3]}) == 3
    assert estimate_prompt({"prompt": ["12345678", "1"]}) == 3
    assert estimate_prompt({"instructions": "1234", "input": "5678"}) == 2


def test_an_answer_may_be_nested_however_deep() -> None:
    deep: Any = "1234"
    for _ in range(5000):
        deep = [deep]
    assert _counted({"choices": deep})[0]["output"] == 1


def _outgoing(kind: Any, body: dict[str, Any], granted: int | None) -> Any:
    ask = read_json(kind, json.dumps({"model": "m", **body}).encode(), answer_tokens=1000)
    return json.loads(ask.outgoing(granted, "max_completion_tokens"))


def test_a_limit_is_written_where_the_caller_or_the_provider_looks_for_it() -> None:
    assert _outgoing("chat", {}, 10)["max_completion_tokens"] == 10
    assert _outgoing("chat", {"max_tokens": 50}, 10) == {"model": "m", "max_tokens": 10}
    assert _outgoing("chat", {"max_tokens": 50}, 50) == {"model": "m", "max_tokens": 50}
    assert _outgoing("completion", {"prompt": ["a", "b"]}, 10)["max_tokens"] == 5
    assert _outgoing("response", {}, 10)["max_output_tokens"] == 10
    assert _outgoing("embedding", {"input": "x"}, 0) == {"model": "m", "input": "x"}
    assert _outgoing("chat", {"n": 3}, 2)["max_completion_tokens"] == 1


def test_lone_surrogates_and_numbers_pass_as_they_came() -> None:
    content = b'{"model": "m", "prompt": "\\ud83d", "seed": 12345678901234567890, "top_p": 0.1}'
    ask = read_json("completion", content, answer_tokens=1)
    assert json.loads(ask.outgoing(None, "max_tokens")) == json.loads(content)


@given(st.binary(max_size=200))
def test_no_form_breaks_its_reading(content: bytes) -> None:
    with pytest.raises((Malformed, Invalid)):
        read_form("transcription", content, "multipart/form-data; boundary=abc; x=--\r\n")
