"""The short way for hot routes: one task and one write per request."""

from typing import Final

from uvicorn.protocols.http.httptools_impl import STATUS_LINE

from ledger_service.api.hot import Found, HotRoutes
from shared.short_way import Answers, Exchange, ShortWay

_HEAD: Final = b"%bcontent-type: application/json\r\ncontent-length: %d\r\nx-request-id: %b\r\n"


class HotAnswers(Answers):
    """Whatever is a hot route."""

    def __init__(self, hot: HotRoutes) -> None:
        super().__init__(hot, hot.limit_bytes)
        self._hot = hot

    def find(self, way: ShortWay) -> Found | None:
        return self._hot.find(way.parser.get_method().decode("ascii"), way.asked_path())

    def begin(self, way: ShortWay, exchange: Exchange) -> None:
        exchange.task = way.loop.create_task(self._answer(way, exchange))
        way.tasks.add(exchange.task)

    async def _answer(self, way: ShortWay, exchange: Exchange) -> None:
        reply = await self._hot.reply(exchange.found, exchange.scope["headers"], exchange.body)
        answer = _HEAD % (STATUS_LINE[reply.status], len(reply.body), reply.request_id)
        for header in reply.refusing:
            answer += b"%b: %b\r\n" % header
        answer += b"\r\n" if exchange.keep_alive else b"connection: close\r\n\r\n"
        way.end(exchange, answer + reply.body)
