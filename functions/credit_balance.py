"""
title: Credits - my credits
author: Open WebUI Credits
version: 1.0.2
license: MIT
description: A button under each answer which shows the balance and opens the user's own page.
icon_url: data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCIgZmlsbD0ibm9uZSIgc3Ryb2tlPSIjNjY2IiBzdHJva2Utd2lkdGg9IjEuNzUiIHN0cm9rZS1saW5lY2FwPSJyb3VuZCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCI+PGVsbGlwc2UgY3g9IjEyIiBjeT0iNiIgcng9IjgiIHJ5PSIzIi8+PHBhdGggZD0iTTQgNnYxMmMwIDEuNyAzLjYgMyA4IDNzOC0xLjMgOC0zVjZNNCAxMmMwIDEuNyAzLjYgMyA4IDNzOC0xLjMgOC0zIi8+PC9zdmc+
"""  # noqa: D212, E501 - Open WebUI reads the first docstring as front matter

import asyncio
import functools
import json
import logging
import os
import sys
from collections.abc import Awaitable, Callable
from decimal import ROUND_DOWN, Decimal
from typing import Any
from urllib.parse import quote

import aiohttp
from pydantic import BaseModel, Field

Json = dict[str, Any]
Send = Callable[[Json], Awaitable[Any]]
SECRET = {"input": {"type": "password"}}
LOG = logging.getLogger("credits.balance")
OK, CREATED, NOT_FOUND = 200, 201, 404
SHOWN = Decimal("0.001")
TEXTS = {
    "en": {
        "balance": "💳 Balance: {balance} credits",
        "title": "My credits",
        "page": "**{balance} credits** are available.\n\nOpen your own page to see what you used, to top up or to choose a plan?\n\n[<u>Prices of all models</u>]({prices})",  # noqa: E501
        "unknown": "There is no credit account for you yet. Please contact the administrator.",
        "down": "The credit service does not answer right now. Please try again in a minute.",
    },
    "ru": {
        "balance": "💳 Баланс в кредитах: {balance}",
        "title": "Мои кредиты",
        "page": "Доступно кредитов: **{balance}**.\n\nОткрыть вашу страницу, чтобы посмотреть расход, пополнить счёт или выбрать тариф?\n\n[<u>Цены всех моделей</u>]({prices})",  # noqa: E501
        "unknown": "Для вас ещё не открыт кредитный счёт. Обратитесь к администратору.",
        "down": "Служба кредитов сейчас не отвечает. Повторите попытку через минуту.",
    },
    "cs": {
        "balance": "💳 Zůstatek kreditů: {balance}",
        "title": "Moje kredity",
        "page": "K dispozici kreditů: **{balance}**.\n\nOtevřít vaši stránku s přehledem útraty, dobitím a tarify?\n\n[<u>Ceny všech modelů</u>]({prices})",  # noqa: E501
        "unknown": "Zatím nemáte kreditní účet. Obraťte se na správce.",
        "down": "Kreditní služba právě neodpovídá. Zkuste to prosím za minutu.",
    },
}
# A browser that blocks new windows still shows the page, in this one.
OPEN = "const page = window.open({url}, '_blank'); if (page) page.opener = null; else location.assign({url});"  # noqa: E501


def credits_text(value: object, language: str) -> str:
    """At most three decimals, never rounded up."""
    text = f"{Decimal(str(value or 0)).quantize(SHOWN, ROUND_DOWN):,f}".rstrip("0").rstrip(".")
    return text if language == "en" else text.replace(",", "\u00a0").replace(".", ",")


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
        self,
        body: Json,  # noqa: ARG002 - Open WebUI gives it by name
        __user__: Json,
        __request__: Any,
        __event_emitter__: Send | None = None,
        __event_call__: Send | None = None,
    ) -> None:
        """Ask before the page opens: the link is good once, and for whoever has it."""
        texts, language = TEXTS[language_of(__request__)], language_of(__request__)
        user_id = str(__user__["id"])
        status, account = await self._ask("GET", f"/api/credits/user/{quote(user_id, safe='')}")
        if status != OK:
            text = texts["unknown" if status == NOT_FOUND else "down"]
            await self._toast(__event_emitter__, "warning", text)
            return
        balance = credits_text(account.get("available", account.get("credits")), language)
        await self._toast(__event_emitter__, "info", texts["balance"].format(balance=balance))
        if __event_call__ is None:
            return
        status, link = await self._ask("POST", "/api/me/links", {"user_id": user_id})
        if status != CREATED:
            LOG.warning("no link to the page of %s, status %s", user_id, status)
            return
        url = str(link["url"])
        message = texts["page"].format(
            balance=balance, prices=url.split("/me?", maxsplit=1)[0] + "/pricing"
        )
        question = {"title": texts["title"], "message": message}
        if await __event_call__({"type": "confirmation", "data": question}) is True:
            code = OPEN.format(url=json.dumps(url))
            await __event_call__({"type": "execute", "data": {"code": code}})

    async def _toast(self, emit: Send | None, kind: str, text: str) -> None:
        if emit:
            await emit({"type": "notification", "data": {"type": kind, "content": text}})

    async def _ask(self, method: str, path: str, form: Json | None = None) -> tuple[int, Json]:
        valves = self.valves
        host = f"{valves.credits_api_protocol}://{valves.credits_api_host}"
        timeout = aiohttp.ClientTimeout(total=valves.timeout_s)
        options: Json = {"timeout": timeout, "ssl": valves.ssl_verify, "allow_redirects": False}
        options["headers"] = {"X-API-Key": valves.api_key}
        options["json"] = form
        try:
            http = session(asyncio.get_running_loop())
            async with http.request(method, host + path, **options) as reply:
                answer = json.loads(await reply.text(), parse_float=Decimal)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            LOG.warning("credits API, %s %s: %s", method, path, type(error).__name__)
            return 0, {}
        if reply.status not in (OK, CREATED, NOT_FOUND):
            LOG.warning("credits API, %s %s: status %s", method, path, reply.status)
        return reply.status, answer if isinstance(answer, dict) else {}
