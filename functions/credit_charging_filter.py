"""
title: Credits - charge every answer
version: 1.0.1
description: Reserves credits before a model call and settles the real usage once after it.
"""  # noqa: D212 - Open WebUI reads the first docstring as front matter

import asyncio
import contextlib
import functools
import json
import logging
import os
import re
import sys
import uuid
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, Decimal, localcontext
from typing import Any, Literal

import aiohttp
from pydantic import BaseModel, Field

Json = dict[str, Any]
LOG = logging.getLogger("credits.charging")
TURN, LANGUAGES, SECRET = "credit_turn", ("en", "ru", "cs"), {"input": {"type": "password"}}
CHARS_PER_TOKEN, TOKENS_PER_MESSAGE, TOKENS_PER_IMAGE = 4, 4, 1000
COUNT_MAX, EXTEND_EVERY_S, PAUSE_MAX_S = 2**31 - 1, 60, 15
AMOUNTS = ("available", "required", "frees_at", "cost", "deducted", "new_balance")
OK, CREATED, PAYMENT_REQUIRED, SERVER_ERROR = 200, 201, 402, 500
# fmt: off
TEXTS = {
    "charged": ("💳 Charged {cost:,f} credits – New balance: {new_balance:,.3f}", "💳 Списано кредитов: {cost:,f} – Новый баланс: {new_balance:,.3f}", "💳 Účtováno kreditů: {cost:,f} – Nový zůstatek: {new_balance:,.3f}"),  # noqa: E501
    "short": ("⚠️ Insufficient credits! Charged {deducted:,f} of {cost:,f} credits – Balance: {new_balance:,.3f}", "⚠️ Недостаточно кредитов! Списано {deducted:,f} из {cost:,f} – Баланс: {new_balance:,.3f}", "⚠️ Nedostatek kreditů! Účtováno {deducted:,f} z {cost:,f} – Zůstatek: {new_balance:,.3f}"),  # noqa: E501
    "free": ("🆓 Free model - no credits charged.", "🆓 Бесплатная модель – кредиты не списаны.", "🆓 Model zdarma – žádné kredity nebyly účtovány."),  # noqa: E501
    "estimate": ("⚠️ The cost is an estimate. ", "⚠️ Стоимость рассчитана приблизительно. ", "⚠️ Cena je odhad. "),  # noqa: E501
    "poor": ("You do not have enough credits: {available:,.3f} available, {required:,f} required.", "У вас недостаточно кредитов: доступно {available:,.3f}, требуется {required:,f}.", "Nemáte dostatek kreditů: k dispozici {available:,.3f}, potřeba {required:,f}."),  # noqa: E501
    "limit": ("Your limit for this period is used up. It frees again at {frees_at} UTC.", "Ваш лимит на этот период исчерпан. Он освободится {frees_at} UTC.", "Váš limit pro toto období je vyčerpán. Uvolní se {frees_at} UTC."),  # noqa: E501
    "refused": ("Your credit account does not allow this. Please contact the administrator.", "Ваш кредитный счёт этого не позволяет. Обратитесь к администратору.", "Váš kreditní účet to neumožňuje. Obraťte se na správce."),  # noqa: E501
    "down": ("The credit service does not answer right now. Please try again in a minute.", "Служба кредитов сейчас не отвечает. Повторите попытку через минуту.", "Kreditní služba právě neodpovídá. Zkuste to prosím za minutu."),  # noqa: E501
}
# Our names, and where the Responses API has them; in Chat Completions input is called prompt.
COUNTS = {"prompt_tokens": "input_tokens", "cached_tokens": "input_tokens_details.cached_tokens", "completion_tokens": "output_tokens", "reasoning_tokens": "output_tokens_details.reasoning_tokens"}  # noqa: E501
SPOKEN = {"choices", "delta", "message", "content", "text", "reasoning_content", "tool_calls", "function", "name", "arguments"}  # noqa: E501
# fmt: on


def say(language: str, key: str, answer: Json) -> str:
    shown = {n: v if isinstance(v := answer.get(n), str) else Decimal(v or 0) for n in AMOUNTS}
    with localcontext(rounding=ROUND_DOWN):  # nobody is shown more than there is
        text = TEXTS[key][LANGUAGES.index(language)].format(**shown)
    marks = ",." if language == "en" else "\u00a0,"
    return re.sub(r"(?<=\d)[,.](?=\d)", lambda found: marks[found[0] == "."], text)


def language_of(metadata: Json, request: Any) -> str:
    chosen = (metadata.get("variables") or {}).get("{{USER_LANGUAGE}}")
    prefix = str(chosen or request.headers.get("accept-language"))[:2].lower()
    return prefix if prefix in LANGUAGES else "en"


def letters(value: Any) -> int:
    """Characters of text, thought and tool calls in a message or a chunk."""
    if isinstance(value, list):
        return sum(map(letters, value))
    if isinstance(value, dict):
        return sum(letters(inner) for name, inner in value.items() if name in SPOKEN)
    return len(value) if isinstance(value, str) else 0


def estimate_prompt(body: Json) -> int:
    """All characters, also of the tool descriptions, / 4; 4 per message and 1000 per image."""
    messages = body.get("messages") or []
    parts = [p for m in messages if isinstance(m.get("content"), list) for p in m["content"]]
    images = sum("image" in str(part.get("type")) for part in parts)
    tools = len(json.dumps(body["tools"], default=str)) if body.get("tools") else 0
    fixed = TOKENS_PER_MESSAGE * len(messages) + TOKENS_PER_IMAGE * images
    return -(-(letters(messages) + tools) // CHARS_PER_TOKEN) + fixed


def count_at(value: Any, path: str) -> int:
    """A count is a whole number from 0 to 2^31-1; anything else, as -1000 or "9", is no count."""
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value if type(value) is int and 0 <= value <= COUNT_MAX else 0


@dataclass
class Call:
    """One model call of a turn: what the provider reported, and what was seen of it."""

    prompt_estimate: int
    chars: int = 0
    answered: bool = False
    usage: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTS, 0))

    def absorb(self, event: Any) -> None:
        """Total on purpose: after an exception here Open WebUI would drop the chunk."""
        if not isinstance(event, dict):
            return
        kind = str(event.get("type"))
        if event.get("error") or kind in ("error", "response.failed"):
            self.answered = False
        elif "choices" in event or kind.startswith("response."):
            self.answered = True
        self.chars += 0 if kind.endswith(".done") else letters(event)  # that repeats the deltas
        for name, path in COUNTS.items():  # the most: some providers repeat a running total
            chat = path.replace("input", "prompt").replace("output", "completion")
            places = (f"usage.{path}", f"usage.{chat}", f"response.usage.{path}")
            self.usage[name] = max(self.usage[name], *(count_at(event, at) for at in places))

    def count(self, *, running: bool) -> tuple[dict[str, int], bool]:
        """The usage, and whether it is an estimate; nothing if the provider gave nothing."""
        prompt, answer = self.usage["prompt_tokens"], self.usage["completion_tokens"]
        if (prompt or answer) and (answer or not self.chars):
            return self.usage, False
        if not (self.chars or running or self.answered):
            return dict.fromkeys(COUNTS, 0), False
        prompt, answer = prompt or self.prompt_estimate, -(-self.chars // CHARS_PER_TOKEN)
        return {**self.usage, "prompt_tokens": prompt, "completion_tokens": answer}, True


@dataclass
class Turn:
    """One question to one model: one hold, the model calls made under it, one charge."""

    claim: Json
    language: str
    emit: Any
    prompt_held: int = 0
    calls: list[Call] = field(default_factory=list)
    hold_id: str | None = None
    tokens_max: int | None = None
    work: asyncio.Task[None] | None = None

    def count(self, *, running: bool) -> tuple[dict[str, int], bool]:
        """`running`: the last call may have used its prompt even if nothing came back yet."""
        counts = [call.count(running=running and call is self.calls[-1]) for call in self.calls]
        sums = {name: sum(usage[name] for usage, _ in counts) for name in COUNTS}
        sums["cached_tokens"] = min(sums["cached_tokens"], sums["prompt_tokens"])
        sums["reasoning_tokens"] = min(sums["reasoning_tokens"], sums["completion_tokens"])
        return sums, any(guessed for _, guessed in counts)


# In the interpreter and not in this module, so that an update of the function loses no turn.
TURNS: dict[str, Turn] = vars(sys).setdefault("open_credit_turns", {})
# One per event loop for all credit functions, and it outlives their updates as well.
SESSIONS: Any = functools.cache(lambda _loop: aiohttp.ClientSession())
session = vars(sys).setdefault("credit_session", SESSIONS)


def sees_plain_answers() -> bool:
    """No hook sees an unstreamed API answer of tool calls alone: look where it is handled."""
    middleware: Any = sys.modules.get("open_webui.utils.middleware")
    handler = getattr(middleware, "non_streaming_chat_response_handler", None)
    if handler and not hasattr(handler, "seen_by_credits"):

        async def seen(response: Any, ctx: Json) -> Any:
            if (turn := TURNS.get(ctx["metadata"].get(TURN))) and turn.calls:
                with contextlib.suppress(ValueError):
                    plain = isinstance(response, dict)
                    turn.calls[-1].absorb(response if plain else json.loads(response.body))
            return await handler(response, ctx)

        vars(seen)["seen_by_credits"] = True
        middleware.non_streaming_chat_response_handler = seen
    return handler is not None


def from_environment(name: str, default: str, **more: Any) -> Any:
    read = functools.partial(os.getenv, name, default)
    return Field(default_factory=read, validate_default=True, **more)


class Filter:
    class Valves(BaseModel):
        priority: int = Field(default=100, description="last, to see the prompt that is sent")
        credits_api_protocol: str = from_environment("CREDITS_API_PROTOCOL", "http")
        credits_api_host: str = from_environment("CREDITS_API_HOST", "localhost:8000")
        ssl_verify: bool = from_environment("CREDITS_API_SSL_VERIFY", "true")
        api_key: str = from_environment("CREDITS_API_KEY", "", json_schema_extra=SECRET)
        charging: Literal["function", "gateway"] = Field("function", description="who charges")
        on_failure: Literal["closed", "open"] = Field("closed", description="ledger away: open?")
        show_status: bool = True
        answer_tokens: int = Field(default=4096, ge=1, description="reserved if no limit is set")
        timeout_s: float = Field(default=5.0, gt=0)
        hold_ttl_s: int = Field(default=180, ge=1, description="after a crash it ends by then")
        settle_attempts: int = Field(default=30, ge=1, description="about six minutes")

    valves = Valves()

    async def inlet(
        self, body: Json, __metadata__: Json, __request__: Any, __event_emitter__: Any
    ) -> Json:
        if __metadata__.get("direct") or self.valves.charging == "gateway":
            return body
        # The legacy way of calling tools makes a model call which no filter sees.
        __metadata__.setdefault("params", {})["function_calling"] = "native"
        key, user_id = uuid.uuid4().hex, __metadata__["user_id"]
        claim = {"user_id": user_id, "model_id": body["model"], "idempotency_key": key}
        emit = __event_emitter__ if __metadata__.get("message_id") else None
        turn = Turn(claim, language_of(__metadata__, __request__), emit, estimate_prompt(body))
        limits = [count_at(body, name) for name in ("max_completion_tokens", "max_tokens")]
        wanted = max(limits) or self.valves.answer_tokens
        bounds = {"prompt_tokens": turn.prompt_held, "max_tokens": wanted}
        bounds["ttl_s"] = self.valves.hold_ttl_s
        status, answer = await self._ask("holds", {**claim, **bounds})
        self._allow(turn, status, answer)
        turn.hold_id, covered = answer.get("hold_id"), answer.get("max_tokens") or wanted
        turn.tokens_max = covered if covered < wanted else None
        TURNS[key], __metadata__[TURN] = turn, key
        blind = not (sees_plain_answers() or body.get("stream"))  # then it is an estimate
        keeper = turn.work = asyncio.create_task(self._keep(turn))

        def end(task: asyncio.Task[Any]) -> None:
            keeper.cancel()
            turn.work = asyncio.create_task(self._finish(turn, running=task.cancelled() or blind))

        # The task of this turn ends in every case: answer, Stop, error, disconnect, refusal.
        if task := asyncio.current_task():
            task.add_done_callback(end)
        return body

    async def request(self, body: Json, __metadata__: Json) -> Json:
        if turn := TURNS.get(__metadata__.get(TURN, "")):
            turn.calls.append(call := Call(estimate_prompt(body)))
            if turn.hold_id and (len(turn.calls) > 1 or call.prompt_estimate > turn.prompt_held):
                await self._extend(turn)
            body.pop("n", None)
            if body.get("stream"):
                body["stream_options"] = {"include_usage": True}
            if turn.tokens_max:  # both names: Open WebUI keeps the one that the provider knows
                body["max_tokens"] = body["max_completion_tokens"] = turn.tokens_max
        return body

    def stream(self, event: Json, __metadata__: Json) -> Json:
        if (turn := TURNS.get(__metadata__.get(TURN, ""))) and turn.calls:
            turn.calls[-1].absorb(event)
        return event

    def _allow(self, turn: Turn, status: int, answer: Json) -> None:
        """Stop the turn, unless nothing is known and the administrator chose to let it go on."""
        if answer.get("available", 0) < 0 and status == OK:  # others have eaten up what this needs
            status, answer = PAYMENT_REQUIRED, {"required": answer.get("amount")}
        key = {402: "poor", 403: "refused", 404: "refused", 422: "refused"}.get(status, "down")
        if str(answer.get("type")).endswith(":limit-reached"):
            key, answer["frees_at"] = "limit", str(answer.get("frees_at"))[:16].replace("T", " ")
        if status not in (OK, CREATED) and (key != "down" or self.valves.on_failure == "closed"):
            LOG.warning("%s: refused, status %s", turn.claim, status)
            raise PermissionError(say(turn.language, key, answer))

    async def _extend(self, turn: Turn) -> None:
        form = {**turn.count(running=True)[0], "ttl_s": self.valves.hold_ttl_s}
        self._allow(turn, *await self._ask(f"holds/{turn.hold_id}/extend", form))

    async def _keep(self, turn: Turn) -> None:
        """Prolong the hold while the answer runs, with what was counted: an expiry charges that."""
        while turn.hold_id:
            await asyncio.sleep(min(self.valves.hold_ttl_s / 3, EXTEND_EVERY_S))
            with contextlib.suppress(PermissionError):  # words that are sent cannot be refused
                await self._extend(turn)

    async def _finish(self, turn: Turn, *, running: bool) -> None:
        """Charge the turn once; the ledger knows the hold, so a repetition changes nothing."""
        counted, guessed = turn.count(running=running)
        form: Json = {**counted, "actor": "estimate-count" if guessed else "model-usage"}
        used = any(counted.values())
        path = f"holds/{turn.hold_id}/{'settle' if used else 'release'}"
        if not turn.hold_id:
            # Used while the ledger could not be asked: no limit may refuse it any more.
            path, form = "deduct-tokens", {**form, **turn.claim, "only_if_allowed": False}
        if turn.hold_id or used:
            status, answer = await self._ask(path, form, self.valves.settle_attempts)
            if status != OK:
                LOG.error("%s, %s: not settled, status %s", turn.claim, turn.hold_id, status)
            elif used and turn.emit and self.valves.show_status:
                key = "short" if answer.get("deducted", 0) < answer.get("cost", 0) else "charged"
                text = say(turn.language, "estimate", {}) if guessed else ""
                text += say(turn.language, "free" if answer.get("is_free") else key, answer)
                await turn.emit({"type": "status", "data": {"description": text, "done": True}})
        TURNS.pop(turn.claim["idempotency_key"], None)

    async def _ask(self, path: str, form: Json, attempts: int = 2) -> tuple[int, Json]:
        """Status and answer of the credits API; status 0 if there was none."""
        valves, status, answer = self.valves, 0, {}
        url = f"{valves.credits_api_protocol}://{valves.credits_api_host}/api/credits/{path}"
        options: Json = {"ssl": valves.ssl_verify, "allow_redirects": False}
        options["headers"] = {"X-API-Key": valves.api_key}
        options["timeout"] = aiohttp.ClientTimeout(total=valves.timeout_s)
        http = session(asyncio.get_running_loop())
        for attempt in range(attempts):
            await asyncio.sleep(min(0.1 * 2**attempt, PAUSE_MAX_S) if attempt else 0)
            try:
                async with http.post(url, json=form, **options) as reply:
                    answer = json.loads(await reply.text(), parse_float=Decimal)
                    status = reply.status
            except (aiohttp.ClientError, OSError, ValueError) as error:
                LOG.warning("credits API, %s: %s", path, type(error).__name__)
            if 0 < status < SERVER_ERROR and status not in (401, 408, 429):
                break
        return status, answer if isinstance(answer, dict) else {}
