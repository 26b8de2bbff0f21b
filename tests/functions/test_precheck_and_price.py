"""The early check of the balance, the price button, and what every function file must be."""

import ast
import sys
from decimal import Decimal
from typing import Any

import pytest

from tests.functions.loading import FUNCTIONS, Json, Request, load

precheck = load("credit_management_enough_credits")
models = load("credit_management_models")
FILES = sorted(FUNCTIONS.glob("*.py"))
PRICE = {"context_price": Decimal("0.5"), "generation_price": Decimal(2), "is_free": False}
ALLOWED_IMPORTS = sys.stdlib_module_names | {"aiohttp", "pydantic"}


def asking(text: str) -> Json:
    return {"model": "m", "messages": [{"role": "user", "content": text}]}


class Check:
    def __init__(self, answers: dict[str, tuple[int, Json]], **valves: Any) -> None:
        precheck._PRICES.clear()
        self.filter = precheck.Filter()
        self.filter.valves = precheck.Filter.Valves(**valves)
        self.asked, self.answers, self.lines = list[str](), answers, list[str]()
        self.filter._ask = self.answer

    async def answer(self, path: str) -> tuple[int, Json]:
        self.asked.append(path)
        return self.answers[path.split("/", maxsplit=1)[0]]

    async def emit(self, event: Json) -> None:
        self.lines.append(event["data"]["description"])

    async def run(self, text: str = "x" * 40, language: str = "en") -> Json:
        metadata = {"user_id": "u1", "chat_id": "c", "message_id": "m"}
        checked: Json = await self.filter.inlet(
            asking(text), metadata, Request(language), self.emit
        )
        return checked


async def test_who_can_pay_the_prompt_passes_unchanged() -> None:
    check = Check({"user": (200, {"credits": Decimal(5)}), "model": (200, PRICE)})
    assert await check.run() == asking("x" * 40)
    await check.run()
    assert check.asked == ["user/u1", "model/m", "user/u1"]


async def test_who_cannot_pay_the_prompt_reads_why() -> None:
    check = Check({"user": (200, {"credits": 9, "available": Decimal(1)}), "model": (200, PRICE)})
    with pytest.raises(precheck.RefusalError) as refusal:
        await check.run()
    text = "You do not have enough credits: 1.000 available, minimum 5.000 required."
    assert str(refusal.value) == text
    assert check.lines == ["Insufficient credits – prompt blocked."]


async def test_a_free_model_needs_no_credits() -> None:
    free = {**PRICE, "is_free": True}
    check = Check({"user": (200, {"credits": 0}), "model": (200, free)})
    assert await check.run()


@pytest.mark.parametrize("failing", ["user", "model"])
async def test_without_an_answer_the_valve_decides(failing: str) -> None:
    answers: dict[str, tuple[int, Json]] = {"user": (200, {"credits": 9}), "model": (200, PRICE)}
    answers[failing] = (0, {})
    with pytest.raises(precheck.RefusalError, match="does not answer right now"):
        await Check(answers).run()
    assert await Check(answers, on_failure="open").run()


async def test_a_stranger_is_sent_to_the_administrator_in_his_language() -> None:
    check = Check({"user": (404, {"detail": "User not found"})})
    with pytest.raises(precheck.RefusalError, match="Обратитесь к администратору"):
        await check.run(language="ru")


@pytest.mark.parametrize(
    ("model", "language", "text"),
    [
        (PRICE, "en", "📊 m: prompt 500,000 credits, completion 2,000,000 credits per 1M tokens"),
        ({**PRICE, "context_price": Decimal("0.00000015")}, "en", "📊 m: prompt 0.15 credits"),
        ({**PRICE, "is_free": True}, "cs", "🆓 m: MODEL ZDARMA – kredity nejsou potřeba"),
        (PRICE, "ru", "📊 m: запрос 500\u00a0000, ответ 2\u00a0000\u00a0000 кредитов"),
    ],
)
def test_a_price_is_shown_per_million_tokens(model: Json, language: str, text: str) -> None:
    assert models.price_text({"id": "m", "name": "m", **model}, language).startswith(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_open_webui_can_take_the_file_as_it_is(path: Any) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.startswith('"""\ntitle: ')
    # Open WebUI rewrites these words wherever they stand in a function.
    assert not [word for word in ("utils", "apps", "main", "config") if f"from {word}" in source]
    names = [
        name.split(".")[0]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [a.name for a in node.names]
        )
    ]
    assert set(names) <= ALLOWED_IMPORTS


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_valves_begin_with_the_environment(path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CREDITS_API_PROTOCOL", "https")
    monkeypatch.setenv("CREDITS_API_HOST", "credits.example.org")
    monkeypatch.setenv("CREDITS_API_SSL_VERIFY", "false")
    monkeypatch.setenv("CREDITS_API_KEY", "secret")
    module = load(path.stem)
    valves = (getattr(module, "Filter", None) or module.Action).Valves()
    assert (valves.credits_api_protocol, valves.credits_api_host) == (
        "https",
        "credits.example.org",
    )
    assert (valves.ssl_verify, valves.api_key) == (False, "secret")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_valve_is_documented(path: Any) -> None:
    page = (FUNCTIONS.parent / "docs/functions.md").read_text(encoding="utf-8")
    module = load(path.stem)
    valves = (getattr(module, "Filter", None) or module.Action).Valves
    assert not [name for name in valves.model_fields if f"`{name}`" not in page]
