"""
title: Credits - charge every answer
author: Open WebUI Credits
version: 1.0.0
license: MIT
description: Reserves credits before a model call and settles the real usage once after it.
"""  # noqa: D212 - Open WebUI reads the first docstring as front matter

import asyncio
import contextlib
import importlib
import json
import logging
import os
import time
import uuid
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from decimal import Decimal
from http import HTTPStatus
from typing import Any, Literal

import aiohttp
from pydantic import BaseModel, Field

Json = dict[str, Any]
Emit = Callable[[Json], Awaitable[None]]
LOG = logging.getLogger("credits.charging")
TURN = "credit_turn"
CHARS_PER_TOKEN, TOKENS_PER_MESSAGE, TOKENS_PER_IMAGE = 4, 4, 1000
COUNT_MAX = 2**31 - 1
EXTEND_EVERY_S, EXTENSIONS_MAX = 60, 1000
COUNTS = ("prompt_tokens", "completion_tokens", "cached_tokens", "reasoning_tokens")
TEXTS = {
    "en": {
        "charged": "💳 Charged {cost} credits – New balance: {balance}",
        "short": "⚠️ Insufficient credits! Charged {paid} of {cost} credits – Balance: {balance}",
        "free": "🆓 Free model - no credits charged.",
        "estimate": "⚠️ The cost is an estimate. ",
        "poor": "You do not have enough credits: {available} available, {required} required.",
        "refused": "Your credit account does not allow this. Please contact the administrator.",
        "down": "The credit service does not answer right now. Please try again in a minute.",
    },
    "ru": {
        "charged": "💳 Списано кредитов: {cost} – Новый баланс: {balance}",
        "short": "⚠️ Недостаточно кредитов! Списано {paid} из {cost} – Баланс: {balance}",
        "free": "🆓 Бесплатная модель – кредиты не списаны.",
        "estimate": "⚠️ Стоимость рассчитана приблизительно. ",
        "poor": "У вас недостаточно кредитов: доступно {available}, требуется {required}.",
        "refused": "Ваш кредитный счёт этого не позволяет. Обратитесь к администратору.",
        "down": "Служба кредитов сейчас не отвечает. Повторите попытку через минуту.",
    },
    "cs": {
        "charged": "💳 Účtováno kreditů: {cost} – Nový zůstatek: {balance}",
        "short": "⚠️ Nedostatek kreditů! Účtováno {paid} z {cost} – Zůstatek: {balance}",
        "free": "🆓 Model zdarma – žádné kredity nebyly účtovány.",
        "estimate": "⚠️ Cena je odhad. ",
        "poor": "Nemáte dostatek kreditů: k dispozici {available}, potřeba {required}.",
        "refused": "Váš kreditní účet to neumožňuje. Obraťte se na správce.",
        "down": "Kreditní služba právě neodpovídá. Zkuste to prosím za minutu.",
    },
}


def credits_text(value: object, language: str) -> str:
    amount = Decimal(str(value or 0))
    digits = -int(amount.normalize().as_tuple().exponent)
    text = f"{amount:,.{3 if abs(amount) >= 1 else min(max(digits, 3), 9)}f}"
    return text if language == "en" else text.replace(",", "\u00a0").replace(".", ",")


def say(language: str, key: str, **amounts: object) -> str:
    shown = {name: credits_text(value, language) for name, value in amounts.items()}
    return TEXTS[language][key].format(**shown)


def bill(language: str, answer: Json, *, estimated: bool) -> str:
    if answer.get("is_free"):
        return say(language, "free")
    cost, paid, balance = (answer.get(key, 0) for key in ("cost", "deducted", "new_balance"))
    prefix = say(language, "estimate") if estimated else ""
    key = "short" if Decimal(paid) < Decimal(cost) else "charged"
    return prefix + say(language, key, cost=cost, paid=paid, balance=balance)


def language_of(metadata: Json, request: Any) -> str:
    chosen = (metadata.get("variables") or {}).get("{{USER_LANGUAGE}}")
    prefix = str(chosen or request.headers.get("accept-language") or "en")[:2].lower()
    return prefix if prefix in TEXTS else "en"


def tokens_in(length: int) -> int:
    return -(-length // CHARS_PER_TOKEN)


def estimate_prompt(body: Json) -> int:
    """Characters of the texts and tool descriptions / 4, 4 per message and 1000 per image."""
    total = tokens_in(len(json.dumps(body["tools"], default=str))) if body.get("tools") else 0
    for message in body.get("messages") or []:
        content = message.get("content")
        parts = content if isinstance(content, list) else [{"text": content}]
        total += TOKENS_PER_MESSAGE + tokens_in(sum(len(str(p.get("text") or "")) for p in parts))
        total += TOKENS_PER_IMAGE * sum("image" in str(part.get("type")) for part in parts)
    return min(total, COUNT_MAX)


def look(value: Any, *path: str) -> Any:
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def count_at(usage: Any, *path: str) -> int:
    """A count is a whole number from 0 to 2^31-1; anything else, as -1000 or "9", is no count."""
    value = look(usage, *path)
    return value if type(value) is int and 0 <= value <= COUNT_MAX else 0


def usage_in(event: Json) -> dict[str, int]:
    """The counts of a chunk, in the words of Chat Completions or of the Responses API."""
    usage = event.get("usage") or look(event, "response", "usage")
    prompt = count_at(usage, "prompt_tokens") or count_at(usage, "input_tokens")
    answer = count_at(usage, "completion_tokens") or count_at(usage, "output_tokens")
    cached = [count_at(usage, f"{n}_tokens_details", "cached_tokens") for n in ("prompt", "input")]
    names = ("completion", "output")
    thought = [count_at(usage, f"{n}_tokens_details", "reasoning_tokens") for n in names]
    counts = (prompt, answer, min(max(cached), prompt), min(max(thought), answer))
    return dict(zip(COUNTS, counts, strict=True))


def written_in(event: Json) -> int:
    """Characters of answer, thought and tool arguments in a chunk or in a whole answer."""
    texts = [event.get("delta")]
    choices = event.get("choices")
    for choice in choices if isinstance(choices, list) else []:
        message = look(choice, "delta") or look(choice, "message")
        texts += [look(message, "content"), look(message, "reasoning_content")]
        calls = look(message, "tool_calls")
        for call in calls if isinstance(calls, list) else []:
            texts += [look(call, "function", "name"), look(call, "function", "arguments")]
    return sum(len(text) for text in texts if isinstance(text, str))


@dataclass
class Call:
    """One model call of a turn: what the provider reported, and what was seen of it."""

    prompt_estimate: int
    chars: int = 0
    answered: bool = False
    failed: bool = False
    usage: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTS, 0))

    def absorb(self, event: object) -> None:
        """Total on purpose: after an exception here Open WebUI would drop the chunk."""
        if not isinstance(event, dict):
            return
        kind = str(event.get("type"))
        self.failed |= bool(event.get("error")) or kind in ("error", "response.failed")
        self.answered |= "choices" in event or kind.startswith("response.")
        self.chars += written_in(event)
        for name, count in usage_in(event).items():  # some providers repeat a running total
            self.usage[name] = max(self.usage[name], count)

    def count(self, *, running: bool) -> tuple[dict[str, int], bool]:
        """The usage, and whether it is an estimate; nothing if the provider gave nothing."""
        reported = self.usage["prompt_tokens"], self.usage["completion_tokens"]
        if any(reported) and (reported[1] or not self.chars):
            return self.usage, False
        if not (self.chars or running or (self.answered and not self.failed)):
            return dict.fromkeys(COUNTS, 0), False
        prompt = reported[0] or self.prompt_estimate
        return self.usage | dict(zip(COUNTS, (prompt, tokens_in(self.chars)), strict=False)), True


@dataclass
class Turn:
    """One question to one model: one hold, the model calls made under it, one charge."""

    user_id: str
    model_id: str
    language: str
    emit: Emit | None = None
    key: str = field(default_factory=lambda: uuid.uuid4().hex)
    calls: list[Call] = field(default_factory=list)
    hold_id: str | None = None
    prompt_held: int = 0
    tokens_max: int | None = None
    closed: bool = False

    def count(self, *, running: bool) -> tuple[dict[str, int], bool]:
        """`running`: the last call may have used its prompt even if nothing came back yet."""
        last = self.calls[-1] if self.calls else None
        counts = [call.count(running=running and call is last) for call in self.calls]
        sums = {name: sum(usage[name] for usage, _ in counts) for name in COUNTS}
        return sums, any(estimated for _, estimated in counts)

    def prepare(self, body: Json) -> None:
        """Ask for the usage, one answer only, and no longer than the hold affords."""
        body.pop("n", None)
        if body.get("stream"):
            body["stream_options"] = {**(body.get("stream_options") or {}), "include_usage": True}
        if self.tokens_max and not 0 < tokens_wanted(body) <= self.tokens_max:
            # Both names: Open WebUI keeps the one which the provider understands.
            body["max_tokens"] = body["max_completion_tokens"] = self.tokens_max


def tokens_wanted(body: Json) -> int:
    return count_at(body, "max_completion_tokens") or count_at(body, "max_tokens")


def open_turns(request: Any) -> dict[str, Turn]:
    """Kept in the application and not here, so that an update of this function loses no turn."""
    state = request.app.state
    state.credit_turns = turns = getattr(state, "credit_turns", {})
    return turns


def turn_of(request: Any, metadata: Any) -> Turn | None:
    key = look(metadata, TURN)
    return open_turns(request).get(key) if key else None


def watch_plain_answers() -> None:
    """No hook sees an API answer which is not streamed and has tool calls only; it would be free.
    So look where Open WebUI handles it; should that place move, the outlet still sees the others.
    """
    with contextlib.suppress(ImportError, AttributeError):
        middleware: Any = importlib.import_module("open_webui.utils.middleware")
        handler = middleware.non_streaming_chat_response_handler
        if hasattr(handler, "seen_by_credits"):
            return

        async def seen(response: Any, ctx: Json) -> Any:
            turn = turn_of(ctx.get("request"), ctx.get("metadata"))
            if turn and turn.calls:
                with contextlib.suppress(ValueError):
                    plain = isinstance(response, dict)
                    turn.calls[-1].absorb(response if plain else json.loads(response.body))
            return await handler(response, ctx)

        vars(seen)["seen_by_credits"] = True
        middleware.non_streaming_chat_response_handler = seen


_RUNNING: set[asyncio.Task[None]] = set()
_SESSIONS: dict[asyncio.AbstractEventLoop, aiohttp.ClientSession] = {}


def background(work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
    task = asyncio.get_running_loop().create_task(work)
    _RUNNING.add(task)  # the loop itself keeps a weak reference only
    task.add_done_callback(_RUNNING.discard)
    return task


def session() -> aiohttp.ClientSession:
    loop = asyncio.get_running_loop()
    if loop not in _SESSIONS or _SESSIONS[loop].closed:
        _SESSIONS[loop] = aiohttp.ClientSession()
    return _SESSIONS[loop]


def is_final(status: int) -> bool:
    return 0 < status < HTTPStatus.INTERNAL_SERVER_ERROR and status not in (401, 408, 429)


def from_environment(name: str, default: str) -> Any:
    return Field(
        default_factory=lambda: os.getenv(f"CREDITS_API_{name}", default), validate_default=True
    )


class RefusalError(Exception):
    """Its text is what the user reads instead of an answer."""


class Filter:
    class Valves(BaseModel):
        priority: int = Field(default=100, description="last, to see the prompt that is sent")
        credits_api_protocol: str = from_environment("PROTOCOL", "http")
        credits_api_host: str = from_environment("HOST", "localhost:8000")
        ssl_verify: bool = from_environment("SSL_VERIFY", "true")
        api_key: str = from_environment("KEY", "")
        charging: Literal["function", "gateway"] = "function"
        on_failure: Literal["closed", "open"] = "closed"
        show_status: bool = True
        timeout_s: float = Field(default=5.0, gt=0)
        hold_ttl_s: int = Field(default=600, ge=3)
        settle_within_s: float = Field(default=300.0, ge=0)

    def __init__(self) -> None:
        self.valves = self.Valves()

    async def inlet(
        self, body: Json, __metadata__: Json, __request__: Any, __event_emitter__: Emit | None
    ) -> Json:
        if __metadata__.get("direct") or self.valves.charging == "gateway":
            return body
        watch_plain_answers()
        # The legacy way of calling tools makes a model call which no filter sees.
        __metadata__.setdefault("params", {})["function_calling"] = "native"
        language = language_of(__metadata__, __request__)
        turn = Turn(__metadata__["user_id"], body["model"], language)
        if __metadata__.get("chat_id") and __metadata__.get("message_id"):  # a place to show it
            turn.emit = __event_emitter__
        await self._hold(turn, body)
        turn.prepare(body)
        turns = open_turns(__request__)
        turns[turn.key], __metadata__[TURN] = turn, turn.key
        keeper = background(self._keep(turn))

        def end(task: asyncio.Task[Any]) -> None:
            keeper.cancel()
            turns.pop(turn.key, None)
            background(self._finish(turn, stopped=task.cancelled()))

        # The task of this turn ends in every case: answer, Stop, error, disconnect, refusal.
        if task := asyncio.current_task():
            task.add_done_callback(end)
        return body

    async def request(self, body: Json, __metadata__: Json, __request__: Any) -> Json:
        if turn := turn_of(__request__, __metadata__):
            prompt = estimate_prompt(body)
            if turn.hold_id and (turn.calls or prompt > turn.prompt_held):
                counted, _ = turn.count(running=False)
                counted["prompt_tokens"] += prompt
                status, answer = await self._extend(turn, counted)
                if status != HTTPStatus.OK:
                    self._refuse(turn, status, answer)
            turn.calls.append(Call(prompt))
            turn.prepare(body)
        return body

    def stream(self, event: Json, __metadata__: Json, __request__: Any) -> Json:
        turn = turn_of(__request__, __metadata__)
        if turn and turn.calls:
            turn.calls[-1].absorb(event)
        return event

    async def outlet(self, body: Json, __metadata__: Json, __request__: Any) -> Json:
        if turn := turn_of(__request__, __metadata__):  # none for a forged /api/chat/completed
            if turn.calls and not turn.calls[-1].answered:
                message = (body.get("messages") or [{}])[-1]
                answer = {"choices": [{"message": message}], "usage": look(message, "usage")}
                turn.calls[-1].absorb(answer)
            background(self._finish(turn, stopped=False))
        return body

    async def _hold(self, turn: Turn, body: Json) -> None:
        turn.prompt_held = estimate_prompt(body)
        wanted = {
            "user_id": turn.user_id,
            "model_id": turn.model_id,
            "prompt_tokens": turn.prompt_held,
            "max_tokens": tokens_wanted(body) or None,
            "ttl_s": self.valves.hold_ttl_s,
            "idempotency_key": turn.key,
        }
        status, answer = await self._ask("POST", "holds", wanted)
        if status not in (HTTPStatus.OK, HTTPStatus.CREATED):
            self._refuse(turn, status, answer)
        turn.hold_id, turn.tokens_max = answer.get("hold_id"), answer.get("max_tokens")

    def _refuse(self, turn: Turn, status: int, answer: Json) -> None:
        """Stop the turn, unless nothing is known and the administrator chose to let it go on."""
        key = {402: "poor", 403: "refused", 404: "refused", 422: "refused"}.get(status, "down")
        if answer.get("detail") == "Not Found":  # a path which that server does not know
            key = "down"
        if key == "down" and self.valves.on_failure == "open":
            return
        amounts = {name: answer.get(name) for name in ("available", "required")}
        raise RefusalError(say(turn.language, key, **amounts))

    async def _extend(self, turn: Turn, counted: dict[str, int]) -> tuple[int, Json]:
        body = {**counted, "ttl_s": self.valves.hold_ttl_s}
        return await self._ask("POST", f"holds/{turn.hold_id}/extend", body)

    async def _keep(self, turn: Turn) -> None:
        """Prolong the hold while the answer runs, with what was counted: an expiry charges that."""
        for _ in range(EXTENSIONS_MAX):
            await asyncio.sleep(min(self.valves.hold_ttl_s / 3, EXTEND_EVERY_S))
            if turn.hold_id and not turn.closed:
                await self._extend(turn, turn.count(running=True)[0])

    async def _finish(self, turn: Turn, *, stopped: bool) -> None:
        """Charge the turn once; the ledger knows the hold, so a repetition changes nothing."""
        counted, estimated = turn.count(running=stopped)
        used = any(counted.values())
        if turn.closed or not (used or turn.hold_id):
            return
        turn.closed = True
        body = {**counted, "actor": "estimate-count" if estimated else "model-usage"}
        path = f"holds/{turn.hold_id}/{'settle' if used else 'release'}"
        if not turn.hold_id:
            path, owner = "deduct-tokens", {"user_id": turn.user_id, "model_id": turn.model_id}
            body |= {**owner, "idempotency_key": turn.key}
        status, answer = await self._repeat(path, body if used else {})
        if status != HTTPStatus.OK:
            LOG.error("hold %s (%s) is not settled: %s", turn.hold_id, turn.key, status)
        elif used and turn.emit and self.valves.show_status:
            text = bill(turn.language, answer, estimated=estimated)
            await turn.emit({"type": "status", "data": {"description": text, "done": True}})

    async def _repeat(self, path: str, body: Json) -> tuple[int, Json]:
        """Until a final answer. After that time the hold's own expiry charges what was counted."""
        ends, pause = time.monotonic() + self.valves.settle_within_s, 0.25
        while True:
            status, answer = await self._ask("POST", path, body)
            if is_final(status) or time.monotonic() >= ends:
                return status, answer
            await asyncio.sleep(pause)
            pause = min(pause * 2, 15)

    async def _ask(self, method: str, path: str, body: Json | None = None) -> tuple[int, Json]:
        """Status and answer of the credits API; status 0 if there was none. Tries twice."""
        valves = self.valves
        url = f"{valves.credits_api_protocol}://{valves.credits_api_host}/api/credits/{path}"
        timeout = aiohttp.ClientTimeout(total=valves.timeout_s)
        options: Json = {"timeout": timeout, "ssl": valves.ssl_verify, "allow_redirects": False}
        options["headers"] = {"X-API-Key": valves.api_key}
        for _ in range(2):
            try:
                async with session().request(method, url, json=body, **options) as reply:
                    answer = json.loads(await reply.text(), parse_float=Decimal)
                    return reply.status, answer if isinstance(answer, dict) else {}
            except (aiohttp.ClientError, OSError, ValueError) as error:
                LOG.warning("credits API, %s %s: %s", method, path, type(error).__name__)
        return 0, {}
