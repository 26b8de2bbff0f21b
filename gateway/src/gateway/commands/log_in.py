"""An administrator proves who they are and gets a session; guessing is slowed down."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from gateway.clients.password_pool import PasswordPool
from gateway.commands.count_attempt import count_attempt
from gateway.domain import totp
from gateway.domain.sessions import Session, to_token
from gateway.domain.throttle import FREE_OF_ACCOUNT, FREE_OF_ADDRESS
from gateway.store import admins, audit, sessions, throttle
from shared.auth import Principal
from shared.db import Database
from shared.problems import NotAuthenticated

_WRONG: Final = "Incorrect username or password"
_NO_CODE: Final = "A code of the authenticator app is needed"
_NAME_MAX: Final = 64


@dataclass(frozen=True, slots=True)
class Login:
    """What was typed, and from where."""

    username: str
    password: str
    otp: str
    address: str
    trace_id: str


@dataclass(frozen=True, slots=True)
class LoginKeys:
    """Signs the session; derives second factors, the key in force first."""

    session: bytes
    totp: tuple[bytes, ...]
    lifetime: timedelta


async def log_in(
    db: Database, passwords: PasswordPool, keys: LoginKeys, login: Login, now: datetime
) -> str:
    """The bearer token of a new session. NotAuthenticated or TooManyRequests otherwise."""
    account, address = f"account {login.username[:_NAME_MAX]}", f"address {login.address}"
    await count_attempt(db, {account: FREE_OF_ACCOUNT, address: FREE_OF_ADDRESS}, now)
    async with db.reader() as conn:
        row = await admins.find(conn, login.username)
    hashed = row["password_hash"] if row else None
    right = await passwords.check(login.password, hashed)
    if not right or row is None or row["disabled_at"] is not None:
        await _note_failure(db, login, now)
        raise NotAuthenticated(_WRONG)
    factor = None
    if row["totp_confirmed"]:
        nonce, moment = row["totp_nonce"], int(now.timestamp())
        factor = totp.recognised(keys.totp, row["username"], nonce, login.otp, moment)
        if factor is None:
            await _note_failure(db, login, now)
            raise NotAuthenticated(_NO_CODE, slug="totp-required")
    session = Session(uuid4(), row["username"], now, now + keys.lifetime)
    async with db.transaction() as conn:
        if factor is not None and not await admins.use_totp_step(conn, session.username, *factor):
            raise NotAuthenticated("This code was used already", slug="totp-required")
        await throttle.forgive(conn, account)
        await throttle.take_back(conn, address)
        await sessions.add(conn, session)
        await audit.add(conn, _origin(login, now, row["username"]), "login", row["username"])
    return to_token(session, keys.session)


def _origin(login: Login, now: datetime, username: str) -> audit.Origin:
    principal = Principal("admin", username, name=username)
    return audit.Origin(principal, now, login.address, login.trace_id)


async def _note_failure(db: Database, login: Login, now: datetime) -> None:
    who = Principal("anonymous", "anonymous")
    async with db.transaction() as conn:
        await audit.add(
            conn,
            audit.Origin(who, now, login.address, login.trace_id),
            "login.refused",
            login.username[:_NAME_MAX],
        )
