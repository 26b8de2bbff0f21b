"""
title: Credits - model price
author: Open WebUI Credits
version: 1.0.2
license: MIT
description: A button under each answer which shows what its model costs in credits.
icon_url: data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCIgZmlsbD0ibm9uZSIgc3Ryb2tlPSIjNjY2IiBzdHJva2Utd2lkdGg9IjEuNzUiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PHBhdGggZD0iTTEyLjYgM0g1YTIgMiAwIDAgMC0yIDJ2Ny42YTIgMiAwIDAgMCAuNiAxLjRsNy40IDcuNGEyIDIgMCAwIDAgMi44IDBsNy42LTcuNmEyIDIgMCAwIDAgMC0yLjhMMTQgMy42QTIgMiAwIDAgMCAxMi42IDN6TTggOGguMDEiLz48L3N2Zz4=
"""  # noqa: D212, E501 - Open WebUI reads the first docstring as front matter

import asyncio
import functools
import json
import logging
import os
import sys
from collections.abc import Awaitable, Callable
from decimal import Decimal
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import aiohttp
from pydantic import BaseModel, Field

Json = dict[str, Any]
Emit = Callable[[Json], Awaitable[None]]
SECRET = {"input": {"type": "password"}}
LOG = logging.getLogger("credits.models")
PER_TOKENS = 1_000_000
TEXTS = {
    "en": {
        "price": "📊 {name}: prompt {input} credits, completion {output} credits per 1M tokens",
        "free": "🆓 {name}: FREE MODEL - no credits required",
        "down": "The price is not available right now. Please try again in a minute.",
    },
    "ru": {
        "price": "📊 {name}: запрос {input}, ответ {output} кредитов за 1 млн токенов",
        "free": "🆓 {name}: БЕСПЛАТНАЯ МОДЕЛЬ – кредиты не нужны",
        "down": "Цена сейчас недоступна. Повторите попытку через минуту.",
    },
    "cs": {
        "price": "📊 {name}: dotaz {input}, odpověď {output} kreditů za 1 mil. tokenů",
        "free": "🆓 {name}: MODEL ZDARMA – kredity nejsou potřeba",
        "down": "Cena teď není k dispozici. Zkuste to prosím za minutu.",
    },
}


def per_million(price: object, language: str) -> str:
    """`250` and `1,000` without trailing zeros; a price per token may have twelve decimals."""
    whole = Decimal(str(price or 0)) * PER_TOKENS
    text = f"{whole:,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text if language == "en" else text.replace(",", "\u00a0").replace(".", ",")


def price_text(model: Json, language: str) -> str:
    name = str(model.get("name") or model.get("id"))
    if model.get("is_free"):
        return TEXTS[language]["free"].format(name=name)
    prices = (
        per_million(model.get(f"{kind}_price"), language) for kind in ("context", "generation")
    )
    return TEXTS[language]["price"].format(
        name=name, **dict(zip(("input", "output"), prices, strict=True))
    )


def language_of(request: Any) -> str:
    prefix = str(request.headers.get("accept-language") or "en")[:2].lower()
    return prefix if prefix in TEXTS else "en"


# One per event loop for all credit functions, and it outlives their updates.
SESSIONS: Any = functools.cache(lambda _loop: aiohttp.ClientSession())
session = vars(sys).setdefault("credit_session", SESSIONS)


def from_environment(name: str, default: str, **more: Any) -> Any:
    read = functools.partial(os.getenv, name, default)
    return Field(default_factory=read, validate_default=True, **more)


class Action:
    class Valves(BaseModel):
        credits_api_protocol: str = from_environment("CREDITS_API_PROTOCOL", "http")
        credits_api_host: str = from_environment("CREDITS_API_HOST", "localhost:8000")
        ssl_verify: bool = from_environment("CREDITS_API_SSL_VERIFY", "true")
        api_key: str = from_environment("CREDITS_API_KEY", "", json_schema_extra=SECRET)
        timeout_s: float = Field(default=5.0, gt=0)

    def __init__(self) -> None:
        self.valves = self.Valves()

    async def action(
        self, body: Json, __request__: Any, __event_emitter__: Emit | None = None
    ) -> None:
        """Shown as a status line and a toast: text in the answer would be sent to the model."""
        language = language_of(__request__)
        model = await self._model(str(body["model"]))
        text = price_text(model, language) if model else TEXTS[language]["down"]
        if __event_emitter__:
            toast = {"type": "info" if model else "warning", "content": text}
            await __event_emitter__({"type": "notification", "data": toast})
            line = {"description": text, "done": True}
            await __event_emitter__({"type": "status", "data": line})

    async def _model(self, model_id: str) -> Json | None:
        valves = self.valves
        host = f"{valves.credits_api_protocol}://{valves.credits_api_host}"
        timeout = aiohttp.ClientTimeout(total=valves.timeout_s)
        options: Json = {"timeout": timeout, "ssl": valves.ssl_verify, "allow_redirects": False}
        options["headers"] = {"X-API-Key": valves.api_key}
        path = f"/api/credits/model/{quote(model_id, safe='/')}"
        try:
            async with session(asyncio.get_running_loop()).get(host + path, **options) as reply:
                answer = json.loads(await reply.text(), parse_float=Decimal)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            LOG.warning("credits API, GET %s: %s", path, type(error).__name__)
            return None
        known = reply.status == HTTPStatus.OK and isinstance(answer, dict)
        if not known:
            LOG.warning("credits API, GET %s: status %s", path, reply.status)
        return answer if known else None
