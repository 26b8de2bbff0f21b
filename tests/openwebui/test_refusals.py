"""Who cannot pay is told so kindly, and the provider is not called."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest

from tests.openwebui.comparison import Books
from tests.openwebui.conftest import PURSE
from tests.openwebui.credit_system import CreditSystem
from tests.openwebui.visitor import Visitor
from tests.openwebui.webui import OpenWebUI


@pytest.fixture
def poor(system: CreditSystem, student_id: str) -> Iterator[None]:
    system.set_balance(student_id, Decimal(0))
    yield
    system.set_balance(student_id, PURSE)


@pytest.mark.usefixtures("poor")
@pytest.mark.parametrize(
    ("language", "beginning"),
    [
        ("en-US", "You do not have enough credits: 0.000 available, minimum 0."),
        ("ru-RU", "У вас недостаточно кредитов: доступно 0,000, требуется не менее 0,"),
        ("cs-CZ", "Nemáte dostatek kreditů: k dispozici 0,000, potřeba nejméně 0,"),
    ],
    ids=["English", "Russian", "Czech"],
)
def test_the_precheck_refuses_in_the_language_of_the_user(
    student: Visitor, books: Books, language: str, beginning: str
) -> None:
    student.language = language
    seen = student.chat(f"refused {language}")
    assert seen.error.startswith(beginning)
    assert len(seen.lines) == 1
    books.expect_nothing(f"refused {language}")
    assert not books.provider.answered(f"refused {language}")


@pytest.mark.usefixtures("poor", "without_precheck")
def test_the_hold_refuses_by_itself(student: Visitor, books: Books) -> None:
    seen = student.chat("refused hold")
    assert seen.error.startswith("You do not have enough credits: 0.000 available")
    assert not books.provider.answered("refused hold")


@pytest.mark.usefixtures("poor", "without_precheck")
def test_an_api_caller_is_refused(student_api: Visitor, books: Books) -> None:
    seen = student_api.call("refused key")
    assert seen.http_status == 400
    assert seen.error.startswith("You do not have enough credits")
    assert not books.provider.answered("refused key")


@pytest.mark.usefixtures("poor")
def test_an_answer_is_not_longer_than_the_balance_affords(
    student_api: Visitor, system: CreditSystem, student_id: str, books: Books
) -> None:
    system.set_balance(student_id, Decimal("0.2"))
    student_api.call("short purse [[words=5]]")
    asked = books.provider.answered("short purse")[0].body
    prompt, answer = Decimal("0.001"), Decimal("0.004")
    assert 0 < asked["max_tokens"] * answer <= Decimal("0.2") - prompt


@pytest.mark.usefixtures("poor")
def test_ten_calls_at_once_cannot_overdraw(
    student_api: Visitor, system: CreditSystem, student_id: str, books: Books
) -> None:
    """Each reserves about 0.03 credits, so that a few of them fit into the balance at a time."""
    system.set_balance(student_id, Decimal("0.1"))
    calls = [f"crowd {number} [[words=5]] [[hang=1]]" for number in range(10)]
    with ThreadPoolExecutor(len(calls)) as pool:
        seen = list(pool.map(lambda call: student_api.call(call, extra={"max_tokens": 5}), calls))
    answered = [one for one in seen if one.http_status == 200]
    assert 1 <= len(answered) < len(calls)
    assert len(books.provider.answered("crowd")) == len(answered)
    charges = books.charges(len(answered))
    assert len(charges) == len(answered)
    rest = Decimal("0.1") - sum(charge.amount for charge in charges)
    assert system.balance(student_id) == rest >= 0


@pytest.mark.usefixtures("poor")
def test_a_tool_loop_stops_when_the_credits_are_used_up(
    student: Visitor, system: CreditSystem, student_id: str, books: Books
) -> None:
    """Open WebUI adds about 4100 tokens of tool descriptions; the balance pays one such call."""
    system.set_balance(student_id, Decimal(6))
    seen = student.chat("costly loop [[tool]] [[usage=never]]", tools=("calc",))
    assert seen.error.startswith("You do not have enough credits")
    assert len(books.provider.answered("costly loop")) == 1
    books.balance = Decimal(6)
    books.expect("costly loop", "fake-small")


@pytest.mark.usefixtures("without_precheck")
def test_somebody_who_has_just_signed_up_has_an_account_at_once(
    openwebui: OpenWebUI, system: CreditSystem
) -> None:
    """Long before the next poll: the first look at an unknown user asks Open WebUI."""
    newcomer = openwebui.add_person("newcomer")
    seen = Visitor(openwebui.base, newcomer.api_key).call("newcomer [[words=5]]")
    assert seen.error.startswith("You do not have enough credits: 0.000 available")
    system.set_balance(newcomer.user_id, PURSE)
    seen = Visitor(openwebui.base, newcomer.api_key).call("newcomer [[words=5]]")
    assert seen.http_status == 200
