"""An administrator proves who they are and gets a session; guessing is slowed down."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from gateway.clients.password_pool import PasswordPool
from gateway.domain import totp
from gateway.domain.sessions import Session, to_token
from gateway.domain.throttle import (
    FORGOTTEN_AFTER,
    FREE_OF_ACCOUNT,
    FREE_OF_ADDRESS,
    blocked_until,
)
from gateway.store import admins, audit, sessions, throttle
from shared.auth import Principal
from shared.db import Connection, Database, Row
from shared.problems import NotAuthenticated, TooManyRequests

_WRONG: Final = "Incorrect username or password"
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
    """Signs the session; derives second factors."""

    session: bytes
    totp: bytes
    lifetime: timedelta


async def log_in(
    db: Database, passwords: PasswordPool, keys: LoginKeys, login: Login, now: datetime
) -> str:
    """The bearer token of a new session. NotAuthenticated or TooManyRequests otherwise."""
    subjects = (f"account {login.username[:_NAME_MAX]}", f"address {login.address}")
    async with db.transaction() as conn:
        wait_s = await _count_attempt(conn, subjects, now)
        row = await admins.find(conn, login.username)
    if wait_s:
        raise TooManyRequests("Too many failed logins; try again later", retry_after_s=wait_s)
    hashed = row["password_hash"] if row else None
    right = await passwords.check(login.password, hashed)
    if not right or row is None or row["disabled_at"] is not None:
        await _note_failure(db, login, now)
        raise NotAuthenticated(_WRONG)
    step = _second_factor(row, login, keys, now)
    session = Session(uuid4(), row["username"], now, now + keys.lifetime)
    async with db.transaction() as conn:
        if step is not None and not await admins.use_totp_step(conn, session.username, step):
            raise NotAuthenticated("This code was used already", slug="totp-required")
        await throttle.forgive(conn, *subjects)
        await sessions.add(conn, session)
        await audit.add(conn, _origin(login, now, row["username"]), "login", row["username"])
    return to_token(session, keys.session)


async def _count_attempt(conn: Connection, subjects: tuple[str, str], now: datetime) -> int:
    """Seconds to wait, 0 for none. Always in the same order, so that two logins cannot deadlock."""
    wait_s = 0
    for subject, free in zip(subjects, (FREE_OF_ACCOUNT, FREE_OF_ADDRESS), strict=True):
        row = await throttle.count(conn, subject, now, now - FORGOTTEN_AFTER)
        if row["blocked"]:
            wait_s = max(wait_s, int((row["blocked_until"] - now).total_seconds()) + 1)
        elif row["failures"] >= free:
            await throttle.block(conn, subject, blocked_until(row["failures"], free, now))
    return wait_s


def _second_factor(row: Row, login: Login, keys: LoginKeys, now: datetime) -> int | None:
    if not row["totp_confirmed"]:
        return None
    secret = totp.secret(keys.totp, row["username"], row["totp_nonce"])
    step = totp.matching_step(secret, login.otp, int(now.timestamp())) if login.otp else None
    if step is None:
        raise NotAuthenticated("A code of the authenticator app is needed", slug="totp-required")
    return step


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
