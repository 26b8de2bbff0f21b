"""Where a charge goes, as a collector of OpenTelemetry sees it."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from shared.embedded.servers import free_port
from shared.testing import eventually
from tests.system.conftest import System, _owc


class Collector:
    """Takes spans over OTLP/HTTP and remembers (service, name, trace id) of each."""

    def __init__(self) -> None:
        self.spans: list[tuple[str, str, str]] = []
        self.roots: set[str] = set()
        collector = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                collector.take(ExportTraceServiceRequest.FromString(body))
                self.send_response(200)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                """Quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def take(self, request: Any) -> None:
        for resource in request.resource_spans:
            names = {a.key: a.value.string_value for a in resource.resource.attributes}
            for scope in resource.scope_spans:
                for span in scope.spans:
                    self.spans.append((names["service.name"], span.name, span.trace_id.hex()))
                    if not span.parent_span_id:
                        self.roots.add(span.name)

    def of(self, trace_id: str) -> set[tuple[str, str]]:
        return {(service, name) for service, name, found in self.spans if found == trace_id}


@pytest.fixture
def collector() -> Iterator[Collector]:
    made = Collector()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def traced(
    collector: Collector, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[dict[str, str]]:
    """A system that sends all its traces to the collector; what its credentials file says."""
    monkeypatch.setenv(
        "OTEL_EXPORTER_OTLP_ENDPOINT", f"http://127.0.0.1:{collector.server.server_port}"
    )
    monkeypatch.setenv("OTEL_TRACES_SAMPLER_ARG", "1")
    monkeypatch.setenv("OTEL_BSP_SCHEDULE_DELAY", "200")
    home, port = tmp_path / "owc", free_port()
    started = _owc(home, port, "up", "--detach")
    assert started.returncode == 0, started.stdout + started.stderr
    lines = (home / "credentials.env").read_text().split()
    yield dict(line.split("=", 1) for line in lines)
    _owc(home, port, "down", "--purge")


async def test_one_charge_is_one_trace_from_the_gateway_to_the_consumer_and_on_its_receipt(
    traced: dict[str, str], collector: Collector
) -> None:
    async with httpx.AsyncClient(base_url=traced["CREDITS_API_URL"], trust_env=False) as http:
        answer = await http.post(
            "/api/credits/deduct-tokens",
            json={"user_id": "demo-student", "model_id": "demo-small", "prompt_tokens": 10,
                  "completion_tokens": 0, "idempotency_key": str(uuid4())},
            headers={"X-API-Key": traced["CREDITS_API_KEY"]},
        )  # fmt: skip
        trace_id = answer.headers["x-request-id"]
        wanted = {
            ("owc-gateway", "POST /api/credits/deduct-tokens"),
            ("owc-ledger", "POST /api/credits/deduct-tokens"),
            ("owc-ledger", "post batch"),
            ("owc-ledger-worker", "publish ledger.charge_posted"),
            ("owc-billing-worker", "consume ledger.charge_posted"),
            ("owc-billing-worker", "INSERT"),
        }

        async def complete() -> bool:
            return wanted <= collector.of(trace_id)

        await eventually(complete, within=30)
        form = {"username": traced["ADMIN_USERNAME"], "password": traced["ADMIN_PASSWORD"]}
        token = (await http.post("/auth/login", data=form)).json()["access_token"]
        history = await http.get(
            "/api/credits/user/demo-student/transactions",
            headers={"Authorization": f"Bearer {token}"},
        )
        assert trace_id in history.text
        # Nobody asked for what relays, timers and probes look for all the time.
        begun = {name for name in collector.roots if name.startswith(("GET ", "POST ", "consume "))}
        assert begun == collector.roots
        assert not [name for name in begun if name.startswith(("GET /health", "GET /metrics"))]


async def test_the_id_of_a_charge_finds_it_at_the_gateway_in_the_books_and_where_it_was_heard_of(
    system: System,
) -> None:
    body = {"user_id": "demo-student", "model_id": "demo-small", "prompt_tokens": 1}
    answer = await system.http.post(
        "/api/credits/deduct-tokens", json=body | {"completion_tokens": 0}, headers=system.key
    )
    trace_id = answer.headers["x-request-id"]
    logs = system.home / "logs"

    def told(process: str, event: str) -> bool:
        lines = (logs / f"{process}.log").read_text().splitlines()
        return any(f'"{event}"' in line and trace_id in line for line in lines)

    await eventually(lambda: told("gateway", "request"), within=30)
    await eventually(lambda: told("billing-worker", "event_taken"), within=30)
    history = await system.get("/api/credits/user/demo-student/transactions")
    assert trace_id in [row["trace_id"] for row in history["transactions"]]
