"""Rows of `idempotency`: the first answer to each keyed write."""

from dataclasses import dataclass

from shared.db import Connection


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, and the hash of the request that it answered."""

    request_hash: str
    body: str


async def find(conn: Connection, actor_id: str, key: str) -> Answer | None:
    row = await conn.fetchrow(
        "SELECT request_hash, answer FROM idempotency WHERE actor_id = $1 AND key = $2",
        actor_id,
        key,
    )
    return Answer(row["request_hash"], row["answer"]) if row else None


async def save(conn: Connection, actor_id: str, key: str, answer: Answer) -> None:
    await conn.execute(
        "INSERT INTO idempotency (actor_id, key, request_hash, answer) VALUES ($1, $2, $3, $4)",
        actor_id,
        key,
        answer.request_hash,
        answer.body,
    )


async def forget_old(conn: Connection) -> None:
    await conn.execute("DELETE FROM idempotency WHERE created_at < now() - interval '7 days'")
