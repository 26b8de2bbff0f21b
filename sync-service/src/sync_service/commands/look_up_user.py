"""Asks Open WebUI for one user now, because somebody needs him before the next poll."""

from datetime import datetime
from typing import Final

import structlog

from shared.db import Connection, Database
from shared.problems import Unavailable
from sync_service.clients.open_webui import OpenWebUI
from sync_service.clients.source import SourceError
from sync_service.domain.directory import Kind, Person, State
from sync_service.store import facts, mirror, polls

log = structlog.get_logger(__name__)
_ORDER: Final[tuple[Kind, ...]] = ("users", "user_groups")


async def look_up_user(db: Database, source: OpenWebUI, user_id: str) -> Person | None:
    """The user, told to everybody if he is new or changed; None if Open WebUI has none.

    Not being found closes nobody: that is for a whole reading to say.
    """
    async with db.reader() as connection:
        began = await polls.clock(connection)
    try:
        person = await source.find(user_id)
    except SourceError as error:
        log.warning("lookup_failed", code=error.code)
        raise Unavailable(error.message, slug=f"sync-{error.code}", retry_after_s=5) from None
    if person is None:
        return None
    await db.run(lambda connection: _store(connection, person, began))
    return person


async def _store(connection: Connection, person: Person, began: datetime) -> None:
    states: dict[Kind, State] = {"users": person.user, "user_groups": person.membership}
    for kind in _ORDER:
        known = await mirror.one(connection, kind, person.user_id)
        if known is not None and known.is_open and known.state == states[kind]:
            continue
        mine = {person.user_id: states[kind]}
        if await mirror.write(connection, kind, mine, "database", began):
            await facts.add_all(connection, mine, "active")
    if await mirror.unknown_groups(connection, person.membership.group_ids):
        await polls.hint(connection)
