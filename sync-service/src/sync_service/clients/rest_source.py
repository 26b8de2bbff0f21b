"""Reads users, groups and members through Open WebUI's REST API with an administrator's key."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import quote

from sync_service.clients import schema
from sync_service.clients.rest_door import CONNECTIONS_MAX, NotOfferedError, RestDoor
from sync_service.clients.rest_models import read_models
from sync_service.clients.rest_shapes import GroupShape, Member, UserAlone, UserList, UserShape
from sync_service.clients.source import ChangingError, EmptyError, SourceError, TimedOutError
from sync_service.domain import hierarchy
from sync_service.domain.directory import (
    Failure,
    Group,
    Kind,
    Origin,
    Person,
    Reading,
    Snapshot,
    State,
)

PAGE_LENGTH: Final = 30
_ATTEMPTS: Final = 2
_PEOPLE: Final = ("groups", "users", "user_groups")


class RestSource:
    """Users are read first, always: that route is for administrators alone, and others answer
    a lesser key with a shorter list that would look like a mass departure.
    """

    origin: Origin = "rest"

    def __init__(self, door: RestDoor, *, timeout_s: float, everyone: bool) -> None:
        self._door = door
        self._timeout_s = timeout_s
        self._everyone = everyone

    async def close(self) -> None:
        await self._door.close()

    async def fetch(self, kinds: Sequence[Kind]) -> Snapshot:
        readings: dict[Kind, Reading] = {}
        failures: list[Failure] = []
        try:
            async with asyncio.timeout(self._timeout_s):
                await self._fetch(kinds, readings, failures)
        except TimeoutError:
            failures.extend(TimedOutError().failures(_left(kinds, readings, failures)))
        except SourceError as error:
            failures.extend(error.failures(_left(kinds, readings, failures)))
        return Snapshot(readings, tuple(failures))

    async def _fetch(
        self, kinds: Sequence[Kind], readings: dict[Kind, Reading], failures: list[Failure]
    ) -> None:
        if "models" in kinds:
            try:
                models = await read_models(self._door, everyone=self._everyone)
                readings["models"] = Reading(models, "rest")
            except SourceError as error:
                failures.extend(error.failures(["models"]))
        if any(kind in kinds for kind in _PEOPLE):
            await self._fetch_people(kinds, readings)

    async def _fetch_people(self, kinds: Sequence[Kind], readings: dict[Kind, Reading]) -> None:
        users, paged = await self._users()
        if "users" in kinds:
            states: Mapping[str, State] = {
                schema.clean(one.id): schema.user(one.row()) for one in users
            }
            readings["users"] = Reading(states, "rest")
        if "groups" not in kinds and "user_groups" not in kinds:
            return
        groups = await self._door.get("/api/v1/groups/", list[GroupShape])
        if "groups" in kinds:
            named: Mapping[str, State] = {
                schema.clean(one.id): Group(schema.clean(one.name) or one.id) for one in groups
            }
            readings["groups"] = Reading(named, "rest")
        if "user_groups" in kinds:
            pairs = await self._pairs(users, groups, paged=paged)
            ids = [schema.clean(one.id) for one in users]
            parents = schema.parents(one.row() for one in groups)
            readings["user_groups"] = Reading(hierarchy.memberships(ids, pairs, parents), "rest")

    async def _users(self) -> tuple[list[UserShape], bool]:
        """All users; True if they came by pages, which also carry the ids of their groups."""
        try:
            whole = await self._door.get("/api/v1/users/all", UserList)
        except NotOfferedError:
            return await self._by_pages(), True
        if not whole.users:
            raise EmptyError
        if whole.total is not None and whole.total != len(whole.users):
            raise ChangingError
        return whole.users, False

    async def _by_pages(self) -> list[UserShape]:
        for _ in range(_ATTEMPTS):
            users = await self._all_pages()
            if users is not None:
                return users
        raise ChangingError

    async def _all_pages(self) -> list[UserShape] | None:
        """None if somebody came or went meanwhile: pages then overlap or leave someone out."""
        first = await self._page(1)
        if not first.users or not first.total:
            raise EmptyError
        last = -(-first.total // PAGE_LENGTH)
        gate = asyncio.Semaphore(CONNECTIONS_MAX)

        async def gated(number: int) -> UserList:
            async with gate:
                return await self._page(number)

        async with _Together() as together:
            tasks = [together.create_task(gated(number)) for number in range(2, last + 1)]
        pages = [first, *(task.result() for task in tasks)]
        found = {one.id: one for page in pages for one in page.users}
        complete = len(found) == first.total and all(page.total == first.total for page in pages)
        return list(found.values()) if complete else None

    async def _page(self, number: int) -> UserList:
        # E-mail addresses are unique; `created_at` is not, and ties may change their order.
        return await self._door.get(
            "/api/v1/users/", UserList, page=str(number), order_by="email", direction="asc"
        )

    async def _pairs(
        self, users: Sequence[UserShape], groups: Sequence[GroupShape], *, paged: bool
    ) -> list[tuple[str, str]]:
        if groups and all(group.user_ids is not None for group in groups):
            return [(group.id, member) for group in groups for member in group.user_ids or ()]
        if not paged and len(groups) * PAGE_LENGTH > len(users):
            users, paged = await self._by_pages(), True
        if paged:
            return _pairs_of(users)
        gate = asyncio.Semaphore(CONNECTIONS_MAX)

        async def members(group_id: str) -> list[Member]:
            async with gate:
                path = f"/api/v1/groups/id/{quote(group_id, safe='')}/users"
                return await self._door.post(path, list[Member], {})

        async with _Together() as together:
            tasks = {group.id: together.create_task(members(group.id)) for group in groups}
        return [(group_id, one.id) for group_id, task in tasks.items() for one in task.result()]

    async def find(self, user_id: str) -> Person | None:
        try:
            found = await self._door.get(f"/api/v1/users/{quote(user_id, safe='')}", UserAlone)
        except NotOfferedError:
            return None
        groups = await self._door.get("/api/v1/groups/", list[GroupShape])
        parents = schema.parents(group.row() for group in groups)
        direct = [group.id for group in found.groups]
        return Person(user_id, schema.user(found.row()), hierarchy.membership(direct, parents))


class _Together(asyncio.TaskGroup):
    """A TaskGroup that raises the first SourceError itself, as sequential calls would."""

    async def __aexit__(self, *args: object) -> None:
        try:
            await super().__aexit__(*args)  # type: ignore[arg-type]
        except* SourceError as errors:
            first: BaseException = errors
            while isinstance(first, BaseExceptionGroup):
                first = first.exceptions[0]
            raise first from None


def _pairs_of(users: Sequence[UserShape]) -> list[tuple[str, str]]:
    if any(one.group_ids is None for one in users):
        raise NotOfferedError
    return [(group_id, one.id) for one in users for group_id in one.group_ids or ()]


def _left(
    kinds: Sequence[Kind], readings: Mapping[Kind, Reading], failures: Sequence[Failure]
) -> list[Kind]:
    told = {failure.kind for failure in failures}
    return [kind for kind in kinds if kind not in readings and kind not in told]
