"""The gateway as a process: its application, what it opens at the start and closes at the end."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Final

import structlog
from fastapi import FastAPI
from fastapi.routing import APIRoute

from gateway.api import admin_app, admins, audit, auth, front, keys, links, reference
from gateway.api.admin_app import spa_folder
from gateway.api.authenticate import Authenticator, Secrets
from gateway.api.door import Door, Surroundings
from gateway.api.listener import BoundedProtocol, Bounds
from gateway.api.metered import Metered, Terms
from gateway.api.own import Own
from gateway.api.pages import PAGES
from gateway.api.pages.rendering import refusal
from gateway.api.safety import Safety
from gateway.api.short_way import DoorAnswers
from gateway.clients.credits import Credits
from gateway.clients.http1.pool import Limits, Upstream
from gateway.clients.newcomers import Newcomers
from gateway.clients.openwebui import OpenWebUI
from gateway.clients.password_pool import PasswordPool
from gateway.clients.provider import Provider
from gateway.clients.services import Services
from gateway.commands.create_first_admin import create_first_admin
from gateway.commands.log_in import LoginKeys
from gateway.commands.meter_call import Metering
from gateway.domain.addresses import networks
from gateway.domain.keys import derive
from gateway.domain.route_table import table
from gateway.queries.read_documents import Documents
from gateway.settings import GatewaySettings
from shared.auth import Principal, sign_identity
from shared.db import Database
from shared.delivery import delivery_router
from shared.gauges import Gauges
from shared.problems import Unavailable
from shared.revisions import schema_check
from shared.service import Lifespan, create_service, serve
from shared.settings import load

log = structlog.get_logger(__name__)
VERSION: Final = "0.1.0"
_ROUTERS: Final = (
    admin_app.router,
    front.router,
    reference.router,
    auth.router,
    keys.router,
    admins.router,
    audit.router,
    links.router,
    *PAGES,
)
_SERVICES: Final = ("ledger", "billing", "pricing", "sync")
_RETRY_S: Final = 1.0
_SETTLE_S: Final = 5
_METER: Final = Principal("key", "meter", name="meter")


def secrets_of(settings: GatewaySettings) -> Secrets:
    """The keys of this installation; changing OWC_SECRET_KEY ends all sessions."""
    key = settings.secret_key.get_secret_value()
    bootstrap = settings.credits_api_key
    return Secrets(
        peppers=tuple(derive(each, "api keys") for each in settings.secret_keys()),
        session=derive(key, "admin sessions"),
        links=derive(key, "links of users"),
        forms=derive(key, "forms of users"),
        identity=settings.internal_secret.get_secret_value(),
        bootstrap=bootstrap.get_secret_value().encode() if bootstrap else b"",
    )


def create_app(settings: GatewaySettings) -> Door:
    """Build the whole application; nothing is opened before its lifespan begins."""
    own = _assemble(settings)
    models = _metered(settings, own)
    prepared = asyncio.Event()

    async def administrator() -> None:
        if not prepared.is_set():
            raise Unavailable("The first administrator is being created")

    api = create_service(
        "gateway",
        title="Open WebUI Credits",
        version=VERSION,
        settings=settings,
        routers=(*_ROUTERS, delivery_router("gateway", own.db, settings.redis_url, {})),
        ready={
            "database": schema_check(own.db, settings.migrations),
            "administrator": administrator,
        },
        watched={name: partial(own.documents.require, name) for name in _SERVICES},
        gauges=Gauges("gateway", VERSION, own.db, settings.redis_url.get_secret_value()),
        lifespan=_lifespan(own, settings, prepared, models),
    )
    # FastAPI's own document, which it declares first, would hide the one of the whole system.
    api.router.routes[:] = [
        route
        for route in api.router.routes
        if isinstance(route, APIRoute) or getattr(route, "path", "") != "/openapi.json"
    ]
    api.state.own = own
    return Door(
        Surroundings(
            api=api,
            table=table(reset_status_public=settings.reset_status_public),
            authenticator=own.authenticator,
            upstreams=own.upstreams,
            safety=Safety(settings.cors_origins, tls=settings.enable_ssl),
            newcomers=own.newcomers,
            models=models,
            page_refusal=lambda request, problem: refusal(request, own, problem),
            trusted=networks(settings.trusted_proxies),
            body_limit=settings.body_limit_bytes,
        )
    )


def _assemble(settings: GatewaySettings) -> Own:
    db = Database(settings.database_url.get_secret_value(), pool_max=settings.database_pool_max)
    secrets = secrets_of(settings)
    limits = Limits(
        connections=settings.upstream_connections,
        connect_s=settings.connect_timeout_s,
        first_byte_s=settings.first_byte_timeout_s,
        idle_s=settings.idle_timeout_s,
    )
    upstreams = {name: Upstream(settings.address_of(name), limits) for name in _SERVICES}
    route_table = table(reset_status_public=settings.reset_status_public)
    openwebui = OpenWebUI(settings.openwebui_url) if settings.openwebui_url else None
    newcomers = Newcomers(upstreams["sync"], secrets.identity)
    return Own(
        db=db,
        authenticator=Authenticator(db, secrets, openwebui),
        passwords=PasswordPool(settings.password_cost),
        secrets=secrets,
        login_keys=LoginKeys(
            session=secrets.session,
            totp=tuple(derive(each, "second factors") for each in settings.secret_keys()),
            lifetime=timedelta(minutes=settings.session_minutes),
        ),
        upstreams=upstreams,
        openwebui=openwebui,
        documents=Documents(upstreams, route_table),
        spa=spa_folder(settings.admin_spa),
        newcomers=newcomers,
        services=Services(upstreams, newcomers),
        clock=settings.clock(),
        public_url=settings.public_url,
        openwebui_origin=settings.openwebui_origin(),
    )


def _metered(settings: GatewaySettings, own: Own) -> Metered:
    """The metering door, closed where no provider is named."""
    jwt_secret, metering = settings.openwebui_jwt_secret, None
    if settings.provider_url:
        key = settings.provider_api_key
        provider = Provider(
            settings.provider_url,
            key.get_secret_value() if key else "",
            connections=settings.provider_connections,
            timeout_s=settings.provider_timeout_s,
        )

        def identity() -> bytes:
            token = sign_identity(_METER, own.secrets.identity, datetime.now(UTC))
            return token.encode("ascii")

        credits_ = Credits(own.upstreams["ledger"], identity)
        metering = Metering(credits_, provider, own.newcomers, settings.meter_hold_ttl_s)
    terms = Terms(
        jwt_secret=jwt_secret.get_secret_value() if jwt_secret else None,
        account=settings.meter_account,
        answer_tokens=settings.meter_answer_tokens,
    )
    return Metered(metering, terms)


def _lifespan(
    own: Own, settings: GatewaySettings, prepared: asyncio.Event, models: Metered
) -> Lifespan:
    @contextlib.asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await own.db.open()
        first_admin = asyncio.create_task(_first_admin(own, settings))
        first_admin.add_done_callback(lambda _: prepared.set())
        tasks = [asyncio.create_task(own.authenticator.watch()), first_admin]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            with contextlib.suppress(Unavailable):
                await own.authenticator.note_uses()
            await models.close(_SETTLE_S)
            for upstream in own.upstreams.values():
                upstream.close()
            if own.openwebui is not None:
                await own.openwebui.close()
            own.passwords.close()
            await own.db.close()

    return lifespan


async def _first_admin(own: Own, settings: GatewaySettings) -> None:
    """Try until the database answers and is migrated: the door opens without it."""
    while settings.admin_password is not None:
        try:
            await create_first_admin(
                own.db,
                own.passwords,
                username=settings.admin_username,
                password=settings.admin_password.get_secret_value(),
                now=datetime.now(UTC),
            )
        except Unavailable:
            log.warning("first_admin_waits")
        except Exception:
            log.exception("first_admin_failed")
        else:
            return
        await asyncio.sleep(_RETRY_S)


def main() -> None:
    settings = load(GatewaySettings)
    door = create_app(settings)
    bounds = Bounds(connections=settings.connections_max)
    serve(
        door,
        settings,
        http=partial(BoundedProtocol, DoorAnswers(door), bounds),
        ssl_certfile=settings.ssl_certfile if settings.enable_ssl else None,
        ssl_keyfile=settings.ssl_keyfile if settings.enable_ssl else None,
    )


if __name__ == "__main__":
    main()
