"""Login, logout and "who am I" of administrators, in the shapes existing clients know."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from pydantic import BaseModel
from starlette.responses import Response

from gateway.api.own import Asked, Checked, Parts, address
from gateway.commands.log_in import Login, log_in
from gateway.commands.log_out import log_out
from gateway.queries.authenticate import ADMIN
from gateway.store.audit import Origin
from shared.auth import Admin
from shared.http import exact
from shared.telemetry import trace_id

router = APIRouter(prefix="/auth", tags=["auth"])
_BEARER = b"bearer "
_Text = Annotated[str, Form(min_length=1, max_length=1024)]


class Token(BaseModel):
    access_token: str
    token_type: str = "bearer"  # noqa: S105 - a scheme


class Me(BaseModel):
    username: str
    is_admin: bool = True
    role: str
    permissions: list[str]


class Done(BaseModel):
    message: str


@router.post("/login", summary="Get a token", response_model=Token)
async def login(
    request: Request,
    parts: Parts,
    username: _Text,
    password: _Text,
    otp: Annotated[str, Form(max_length=16)] = "",
) -> Response:
    typed = Login(username, password, otp, address(request), trace_id())
    token = await log_in(parts.db, parts.passwords, parts.login_keys, typed, datetime.now(UTC))
    answer = exact(Token(access_token=token))
    answer.headers["Cache-Control"] = "no-store"
    return answer


@router.get("/me", summary="Who am I", response_model=Me)
async def me(admin: Admin, caller: Checked) -> Response:
    granted = sorted(caller.permissions) if caller else []
    return exact(Me(username=admin.id, role=next(iter(admin.scopes), ""), permissions=granted))


@router.post("/logout", summary="End the session", response_model=Done)
async def logout(request: Request, parts: Parts, asked: Asked) -> Response:
    """Public, because an expired token must not make it an error; revokes the one that is sent."""
    header = request.headers.get("authorization", "").encode("latin-1")
    if header[:7].lower() == _BEARER:
        caller = await parts.authenticator.check(ADMIN, header[7:].strip())
        if caller is not None and caller.session is not None:
            who = Origin(caller.principal, asked.now, asked.address, asked.trace_id)
            await log_out(parts.db, caller.session, who)
            parts.authenticator.forget()
    return exact(Done(message="Successfully logged out"))
