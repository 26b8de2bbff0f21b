"""Administrators, seen by an owner; and what each may change about themselves."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field, StrictBool
from starlette.responses import Response

from gateway.api.own import Asked, Parts, Reasoned
from gateway.commands.add_admin import add_admin
from gateway.commands.change_admin import Change, change_admin
from gateway.commands.change_password import change_password
from gateway.commands.confirm_second_factor import confirm_second_factor
from gateway.commands.remove_second_factor import Proof, remove_second_factor
from gateway.commands.start_second_factor import start_second_factor
from gateway.domain.roles import Role
from gateway.store import admins
from shared.auth import Admin
from shared.http import ExactRoute, exact, refusals
from shared.problems import NotFound

router = APIRouter(prefix="/api/admin", tags=["access"], route_class=ExactRoute)
# Hashing passwords keeps few waiting.
BUSY = refusals(429)
_NewPassword = Annotated[str, Field(min_length=12, max_length=1024)]
_Password = Annotated[str, Field(max_length=1024)]
_Code = Annotated[str, Field(pattern=r"^\d{6}$")]


class Administrator(BaseModel):
    username: str
    role: Role
    second_factor: bool
    created_by: str
    created_at: datetime
    disabled_at: datetime | None


class AddAdmin(Reasoned):
    username: str = Field(pattern=r"^[A-Za-z0-9._@-]{1,64}$")
    password: _NewPassword
    role: Role


class ChangeAdmin(Reasoned):
    role: Role | None = None
    password: _NewPassword | None = None
    disabled: StrictBool | None = None
    remove_second_factor: StrictBool = False


class ChangePassword(BaseModel):
    current: _Password
    new: _NewPassword


class Password(BaseModel):
    password: _Password


class Code(BaseModel):
    code: _Code


class BothFactors(Password, Code):
    """The password, and what the authenticator app shows."""


class SecondFactor(BaseModel):
    uri: str = Field(description="for the QR code of an authenticator app")


class Done(BaseModel):
    status: str = "success"


def _wire(row: Any) -> Administrator:
    return Administrator(
        username=row["username"],
        role=row["role"],
        second_factor=row["totp_confirmed"],
        created_by=row["created_by"],
        created_at=row["created_at"],
        disabled_at=row["disabled_at"],
    )


@router.get("/admins", summary="All administrators", response_model=list[Administrator])
async def list_admins(_: Admin, parts: Parts) -> Response:
    async with parts.db.reader() as conn:
        return exact([_wire(row) for row in await admins.every(conn)])


@router.get("/admins/{username}", summary="One administrator", response_model=Administrator)
async def one_admin(_: Admin, parts: Parts, username: str) -> Response:
    async with parts.db.reader() as conn:
        row = await admins.find(conn, username)
    if row is None:
        raise NotFound("Administrator not found", slug="unknown-admin")
    return exact(_wire(row))


@router.post(
    "/admins",
    summary="Add one",
    response_model=Administrator,
    status_code=201,
    responses=BUSY,
)
async def add(_: Admin, parts: Parts, asked: Asked, body: AddAdmin) -> Response:
    row = await add_admin(
        parts.db,
        parts.passwords,
        username=body.username,
        password=body.password,
        role=body.role,
        origin=asked.because(body.reason),
    )
    return exact(_wire(row), 201)


@router.patch(
    "/admins/{username}",
    summary="Change one",
    response_model=Administrator,
    responses=BUSY,
)
async def change(
    _: Admin, parts: Parts, asked: Asked, username: str, body: ChangeAdmin
) -> Response:
    wanted = Change(body.role, body.password, body.disabled, body.remove_second_factor)
    origin = asked.because(body.reason)
    row = await change_admin(parts.db, parts.passwords, username, wanted, origin)
    parts.authenticator.forget()
    return exact(_wire(row))


@router.delete("/admins/{username}", summary="Disable one", response_model=Administrator)
async def disable(
    _: Admin,
    parts: Parts,
    asked: Asked,
    username: str,
    reason: Annotated[str | None, Query(max_length=500)] = None,
) -> Response:
    """The name stays: the audit log speaks of it."""
    origin = asked.because(reason)
    row = await change_admin(parts.db, parts.passwords, username, Change(disabled=True), origin)
    parts.authenticator.forget()
    return exact(_wire(row))


@router.post("/me/password", summary="Change my password", response_model=Done, responses=BUSY)
async def my_password(_: Admin, parts: Parts, asked: Asked, body: ChangePassword) -> Response:
    await change_password(parts.db, parts.passwords, body.current, body.new, asked)
    parts.authenticator.forget()
    return exact(Done())


@router.post(
    "/me/totp", summary="Start a second factor", response_model=SecondFactor, responses=BUSY
)
async def start_totp(_: Admin, parts: Parts, asked: Asked, body: Password) -> Response:
    keys = parts.login_keys.totp
    uri = await start_second_factor(parts.db, parts.passwords, keys, body.password, asked)
    answer = exact(SecondFactor(uri=uri))
    answer.headers["Cache-Control"] = "no-store"
    return answer


@router.post("/me/totp/confirm", summary="Put it into use", response_model=Done)
async def confirm_totp(_: Admin, parts: Parts, asked: Asked, body: Code) -> Response:
    await confirm_second_factor(parts.db, parts.login_keys.totp, body.code, asked)
    return exact(Done())


@router.delete("/me/totp", summary="Remove it", response_model=Done, responses=BUSY)
async def remove_totp(_: Admin, parts: Parts, asked: Asked, body: BothFactors) -> Response:
    proof = Proof(body.password, body.code)
    await remove_second_factor(parts.db, parts.passwords, parts.login_keys.totp, proof, asked)
    return exact(Done())
