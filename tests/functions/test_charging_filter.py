"""One turn through the hooks of the charging filter, with the answers of the API given."""

import asyncio
from decimal import Decimal
from typing import Any

import pytest

from shared.testing import eventually
from tests.functions.loading import CreditsApi, Json, Request, load

charging = load("credit_charging_filter")
OPENED = (201, {"hold_id": "h1", "max_tokens": 4096, "available": Decimal(5)})
BILL = {"cost": Decimal("0.026"), "deducted": Decimal("0.026"), "new_balance": Decimal("4.974")}
SETTLED = (200, {**BILL, "is_free": False})
REPORT = {"choices": [], "usage": {"prompt_tokens": 9, "completion_tokens": 5}}


def question(**extra: Any) -> Json:
    messages = [{"role": "user", "content": "hello"}]
    return {"model": "m/one", "messages": messages, "stream": True, **extra}


def context(**extra: Any) -> Json:
    return {"user_id": "u1", "chat_id": "c1", "message_id": "m1", "params": {}, **extra}


class Turn:
    """Drives the hooks in the order in which Open WebUI calls them, in a task of its own."""

    def __init__(self, *answers: tuple[int, Json], **valves: Any) -> None:
        self.filter = charging.Filter()
        self.filter.valves = charging.Filter.Valves(**valves)
        self.api = self.filter._ask = CreditsApi(*answers)
        self.lines: list[str] = []

    async def emit(self, event: Json) -> None:
        self.lines.append(event["data"]["description"])

    async def hooks(self, metadata: Json, body: Json, *calls: list[Json]) -> Json:
        body = await self.filter.inlet(body, metadata, Request(), self.emit)
        for chunks in calls:
            body = await self.filter.request(body, metadata)
            for chunk in chunks:
                assert self.filter.stream(chunk, metadata) is chunk
        return body

    async def run(self, *calls: list[Json], body: Json | None = None, **extra: Any) -> Json:
        metadata = context(**extra)
        task = asyncio.create_task(self.hooks(metadata, body or question(), *calls))
        try:
            return await task
        finally:
            await asyncio.sleep(0)
            turn = charging.TURNS.get(metadata.get(charging.TURN))
            if turn:
                await turn.work


def test_numbers_are_written_as_readers_of_the_language_expect_them() -> None:
    answer = {"cost": Decimal("1234.56"), "new_balance": Decimal("1000.0009")}
    assert "1,234.56 credits – New balance: 1,000.000" in charging.say("en", "charged", answer)
    assert charging.say("ru", "charged", answer).endswith(
        "1\u00a0234,56 – Новый баланс: 1\u00a0000,000"
    )


async def test_a_turn_is_one_hold_and_one_settlement() -> None:
    turn = Turn(OPENED, SETTLED)
    await turn.run([REPORT])
    (_, hold), (path, settled) = turn.api.asked
    assert turn.api.paths() == ["holds", "holds/h1/settle"]
    assert (hold["user_id"], hold["model_id"], hold["max_tokens"]) == ("u1", "m/one", 4096)
    assert path == "holds/h1/settle"
    assert (settled["prompt_tokens"], settled["completion_tokens"]) == (9, 5)
    assert settled["actor"] == "model-usage"
    assert turn.lines == ["💳 Charged 0.026 credits – New balance: 4.974"]
    assert not charging.TURNS


async def test_each_further_call_is_asked_for_and_all_are_settled_once() -> None:
    turn = Turn(OPENED, (200, {"available": Decimal(1)}), SETTLED)
    await turn.run([REPORT], [REPORT])
    assert turn.api.paths() == ["holds", "holds/h1/extend", "holds/h1/settle"]
    assert turn.api.asked[1][1]["prompt_tokens"] > 9
    assert turn.api.asked[2][1]["prompt_tokens"] == 18


async def test_a_further_call_stops_when_the_credits_are_used_up() -> None:
    spent = (200, {"available": Decimal("-0.5"), "amount": Decimal("2.5")})
    turn = Turn(OPENED, spent, SETTLED)
    with pytest.raises(PermissionError, match=r"0\.000 available, 2\.5 required"):
        await turn.run([REPORT], [REPORT])
    assert turn.api.paths()[-1] == "holds/h1/settle"
    assert turn.api.asked[-1][1]["prompt_tokens"] == 9


async def test_a_turn_without_an_answer_is_released() -> None:
    turn = Turn(OPENED, (200, {"status": "released"}))
    await turn.run([])
    assert turn.api.paths() == ["holds", "holds/h1/release"]
    assert not turn.lines


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (402, "You do not have enough credits: 0.500 available, 2.5 required."),
        (403, "Your credit account does not allow this. Please contact the administrator."),
        (404, "Your credit account does not allow this. Please contact the administrator."),
        (503, "The credit service does not answer right now. Please try again in a minute."),
        (0, "The credit service does not answer right now. Please try again in a minute."),
        (401, "The credit service does not answer right now. Please try again in a minute."),
    ],
)
async def test_a_refusal_is_said_without_inner_details(status: int, text: str) -> None:
    detail = {"detail": "https://inner.example/x", "available": Decimal("0.5")}
    turn = Turn((status, {**detail, "required": Decimal("2.5")}))
    with pytest.raises(PermissionError) as refusal:
        await turn.run()
    assert str(refusal.value) == text
    assert turn.api.paths() == ["holds"]


async def test_an_open_filter_charges_afterwards_what_it_could_not_hold() -> None:
    turn = Turn((0, {}), SETTLED, on_failure="open")
    await turn.run([REPORT])
    assert turn.api.paths() == ["holds", "deduct-tokens"]
    form = turn.api.asked[1][1]
    assert (form["user_id"], form["prompt_tokens"]) == ("u1", 9)
    assert form["idempotency_key"] == turn.api.asked[0][1]["idempotency_key"]


LIMIT = {"type": "urn:owc:problem:limit-reached", "frees_at": "2026-12-01T00:00:00Z"}


@pytest.mark.parametrize(
    ("status", "answer", "text"),
    [
        (402, {"available": Decimal("0.9999")}, "0.999 available"),
        (429, LIMIT, "Your limit for this period is used up. It frees again at 2026-12-01 00:00"),
    ],
)
async def test_an_open_filter_still_refuses_who_may_not_spend(
    status: int, answer: Json, text: str
) -> None:
    with pytest.raises(PermissionError, match=text):
        await Turn((status, answer), on_failure="open").run()


@pytest.mark.parametrize("free", [{"extra": {"direct": True}}, {"valves": {"charging": "gateway"}}])
async def test_some_turns_are_not_for_this_filter(free: dict[str, Json]) -> None:
    turn = Turn(OPENED, **free.get("valves", {}))
    await turn.run([REPORT], **free.get("extra", {}))
    assert not turn.api.asked


async def test_the_request_is_made_countable_and_affordable() -> None:
    capped = (201, {"hold_id": "h1", "max_tokens": 40})
    turn, asked = Turn(capped, SETTLED), question(n=3, max_tokens=500)
    metadata = {"params": {"function_calling": "legacy"}}
    sent = await turn.run([REPORT], body=asked, **metadata)
    assert turn.api.asked[0][1]["max_tokens"] == 500
    assert (sent["max_tokens"], sent["max_completion_tokens"]) == (40, 40)
    assert sent["stream_options"] == {"include_usage": True}
    assert "n" not in sent
    assert metadata["params"]["function_calling"] == "native"


async def test_a_limit_that_is_affordable_is_left_alone() -> None:
    turn = Turn(OPENED, SETTLED)
    assert "max_tokens" not in await turn.run([REPORT])


async def test_a_long_answer_extends_its_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charging, "EXTEND_EVERY_S", 0.01)
    turn = Turn(OPENED, (200, {"available": Decimal(1)}))
    metadata = context()
    await turn.hooks(metadata, question(), [{"choices": [{"delta": {"content": "12345"}}]}])
    await eventually(lambda: len(turn.api.asked) >= 3)
    path, form = turn.api.asked[1]
    assert path == "holds/h1/extend"
    assert (form["completion_tokens"], form["ttl_s"]) == (2, 180)
    charging.TURNS.pop(metadata[charging.TURN]).work.cancel()


def test_each_text_exists_in_each_language_with_the_same_amounts() -> None:
    for texts in charging.TEXTS.values():
        assert len(texts) == len(charging.LANGUAGES)
        assert (
            len({tuple(sorted(part.split("}")[0] for part in t.split("{")[1:])) for t in texts})
            == 1
        )


@pytest.mark.parametrize(
    ("variable", "header", "language"),
    [("cs-CZ", "ru", "cs"), (None, "ru-RU,en", "ru"), ("de-DE", "ru", "en"), (None, "", "en")],
)
def test_the_language_is_the_users(variable: str | None, header: str, language: str) -> None:
    metadata = {"variables": {"{{USER_LANGUAGE}}": variable}}
    assert charging.language_of(metadata, Request(header)) == language
