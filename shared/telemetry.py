"""Logs, trace ids and request metrics. No body, key, password or prompt is ever written."""

import asyncio
import atexit
import logging
import re
import sys
import threading
import time
from collections.abc import Awaitable, Callable, MutableMapping
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import cache, lru_cache
from random import getrandbits
from typing import Any, Final

import msgspec
import structlog
from prometheus_client import Counter, Histogram

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
ASGIApp = Callable[[Scope, Receive, Send], Awaitable[None]]

_TRACEPARENT: Final = re.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")
_SERVER_ERROR: Final = 500
_LINES_S: Final = 0.01
_METHODS: Final = frozenset(("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"))
trace_parent: ContextVar[str | None] = ContextVar("trace_parent", default=None)

REQUESTS = Counter(
    "http_server_requests_total", "Requests answered", ["service", "method", "route", "code"]
)
DURATION = Histogram(
    "http_server_request_duration_seconds", "Time to the last byte", ["service", "route"]
)


_process = "process"


def process_name() -> str:
    """What this process is called in logs and traces."""
    return _process


class _Lines:
    """Standard output. Lines about requests are written together: its call costs more than one."""

    def __init__(self) -> None:
        self._due: list[bytes] = []
        self._lock = threading.Lock()
        self._awaited: asyncio.AbstractEventLoop | None = None

    def msg(self, line: bytes) -> None:
        with self._lock:
            self._due.append(line)
        self.write()

    debug = info = warning = error = critical = exception = msg

    def add(self, line: bytes, loop: asyncio.AbstractEventLoop) -> None:
        """Write it within _LINES_S, or with the next line that is written at once."""
        with self._lock:
            self._due.append(line)
        if self._awaited is not loop:
            self._awaited = loop
            loop.call_later(_LINES_S, self.write)

    def write(self) -> None:
        self._awaited = None
        with self._lock:
            due, self._due = self._due, []
        if due:
            sys.stdout.buffer.write(b"\n".join((*due, b"")))
            sys.stdout.flush()


_lines: Final = _Lines()
_threshold = logging.CRITICAL


def write_lines() -> None:
    """Write what is due: a process that ends without `atexit` calls it."""
    _lines.write()


def _encoded(event: Any, default: Any) -> bytes:
    return msgspec.json.encode(event, enc_hook=default)


class ToldError(Exception):
    """Raised on after the log has the reason, so that uvicorn breaks the connection off."""


class _Libraries(logging.Handler):
    """What uvicorn and others tell the standard library's logging, as lines like our own."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and isinstance(record.exc_info[1], ToldError):
            return
        try:
            structlog.get_logger().log(
                record.levelno,
                record.getMessage().strip(),
                logger=record.name,
                exc_info=record.exc_info or None,
            )
        except Exception:  # noqa: BLE001 - who tells something wrongly is not to fail by it
            self.handleError(record)


def configure_logging(service: str, level: str) -> None:
    """Write JSON lines to standard output, each with the service and the trace id."""
    global _process  # noqa: PLW0603 - a process has one name
    _process = service

    def add_context(_: Any, __: str, event: Any) -> Any:
        event["service"] = service
        event["trace_id"] = trace_id()
        return event

    global _threshold  # noqa: PLW0603 - as the process's name
    _threshold = getattr(logging, level)
    atexit.register(write_lines)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="ts"),
            add_context,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(serializer=_encoded),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level)),
        logger_factory=lambda *_: _lines,
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=logging.WARNING, handlers=[_Libraries()])


def new_traceparent() -> str:
    """A W3C trace context for work that nobody traced yet."""
    ids = f"{getrandbits(192):048x}"  # nosec B311 - opens nothing
    return f"00-{ids[:32]}-{ids[32:]}-01"


def trace_id() -> str:
    """The trace id of the current request or event; empty outside of one."""
    current = trace_parent.get()
    return current[3:35] if current else ""


def _header(scope: Scope, name: bytes) -> str | None:
    for key, value in scope["headers"]:
        if key == name:
            return str(value, "latin-1")
    return None


def accepted(traceparent: str | None) -> str:
    """The caller's trace context if it is one, else a new one."""
    if traceparent and _TRACEPARENT.fullmatch(traceparent):
        return traceparent
    return new_traceparent()


def count(service: str, method: str, route: str, status: int, seconds: float) -> None:
    """Add one answered request to the metrics."""
    inc, observe = _metrics(service, method if method in _METHODS else "other", route, status)
    inc()
    observe(seconds)


@lru_cache(maxsize=1)
def _text_of(second: int) -> str:
    return f"{datetime.fromtimestamp(second, UTC):%Y-%m-%dT%H:%M:%S}"


def tell(method: str, route: str, status: int, seconds: float, **more: str) -> None:
    """Write the line about an answered request, past structlog's chain, which costs 6 µs more."""
    refused = status >= _SERVER_ERROR
    if _threshold > (logging.WARNING if refused else logging.INFO):
        return
    now = time.time()
    line = {
        "method": method,
        "route": route,
        "status": status,
        "ms": round(seconds * 1000, 2),
        **more,
        "event": "request",
        "level": "warning" if refused else "info",
        "ts": f"{_text_of(int(now))}.{int(now % 1 * 1_000_000):06d}Z",
        "service": _process,
        "trace_id": trace_id(),
    }
    _lines.add(msgspec.json.encode(line), asyncio.get_running_loop())


def _route(scope: Scope) -> str:
    route = scope.get("route")
    return getattr(route, "path", None) or "unmatched"


@cache
def _metrics(
    service: str, method: str, route: str, status: int
) -> tuple[Callable[[], None], Callable[[float], None]]:
    # Finding a labelled child costs more than counting; routes and methods are few.
    counter = REQUESTS.labels(service, method, route, str(status))
    return counter.inc, DURATION.labels(service, route).observe


class TraceMiddleware:
    """Outermost: gives each request a trace id, counts it, and logs one line about it."""

    def __init__(self, app: ASGIApp, service: str, *, access_log: bool) -> None:
        self._app = app
        self._service = service
        self._access_log = access_log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        token = trace_parent.set(accepted(_header(scope, b"traceparent")))
        request_id = trace_id().encode()
        status = _SERVER_ERROR

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), (b"x-request-id", request_id)]
            await send(message)

        try:
            await self._app(scope, receive, send_with_id)
        finally:
            self._record(scope, status, time.perf_counter() - started)
            trace_parent.reset(token)

    def _record(self, scope: Scope, status: int, seconds: float) -> None:
        route, method = _route(scope), scope["method"]
        count(self._service, method, route, status, seconds)
        if self._access_log or status >= _SERVER_ERROR:
            tell(method, route, status, seconds)
