"""All configured ways to one Open WebUI, as a single source: who tells what."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sync_service.clients.source import NotConfiguredError, Source
from sync_service.domain.directory import Kind, Origin, Person, Snapshot

if TYPE_CHECKING:
    from sync_service.clients.accounts import Accounts

_PEOPLE: Final[tuple[Kind, ...]] = ("groups", "users", "user_groups")


class OpenWebUI:
    """People come from its database if that is readable, models from REST if that is known.

    One never stands in for the other after a failure: they do not see the same things.
    """

    def __init__(
        self, database: Source | None, rest: Source | None, accounts: "Accounts | None" = None
    ) -> None:
        self.accounts = accounts
        self._people = database or rest
        self._models = rest or database

    def told_by(self) -> dict[Kind, Origin | None]:
        """Which way each kind is read."""
        people = self._people.origin if self._people else None
        models = self._models.origin if self._models else None
        return {**dict.fromkeys(_PEOPLE, people), "models": models}

    async def fetch(self, kinds: Sequence[Kind]) -> Snapshot:
        """Read the kinds; never raises for what Open WebUI does."""
        if self._people is None or self._models is None:
            return Snapshot({}, NotConfiguredError().failures(kinds))
        if self._people is self._models:
            return await self._people.fetch(kinds)
        parts = (
            (self._people, [kind for kind in kinds if kind in _PEOPLE]),
            (self._models, [kind for kind in kinds if kind not in _PEOPLE]),
        )
        found = await asyncio.gather(*(source.fetch(some) for source, some in parts if some))
        joined = Snapshot()
        for part in found:
            joined = joined.joined(part)
        return joined

    async def find(self, user_id: str) -> Person | None:
        """Look up one user now; None if there is none, SourceError if nobody can say."""
        if self._people is None:
            raise NotConfiguredError
        return await self._people.find(user_id)

    async def close(self) -> None:
        """End all connections."""
        for source in {self._people, self._models}:
            if source is not None:
                await source.close()


def open_webui(
    *,
    url: str | None,
    key: str | None,
    sqlite: str | None,
    database_url: str | None,
    timeout_s: float,
    everyone: bool,
) -> OpenWebUI:
    """Build what is configured; libraries of the other ways are not even loaded."""
    rest: Source | None = None
    database: Source | None = None
    accounts: Accounts | None = None
    if url and key:
        from sync_service.clients.accounts import RestAccounts
        from sync_service.clients.rest_door import RestDoor
        from sync_service.clients.rest_source import RestSource

        door = RestDoor(url, key, timeout_s=timeout_s)
        accounts = RestAccounts(door)
        rest = RestSource(door, timeout_s=timeout_s, everyone=everyone)
    if sqlite:
        from sync_service.clients.sqlite_source import SqliteSource

        database = SqliteSource(Path(sqlite), timeout_s=timeout_s, everyone=everyone)
    elif database_url:
        from sync_service.clients.postgres_source import PostgresSource

        database = PostgresSource(database_url, timeout_s=timeout_s, everyone=everyone)
    return OpenWebUI(database, rest, accounts)
