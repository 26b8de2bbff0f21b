"""The first answer to a write is kept in its transaction: the same key again runs nothing."""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Header, Request

from shared.auth import Principal
from shared.codec import encode
from shared.db import Connection
from shared.problems import Conflict

IdempotencyKey = Annotated[str | None, Header(min_length=1, max_length=255)]


@dataclass(frozen=True, slots=True)
class Write:
    """Who asks for what, and under which idempotency key if any."""

    actor: Principal
    route: str
    body: Any
    key: str | None = None

    def hash(self) -> str:
        """Equal for equal requests to the same route."""
        return hashlib.sha256(self.route.encode() + b"\n" + encode(self.body)).hexdigest()


def write_of(request: Request, actor: Principal, body: Any, key: str | None) -> Write:
    """The frame of a command; the actor is the identity, whatever the body says."""
    return Write(actor, f"{request.method} {request.url.path}", body, key)


async def answer_once(
    conn: Connection, write: Write | None, work: Callable[[], Awaitable[Any]]
) -> bytes:
    """What `work` answers, as JSON; what it answered then where the key was used before."""
    if write is None or write.key is None:
        return encode(await work())
    await conn.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", f"{write.actor.id} {write.key}"
    )
    first = await conn.fetchrow(
        "SELECT request_hash, answer FROM idempotency WHERE actor_id = $1 AND key = $2",
        write.actor.id,
        write.key,
    )
    if first is not None:
        if first["request_hash"] != write.hash():
            raise Conflict(
                "This idempotency key was used for another request", slug="idempotency-key-reused"
            )
        return str(first["answer"]).encode()
    answer = encode(await work())
    await conn.execute(
        "INSERT INTO idempotency (actor_id, key, request_hash, answer) VALUES ($1, $2, $3, $4)",
        write.actor.id,
        write.key,
        write.hash(),
        answer.decode(),
    )
    return answer


async def forget_old(conn: Connection) -> None:
    await conn.execute("DELETE FROM idempotency WHERE created_at < now() - interval '7 days'")
