"""Is this process alive, can it work, and what did it count: the same for every service."""

import time
from collections.abc import Awaitable, Callable
from typing import Literal

import structlog
from fastapi import APIRouter
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel
from starlette.responses import PlainTextResponse, Response

from shared.http import exact
from shared.problems import Problem

Check = Callable[[], Awaitable[None]]
log = structlog.get_logger("http")
_leaving = False


def leave() -> None:
    """Say from now on that this process is not ready: it ends soon."""
    global _leaving  # noqa: PLW0603 - a process ends once
    _leaving = True


class Dependency(BaseModel):
    state: Literal["up", "down"]
    ms: float
    reason: str | None = None


class Alive(BaseModel):
    status: Literal["alive"] = "alive"


class Ready(BaseModel):
    status: Literal["ready", "unavailable", "leaving"]
    dependencies: dict[str, Dependency]


class Health(BaseModel):
    status: Literal["healthy", "degraded"]
    service: str
    version: str
    dependencies: dict[str, Dependency]


async def _state(name: str, check: Check) -> Dependency:
    started = time.perf_counter()
    reason = None
    try:
        await check()
    except Exception as error:  # noqa: BLE001 - any failure of a dependency is "down"
        # A Problem is made for callers; what any other error says is for the log.
        reason = str(error) if isinstance(error, Problem) else "it failed; the log says how"
        log.warning("dependency_down", dependency=name, error=type(error).__name__, reason=reason)
    elapsed = round((time.perf_counter() - started) * 1000, 1)
    return Dependency(state="down" if reason else "up", ms=elapsed, reason=reason)


def health_router(
    version: str, service: str, ready: dict[str, Check], refresh: Check | None
) -> APIRouter:
    """`ready` maps each dependency that the service cannot work without to a check that raises.

    `refresh` reads what is not counted in this process, before metrics are answered.
    """
    router = APIRouter(tags=["health"])

    async def states() -> tuple[dict[str, Dependency], bool]:
        found = {name: await _state(name, check) for name, check in ready.items()}
        return found, all(item.state == "up" for item in found.values())

    @router.get("/health/live", summary="The process runs")
    async def live() -> Alive:
        return Alive()

    @router.get(
        "/health/ready",
        summary="The service can do its work",
        response_model=Ready,
        responses={503: {"model": Ready, "description": "A dependency is away"}},
    )
    async def is_ready() -> Response:
        if _leaving:
            return exact(Ready(status="leaving", dependencies={}), 503)
        found, up = await states()
        answer = exact(
            Ready(status="ready" if up else "unavailable", dependencies=found), 200 if up else 503
        )
        if not up:
            answer.headers["Retry-After"] = "1"
        return answer

    @router.get("/health", summary="The state of the service, for people", response_model=Health)
    async def health() -> Response:
        found, up = await states()
        state: Literal["healthy", "degraded"] = "healthy" if up else "degraded"
        return exact(Health(status=state, service=service, version=version, dependencies=found))

    @router.get("/metrics", summary="Numbers for Prometheus", response_class=PlainTextResponse)
    async def metrics() -> Response:
        if refresh is not None:
            await refresh()
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return router
