"""
title: Credits - enough for this prompt?
author: Open WebUI Credits
version: 1.0.1
license: MIT
description: Says early and kindly that the balance cannot pay for a prompt. It reserves nothing.
"""  # noqa: D212 - Open WebUI reads the first docstring as front matter

import asyncio
import functools
import json
import logging
import os
import sys
import time
from collections.abc import Awaitable, Callable
from decimal import ROUND_DOWN, ROUND_UP, Decimal
from http import HTTPStatus
from typing import Any, Literal
from urllib.parse import quote

import aiohttp
from pydantic import BaseModel, Field

Json = dict[str, Any]
Emit = Callable[[Json], Awaitable[None]]
SECRET = {"input": {"type": "password"}}
LOG = logging.getLogger("credits.precheck")
CHARS_PER_TOKEN = 4
TEXTS = {
    "en": {
        "blocked": "Insufficient credits – prompt blocked.",
        "poor": "You do not have enough credits: {available} available, minimum {required} required.",  # noqa: E501
        "unknown": "There is no credit account for you yet. Please contact the administrator.",
        "down": "The credit service does not answer right now. Please try again in a minute.",
        "balance": "💳 Balance: {balance} credits",
    },
    "ru": {
        "blocked": "Недостаточно кредитов – запрос не отправлен.",
        "poor": "У вас недостаточно кредитов: доступно {available}, требуется не менее {required}.",
        "unknown": "Для вас ещё не открыт кредитный счёт. Обратитесь к администратору.",
        "down": "Служба кредитов сейчас не отвечает. Повторите попытку через минуту.",
        "balance": "💳 Баланс в кредитах: {balance}",
    },
    "cs": {
        "blocked": "Nedostatek kreditů – dotaz nebyl odeslán.",
        "poor": "Nemáte dostatek kreditů: k dispozici {available}, potřeba nejméně {required}.",
        "unknown": "Zatím nemáte kreditní účet. Obraťte se na správce.",
        "down": "Kreditní služba právě neodpovídá. Zkuste to prosím za minutu.",
        "balance": "💳 Zůstatek kreditů: {balance}",
    },
}


def credits_text(value: object, language: str, rounding: str) -> str:
    amount = Decimal(str(value or 0))
    digits = -int(amount.normalize().as_tuple().exponent)
    places = 3 if abs(amount) >= 1 else min(max(digits, 3), 9)
    text = f"{amount.quantize(Decimal(1).scaleb(-places), rounding):,f}"
    return text if language == "en" else text.replace(",", "\u00a0").replace(".", ",")


def say(language: str, key: str, **amounts: object) -> str:
    """Nobody is shown more than there is, or less than is needed."""
    shown = {
        name: credits_text(value, language, ROUND_UP if name == "required" else ROUND_DOWN)
        for name, value in amounts.items()
    }
    return TEXTS[language][key].format(**shown)


def language_of(metadata: Json, request: Any) -> str:
    chosen = (metadata.get("variables") or {}).get("{{USER_LANGUAGE}}")
    prefix = str(chosen or request.headers.get("accept-language") or "en")[:2].lower()
    return prefix if prefix in TEXTS else "en"


def least_tokens(body: Json) -> int:
    """Tokens that the prompt needs at the very least: its characters / 4, without any overhead."""
    length = 0
    for message in body.get("messages") or []:
        content = message.get("content")
        parts = content if isinstance(content, list) else [{"text": content}]
        length += sum(len(str(part.get("text") or "")) for part in parts)
    return max(length // CHARS_PER_TOKEN, 1)


def least_cost(body: Json, model: Json) -> Decimal:
    if model.get("is_free"):
        return Decimal(0)
    return least_tokens(body) * Decimal(str(model.get("context_price") or 0))


_PRICES: dict[tuple[str, str], tuple[float, Json]] = {}
PRICES_MAX = 1000


# One per event loop for all credit functions, and it outlives their updates.
SESSIONS: Any = functools.cache(lambda _loop: aiohttp.ClientSession())
session = vars(sys).setdefault("credit_session", SESSIONS)


def from_environment(name: str, default: str, **more: Any) -> Any:
    read = functools.partial(os.getenv, name, default)
    return Field(default_factory=read, validate_default=True, **more)


class RefusalError(Exception):
    """Its text is what the user reads instead of an answer."""


class Filter:
    class Valves(BaseModel):
        priority: int = Field(default=0, description="before the charging filter (100)")
        credits_api_protocol: str = from_environment("CREDITS_API_PROTOCOL", "http")
        credits_api_host: str = from_environment("CREDITS_API_HOST", "localhost:8000")
        ssl_verify: bool = from_environment("CREDITS_API_SSL_VERIFY", "true")
        api_key: str = from_environment("CREDITS_API_KEY", "", json_schema_extra=SECRET)
        on_failure: Literal["closed", "open"] = Field("closed", description="ledger away: open?")
        show_status: bool = True
        show_balance: bool = Field(default=False, description="a balance line after each answer")
        price_cache_s: float = Field(default=60.0, ge=0)
        timeout_s: float = Field(default=5.0, gt=0)

    def __init__(self) -> None:
        self.valves = self.Valves()

    async def inlet(
        self, body: Json, __metadata__: Json, __request__: Any, __event_emitter__: Emit | None
    ) -> Json:
        if __metadata__.get("direct"):
            return body
        language = language_of(__metadata__, __request__)
        status, user = await self._ask(f"user/{quote(__metadata__['user_id'], safe='')}")
        if status == HTTPStatus.NOT_FOUND and user.get("detail") != "Not Found":
            raise RefusalError(say(language, "unknown"))
        model = await self._price(body["model"]) if status == HTTPStatus.OK else None
        if model is None:
            if self.valves.on_failure == "open":
                return body
            raise RefusalError(say(language, "down"))
        balance = Decimal(str(user.get("available", user.get("credits")) or 0))
        required = least_cost(body, model)
        if balance < required:
            if __metadata__.get("chat_id") and __metadata__.get("message_id"):
                await self._tell(__event_emitter__, say(language, "blocked"))
            raise RefusalError(say(language, "poor", available=balance, required=required))
        return body

    async def outlet(
        self, body: Json, __metadata__: Json, __request__: Any, __event_emitter__: Emit | None
    ) -> Json:
        if self.valves.show_balance and __event_emitter__ and not __metadata__.get("direct"):
            status, user = await self._ask(f"user/{quote(__metadata__['user_id'], safe='')}")
            if status == HTTPStatus.OK:
                language = language_of(__metadata__, __request__)
                text = say(language, "balance", balance=user.get("credits"))
                await self._tell(__event_emitter__, text)
        return body

    async def _price(self, model_id: str) -> Json | None:
        key, now = (self.valves.credits_api_host, model_id), time.monotonic()
        until, model = _PRICES.get(key, (0.0, {}))
        if now < until:
            return model
        status, model = await self._ask(f"model/{quote(model_id, safe='/')}")
        if status != HTTPStatus.OK:
            return None
        if len(_PRICES) >= PRICES_MAX:
            _PRICES.clear()
        _PRICES[key] = (now + self.valves.price_cache_s, model)
        return model

    async def _tell(self, emit: Emit | None, text: str) -> None:
        if emit and self.valves.show_status:
            await emit({"type": "status", "data": {"description": text, "done": True}})

    async def _ask(self, path: str) -> tuple[int, Json]:
        """Status and answer of the credits API; status 0 if there was none."""
        valves = self.valves
        url = f"{valves.credits_api_protocol}://{valves.credits_api_host}/api/credits/{path}"
        timeout = aiohttp.ClientTimeout(total=valves.timeout_s)
        options: Json = {"timeout": timeout, "ssl": valves.ssl_verify, "allow_redirects": False}
        options["headers"] = {"X-API-Key": valves.api_key}
        try:
            async with session(asyncio.get_running_loop()).get(url, **options) as reply:
                answer = json.loads(await reply.text(), parse_float=Decimal)
                if reply.status not in (HTTPStatus.OK, HTTPStatus.NOT_FOUND):
                    LOG.warning("credits API, GET %s: status %s", path, reply.status)
                return reply.status, answer if isinstance(answer, dict) else {}
        except (aiohttp.ClientError, OSError, ValueError) as error:
            LOG.warning("credits API, GET %s: %s", path, type(error).__name__)
            return 0, {}
