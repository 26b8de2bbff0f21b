"""Open WebUI's tables, before and since 0.12: what to select, and what the rows mean.

Columns are always named: no statement here may reach a password, a key or a token.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sync_service.clients.source import EmptyError, SourceError, UnreadableError
from sync_service.domain import access, hierarchy
from sync_service.domain.directory import (
    Failure,
    Group,
    Kind,
    Model,
    Person,
    Reading,
    Snapshot,
    State,
    User,
)

Columns = Mapping[str, frozenset[str]]
Rows = Mapping[str, Sequence[Mapping[str, Any]]]

TABLES: Final = ("user", "group", "group_member", "model", "access_grant")
_REQUIRED: Final = {
    "user": ("id", "name", "email", "role"),
    "group": ("id", "name"),
    "group_member": ("group_id", "user_id"),
    "model": ("id", "name", "base_model_id"),
    "access_grant": (
        "resource_type",
        "resource_id",
        "principal_type",
        "principal_id",
        "permission",
    ),
}
_OPTIONAL: Final = {
    "group": ("parent_group_id", "user_ids"),
    "model": ("is_active", "access_control"),
}
# The tables that a kind needs, and the column that older versions had in place of the second.
_NEEDS: Final[Mapping[Kind, tuple[str, ...]]] = {
    "users": ("user",),
    "groups": ("group",),
    "user_groups": ("group", "group_member"),
    "models": ("model", "access_grant"),
}
_FORMER: Final = {
    "group_member": ("group", "user_ids"),
    "access_grant": ("model", "access_control"),
}


def readable_kinds(
    kinds: Iterable[Kind], columns: Columns
) -> tuple[list[Kind], tuple[Failure, ...]]:
    """Which kinds this database can tell whole, and why it cannot tell the others."""
    good: list[Kind] = []
    failures: list[Failure] = []
    for kind in kinds:
        missing = [table for table in _NEEDS[kind] if not _has(table, columns)]
        if missing:
            text = f"Open WebUI's table {missing[0]!r} is missing or may not be read"
            failures.append(Failure(kind, "table-missing", text))
        else:
            good.append(kind)
    return good, tuple(failures)


def _has(table: str, columns: Columns) -> bool:
    if set(_REQUIRED[table]) <= columns.get(table, frozenset()):
        return True
    former_table, former_column = _FORMER.get(table, ("", ""))
    return former_column in columns.get(former_table, frozenset())


def statements(kinds: Iterable[Kind], columns: Columns) -> dict[str, str]:
    """The SELECT of each table that the kinds need. Users always: none at all is never true."""
    tables = {"user", *(table for kind in kinds for table in _NEEDS[kind])}
    return {
        table: _select(table, columns[table])
        for table in TABLES
        if table in tables and set(_REQUIRED[table]) <= columns.get(table, frozenset())
    }


def _select(table: str, columns: frozenset[str]) -> str:
    names = [*_REQUIRED[table], *(name for name in _OPTIONAL.get(table, ()) if name in columns)]
    where = " WHERE resource_type = 'model'" if table == "access_grant" else ""
    return f'SELECT {", ".join(names)} FROM "{table}"{where}'


def snapshot(kinds: Sequence[Kind], rows: Rows, *, everyone: bool) -> Snapshot:
    """The meaning of the rows; `everyone` = access is not checked in this Open WebUI."""
    if not rows.get("user"):
        return Snapshot({}, EmptyError().failures(kinds))
    readings: dict[Kind, Reading] = {}
    failures: list[Failure] = []
    for kind in kinds:
        try:
            readings[kind] = Reading(_states(kind, rows, everyone=everyone), "database")
        except SourceError as error:
            failures.extend(error.failures([kind]))
    return Snapshot(readings, tuple(failures))


def _states(kind: Kind, rows: Rows, *, everyone: bool) -> Mapping[str, State]:
    if kind == "users":
        return {clean(row["id"]): user(row) for row in rows["user"]}
    if kind == "groups":
        return {clean(row["id"]): Group(_name(row)) for row in rows["group"]}
    if kind == "user_groups":
        ids = [clean(row["id"]) for row in rows["user"]]
        return hierarchy.memberships(ids, pairs(rows), parents(rows["group"]))
    return _models(rows, everyone=everyone)


def clean(text: object) -> str:
    """Text that PostgreSQL can hold: without NUL and without halves of surrogate pairs."""
    whole = str(text if text is not None else "").replace("\x00", "")
    return whole.encode("utf-8", "replace").decode()


def _name(row: Mapping[str, Any]) -> str:
    return clean(row["name"]).strip() or clean(row["id"])


def user(row: Mapping[str, Any]) -> User:
    return User(_name(row), clean(row["email"]), clean(row["role"]) or "pending")


def parents(groups: Iterable[Mapping[str, Any]]) -> dict[str, str | None]:
    return {clean(row["id"]): row.get("parent_group_id") or None for row in groups}


def pairs(rows: Rows) -> list[tuple[str, str]]:
    """(group, user) from the table of members, or from the lists that groups used to carry."""
    if "group_member" in rows:
        return [(clean(row["group_id"]), clean(row["user_id"])) for row in rows["group_member"]]
    found: list[tuple[str, str]] = []
    for row in rows["group"]:
        members = parsed(row.get("user_ids"))
        if not isinstance(members, list | None):
            raise UnreadableError
        found.extend((clean(row["id"]), clean(member)) for member in members or ())
    return found


def parsed(value: object) -> Any:
    """A JSON column as either database gives it: text, the text `null`, or nothing."""
    if not isinstance(value, str | bytes):
        return value
    if not value.strip():
        return None
    try:
        return json.loads(value)
    except ValueError:
        return value


def _models(rows: Rows, *, everyone: bool) -> Mapping[str, State]:
    granted: dict[str, list[access.Grant]] = defaultdict(list)
    for row in rows.get("access_grant", ()):
        grant = access.Grant(row["principal_type"], row["principal_id"], row["permission"])
        granted[clean(row["resource_id"])].append(grant)
    by_grants = "access_grant" in rows
    models: dict[str, Model] = {}
    for row in rows["model"]:
        model_id = clean(row["id"])
        models[model_id] = Model(
            name=_name(row),
            base_model_id=clean(row["base_model_id"]) or None,
            is_active=bool(row.get("is_active", True)),
            access=access.of_grants(granted[model_id])
            if by_grants
            else access.of_access_control(parsed(row.get("access_control"))),
        )
    return access.seen_by(models, everyone=everyone, by_grants=by_grants)


def person(user_id: str, rows: Rows) -> Person:
    """One user from the rows of a narrower reading."""
    mine = [group for group, member in pairs(rows) if member == user_id]
    found = user(rows["user"][0])
    return Person(user_id, found, hierarchy.membership(mine, parents(rows["group"])))
