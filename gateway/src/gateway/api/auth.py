"""Login, logout and "who am I" of administrators, in the shapes existing clients know.

The admin app uses /auth/session instead: its token stays in a cookie that no script can read.
"""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from pydantic import AfterValidator, BaseModel
from starlette.responses import Response

from gateway.api.authenticate import ADMIN
from gateway.api.identify import ADMIN_COOKIE, refuse_foreign
from gateway.api.own import Asked, Checked, Own, Parts, address
from gateway.commands.log_in import Login, log_in
from gateway.commands.log_out import log_out
from gateway.domain.forms import storable
from gateway.store.audit import Origin
from shared.auth import Admin
from shared.http import exact, refusals
from shared.problems import NotPermitted
from shared.telemetry import trace_id

router = APIRouter(prefix="/auth", tags=["auth"])
_BEARER = b"bearer "
_Text = Annotated[str, Form(min_length=1, max_length=1024), AfterValidator(storable)]
_Code = Annotated[str, Form(max_length=16), AfterValidator(storable)]


class Token(BaseModel):
    access_token: str
    token_type: str = "bearer"  # noqa: S105 - a scheme


class Me(BaseModel):
    username: str
    is_admin: bool = True
    role: str
    permissions: list[str]


class OwnSession(BaseModel):
    signed_in: bool
    username: str = ""
    role: str = ""
    permissions: list[str] = []


class Done(BaseModel):
    message: str


@router.post("/login", summary="Get a token", response_model=Token, responses=refusals(401, 429))
async def login(
    request: Request,
    parts: Parts,
    username: _Text,
    password: _Text,
    otp: _Code = "",
) -> Response:
    token = await _log_in(request, parts, username, password, otp)
    answer = exact(Token(access_token=token))
    answer.headers["Cache-Control"] = "no-store"
    return answer


@router.get("/session", summary="Who is signed in to the admin app", response_model=OwnSession)
async def own_session(request: Request, parts: Parts) -> Response:
    """Answers nobody as well, so that the app can ask without causing an error."""
    token = request.cookies.get(ADMIN_COOKIE, "").encode()
    caller = await parts.authenticator.check(ADMIN, token) if token else None
    found = OwnSession(signed_in=False)
    if caller is not None:
        found = OwnSession(
            signed_in=True,
            username=caller.principal.id,
            role=next(iter(caller.principal.scopes), ""),
            permissions=sorted(caller.permissions),
        )
    answer = exact(found)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@router.post(
    "/session",
    summary="Sign in to the admin app",
    response_model=Done,
    responses=refusals(401, 403, 429),
)
async def open_session(
    request: Request,
    parts: Parts,
    username: _Text,
    password: _Text,
    otp: _Code = "",
) -> Response:
    """Like /auth/login, with the token in the cookie owc_admin. The header X-OWC-App is needed."""
    _refuse_other_sites(request)
    token = await _log_in(request, parts, username, password, otp)
    answer = exact(Done(message="Signed in"))
    answer.headers["Cache-Control"] = "no-store"
    # Without an age: it ends with the browser, and by itself when its session does.
    answer.set_cookie(
        ADMIN_COOKIE, token, httponly=True, samesite="strict", secure=_by_https(request)
    )
    return answer


@router.delete(
    "/session", summary="Sign out of the admin app", response_model=Done, responses=refusals(403)
)
async def end_session(request: Request, parts: Parts, asked: Asked) -> Response:
    """Revokes the session of the cookie and removes the cookie. The header X-OWC-App is needed."""
    _refuse_other_sites(request)
    await _revoke(request.cookies.get(ADMIN_COOKIE, "").encode(), parts, asked)
    answer = exact(Done(message="Signed out"))
    answer.delete_cookie(ADMIN_COOKIE, httponly=True, samesite="strict", secure=_by_https(request))
    return answer


def _refuse_other_sites(request: Request) -> None:
    """Public routes that set or take the cookie: another site must not sign anybody in or out."""
    if "x-owc-app" not in request.headers:
        raise NotPermitted("The header X-OWC-App is needed", slug="csrf")
    headers = request.scope["headers"]
    refuse_foreign(next((v for name, v in headers if name == b"origin"), None), headers)


def _by_https(request: Request) -> bool:
    return request.headers.get("x-forwarded-proto") == "https"


async def _log_in(request: Request, parts: Own, username: str, password: str, otp: str) -> str:
    typed = Login(username, password, otp, address(request), trace_id())
    return await log_in(parts.db, parts.passwords, parts.login_keys, typed, datetime.now(UTC))


async def _revoke(token: bytes, parts: Own, asked: Origin) -> None:
    caller = await parts.authenticator.check(ADMIN, token) if token else None
    if caller is not None and caller.session is not None:
        who = Origin(caller.principal, asked.now, asked.address, asked.trace_id)
        await log_out(parts.db, caller.session, who)
        parts.authenticator.forget()


@router.get("/me", summary="Who am I", response_model=Me)
async def me(admin: Admin, caller: Checked) -> Response:
    granted = sorted(caller.permissions) if caller else []
    return exact(Me(username=admin.id, role=next(iter(admin.scopes), ""), permissions=granted))


@router.post("/logout", summary="End the session", response_model=Done)
async def logout(request: Request, parts: Parts, asked: Asked) -> Response:
    """Public, because an expired token must not make it an error; revokes the one that is sent."""
    header = request.headers.get("authorization", "").encode("latin-1")
    if header[:7].lower() == _BEARER:
        await _revoke(header[7:].strip(), parts, asked)
    return exact(Done(message="Successfully logged out"))
