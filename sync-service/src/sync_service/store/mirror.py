"""SQL of the mirror: what was last told about each user, group, membership and model."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from shared.db import Connection, Row
from sync_service.domain.difference import Known
from sync_service.domain.directory import (
    Group,
    Kind,
    Membership,
    Model,
    Origin,
    State,
    User,
)

LINGER: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the mirror: its columns are the fields of the state that it keeps."""

    name: str
    state: type[State]
    columns: Mapping[str, str]
    closes: bool = True
    has_origin: bool = False

    def names(self) -> str:
        return ", ".join(self.columns)


_TABLES: Final[Mapping[Kind, _Table]] = {
    "users": _Table("mirror_user", User, {"name": "text", "email": "text", "role": "text"}),
    "groups": _Table("mirror_group", Group, {"name": "text"}),
    "user_groups": _Table("mirror_membership", Membership, {"group_ids": "text[]"}, closes=False),
    "models": _Table(
        "mirror_model",
        Model,
        {"name": "text", "base_model_id": "text", "is_active": "boolean", "access": "text"},
        has_origin=True,
    ),
}


def _known(table: _Table, row: Row, began: datetime | None) -> Known:
    values = {name: row[name] for name in table.columns}
    if "group_ids" in values:
        values["group_ids"] = tuple(values["group_ids"])
    return Known(
        state=table.state(**values),
        is_open=row["status"] == "active",
        settled=began is None or row["changed_at"] < began,
        lingers=began is not None and row["changed_at"] < began - LINGER,
        origin=row["origin"],
    )


async def load(
    connection: Connection, kind: Kind, began: datetime | None = None
) -> dict[str, Known]:
    """The whole mirror of a kind; rows changed since `began` are marked as not settled."""
    rows = await _rows(connection, kind)
    # In a thread: 100,000 rows would hold up everything else in this process for a second.
    return await asyncio.to_thread(_all_known, _TABLES[kind], rows, began)


def _all_known(table: _Table, rows: Sequence[Row], began: datetime | None) -> dict[str, Known]:
    return {row["id"]: _known(table, row, began) for row in rows}


async def _rows(connection: Connection, kind: Kind) -> list[Row]:
    table = _TABLES[kind]
    status = "status" if table.closes else "'active' AS status"
    origin = "origin" if table.has_origin else "NULL AS origin"
    return await connection.fetch(
        f"SELECT id, {table.names()}, {status}, {origin}, changed_at FROM {table.name} ORDER BY id"
    )


async def write(
    connection: Connection,
    kind: Kind,
    states: Mapping[str, State],
    origin: Origin,
    began: datetime,
) -> list[str]:
    """Store the states as open; return the ids of those not overtaken since `began`."""
    table = _TABLES[kind]
    rows = [{"id": thing_id, **asdict(state)} for thing_id, state in states.items()]
    extra = {"origin": f"'{origin}'"} if table.has_origin else {}
    if table.closes:
        extra["status"] = "'active'"
    columns = [*table.columns, *extra]
    typed = ", ".join(f"{name} {kind_}" for name, kind_ in table.columns.items())
    values = ", ".join([*(f"r.{name}" for name in table.columns), *extra.values()])
    updates = ", ".join(f"{name} = excluded.{name}" for name in columns)
    stored = await connection.fetch(
        f"""
        INSERT INTO {table.name} AS m (id, {", ".join(columns)}, changed_at)
        SELECT r.id, {values}, clock_timestamp()
        FROM jsonb_to_recordset($1::jsonb) AS r (id text, {typed}) ORDER BY r.id
        ON CONFLICT (id) DO UPDATE SET {updates}, changed_at = clock_timestamp()
        WHERE m.changed_at < $2
        RETURNING id
        """,
        rows,
        began,
    )
    return [row["id"] for row in stored]


async def close(
    connection: Connection, kind: Kind, ids: Sequence[str], began: datetime
) -> dict[str, State]:
    """Mark as closed what is open and was not overtaken; return what it was."""
    table = _TABLES[kind]
    rows = await connection.fetch(
        f"""
        WITH gone AS (
            SELECT id FROM {table.name}
            WHERE id = ANY ($1) AND status = 'active' AND changed_at < $2
            ORDER BY id FOR UPDATE
        )
        UPDATE {table.name} AS m SET status = 'closed', changed_at = clock_timestamp()
        FROM gone WHERE m.id = gone.id
        RETURNING m.id, {", ".join(f"m.{name}" for name in table.columns)}
        """,
        list(ids),
        began,
    )
    return {row["id"]: table.state(**{name: row[name] for name in table.columns}) for row in rows}


async def page(connection: Connection, kind: Kind, after: str, length: int) -> dict[str, Known]:
    """The next rows by id, locked: nobody may tell newer facts before these are told."""
    table = _TABLES[kind]
    status = "status" if table.closes else "'active' AS status"
    rows = await connection.fetch(
        f"""
        SELECT id, {table.names()}, {status}, NULL AS origin, changed_at FROM {table.name}
        WHERE id > $1 ORDER BY id LIMIT $2 FOR UPDATE
        """,
        after,
        length,
    )
    return {row["id"]: _known(table, row, None) for row in rows}


async def one(connection: Connection, kind: Kind, thing_id: str) -> Known | None:
    """A single row, or None."""
    table = _TABLES[kind]
    status = "status" if table.closes else "'active' AS status"
    row = await connection.fetchrow(
        f"""
        SELECT id, {table.names()}, {status}, NULL AS origin, changed_at
        FROM {table.name} WHERE id = $1
        """,
        thing_id,
    )
    return None if row is None else _known(table, row, None)


async def unknown_groups(connection: Connection, group_ids: Sequence[str]) -> list[str]:
    """Which of the groups have not been told of yet."""
    rows = await connection.fetch(
        """
        SELECT id FROM unnest($1::text[]) AS asked (id)
        WHERE NOT EXISTS (SELECT FROM mirror_group g WHERE g.id = asked.id AND status = 'active')
        """,
        list(group_ids),
    )
    return [row["id"] for row in rows]


async def totals(connection: Connection, kinds: Iterable[Kind]) -> dict[str, dict[str, int]]:
    """How many are open and closed of each kind."""
    found: dict[str, dict[str, int]] = {}
    for kind in kinds:
        table = _TABLES[kind]
        closed = "count(*) FILTER (WHERE status = 'closed')" if table.closes else "0::bigint"
        row: Any = await connection.fetchrow(
            f"SELECT count(*) AS known, {closed} AS closed FROM {table.name}"
        )
        found[kind] = {"active": row["known"] - row["closed"], "closed": row["closed"]}
    return found
