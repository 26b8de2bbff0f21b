"""Puts the doors together and keeps strangers out."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress

from aiohttp import web

from yookassa_simulator import api, control, pages
from yookassa_simulator.delivery import Sender
from yookassa_simulator.shops import is_near
from yookassa_simulator.world import World

_BODY_MAX = 1_048_576
_SENDER = web.AppKey("sender", asyncio.Task[None])
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def _near_names_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse names that merely resolve here, the way a foreign page would reach a local port."""
    host = (request.host or "").rsplit(":", 1)[0].strip("[]")
    if not is_near(request.app[api.WORLD], host):
        raise web.HTTPForbidden(text="Loopback names only")
    return await handler(request)


async def _healthy(_request: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})


async def _deliver(app: web.Application) -> AsyncIterator[None]:
    app[_SENDER] = asyncio.create_task(Sender(app[api.WORLD]).run())
    yield
    app[_SENDER].cancel()
    with suppress(asyncio.CancelledError):
        await app[_SENDER]
    app[api.WORLD].flush()
    app[api.WORLD].journal.close()


def create_app(world: World) -> web.Application:
    app = web.Application(middlewares=[_near_names_only], client_max_size=_BODY_MAX)
    app[api.WORLD] = world
    app.cleanup_ctx.append(_deliver)
    for path in ("/health", "/health/live", "/health/ready"):
        app.router.add_get(path, _healthy)
    control.add_routes(app)
    pages.add_routes(app)
    app.router.add_route("*", api.PREFIX + "/{path:.*}", api.serve)
    return app
