"""How a service's events travel, for operators: the outbox, the streams, dead letters, and replay.

Reads are for every administrator, replaying is for owners. What was replayed, by whom and why is
kept in `replay_log`, which the database lets nobody change.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field, SecretStr, StringConstraints
from redis.exceptions import RedisError
from starlette.responses import Response

from shared import backlog, inbox
from shared.auth import Admin, Principal
from shared.db import Connection, Database, Row
from shared.http import ExactRoute, exact, refusals
from shared.inbox import Handlers
from shared.problems import NotPermitted, Unavailable
from shared.streams import redis_client, replay_request_of
from shared.telemetry import trace_id

_AT_ONCE_MAX: Final = 500
_SHOWN: Final = 20
Reason = Annotated[str, StringConstraints(min_length=1, max_length=500, strip_whitespace=True)]
Before = Annotated[UUID | None, Query(description="`next` of the page above")]


class Outbox(BaseModel):
    unsent: int
    oldest_unsent_at: datetime | None
    relay_seen_until: datetime | None = Field(description="a live worker moves it on")


class Stream(BaseModel):
    producer: str
    lag: int | None = Field(description="entries that this service has not read; null: unknown")
    pending: int = Field(description="entries that it has read and not finished")


class Replay(BaseModel):
    id: int
    at: datetime
    actor: str
    what: str
    outcome: str
    reason: str
    trace_id: str


class Delivery(BaseModel):
    service: str
    now: datetime
    database_now: datetime
    outbox: Outbox
    redis: Literal["up", "down"]
    streams: list[Stream]
    dead_letters: int
    replays: list[Replay]


class DeadLetter(BaseModel):
    event_id: UUID
    type: str
    aggregate_id: str
    stream: str
    error: str
    happened_at: datetime
    died_at: datetime


class DeadLetters(BaseModel):
    dead_letters: list[DeadLetter]
    total: int
    next: UUID | None = Field(description="`before` of the next page; null at the end")


class ReplayLetters(BaseModel):
    """`ids` names dead letters; without it all are meant, the oldest first, 500 at most."""

    ids: list[UUID] | None = Field(default=None, min_length=1, max_length=_AT_ONCE_MAX)
    reason: Reason


class FailedLetter(BaseModel):
    event_id: UUID
    error: str


class ReplayedLetters(BaseModel):
    replayed: list[UUID]
    failed: list[FailedLetter]


class Why(BaseModel):
    reason: Reason


class OutboxReplay(BaseModel):
    asked: bool
    facts: int = Field(description="so many are kept and will be published again")


def _owner(admin: Admin) -> Principal:
    if "owner" not in admin.scopes:
        raise NotPermitted
    return admin


Owner = Annotated[Principal, Depends(_owner)]


def delivery_router(
    service: str, db: Database, redis_url: SecretStr, handlers: Handlers
) -> APIRouter:
    """The routes of `service` below /api/admin/events."""
    router = APIRouter(
        prefix=f"/api/admin/events/{service}", tags=["delivery"], route_class=ExactRoute
    )

    @router.get("", response_model=Delivery, summary=f"How events of {service} travel")
    async def status(_: Admin) -> Response:
        return exact({**await _state(db, service), **await _streams(redis_url, service)})

    @router.get(
        "/dead-letters", response_model=DeadLetters, summary=f"What {service} could not digest"
    )
    async def letters(
        _: Admin, limit: Annotated[int, Query(ge=1, le=200)] = 50, before: Before = None
    ) -> Response:
        return exact(await _letters(db, limit, before))

    @router.post(
        "/dead-letters/replay",
        response_model=ReplayedLetters,
        responses=refusals(404),
        summary=f"Let {service} try dead letters again",
    )
    async def replay_letters(owner: Owner, body: ReplayLetters) -> Response:
        """What succeeds is no dead letter any more; an event that was digested is done once."""
        errors: dict[UUID, str | None] = {}
        for event_id in body.ids or await _oldest(db):
            error = errors[event_id] = await inbox.replay(db, handlers, event_id)
            await _note(db, owner, f"dead letter {event_id}", error or "digested", body.reason)
        done = [event_id for event_id, error in errors.items() if error is None]
        failed = [{"event_id": name, "error": error} for name, error in errors.items() if error]
        return exact({"replayed": done, "failed": failed})

    @router.post(
        "/outbox/replay",
        response_model=OutboxReplay,
        status_code=202,
        summary=f"Publish the kept facts of {service} again",
    )
    async def replay_outbox(owner: Owner, body: Why) -> Response:
        """The worker does it within seconds; consumers drop what they have seen."""
        facts = await _kept(db)
        await _ask(redis_url, service, owner.actor)
        await _note(db, owner, "outbox", f"{facts} facts", body.reason)
        return exact({"asked": True, "facts": facts}, 202)

    return router


async def _state(db: Database, service: str) -> dict[str, Any]:
    async with db.reader() as connection:
        moment = await connection.fetchval("SELECT clock_timestamp()")
        unsent, oldest = await backlog.unsent(connection, service)
        lease = await connection.fetchval(
            "SELECT nullif(lease_until, '-infinity') FROM relay WHERE producer = $1", service
        )
        dead = await backlog.dead(connection)
        replays = await connection.fetch(
            "SELECT id, at, actor, what, outcome, reason, trace_id FROM replay_log"
            " ORDER BY id DESC LIMIT $1",
            _SHOWN,
        )
    outbox = {"unsent": unsent, "oldest_unsent_at": oldest}
    return {
        "service": service,
        "now": datetime.now(UTC),
        "database_now": moment,
        "outbox": {**outbox, "relay_seen_until": lease},
        "dead_letters": dead,
        "replays": [dict(row) for row in replays],
    }


async def _kept(db: Database) -> int:
    async with db.reader() as connection:
        return int(await connection.fetchval("SELECT count(*) FROM outbox"))


async def _streams(redis_url: SecretStr, group: str) -> dict[str, Any]:
    """How far the service's group has read in each stream that it reads."""
    redis = redis_client(redis_url.get_secret_value())
    try:
        streams = [
            {"producer": found.producer, "lag": found.lag, "pending": found.pending}
            async for found in backlog.unread(redis, group)
        ]
    except (RedisError, OSError):
        return {"redis": "down", "streams": []}
    finally:
        await redis.aclose()
    return {"redis": "up", "streams": streams}


async def _ask(redis_url: SecretStr, service: str, actor: str) -> None:
    redis = redis_client(redis_url.get_secret_value())
    try:
        await redis.set(replay_request_of(service), actor)
    except (RedisError, OSError) as error:
        raise Unavailable("Redis is not reachable") from error
    finally:
        await redis.aclose()


async def _page(connection: Connection, before: UUID | None, limit: int) -> Sequence[Row]:
    return await connection.fetch(
        """
        SELECT event_id, stream, fields, error, died_at FROM dead_letter
        WHERE $1::uuid IS NULL OR (died_at, event_id)
            < (SELECT died_at, event_id FROM dead_letter WHERE event_id = $1)
        ORDER BY died_at DESC, event_id DESC LIMIT $2
        """,
        before,
        limit,
    )


async def _letters(db: Database, limit: int, before: UUID | None) -> dict[str, Any]:
    async with db.reader() as connection:
        rows = await _page(connection, before, limit + 1)
        total = await backlog.dead(connection)
    shown = [_letter(row) for row in rows[:limit]]
    more = shown[-1]["event_id"] if len(rows) > limit else None
    return {"dead_letters": shown, "total": total, "next": more}


def _letter(row: Row) -> dict[str, Any]:
    fields = row["fields"]
    return {
        "event_id": row["event_id"],
        "type": fields["type"],
        "aggregate_id": fields["aggregate"],
        "stream": row["stream"],
        "error": row["error"],
        "happened_at": fields["at"],
        "died_at": row["died_at"],
    }


async def _oldest(db: Database) -> list[UUID]:
    async with db.reader() as connection:
        rows = await connection.fetch(
            "SELECT event_id FROM dead_letter ORDER BY died_at, event_id LIMIT $1", _AT_ONCE_MAX
        )
    return [row["event_id"] for row in rows]


async def _note(db: Database, owner: Principal, what: str, outcome: str, reason: str) -> None:
    async with db.transaction() as connection:
        await connection.execute(
            "INSERT INTO replay_log (actor, what, outcome, reason, trace_id)"
            " VALUES ($1, $2, $3, $4, $5)",
            owner.actor,
            what,
            outcome,
            reason,
            trace_id(),
        )
