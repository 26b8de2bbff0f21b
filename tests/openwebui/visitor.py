"""One chat turn as the web client makes it (socket.io and REST), or as an API caller makes it.

It says what the user sees, and it takes no part in charging.
"""

import asyncio
import contextlib
import json
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

import aiohttp

Json = dict[str, Any]
TURN_S, LINE_S = 60.0, 5.0


@dataclass
class Seen:
    """What the user sees of one turn."""

    http_status: int = 0
    error: str = ""
    text: str = ""
    chat_id: str = ""
    question_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    message_ids: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)
    asked: list[tuple[str, Json]] = field(default_factory=list)
    ended: set[str] = field(default_factory=set)
    stopped: bool = False


def text_in(error: Any) -> str:
    while isinstance(error, dict):
        inner = (error.get(name) for name in ("content", "detail", "message", "error"))
        error = next((value for value in inner if value), "")
    return str(error)


@dataclass
class Visitor:
    base: str
    token: str
    language: str = "en"

    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}", "Accept-Language": self.language}

    def chat(self, prompt: str, **options: Any) -> Seen:
        """A turn in the web client: models, tools, chat_id, stop_after, stream, extra."""
        return asyncio.run(asyncio.wait_for(self._chat(prompt, **options), TURN_S + 2 * LINE_S))

    def call(self, prompt: str, **options: Any) -> Seen:
        """A turn through the API: model, stream, leave_after, extra."""
        return asyncio.run(asyncio.wait_for(self._call(prompt, **options), TURN_S))

    async def _chat(
        self,
        prompt: str,
        *,
        models: tuple[str, ...] = ("fake-small",),
        stop_after: float | None = None,
        continued: Seen | None = None,
        meanwhile: Callable[[], None] | None = None,
        press: str = "",
        **options: Any,
    ) -> Seen:
        seen = Seen(message_ids=[str(uuid.uuid4()) for _ in models])
        if continued:
            ids = continued.chat_id, continued.question_id, continued.message_ids
            seen.chat_id, seen.question_id, seen.message_ids = ids
        async with (
            aiohttp.ClientSession(self.base, headers=self.headers()) as http,
            Socket(http, self.token, seen) as socket,
        ):
            body = self._body(prompt, models, seen, socket.sid, **options)
            async with http.post("/api/chat/completions", json=body) as reply:
                seen.http_status = reply.status
                answer = await reply.json()
            if seen.http_status >= 400:
                seen.error = text_in(answer)
                return seen
            seen.chat_id = answer.get("chat_id") or body.get("chat_id", "")
            if meanwhile:
                await asyncio.sleep(1)
                await asyncio.to_thread(meanwhile)
            if stop_after is not None:
                await asyncio.sleep(stop_after)
                async with http.post(f"/api/tasks/chat/{seen.chat_id}/stop"):
                    seen.stopped = True
            await until(lambda: seen.ended >= set(seen.message_ids), TURN_S)
            if not seen.error:
                await until(lambda: len(seen.lines) >= len(models), LINE_S)
            if press:
                form: Json = {"model": models[0], "chat_id": seen.chat_id, "session_id": socket.sid}
                form |= {"id": seen.message_ids[0], "messages": []}
                async with http.post(f"/api/chat/actions/{press}", json=form) as reply:
                    seen.http_status = reply.status
                await until(lambda: seen.toasts, LINE_S)
        return seen

    def _body(
        self,
        prompt: str,
        models: tuple[str, ...],
        seen: Seen,
        sid: str,
        *,
        stream: bool = True,
        tools: tuple[str, ...] = (),
        temporary: bool = False,
        extra: Json | None = None,
    ) -> Json:
        messages = [{"role": "user", "content": prompt}]
        question: Json = {"id": seen.question_id, "parentId": None, "childrenIds": seen.message_ids}
        question |= {"timestamp": int(time.time()), "models": list(models), **messages[0]}
        body: Json = {
            "stream": stream,
            "model": models[0],
            "messages": messages,
            "tool_ids": list(tools),
            "session_id": sid,
            "id": seen.message_ids[0],
            "parent_id": None,
            "user_message": question,
            "variables": {"{{USER_LANGUAGE}}": self.language},
            "background_tasks": {},
        }
        if temporary:
            body["chat_id"] = f"local:{sid}"
        if seen.chat_id:  # the button "Continue Response"
            body |= {"chat_id": seen.chat_id, "assistant_message_id": seen.message_ids[0]}
            body["parent_id"] = seen.question_id
        if len(models) > 1:
            pairs = zip(models, seen.message_ids, strict=True)
            body["message_ids"] = [{"model_id": m, "message_id": i} for m, i in pairs]
        return body | (extra or {})

    async def _call(
        self,
        prompt: str,
        model: str = "fake-small",
        *,
        stream: bool = False,
        leave_after: float | None = None,
        meanwhile: Callable[[], None] = lambda: None,
        path: str = "/api/chat/completions",
        extra: Json | None = None,
    ) -> Seen:
        seen, messages = Seen(), [{"role": "user", "content": prompt}]
        body = {"model": model, "messages": messages, "stream": stream, **(extra or {})}
        async with (
            aiohttp.ClientSession(self.base, headers=self.headers()) as http,
            asyncio.TaskGroup() as group,
        ):
            group.create_task(asyncio.to_thread(meanwhile))
            with contextlib.suppress(TimeoutError, aiohttp.ClientPayloadError):
                async with asyncio.timeout(leave_after), http.post(path, json=body) as reply:
                    seen.http_status, raw = reply.status, ""
                    async for line in reply.content:
                        raw += line.decode()
                    seen.text = raw
                    seen.error = text_in(json.loads(raw)) if reply.status >= 400 else ""
        return seen


async def until(condition: Any, within_s: float) -> None:
    deadline = time.monotonic() + within_s
    while not condition() and time.monotonic() < deadline:  # noqa: ASYNC110 - the socket's task
        await asyncio.sleep(0.05)


class Socket:
    """Just enough of socket.io 4 over one web socket: connect, join, listen, answer pings."""

    def __init__(self, http: aiohttp.ClientSession, token: str, seen: Seen) -> None:
        self.http, self.token, self.seen, self.sid = http, token, seen, ""

    async def __aenter__(self) -> Self:
        path = "/ws/socket.io/?EIO=4&transport=websocket"
        self.socket = await self.http.ws_connect(path)
        await self.socket.receive_str()
        await self.socket.send_str("40" + json.dumps({"token": self.token}))
        self.sid = json.loads((await self.socket.receive_str())[2:])["sid"]
        join = ["user-join", {"auth": {"token": self.token}}]
        await self.socket.send_str("42" + json.dumps(join))
        self.listening = asyncio.create_task(self.listen())
        await asyncio.sleep(0.2)  # the join has no answer to wait for
        return self

    async def __aexit__(self, *error: object) -> None:
        self.listening.cancel()
        await self.socket.close()

    async def listen(self) -> None:
        async for message in self.socket:
            if message.data == "2":
                await self.socket.send_str("3")
            elif str(message.data).startswith("42"):
                number, opening, rest = message.data[2:].partition("[")
                name, *values = json.loads(opening + rest)
                if name == "events" and values:
                    self.take(values[0])
                if number:  # a question, which this user always answers with yes
                    await self.socket.send_str(f"43{number}[true]")

    def take(self, event: Json) -> None:
        inner = event.get("data") or {}
        kind, data = inner.get("type"), inner.get("data") or {}
        message_id = str(event.get("message_id"))
        if message_id not in self.seen.message_ids:
            return
        if kind == "status":
            self.seen.lines.append(str(data.get("description")))
        elif kind == "notification":
            self.seen.toasts.append(str(data.get("content")))
        elif kind in ("confirmation", "execute"):
            self.seen.asked.append((kind, data))
        elif kind in ("chat:message:error", "chat:tasks:cancel"):
            self.seen.error = self.seen.error or text_in(data.get("error"))
            self.seen.ended.add(message_id)
        elif kind in ("chat:completion", "response:completion"):
            self.seen.error = self.seen.error or text_in(data.get("error") or "")
            self.seen.text += data["delta"] if isinstance(data.get("delta"), str) else ""
            if data.get("done"):
                self.seen.ended.add(message_id)
