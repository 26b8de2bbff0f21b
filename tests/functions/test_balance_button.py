"""The button that shows the balance and opens the user's own page."""

import json
from decimal import Decimal
from typing import Any

import pytest

from tests.functions.loading import Json, Request, load

balance = load("credit_balance")
ACCOUNT = (200, {"credits": Decimal("99.9999"), "available": Decimal("99.4809")})
LINK = (201, {"url": "https://credits.example.org/me?code=a'b\"c"})
PAGE = "https://credits.example.org/pricing"


class Press:
    """One press of the button, by a user who answers the question with `agrees`."""

    def __init__(self, *answers: tuple[int, Json], agrees: Any = True) -> None:
        self.answers, self.agrees = list(answers), agrees
        self.asked, self.toasts, self.calls = list[Any](), list[Json](), list[Json]()

    async def _answer(self, method: str, path: str, form: Json | None = None) -> tuple[int, Json]:
        self.asked.append((method, path, form))
        return self.answers.pop(0)

    async def _emit(self, event: Json) -> None:
        assert event["type"] == "notification"
        self.toasts.append(event["data"])

    async def _call(self, event: Json) -> Any:
        self.calls.append(event)
        return self.agrees

    async def run(self, language: str = "en", *, browser: bool = True) -> "Press":
        action = balance.Action()
        action._ask = self._answer
        call = self._call if browser else None
        await action.action({}, {"id": "u/1"}, Request(language), self._emit, call)
        return self


async def test_the_button_tells_the_balance_and_opens_the_page_of_who_agrees() -> None:
    press = await Press(ACCOUNT, LINK).run()
    assert press.toasts == [{"type": "info", "content": "💳 Balance: 99.48 credits"}]
    assert press.asked == [
        ("GET", "/api/credits/user/u%2F1", None),
        ("POST", "/api/me/links", {"user_id": "u/1"}),
    ]
    question, opening = press.calls
    assert question["type"] == "confirmation"
    assert "**99.48 credits**" in question["data"]["message"]
    assert PAGE in question["data"]["message"]
    assert opening["type"] == "execute"
    assert json.dumps(LINK[1]["url"]) in opening["data"]["code"]


@pytest.mark.parametrize("answer", [False, None, {"error": "Timeout"}, ""])
async def test_nothing_opens_for_who_does_not_agree(answer: Any) -> None:
    press = await Press(ACCOUNT, LINK, agrees=answer).run()
    assert [call["type"] for call in press.calls] == ["confirmation"]


async def test_the_link_is_shown_to_nobody_but_the_browser_that_asked() -> None:
    press = await Press(ACCOUNT, LINK).run()
    assert "code=" not in json.dumps([press.toasts, press.calls[0]])


async def test_without_a_browser_no_link_is_made() -> None:
    press = await Press(ACCOUNT).run(browser=False)
    assert len(press.asked) == 1


@pytest.mark.parametrize(
    ("status", "words"),
    [(404, "обратитесь к администратору"), (503, "через минуту"), (0, "минуту")],
)
async def test_who_cannot_be_served_reads_why_in_his_language(status: int, words: str) -> None:
    press = await Press((status, {})).run("ru")
    assert press.toasts[0]["type"] == "warning"
    assert words in press.toasts[0]["content"].lower()


async def test_a_key_that_may_issue_no_link_still_shows_the_balance() -> None:
    press = await Press(ACCOUNT, (403, {})).run("cs")
    assert press.toasts[0]["content"] == "💳 Zůstatek kreditů: 99,48"
    assert press.calls == []
