"""Turns in the web client: each is charged exactly once, for what the provider says was used."""

import pytest

from tests.openwebui.comparison import Books
from tests.openwebui.credit_system import wait_for
from tests.openwebui.visitor import Json, Seen, Visitor
from tests.openwebui.webui import Rest


def test_a_streamed_answer(student: Visitor, books: Books) -> None:
    seen = student.chat("streamed [[words=5]]")
    assert not seen.error
    assert seen.text.split() == ["w0", "w1", "w2", "w3", "w4"]
    charge = books.expect("streamed", "fake-small")[0]
    line = charged(books, charge.amount)
    assert seen.lines == [line]
    assert wait_for(lambda: line in str(saved(student, seen).get("statusHistory")))


def saved(visitor: Visitor, seen: Seen) -> Json:
    """The answer as it stands when the chat is opened again."""
    chat = Rest(visitor.base, visitor.headers()).get(f"/api/v1/chats/{seen.chat_id}")["chat"]
    message: Json = chat["history"]["messages"][seen.message_ids[0]]
    return message


def charged(books: Books, amount: object) -> str:
    balance = books.system.balance(books.user_id)
    return f"💳 Charged {amount:,f} credits – New balance: {balance:,.3f}"


def test_usage_is_asked_for_where_the_model_setting_does_not(
    student: Visitor, books: Books
) -> None:
    student.chat("capability [[words=5]]", models=("fake-large",))
    books.expect("capability", "fake-large")


def test_an_estimate_where_the_provider_reports_nothing(student: Visitor, books: Books) -> None:
    seen = student.chat("silent provider [[usage=never]] [[words=9]]")
    books.expect("silent provider", "fake-small")
    assert seen.lines[0].startswith("⚠️ The cost is an estimate. 💳 Charged")


def test_an_answer_that_is_not_streamed(student: Visitor, books: Books) -> None:
    student.chat("not streamed [[words=6]]", stream=False)
    books.expect("not streamed", "fake-small")


def test_an_unstreamed_answer_without_usage(student: Visitor, books: Books) -> None:
    student.chat("plain silent [[usage=never]] [[words=6]]", stream=False)
    books.expect("plain silent", "fake-small")


def test_a_model_derived_from_another(student: Visitor, books: Books) -> None:
    student.chat("derived [[words=5]]", models=("helper",))
    books.expect("derived", "helper")


def test_a_model_that_thinks(student: Visitor, books: Books) -> None:
    student.chat("thinking [[words=5]]", models=("fake-reasoner",))
    charge = books.expect("thinking", "fake-reasoner")[0]
    assert charge.usage["reasoning_tokens"] == 7


def test_a_temporary_chat(student: Visitor, books: Books) -> None:
    student.chat("temporary [[words=5]]", temporary=True)
    books.expect("temporary", "fake-small")


def test_two_models_at_once_are_two_turns(student: Visitor, books: Books) -> None:
    seen = student.chat("two models [[words=5]]", models=("fake-small", "helper"))
    books.expect("two models", "fake-small", "helper")
    assert len(seen.lines) == 2


def test_a_tool_loop_is_one_charge_of_three_calls(student: Visitor, books: Books) -> None:
    student.chat("tool loop [[tool]] [[rounds=2]] [[words=5]]", tools=("calc",))
    books.expect("tool loop", "fake-small")
    assert len(books.provider.answered("tool loop")) == 3


def test_a_tool_loop_without_usage(student: Visitor, books: Books) -> None:
    student.chat("silent loop [[tool]] [[usage=never]] [[words=5]]", tools=("calc",))
    books.expect("silent loop", "fake-small")


def test_continue_charges_the_second_part_only(student: Visitor, books: Books) -> None:
    first: Seen = student.chat("to continue [[words=5]]")
    before = books.expect("to continue", "fake-small")[0]
    books.provider.calls.clear()
    second = Books(books.system, books.provider, books.user_id, books.rows, books.scenario)
    student.chat("to continue [[words=5]]", continued=first)
    after = second.expect("to continue", "fake-small")[0]
    assert after.usage["completion_tokens"] == before.usage["completion_tokens"]


@pytest.mark.parametrize("seconds", [0.5, 1.5])
def test_stop_is_charged_by_what_was_written(
    student: Visitor, books: Books, seconds: float
) -> None:
    seen = student.chat(f"stop after {seconds} [[words=60]] [[slow=0.1]]", stop_after=seconds)
    assert seen.stopped
    books.expect(f"stop after {seconds}", "fake-small")


def test_stop_before_the_first_word_costs_the_prompt(student: Visitor, books: Books) -> None:
    student.chat("stop early [[hang=3]] [[words=5]]", stop_after=1)
    charge = books.charges(1)[0]
    assert charge.usage["prompt_tokens"] > 0
    assert charge.usage["completion_tokens"] == 0


def test_an_error_of_the_provider_costs_nothing(student: Visitor, books: Books) -> None:
    seen = student.chat("http error [[err=500]]")
    assert seen.error
    books.expect_nothing("http error")


def test_an_error_in_the_middle_costs_what_was_written(student: Visitor, books: Books) -> None:
    student.chat("broken stream [[err_mid]]")
    books.expect("broken stream", "fake-small")


def test_a_lost_connection_costs_what_was_written(student: Visitor, books: Books) -> None:
    student.chat("lost stream [[drop]]")
    books.expect("lost stream", "fake-small")


def test_running_totals_are_not_added_up(student: Visitor, books: Books) -> None:
    student.chat("running totals [[running]] [[words=5]]")
    books.expect("running totals", "fake-small")


def test_negative_usage_is_no_usage(student: Visitor, books: Books) -> None:
    student.chat("negative [[forged]] [[words=5]]")
    books.expect("negative", "fake-small")
