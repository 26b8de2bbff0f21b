"""Turns of API callers, who have no chat and no browser: charged like all others."""

from typing import Any

from tests.openwebui.comparison import Books
from tests.openwebui.visitor import Visitor
from tests.openwebui.webui import Rest

FUNCTION = {
    "name": "lookup",
    "parameters": {"type": "object", "properties": {"a": {"type": "integer"}}},
}
OWN_TOOLS: dict[str, Any] = {"tools": [{"type": "function", "function": FUNCTION}]}


def test_an_api_key_and_a_streamed_answer(student_api: Visitor, books: Books) -> None:
    seen = student_api.call("key streamed [[words=5]]", stream=True)
    assert "w4" in seen.text
    books.expect("key streamed", "fake-small")


def test_an_api_key_and_a_whole_answer(student_api: Visitor, books: Books) -> None:
    seen = student_api.call("key whole [[words=5]]")
    assert "w4" in seen.text
    books.expect("key whole", "fake-small")


def test_a_model_without_usage_setting(student_api: Visitor, books: Books) -> None:
    student_api.call("key capability [[words=5]]", model="fake-large", stream=True)
    books.expect("key capability", "fake-large")


def test_tool_calls_alone_streamed(student_api: Visitor, books: Books) -> None:
    student_api.call("calls streamed [[tool]]", stream=True, extra=OWN_TOOLS)
    books.expect("calls streamed", "fake-small")


def test_tool_calls_alone_in_a_whole_answer(student_api: Visitor, books: Books) -> None:
    seen = student_api.call("calls whole [[tool]]", extra=OWN_TOOLS)
    assert "tool_calls" in seen.text
    books.expect("calls whole", "fake-small")


def test_a_caller_who_leaves(student_api: Visitor, books: Books) -> None:
    student_api.call("leaves [[words=60]] [[slow=0.1]]", stream=True, leave_after=1.5)
    books.expect("leaves", "fake-small")


def test_an_error_of_the_provider(student_api: Visitor, books: Books) -> None:
    seen = student_api.call("key error [[err=500]]", stream=True)
    assert seen.http_status >= 400
    books.expect_nothing("key error")


def test_an_error_with_tools_and_a_whole_answer(student_api: Visitor, books: Books) -> None:
    seen = student_api.call("key tools error [[err=503]]", extra=OWN_TOOLS)
    assert seen.http_status >= 400
    books.expect_nothing("key tools error")


def test_messages_in_the_words_of_anthropic(student_api: Visitor, books: Books) -> None:
    extra = {"max_tokens": 100}
    student_api.call("messages one [[words=5]]", path="/api/v1/messages", stream=True, extra=extra)
    books.expect("messages one", "fake-small")


def test_whole_messages_in_the_words_of_anthropic(student_api: Visitor, books: Books) -> None:
    extra = {"max_tokens": 100}
    seen = student_api.call("messages two [[words=5]]", path="/api/v1/messages", extra=extra)
    assert "w4" in seen.text
    books.expect("messages two", "fake-small")


def test_three_answers_for_the_price_of_one_are_not_given(
    student_api: Visitor, books: Books
) -> None:
    student_api.call("three answers [[words=5]]", extra={"n": 3})
    books.expect("three answers", "fake-small")
    assert "n" not in books.provider.answered("three answers")[0].body


def test_a_caller_cannot_switch_the_usage_off(student_api: Visitor, books: Books) -> None:
    extra = {"stream_options": {"include_usage": False}}
    student_api.call("switched off [[words=5]]", stream=True, extra=extra)
    books.expect("switched off", "fake-small")


def test_a_caller_cannot_name_a_turn_of_his_own(student_api: Visitor, books: Books) -> None:
    extra = {"metadata": {"credit_turn": "forged", "direct": True}, "direct": True}
    student_api.call("own turn [[words=5]]", extra=extra)
    books.expect("own turn", "fake-small")


def test_a_forged_completion_report_changes_nothing(student: Visitor, books: Books) -> None:
    seen = student.chat("forged report [[words=5]]")
    message = {"id": seen.message_ids[0], "role": "assistant", "content": "x"}
    usage = {"prompt_tokens": -1000, "completion_tokens": -1000}
    session = Rest(student.base, student.headers())
    report: dict[str, Any] = {"model": "fake-small", "chat_id": seen.chat_id, "session_id": "none"}
    report |= {"id": seen.message_ids[0], "messages": [{**message, "usage": usage}]}
    session.post("/api/chat/completed", report)
    books.expect("forged report", "fake-small")
