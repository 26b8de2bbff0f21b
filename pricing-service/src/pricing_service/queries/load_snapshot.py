"""The whole book as it stands in the database at one revision."""

import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from pricing_service.domain.price import Model, Publication, Terms
from pricing_service.store import models, publications
from pricing_service.store import terms as terms_store
from shared.db import Connection

_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The book at one revision. Publications are in order of time."""

    revision: int
    models: Mapping[str, Model]
    publications: Mapping[str, Sequence[Publication]]
    terms: Terms

    def split(self, model_id: str, now: datetime) -> tuple[Publication | None, list[Publication]]:
        """The publication in force and those to come."""
        found = self.publications.get(model_id, ())
        begun = bisect.bisect_right(found, now, key=lambda p: p.effective_from)
        return (found[begun - 1] if begun else None), list(found[begun:])

    def next_switch(self, now: datetime) -> datetime:
        """When some price changes by itself."""
        moments = (p.effective_from for found in self.publications.values() for p in found)
        return min((m for m in moments if m > now), default=_NEVER)


async def load_snapshot(conn: Connection, revision: int, now: datetime) -> Snapshot:
    """The rows may be newer than `revision`; whoever follows it then loads them once more."""
    found: dict[str, list[Publication]] = defaultdict(list)
    for publication in await publications.all_of(conn, now):
        found[publication.model_id].append(publication)
    return Snapshot(
        revision,
        {model.id: model for model in await models.all_of(conn)},
        found,
        await terms_store.current(conn),
    )
