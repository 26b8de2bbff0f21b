"""Shape of the tables, for migrations and the drift test alone; the running service has SQL."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Identity, Index
from sqlalchemy import Text as SqlText
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel, UniqueConstraint

from shared.columns import column


class Table(SQLModel, registry=registry()):
    """Has its own registry: several services' tables are loaded in one test process."""


METADATA = Table.metadata


def _text(*, key: bool = False, null: bool = False) -> Any:
    return column(SqlText, key=key, null=null)


def _time(*, key: bool = False, null: bool = False) -> Any:
    return column(DateTime(timezone=True), key=key, null=null)


class MirrorUser(Table, table=True):
    """What was last told about a user; a closed one stays."""

    __tablename__ = "mirror_user"
    id: str = _text(key=True)
    name: str = _text()
    email: str = _text()
    role: str = _text()
    status: str = _text()
    changed_at: datetime = _time()


class MirrorGroup(Table, table=True):
    __tablename__ = "mirror_group"
    id: str = _text(key=True)
    name: str = _text()
    status: str = _text()
    changed_at: datetime = _time()


class MirrorMembership(Table, table=True):
    """All groups of one user, inherited ones included; `id` is the user's."""

    __tablename__ = "mirror_membership"
    id: str = _text(key=True)
    group_ids: list[str] = column(ARRAY(SqlText))
    changed_at: datetime = _time()


class MirrorModel(Table, table=True):
    """`origin` is how the model was seen: a database cannot tell that a REST model is gone."""

    __tablename__ = "mirror_model"
    id: str = _text(key=True)
    name: str = _text()
    base_model_id: str | None = _text(null=True)
    is_active: bool
    access: str = _text()
    origin: str = _text()
    status: str = _text()
    changed_at: datetime = _time()


class Poll(Table, table=True):
    """One row: who polls now, until when he is believed alive, and when the next poll is due."""

    only_row: bool = Field(primary_key=True)
    holder: str = _text()
    lease_until: datetime = _time()
    next_due_at: datetime = _time()
    last_started_at: datetime = _time()
    hinted_at: datetime | None = _time(null=True)


class Run(Table, table=True):
    __table_args__ = (
        Index("run_unfinished", "id", postgresql_where=sql("status = 'running'")),
        Index("run_by_age", "started_at"),
    )
    id: int = column(BigInteger, Identity(always=True), key=True)
    trigger: str = _text()
    actor: str = _text()
    kinds: list[str] = column(ARRAY(SqlText))
    forced: bool
    status: str = _text()
    started_at: datetime = _time()
    finished_at: datetime | None = _time(null=True)
    counts: dict[str, Any] = column(JSONB)
    errors: list[Any] = column(JSONB)
    cancelled_by: str | None = _text(null=True)


class Applicant(Table, table=True):
    """Somebody who asks for an account. There is no password, nowhere."""

    __table_args__ = (
        UniqueConstraint("email"),
        Index("applicant_in_order", sql("(processed_at IS NOT NULL)"), "id"),
    )
    id: int = column(BigInteger, Identity(always=True), key=True)
    full_name: str = _text()
    email: str = _text()
    created_at: datetime = _time()
    processed_at: datetime | None = _time(null=True)
    processed_by: str | None = _text(null=True)
    account: str = _text()


class AttemptCount(Table, table=True):
    """How often something was tried since `started_at`; addresses are stored as a digest."""

    __tablename__ = "attempt_count"
    scope: str = _text(key=True)
    started_at: datetime = _time(key=True)
    attempts: int
