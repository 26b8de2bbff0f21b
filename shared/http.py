"""What every route has in common: exact JSON, refusals and how they are rendered, limits."""

import json
from collections.abc import Callable, Coroutine
from http import HTTPStatus
from typing import Any, Final

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.responses import Response

from shared import codec, problems
from shared.problems import Problem
from shared.telemetry import ASGIApp, Message, Receive, Scope, Send, ToldError, trace_id

JSON: Final = "application/json"
log = structlog.get_logger("http")


def exact(content: Any, status: int = 200) -> Response:
    """Answer with JSON in which decimals are numbers with all their digits."""
    return Response(codec.encode(content), status_code=status, media_type=JSON)


def render(problem: Problem) -> Response:
    """The one place where a refusal becomes a response."""
    return Response(
        codec.encode(problem.wire(trace_id())),
        status_code=problem.status,
        headers=problem.headers,
        media_type=JSON,
    )


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Say which refusals a route has beside those of every route; the gateway describes them."""
    return {status: {"description": HTTPStatus(status).phrase} for status in statuses}


def pages(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Say with which statuses a route answers a page for people, beside JSON for programs."""
    html = {"text/html": {"schema": {"type": "string"}}}
    return {status: {"description": "A page", "content": html} for status in statuses}


def files(*media_types: str) -> dict[int | str, dict[str, Any]]:
    """Say in which forms a route answers that builds its body by itself."""
    binary, json_ = {"type": "string", "format": "binary"}, {"type": ["object", "array"]}
    forms = {kind.partition(";")[0]: json_ if kind == JSON else binary for kind in media_types}
    content = {media_type: {"schema": schema} for media_type, schema in forms.items()}
    return {200: {"description": "A file", "content": content}}


class _ExactRequest(Request):
    async def json(self) -> Any:
        body = await self.body()
        try:
            codec.refuse_unstorable(body)
            return codec.decode(body)
        except ValueError as error:
            # FastAPI answers this class with 422 and its reason, any other one with a bare 400.
            reason = getattr(error, "msg", None) or str(error)
            raise json.JSONDecodeError(reason, "", getattr(error, "pos", 0)) from None


class ExactRoute(APIRoute):
    """A route whose JSON body keeps decimals exact and refuses NaN, Infinity and NUL."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def handle_exactly(request: Request) -> Response:
            return await handle(_ExactRequest(request.scope, request.receive))

        return handle_exactly


async def _on_problem(_: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)  # noqa: S101 - registered for Problem alone
    return render(error)


async def _on_validation(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    errors = [
        {"type": item["type"], "loc": list(item["loc"]), "msg": _message(item)}
        for item in error.errors()
    ]
    problem = problems.Invalid("", "")
    problem.detail = errors
    return render(problem)


def _message(item: dict[str, Any]) -> str:
    reason = item.get("ctx", {}).get("error") if item["type"] == "json_invalid" else None
    message = str(item["msg"]).removeprefix("Value error, ")
    return f"{message}: {reason}" if reason else message


async def _on_unreadable(_: Request, error: Exception) -> Response:
    """A route that read the body by itself and found no JSON."""
    assert isinstance(error, json.JSONDecodeError)  # noqa: S101
    return render(problems.Invalid(str(error.pos), f"JSON decode error: {error.msg}"))


async def _on_http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    title = HTTPStatus(error.status_code).phrase
    body = {
        "detail": error.detail,
        "type": "urn:owc:problem:" + title.lower().replace(" ", "-"),
        "title": title,
        "status": error.status_code,
        "trace_id": trace_id(),
    }
    return Response(codec.encode(body), error.status_code, error.headers, JSON)


def render_refusals(app: FastAPI) -> None:
    """Whatever a route raises is answered in the one form."""
    app.add_exception_handler(Problem, _on_problem)
    app.add_exception_handler(RequestValidationError, _on_validation)
    app.add_exception_handler(json.JSONDecodeError, _on_unreadable)
    app.add_exception_handler(HTTPException, _on_http)


class CrashMiddleware:
    """Tells of what no route foresaw, once: Starlette would pass it on, to be told again."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except Exception as error:
            log.exception("unhandled", error=type(error).__name__)
            if begun:
                # Only a broken connection tells the caller that the answer is not whole.
                raise ToldError from error
            await render(Problem("Internal error"))(scope, receive, send)


class LimitMiddleware:
    """Refuses bodies over the limit before they are read whole, and paths that no text can hold."""

    def __init__(self, app: ASGIApp, limit_bytes: int) -> None:
        self._app = app
        self._limit = limit_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            self._check(scope)
            await self._app(scope, self._counting(receive), send)
        except Problem as problem:
            await render(problem)(scope, receive, send)

    def _check(self, scope: Scope) -> None:
        if "\x00" in scope["path"] or b"%00" in scope["query_string"]:
            raise problems.Malformed("The address must not contain the NUL character")
        for name, value in scope["headers"]:
            if name == b"content-length" and (not value.isdigit() or int(value) > self._limit):
                raise self._too_large()

    def _counting(self, receive: Receive) -> Receive:
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._limit:
                # FastAPI passes this class on unchanged; it would turn a Problem into a 400.
                raise HTTPException(413, str(self._too_large()))
            return message

        return counted

    def _too_large(self) -> problems.TooLarge:
        return problems.TooLarge(f"The request body must not exceed {self._limit} bytes")
