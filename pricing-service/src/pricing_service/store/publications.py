"""Rows of `publication`: what every listener has been told."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from pricing_service.domain.price import Publication
from pricing_service.store.versions import PRICES, prices_of
from shared.db import Connection, Row

_COLUMNS = (
    "p.model_id, p.effective_from, p.version_id, p.name, p.is_free, p.is_restricted, "
    "p.is_available, p.inherited_from"
)
_FROM = (
    f"SELECT {_COLUMNS}, {PRICES} FROM publication p JOIN price_version v ON v.id = p.version_id"
)
# The one in force at $1 and all that follow.
_CURRENT = """
    p.effective_from >= coalesce(
        (SELECT max(b.effective_from) FROM publication b
         WHERE b.model_id = p.model_id AND b.effective_from <= $1),
        '-infinity')
"""


def _publication(row: Row) -> Publication:
    return Publication(
        model_id=row["model_id"],
        effective_from=row["effective_from"],
        version_id=row["version_id"],
        prices=prices_of(row),
        name=row["name"],
        is_free=row["is_free"],
        is_restricted=row["is_restricted"],
        is_available=row["is_available"],
        inherited_from=row["inherited_from"],
    )


async def of_models(
    conn: Connection, ids: Iterable[str], now: datetime
) -> dict[str, list[Publication]]:
    """Current and coming publications of some models, in order of time."""
    found: dict[str, list[Publication]] = defaultdict(list)
    for row in await conn.fetch(
        f"{_FROM} WHERE {_CURRENT} AND p.model_id = ANY($2) ORDER BY p.effective_from",
        now,
        list(ids),
    ):
        found[row["model_id"]].append(_publication(row))
    return found


async def all_of(conn: Connection, now: datetime) -> list[Publication]:
    """Current and coming publications of all models, in order of time."""
    rows = await conn.fetch(f"{_FROM} WHERE {_CURRENT} ORDER BY p.effective_from", now)
    return [_publication(row) for row in rows]


async def newest_of(conn: Connection, model_id: str, limit: int) -> list[Publication]:
    """The last `limit` publications of a model, in order of time."""
    rows = await conn.fetch(
        f"{_FROM} WHERE p.model_id = $1 ORDER BY p.effective_from DESC LIMIT $2", model_id, limit
    )
    return [_publication(row) for row in reversed(rows)]


async def save(conn: Connection, publication: Publication) -> None:
    await conn.execute(
        """
        INSERT INTO publication (model_id, effective_from, version_id, name, is_free,
            is_restricted, is_available, inherited_from)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (model_id, effective_from) DO UPDATE SET
            version_id = excluded.version_id, name = excluded.name, is_free = excluded.is_free,
            is_restricted = excluded.is_restricted, is_available = excluded.is_available,
            inherited_from = excluded.inherited_from
        """,
        publication.model_id,
        publication.effective_from,
        publication.version_id,
        publication.name,
        publication.is_free,
        publication.is_restricted,
        publication.is_available,
        publication.inherited_from,
    )
