"""The state of the whole system, for people and for machines."""

import asyncio
import time
from collections.abc import Awaitable
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from gateway.api.own import Own, Parts
from shared.http import exact
from shared.problems import Unavailable

router = APIRouter()
# Bookmarks of the first system's pages, which it served as files.
_PAGES: Final = {
    "index.html": "/",
    "pricing.html": "/pricing",
    "waiting_list.html": "/waiting-list",
}


@router.get("/static/{file}", include_in_schema=False)
async def former_page(file: str) -> Response:
    return RedirectResponse(_PAGES[file], status_code=308)


@router.get("/health", include_in_schema=False)
async def health(request: Request, parts: Parts) -> Response:
    """Always 200 while the door is open; machines ask /health/ready."""
    names = sorted(parts.upstreams)
    states = await asyncio.gather(
        _timed(_database(parts)), *(_timed(parts.documents.trouble(name)) for name in names)
    )
    found = dict(zip(["database", *names], states, strict=True))
    healthy = all(state["state"] == "up" for state in found.values())
    return exact(
        {
            "status": "healthy" if healthy else "degraded",
            "service": "gateway",
            "version": request.app.version,
            "dependencies": found,
        }
    )


async def _database(parts: Own) -> str | None:
    try:
        async with parts.db.reader() as conn:
            await conn.execute("SELECT 1")
    except Unavailable as error:
        return str(error)
    return None


async def _timed(check: Awaitable[str | None]) -> dict[str, object]:
    started = time.perf_counter()
    trouble = await check
    elapsed = round((time.perf_counter() - started) * 1000, 1)
    state: dict[str, object] = {"state": "down" if trouble else "up", "ms": elapsed}
    return state | {"reason": trouble} if trouble else state
