"""How an HTTP process runs and goes: nobody is refused who came in time, nothing is cut.

SIGTERM: /health/ready says no and every answer asks its caller to connect anew, for `drain_s`
seconds in which a proxy notices; then the door closes, what is under way is finished (25 s at
most), and the process ends with status 0. A second signal skips the first part.
"""

import asyncio
import sys
from typing import Any, Final

import uvicorn
from uvicorn.config import STARTUP_FAILURE

from shared import health, tracing
from shared.revisions import require_schema
from shared.settings import ServiceSettings
from shared.telemetry import ASGIApp, Message, Receive, Scope, Send, write_lines

FINISH_WITHIN_S: Final = 25
# Longer than any client keeps an idle connection: one that ends it here could meet a request
# that is on its way, which then looks like a broken answer.
KEEP_ALIVE_S: Final = 75
_LOOK_S: Final = 0.1


class Farewell:
    """The application while the process leaves: each answer is the last of its connection."""

    def __init__(self, app: Any) -> None:
        self._app: ASGIApp = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_last(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {
                    **message,
                    "headers": [*message.get("headers", ()), (b"connection", b"close")],
                }
            await send(message)

        await self._app(scope, receive, send_last)


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, drain_s: float) -> None:
        super().__init__(config)
        self._drain_s = drain_s

    async def _serve(self, sockets: Any = None) -> None:
        await super()._serve(sockets)
        # uvicorn would end the process by the signal once more, before spans are sent and as if
        # it had not been asked.
        self._captured_signals.clear()

    async def shutdown(self, sockets: Any = None) -> None:
        health.leave()
        last = Farewell(self.config.loaded_app)
        self.config.loaded_app = last
        for connection in tuple(self.server_state.connections):
            connection.app = last  # type: ignore[union-attr]
        loop = asyncio.get_running_loop()
        ends = loop.time() + self._drain_s
        while loop.time() < ends and len(self._captured_signals) <= 1:  # noqa: ASYNC110
            await asyncio.sleep(_LOOK_S)  # a signal's handler must not touch the loop's events
        await super().shutdown(sockets)


def run(app: Any, settings: ServiceSettings, **options: Any) -> None:
    """Serve `app` in this process until SIGTERM or SIGINT; `options` are uvicorn's."""
    require_schema(settings)
    config = uvicorn.Config(
        tracing.traced(app),
        host=settings.host,
        port=settings.port,
        log_config=None,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=FINISH_WITHIN_S,
        server_header=False,
        date_header=False,
        # Who reads X-Forwarded-For does it by itself.
        proxy_headers=False,
        ws="none",
        timeout_keep_alive=KEEP_ALIVE_S,
        **options,
    )
    server = _Server(config, settings.drain_s)
    server.run()
    tracing.flush()
    write_lines()
    if not server.started:
        sys.exit(STARTUP_FAILURE)
