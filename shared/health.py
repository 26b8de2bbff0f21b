"""Is this process alive, can it work, and what did it count: the same for every service."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Final, Literal

import structlog
from fastapi import APIRouter
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel
from redis.exceptions import RedisError
from starlette.responses import PlainTextResponse, Response

from shared.http import exact
from shared.patience import within
from shared.problems import Problem, Unavailable
from shared.streams import redis_client

Check = Callable[[], Awaitable[None]]
# Who asks whether we are ready does not wait long; people hear of a service that was asked itself.
READY_WITHIN_S: Final = 1.0
HEALTH_WITHIN_S: Final = 2.0
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


def redis_check(url: str) -> Check:
    """Whether Redis answers."""

    async def check() -> None:
        redis = redis_client(url)
        try:
            await redis.ping()
        except (RedisError, OSError) as error:
            raise Unavailable("Redis is not reachable") from error
        finally:
            await redis.aclose()

    return check


async def _state(name: str, check: Check, within_s: float) -> Dependency:
    started = time.perf_counter()
    reason = None
    try:
        await within(within_s, check())
    except TimeoutError:
        reason = "it does not answer in time"
        log.warning("dependency_down", dependency=name, reason=reason)
    except Exception as error:  # noqa: BLE001 - any failure of a dependency is "down"
        # A Problem is made for callers; what any other error says is for the log.
        reason = str(error) if isinstance(error, Problem) else "it failed; the log says how"
        log.warning("dependency_down", dependency=name, error=type(error).__name__, reason=reason)
    elapsed = round((time.perf_counter() - started) * 1000, 1)
    return Dependency(state="down" if reason else "up", ms=elapsed, reason=reason)


async def _states(
    checks: Mapping[str, Check], within_s: float
) -> tuple[dict[str, Dependency], bool]:
    states = await asyncio.gather(*(_state(*check, within_s) for check in checks.items()))
    return dict(zip(checks, states, strict=True)), all(item.state == "up" for item in states)


def health_router(
    version: str,
    service: str,
    ready: Mapping[str, Check],
    watched: Mapping[str, Check],
    refresh: Check,
) -> APIRouter:
    """`ready` maps each dependency that the service cannot work without to a check that raises.

    Without one of `watched` it is degraded, and people are told. `refresh` reads what is not
    counted in this process, before metrics are answered.
    """
    router = APIRouter(tags=["health"])

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
        found, up = await _states(ready, READY_WITHIN_S)
        answer = exact(
            Ready(status="ready" if up else "unavailable", dependencies=found), 200 if up else 503
        )
        if not up:
            answer.headers["Retry-After"] = "1"
        return answer

    @router.get("/health", summary="The state of the service, for people", response_model=Health)
    async def health() -> Response:
        found, up = await _states({**ready, **watched}, HEALTH_WITHIN_S)
        state: Literal["healthy", "degraded"] = "healthy" if up else "degraded"
        return exact(Health(status=state, service=service, version=version, dependencies=found))

    @router.get("/metrics", summary="Numbers for Prometheus", response_class=PlainTextResponse)
    async def metrics() -> Response:
        await refresh()
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return router
