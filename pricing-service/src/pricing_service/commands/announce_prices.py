"""Tell the listeners everything about some models that they do not know yet."""

from collections.abc import Iterable
from datetime import datetime

from pricing_service.domain.announcement import announcements
from pricing_service.domain.price import Publication
from pricing_service.domain.timeline import Family, timeline
from pricing_service.store import book, models, publications, versions
from shared import outbox
from shared.contracts.pricing import PricePublished
from shared.db import Connection


async def announce_prices(conn: Connection, model_ids: Iterable[str], now: datetime) -> None:
    """Publish what changed for `model_ids` and all models derived from them.

    Part of the transaction of a command that holds the lock of the book.
    """
    relatives, affected = await models.family(conn, model_ids)
    family = Family(
        versions=await versions.of_models(conn, [m.id for m in relatives]),
        bases={m.id: m.base_model_id for m in relatives},
    )
    announced = await publications.of_models(conn, affected, now)
    for model in relatives:
        if model.id in affected:
            segments = timeline(model.id, family)
            for found in announcements(model, segments, announced.get(model.id, ()), now):
                await publications.save(conn, found)
                await publish(conn, found)
    await book.touch(conn)


async def publish(conn: Connection, publication: Publication) -> None:
    """Write the fact itself."""
    fact = PricePublished(
        model_id=publication.model_id,
        name=publication.name,
        version_id=str(publication.version_id),
        effective_from=publication.effective_from,
        prices=dict(publication.prices),
        is_free=publication.is_free,
        is_restricted=publication.is_restricted,
        is_available=publication.is_available,
        inherited_from=publication.inherited_from,
    )
    await outbox.add(conn, fact, aggregate_id=publication.model_id)
