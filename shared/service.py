"""A service as an application and as a process: what all of them have around their routes."""

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any

from fastapi import APIRouter, FastAPI

from shared import server
from shared.auth import IdentityVerifier
from shared.gauges import Gauges
from shared.health import Check, health_router, redis_check
from shared.http import CrashMiddleware, LimitMiddleware, render_refusals
from shared.settings import ServiceSettings
from shared.telemetry import ASGIApp, TraceMiddleware, configure_logging

Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


def create_service(
    service: str,
    *,
    title: str,
    version: str,
    settings: ServiceSettings,
    routers: Sequence[APIRouter],
    ready: dict[str, Check],
    lifespan: Lifespan,
    gauges: Gauges,
    watched: Mapping[str, Check] | None = None,
    access_log: bool = False,
) -> FastAPI:
    """Build the FastAPI application of `service` (its short name, as in logs and metrics).

    `ready` and `watched` are shared.health's.
    """
    configure_logging(service, settings.log_level)
    app = FastAPI(
        title=title,
        version=version,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        # Looking for providers on each request costs more than a whole hot route.
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    secret, old = settings.internal_secret, settings.internal_secret_old
    app.state.identity = IdentityVerifier(
        secret.get_secret_value(), time.time, old.get_secret_value() if old else None
    )
    app.state.settings = settings
    watched = {"redis": redis_check(settings.redis_url.get_secret_value()), **(watched or {})}
    for router in (*routers, health_router(version, service, ready, watched, gauges.refresh)):
        app.include_router(router)
    render_refusals(app)
    app.add_middleware(LimitMiddleware, limit_bytes=settings.body_limit_bytes)
    app.add_middleware(CrashMiddleware)
    app.add_middleware(TraceMiddleware, service=service, access_log=access_log)
    return app


def serve(app: ASGIApp, settings: ServiceSettings, **options: Any) -> None:
    """Run the application in this process until SIGTERM or SIGINT; `options` are uvicorn's."""
    # What was imported lives for ever and requests leave few cycles: with the usual thresholds the
    # collector took a tenth of a busy process's time.
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    server.run(app, settings, **options)
