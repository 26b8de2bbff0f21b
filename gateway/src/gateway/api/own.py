"""The gateway's own routes, and what they work with."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, cast

from fastapi import Depends, Request
from pydantic import BaseModel, Field

from gateway.api.authenticate import Authenticator, Caller, Secrets
from gateway.clients.http1.pool import Upstream
from gateway.clients.newcomers import Newcomers
from gateway.clients.openwebui import OpenWebUI
from gateway.clients.password_pool import PasswordPool
from gateway.clients.services import Services
from gateway.commands.log_in import LoginKeys
from gateway.domain.addresses import caller_address
from gateway.queries.read_documents import Documents
from gateway.store.audit import Origin
from shared.auth import ANONYMOUS
from shared.clock import Clock
from shared.db import Database
from shared.telemetry import trace_id


@dataclass(frozen=True, slots=True)
class Own:
    """Made once by `create_app`; routes get it as a dependency."""

    db: Database
    authenticator: Authenticator
    passwords: PasswordPool
    secrets: Secrets
    login_keys: LoginKeys
    upstreams: dict[str, Upstream]
    openwebui: OpenWebUI | None
    documents: Documents
    spa: Path
    newcomers: Newcomers
    services: Services
    clock: Clock
    public_url: str | None
    openwebui_origin: str


class Reasoned(BaseModel):
    """The body of a change that somebody may ask about later."""

    reason: str | None = Field(default=None, max_length=500)


def own(request: Request) -> Own:
    return cast("Own", request.app.state.own)


def checked_caller(request: Request) -> Caller | None:
    """The caller that the door identified; None on a public route."""
    return cast("Caller | None", request.scope.get("owc_caller"))


def address(request: Request) -> str:
    """Where the request came from, as the door established it."""
    return caller_address(request.headers.get("x-forwarded-for", ""))


def origin(request: Request) -> Origin:
    """Who does this, from where, now: for the audit log."""
    caller = checked_caller(request)
    return Origin(
        principal=caller.principal if caller else ANONYMOUS,
        now=datetime.now(UTC),
        address=address(request),
        trace_id=trace_id(),
    )


def own_address(request: Request, parts: Own) -> str:
    """Where browsers find us, without a slash at the end."""
    if parts.public_url:
        return parts.public_url.rstrip("/")
    # What the door established; billing checks it again before it sends anybody there.
    forwarded = request.headers
    return f"{forwarded['x-forwarded-proto']}://{forwarded['x-forwarded-host']}"


Parts = Annotated[Own, Depends(own)]
Asked = Annotated[Origin, Depends(origin)]
Checked = Annotated[Caller | None, Depends(checked_caller)]
