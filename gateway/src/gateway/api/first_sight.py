"""A passage whose service does not know the user yet: its 404 is taken back if they are to come."""

import asyncio
from typing import Any, Final

from gateway.api.proxy import Passage, ask
from gateway.clients.http1.connection import Connection
from gateway.clients.http1.pool import Upstream
from gateway.clients.newcomers import UNKNOWN, Newcomers, pauses
from shared import codec

_TYPE: Final = f"urn:owc:problem:{UNKNOWN}"
_REFUSAL_MAX: Final = 16_384
_NOT_FOUND: Final = 404


async def ask_again(
    newcomers: Newcomers, passage: Passage, upstream: Upstream, connection: Connection
) -> Connection:
    """Take over the 404 on `connection`; the answer to give is on the connection returned."""
    try:
        if not await _is_new(newcomers, passage, connection):
            return connection
    except BaseException:
        upstream.discard(connection)
        raise
    for pause in pauses():
        await connection.chunk()
        upstream.finish(connection)
        await asyncio.sleep(pause)
        connection = await ask(passage, upstream)
        if connection.status != _NOT_FOUND:
            break
    return connection


async def _is_new(newcomers: Newcomers, passage: Passage, connection: Connection) -> bool:
    refusal = _json(await connection.peek(_REFUSAL_MAX))
    if refusal.get("type") != _TYPE or not passage.whole:
        return False
    return await newcomers.known(_user_of(passage))


def _json(body: bytes) -> dict[str, Any]:
    try:
        content = codec.decode(body)
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def _user_of(passage: Passage) -> str:
    """The user who calls; else whom a charge or a hold names in its body, others in the path."""
    if passage.user:
        return passage.user
    if passage.scope["method"] == "POST":
        return str(_json(passage.body).get("user_id") or "")
    path: str = passage.scope["path"]
    return path.removeprefix("/api/credits/user/")
