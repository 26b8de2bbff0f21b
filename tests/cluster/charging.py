"""Clients that charge without pause and repeat each charge under its key until it is answered."""

import asyncio
import itertools
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from uuid import uuid4

import httpx

from shared import codec
from shared.testing.identity import identity_headers

CLIENTS = 16
_PAUSE_S = 0.05


@dataclass(slots=True)
class Acknowledged:
    user_id: str
    transaction_id: int
    at: float


@dataclass(slots=True)
class Charging:
    """What was promised, by key, and how often an answer had to be asked for again."""

    http: list[httpx.AsyncClient]
    users: list[str]
    done: dict[str, Acknowledged] = field(default_factory=dict)
    repeated: int = 0
    is_over: bool = False

    async def charge(self, key: str, user_id: str, http: httpx.AsyncClient) -> int | None:
        """The transaction's id; None where it is not known whether there is one."""
        body = {"user_id": user_id, "model_id": "m", "prompt_tokens": 1, "completion_tokens": 0}
        headers = identity_headers("key") | {"idempotency-key": key}
        try:
            path = "/api/credits/deduct-tokens"
            answer = await http.post(path, json=body, headers=headers)
        except httpx.TransportError:
            return None
        if answer.status_code >= httpx.codes.INTERNAL_SERVER_ERROR:
            assert answer.status_code == httpx.codes.SERVICE_UNAVAILABLE, answer.text
            assert answer.headers["retry-after"]
            return None
        assert answer.status_code == httpx.codes.OK, answer.text
        return int(codec.decode(answer.content)["transaction_id"])

    def outage_s(self) -> float:
        """The longest time in which nothing was acknowledged."""
        moments = sorted(one.at for one in self.done.values())
        return max(after - before for before, after in itertools.pairwise(moments))

    async def _client(self, number: int) -> None:
        doors = itertools.cycle(self.http)
        while not self.is_over:
            key, user_id = str(uuid4()), self.users[number % len(self.users)]
            while (found := await self.charge(key, user_id, next(doors))) is None:
                self.repeated += 1
                await asyncio.sleep(_PAUSE_S)
            self.done[key] = Acknowledged(user_id, found, time.monotonic())


@asynccontextmanager
async def charging(http: list[httpx.AsyncClient], users: list[str]) -> AsyncIterator[Charging]:
    """Clients charge inside of the block; behind it every charge that was begun is answered."""
    work = Charging(http, users)
    async with asyncio.TaskGroup() as clients:
        for number in range(CLIENTS):
            clients.create_task(work._client(number))
        try:
            yield work
        finally:
            work.is_over = True


def more_than(work: Charging, count: int) -> Callable[[], bool]:
    return lambda: len(work.done) > count
