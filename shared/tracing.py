"""OpenTelemetry traces, where OTEL_EXPORTER_OTLP_ENDPOINT names a place to send them to.

Everywhere else nothing of it is imported, and requests take the way that they would take anyway.
The trace context itself (`trace_parent`) is always passed on; spans only tell where time went.
"""

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from typing import TYPE_CHECKING, Final

import structlog

from shared import telemetry
from shared.telemetry import ASGIApp, Message, Receive, Scope, Send, trace_parent

if TYPE_CHECKING:
    from opentelemetry.context import Context
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Span

log = structlog.get_logger(__name__)
_RATIO_DEFAULT: Final = "0.05"
_SERVER_ERROR: Final = 500
_SEGMENTS: Final = 4
_UNTRACED: Final = ("/health", "/metrics")


def wanted() -> bool:
    """Whether there is somewhere to send traces to."""
    return bool(os.environ.get("OTEL_EXPORTER_OTLP_ENDPOINT"))


@cache
def _provider() -> "TracerProvider | None":
    if not wanted():
        return None
    from opentelemetry import trace
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.instrumentation.asyncpg import AsyncPGInstrumentor
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor
    from opentelemetry.sdk.trace.sampling import ALWAYS_OFF, ParentBased, ParentBasedTraceIdRatio

    name = os.environ.get("OTEL_SERVICE_NAME") or f"owc-{telemetry.process_name()}"
    ratio = float(os.environ.get("OTEL_TRACES_SAMPLER_ARG") or _RATIO_DEFAULT)
    resource = Resource.create({"service.name": name})
    provider = TracerProvider(ParentBasedTraceIdRatio(ratio), resource)
    # A statement that nobody asked for (a relay looks for facts all the time) begins no trace.
    statements = TracerProvider(ParentBased(ALWAYS_OFF), resource, shutdown_on_exit=False)
    processor = BatchSpanProcessor(OTLPSpanExporter())
    for each in (provider, statements):
        each.add_span_processor(processor)
    trace.set_tracer_provider(provider)
    # Statements without their parameters, which are people's data.
    instrumentor = AsyncPGInstrumentor()  # type: ignore[no-untyped-call]
    instrumentor.instrument(tracer_provider=statements)
    return provider


def flush() -> None:
    """Send what is left; a process calls it before it ends."""
    provider = _provider()
    if provider is not None:
        provider.shutdown()


def _context(traceparent: str | None) -> "Context":
    from opentelemetry.context import Context
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    carrier = {"traceparent": traceparent or ""}
    return TraceContextTextMapPropagator().extract(carrier, Context())


def _traceparent(span: "Span") -> str:
    context = span.get_span_context()
    return f"00-{context.trace_id:032x}-{context.span_id:016x}-{context.trace_flags:02x}"


def traced(app: ASGIApp) -> ASGIApp:
    """The application itself, or, where traces are wanted, one whose requests are spans."""
    return _Traced(app) if wanted() else app


class _Traced:
    """In front of everything: what is behind it finds this span as the caller's traceparent."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        provider = _provider()
        assert provider is not None  # noqa: S101 - only made where traces are wanted
        self._tracer = provider.get_tracer(__name__)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        from opentelemetry.trace import SpanKind

        if scope["type"] != "http" or scope["path"].startswith(_UNTRACED):
            await self._app(scope, receive, send)
            return
        given = [value for name, value in scope["headers"] if name == b"traceparent"]
        with self._tracer.start_as_current_span(
            f"{scope['method']} {_template(scope['path'])}",
            context=_context(given[0].decode("latin-1") if given else None),
            kind=SpanKind.SERVER,
        ) as span:
            kept = [header for header in scope["headers"] if header[0] != b"traceparent"]
            own = (b"traceparent", _traceparent(span).encode())
            await self._app({**scope, "headers": [*kept, own]}, receive, _noting(span, send))


def _noting(span: "Span", send: Send) -> Send:
    from opentelemetry.trace import StatusCode

    async def send_and_note(message: Message) -> None:
        if message["type"] == "http.response.start":
            span.set_attribute("http.response.status_code", message["status"])
            if message["status"] >= _SERVER_ERROR:
                span.set_status(StatusCode.ERROR)
        await send(message)

    return send_and_note


def _template(path: str) -> str:
    """The beginning of a path: names of spans are few, and ids of people stand further behind."""
    return "/".join(path.split("/")[:_SEGMENTS])


@contextmanager
def consuming(event_type: str, traceparent: str | None) -> Iterator[None]:
    """Act on an event as a part of the trace of what caused it; a line tells that it came here."""
    started = time.perf_counter()
    with _consumer_span(event_type, traceparent) as span:
        token = trace_parent.set(_traceparent(span) if span else traceparent)
        try:
            yield
            elapsed = round((time.perf_counter() - started) * 1000, 2)
            log.info("event_taken", type=event_type, ms=elapsed)
        finally:
            trace_parent.reset(token)


def _consumer_span(
    event_type: str, traceparent: str | None
) -> "AbstractContextManager[Span | None]":
    provider = _provider()
    if provider is None:
        return nullcontext()
    from opentelemetry.trace import SpanKind

    return provider.get_tracer(__name__).start_as_current_span(
        f"consume {event_type}", context=_context(traceparent), kind=SpanKind.CONSUMER
    )


def publishing(event_type: str, traceparent: str | None) -> str:
    """The traceparent with which an event travels: of the span of its being published."""
    provider = _provider()
    if provider is None or traceparent is None:
        return traceparent or ""
    from opentelemetry.trace import SpanKind

    with provider.get_tracer(__name__).start_as_current_span(
        f"publish {event_type}", context=_context(traceparent), kind=SpanKind.PRODUCER
    ) as span:
        return _traceparent(span)


@contextmanager
def _batching(provider: "TracerProvider", traceparents: Sequence[str | None]) -> Iterator[None]:
    from opentelemetry.trace import Link, get_current_span

    contexts = [_context(traceparent) for traceparent in traceparents if traceparent]
    spans = [get_current_span(context).get_span_context() for context in contexts]
    sampled = [number for number, span in enumerate(spans) if span.trace_flags.sampled]
    if not sampled:
        yield
        return
    first, *others = sampled
    with provider.get_tracer(__name__).start_as_current_span(
        "post batch",
        context=contexts[first],
        links=[Link(spans[number]) for number in others],
        attributes={"owc.batch.items": len(traceparents)},
    ):
        yield


def batching(traceparents: Iterable[str | None]) -> AbstractContextManager[None]:
    """One statement for several requests: in the trace of the first, linked to the others."""
    provider = _provider()
    return nullcontext() if provider is None else _batching(provider, list(traceparents))
