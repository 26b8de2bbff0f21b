"""The frame of every write: one transaction, one writer at a time, one answer per key."""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from pricing_service.store import answers, book
from shared.auth import Principal
from shared.codec import encode
from shared.db import Connection, Database
from shared.problems import Conflict


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


async def answer_once(
    db: Database, write: Write, work: Callable[[Connection], Awaitable[dict[str, Any]]]
) -> bytes:
    """Run `work` in a transaction and return its answer as JSON; a repeated key runs nothing."""

    async def once(conn: Connection) -> bytes:
        await book.lock(conn)
        if write.key is None:
            return encode(await work(conn))
        first = await answers.find(conn, write.actor.id, write.key)
        if first is not None:
            return _replay(first, write)
        body = encode(await work(conn))
        answer = answers.Answer(write.hash(), body.decode())
        await answers.save(conn, write.actor.id, write.key, answer)
        return body

    return await db.run(once)


def _replay(first: answers.Answer, write: Write) -> bytes:
    if first.request_hash != write.hash():
        raise Conflict(
            "This idempotency key was used for another request", slug="idempotency-key-reused"
        )
    return first.body.encode()
