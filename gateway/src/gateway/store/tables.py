"""The gateway's tables as SQLModel, for migrations and the drift test alone."""

from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    Identity,
    Index,
    LargeBinary,
    MetaData,
    Text,
    Uuid,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field, SQLModel

METADATA = MetaData()


class _Table(SQLModel):
    metadata = METADATA


def _moment(*, required: bool = True) -> Column[datetime]:
    return Column(DateTime(timezone=True), nullable=not required)


def _text(*, required: bool = True) -> Column[str]:
    return Column(Text, nullable=not required)


class Admin(_Table, table=True):
    __tablename__ = "admin"
    username: str = Field(sa_column=Column(Text, primary_key=True))
    password_hash: str = Field(sa_column=_text())
    role: str = Field(sa_column=_text())
    totp_nonce: str | None = Field(sa_column=_text(required=False))
    totp_confirmed: bool
    totp_last_step: int = Field(sa_column=Column(BigInteger, nullable=False))
    created_by: str = Field(sa_column=_text())
    created_at: datetime = Field(sa_column=_moment())
    disabled_at: datetime | None = Field(sa_column=_moment(required=False))


class Session(_Table, table=True):
    __tablename__ = "session"
    jti: str = Field(sa_column=Column(Uuid, primary_key=True))
    username: str = Field(sa_column=_text())
    created_at: datetime = Field(sa_column=_moment())
    expires_at: datetime = Field(sa_column=_moment())
    revoked_at: datetime | None = Field(sa_column=_moment(required=False))


class ApiKey(_Table, table=True):
    __tablename__ = "api_key"
    id: str = Field(sa_column=Column(Text, primary_key=True))
    name: str = Field(sa_column=_text())
    scopes: list[str] = Field(sa_column=Column(ARRAY(Text), nullable=False))
    secret_mac: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    created_by: str = Field(sa_column=_text())
    created_at: datetime = Field(sa_column=_moment())
    last_used_at: datetime | None = Field(sa_column=_moment(required=False))
    expires_at: datetime | None = Field(sa_column=_moment(required=False))
    revoked_at: datetime | None = Field(sa_column=_moment(required=False))
    rotated_from: str | None = Field(sa_column=_text(required=False))


class LoginThrottle(_Table, table=True):
    __tablename__ = "login_throttle"
    subject: str = Field(sa_column=Column(Text, primary_key=True))
    failures: int
    last_failure_at: datetime = Field(sa_column=_moment())
    blocked_until: datetime = Field(sa_column=_moment())


class CredentialRevision(_Table, table=True):
    __tablename__ = "credential_revision"
    one: bool = Field(primary_key=True)
    revision: int = Field(sa_column=Column(BigInteger, nullable=False))


class UserLink(_Table, table=True):
    __tablename__ = "user_link"
    code_mac: bytes = Field(sa_column=Column(LargeBinary, primary_key=True))
    user_id: str = Field(sa_column=_text())
    name: str = Field(sa_column=_text())
    email: str = Field(sa_column=_text())
    issued_by: str = Field(sa_column=_text())
    issued_at: datetime = Field(sa_column=_moment())
    expires_at: datetime = Field(sa_column=_moment())
    used_at: datetime | None = Field(sa_column=_moment(required=False))


class UserSession(_Table, table=True):
    __tablename__ = "user_session"
    token_mac: bytes = Field(sa_column=Column(LargeBinary, primary_key=True))
    user_id: str = Field(sa_column=_text())
    name: str = Field(sa_column=_text())
    email: str = Field(sa_column=_text())
    created_at: datetime = Field(sa_column=_moment())
    expires_at: datetime = Field(sa_column=_moment())
    revoked_at: datetime | None = Field(sa_column=_moment(required=False))


class AuditEntry(_Table, table=True):
    __tablename__ = "audit_entry"
    id: int = Field(sa_column=Column(BigInteger, Identity(always=True), primary_key=True))
    at: datetime = Field(sa_column=_moment())
    actor: str = Field(sa_column=_text())
    actor_kind: str = Field(sa_column=_text())
    action: str = Field(sa_column=_text())
    target: str = Field(sa_column=_text())
    before: dict[str, object] | None = Field(sa_column=Column(JSONB))
    after: dict[str, object] | None = Field(sa_column=Column(JSONB))
    reason: str | None = Field(sa_column=_text(required=False))
    address: str | None = Field(sa_column=_text(required=False))
    trace_id: str = Field(sa_column=_text())


class Idempotency(_Table, table=True):
    __table_args__ = (Index("idempotency_by_age", "created_at"),)
    actor_id: str = Field(sa_column=Column(Text, primary_key=True))
    key: str = Field(sa_column=Column(Text, primary_key=True))
    request_hash: str = Field(sa_column=_text())
    answer: str = Field(sa_column=_text())
    created_at: datetime = Field(sa_column=_moment())
