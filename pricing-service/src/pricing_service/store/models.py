"""Rows of `model`, and the family of a model: its bases above and derived models below."""

from collections.abc import Iterable

from pricing_service.domain.price import Model
from shared.db import Connection, Row

_COLUMNS = "id, name, base_model_id, access, is_active, status, restricted_by_admin, sync_sequence"


def _model(row: Row) -> Model:
    return Model(**{name: row[name] for name in _COLUMNS.split(", ")})


async def find(conn: Connection, model_id: str) -> Model | None:
    row = await conn.fetchrow(f"SELECT {_COLUMNS} FROM model WHERE id = $1", model_id)
    return _model(row) if row else None


async def all_of(conn: Connection) -> list[Model]:
    return [_model(row) for row in await conn.fetch(f"SELECT {_COLUMNS} FROM model")]


async def save(conn: Connection, model: Model) -> None:
    await conn.execute(
        f"""
        INSERT INTO model ({_COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (id) DO UPDATE SET
            name = excluded.name, base_model_id = excluded.base_model_id,
            access = excluded.access, is_active = excluded.is_active, status = excluded.status,
            restricted_by_admin = excluded.restricted_by_admin,
            sync_sequence = excluded.sync_sequence
        """,
        model.id,
        model.name,
        model.base_model_id,
        model.access,
        model.is_active,
        model.status,
        model.restricted_by_admin,
        model.sync_sequence,
    )


async def family(conn: Connection, ids: Iterable[str]) -> tuple[list[Model], set[str]]:
    """All relatives of `ids`, and which of them are `ids` or derived from them."""
    rows = await conn.fetch(
        f"""
        WITH RECURSIVE below (id) AS (
            SELECT unnest($1::text[])
            UNION SELECT m.id FROM model m JOIN below b ON m.base_model_id = b.id
        ), relatives (id) AS (
            SELECT id FROM below
            UNION SELECT m.base_model_id FROM model m JOIN relatives r ON m.id = r.id
                WHERE m.base_model_id IS NOT NULL
        )
        SELECT {_COLUMNS}, id IN (SELECT id FROM below) AS affected
        FROM model JOIN relatives USING (id) ORDER BY id
        """,
        list(ids),
    )
    return [_model(row) for row in rows], {row["id"] for row in rows if row["affected"]}
