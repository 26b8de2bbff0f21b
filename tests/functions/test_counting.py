"""What the charging filter counts: the report of the provider, or the documented estimate."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.functions.loading import Json, load

charging = load("credit_charging_filter")
COUNTS = list(charging.COUNTS)

NAMES = ["choices", "delta", "usage", "response", "type", "error", "message", "text"]
NAMES += ["prompt_tokens", "input_tokens", "prompt_tokens_details", "cached_tokens"]
plain = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
json_values = st.recursive(
    plain,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4)
    ),
    max_leaves=20,
)


def counted(*events: object, running: bool = False, prompt: int = 50) -> tuple[list[int], bool]:
    turn = charging.Turn({}, "en", None, calls=[charging.Call(prompt)])
    for event in events:
        turn.calls[0].absorb(event)
    usage, guessed = turn.count(running=running)
    assert list(usage) == COUNTS
    return [usage[name] for name in charging.COUNTS], guessed


def says(text: str) -> Json:
    return {"choices": [{"delta": {"content": text}}]}


def reports(prompt: object, answer: object, **details: Json) -> Json:
    usage = {"prompt_tokens": prompt, "completion_tokens": answer, **details}
    return {"choices": [], "usage": usage}


@given(st.lists(json_values, max_size=5))
def test_no_chunk_whatsoever_raises_or_counts_below_zero(events: list[object]) -> None:
    counts, _ = counted(*events)
    assert all(type(count) is int and count >= 0 for count in counts)


def test_the_report_of_the_provider_is_taken_as_it_is() -> None:
    details = {
        "prompt_tokens_details": {"cached_tokens": 4},
        "completion_tokens_details": {"reasoning_tokens": 2},
    }
    usage = dict(zip(COUNTS, counted(says("hello"), reports(9, 5, **details))[0], strict=True))
    assert usage == {
        "prompt_tokens": 9,
        "completion_tokens": 5,
        "cached_tokens": 4,
        "reasoning_tokens": 2,
    }


def test_the_words_of_the_responses_api_are_understood() -> None:
    usage = {"input_tokens": 9, "output_tokens": 5, "input_tokens_details": {"cached_tokens": 3}}
    delta = {"type": "response.output_text.delta", "delta": "hello"}
    whole = {"type": "response.output_text.done", "text": "hello"}
    done = {"type": "response.completed", "response": {"usage": usage}}
    assert counted(delta, whole, done) == ([9, 3, 5, 0], False)
    assert counted(delta, whole) == ([50, 0, 2, 0], True)


def test_a_running_total_is_counted_once() -> None:
    assert counted(reports(9, 1), reports(9, 2), reports(9, 3))[0] == [9, 0, 3, 0]


def test_two_calls_of_a_turn_are_added_up() -> None:
    turn = charging.Turn({}, "en", None, calls=[charging.Call(50), charging.Call(60)])
    turn.calls[0].absorb(reports(9, 5))
    turn.calls[1].absorb(says("12345"))
    assert turn.count(running=False) == (dict(zip(COUNTS, [69, 0, 7, 0], strict=True)), True)


@pytest.mark.parametrize("forged", [-1000, "9", 1.5, True, None, 2**31, [9], {"a": 9}])
def test_a_count_that_is_no_count_is_ignored(forged: object) -> None:
    assert counted(reports(forged, forged)) == ([50, 0, 0, 0], True)
    assert counted(reports(9, 5), reports(forged, forged)) == ([9, 0, 5, 0], False)


def test_details_never_exceed_what_they_are_part_of() -> None:
    details = {
        "prompt_tokens_details": {"cached_tokens": 99},
        "completion_tokens_details": {"reasoning_tokens": 99},
    }
    assert counted(reports(9, 5, **details))[0] == [9, 9, 5, 5]


def test_without_a_report_text_thought_and_tool_calls_are_estimated() -> None:
    call = {"function": {"name": "add", "arguments": '{"a": 1}'}}
    delta = {"content": "1234", "reasoning_content": "5678", "tool_calls": [call]}
    assert counted({"choices": [{"delta": delta}]}) == ([50, 0, 5, 0], True)


def test_a_prompt_alone_is_estimated_when_the_user_pressed_stop() -> None:
    assert counted(running=True) == ([50, 0, 0, 0], True)


def test_a_call_that_gave_nothing_costs_nothing() -> None:
    nothing = ([0, 0, 0, 0], False)
    assert counted() == nothing
    assert counted({"choices": [{"delta": {"role": "assistant"}}]}, {"error": "x"}) == nothing


def test_a_report_of_the_prompt_alone_leaves_the_answer_to_the_estimate() -> None:
    assert counted(reports(9, 0), says("12345678")) == ([9, 0, 2, 0], True)


def test_a_prompt_is_estimated_from_texts_tools_messages_and_images() -> None:
    image = {"type": "image_url", "image_url": {"url": "data:" + "x" * 9999}}
    parts = [{"type": "text", "text": "12345678"}, image]
    messages = [{"role": "system", "content": "1234"}, {"role": "user", "content": parts}]
    assert charging.estimate_prompt({"messages": messages}) == 3 + 2 * 4 + 1000
    tools = [{"type": "function"}]
    with_tools = charging.estimate_prompt({"messages": messages, "tools": tools})
    assert with_tools == -(-(12 + len('[{"type": "function"}]')) // 4) + 2 * 4 + 1000
    assert charging.estimate_prompt({}) == 0
