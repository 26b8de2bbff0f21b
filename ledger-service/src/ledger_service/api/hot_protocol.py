"""The short way for hot routes: one task and one write per request."""

from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import STATUS_LINE

from ledger_service.api.hot import Found, HotRoutes
from shared.short_way import Exchange, ShortWay

_HEAD: Final = b"%bcontent-type: application/json\r\ncontent-length: %d\r\nx-request-id: %b\r\n"


class HotProtocol(ShortWay):
    """uvicorn's protocol for HotRoutes; with anything around them, as traces are, the long way."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        app: Any = self.config.app
        self._hot: HotRoutes | None = app if isinstance(app, HotRoutes) else None
        self.short_body_max = app.limit_bytes if self._hot else 0

    def find(self) -> Found | None:
        if self._hot is None:
            return None
        return self._hot.find(self.parser.get_method().decode("ascii"), self.asked_path())

    def begin(self, exchange: Exchange) -> None:
        assert self._hot is not None  # noqa: S101 - it found the route
        exchange.task = self.loop.create_task(self._answer(exchange, self._hot))
        self.tasks.add(exchange.task)

    async def _answer(self, exchange: Exchange, hot: HotRoutes) -> None:
        reply = await hot.reply(exchange.found, exchange.scope["headers"], exchange.body)
        answer = _HEAD % (STATUS_LINE[reply.status], len(reply.body), reply.request_id)
        for header in reply.refusing:
            answer += b"%b: %b\r\n" % header
        answer += b"\r\n" if exchange.keep_alive else b"connection: close\r\n\r\n"
        self.end(exchange, answer + reply.body)
