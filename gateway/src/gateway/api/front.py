"""What a person meets first: the start page, the admin app, and the state of the whole system."""

import asyncio
import time
from collections.abc import Awaitable
from pathlib import Path
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import FileResponse, RedirectResponse, Response

from gateway.api.own import Own, Parts
from shared.http import exact
from shared.problems import NotFound, Unavailable

router = APIRouter()
_BUILT: Final = Path(__file__).resolve().parents[3] / "admin" / "dist"
_POLICY: Final = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
)
_FOREVER: Final = "public, max-age=31536000, immutable"


def spa_folder(setting: str | None) -> Path | None:
    """The folder of the built admin app, None where it has not been built."""
    folder = Path(setting) if setting else _BUILT
    return folder if (folder / "index.html").is_file() else None


@router.get("/", include_in_schema=False)
async def start(parts: Parts) -> Response:
    return RedirectResponse("/admin/" if parts.spa else "/docs")


@router.get("/admin", include_in_schema=False)
async def admin() -> Response:
    return RedirectResponse("/admin/")


@router.get("/admin/{path:path}", include_in_schema=False)
async def admin_file(path: str, parts: Parts) -> Response:
    """A file of the app, or its page for every address that the app itself understands."""
    if parts.spa is None:
        raise NotFound("The admin app has not been built")
    file = (parts.spa / path).resolve()
    if not file.is_relative_to(parts.spa.resolve()) or not file.is_file():
        if path.startswith("assets/"):
            raise NotFound("Not Found")
        file = parts.spa / "index.html"
    cache = _FOREVER if path.startswith("assets/") else "no-cache"
    headers = {
        "Cache-Control": cache,
        "Content-Security-Policy": _POLICY,
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    return FileResponse(file, headers=headers)


@router.get("/health", include_in_schema=False)
async def health(request: Request, parts: Parts) -> Response:
    """Always 200 while the door is open; machines ask /health/ready."""
    names = sorted(parts.upstreams)
    states = await asyncio.gather(
        _timed(_database(parts)), *(_timed(parts.documents.alive(name)) for name in names)
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


async def _database(parts: Own) -> bool:
    try:
        async with parts.db.reader() as conn:
            await conn.execute("SELECT 1")
    except Unavailable:
        return False
    return True


async def _timed(check: Awaitable[bool]) -> dict[str, object]:
    started = time.perf_counter()
    up = await check
    elapsed = round((time.perf_counter() - started) * 1000, 1)
    return {"state": "up" if up else "down", "ms": elapsed}
