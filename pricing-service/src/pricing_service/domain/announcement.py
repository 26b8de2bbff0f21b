"""What must be announced so that the listeners' book equals ours.

A listener applies the announcement with the latest `effective_from` that has come, and of two for
the same moment the later one. Nothing can be taken back, only replaced.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from pricing_service.domain.price import Model, Publication
from pricing_service.domain.timeline import Segment, in_force


def announcements(
    model: Model, segments: Sequence[Segment], announced: Sequence[Publication], now: datetime
) -> list[Publication]:
    """Publications that are missing or differ, in order of time.

    A model that lost its last price keeps the one announced before.
    """
    known = {p.effective_from: p for p in announced}
    wanted = [*_for_now(model, segments, announced, now), *_for_later(model, segments, known, now)]
    return [p for p in wanted if known.get(p.effective_from) != p]


def _for_now(
    model: Model, segments: Sequence[Segment], announced: Sequence[Publication], now: datetime
) -> Iterator[Publication]:
    segment = in_force(segments, now)
    if segment is None:
        return
    wanted = _publication(model, segment, segment.starts)
    past = [p for p in announced if p.effective_from <= now]
    if not past:
        yield wanted
        return
    latest = max(past, key=lambda p: p.effective_from)
    if _same_price(latest, wanted):
        yield _publication(model, segment, latest.effective_from)
    elif wanted.effective_from > latest.effective_from:
        yield wanted
    else:
        # Another base, or a way back to it: its version is older than what it replaces.
        yield _publication(model, segment, now)


def _for_later(
    model: Model,
    segments: Sequence[Segment],
    known: dict[datetime, Publication],
    now: datetime,
) -> Iterator[Publication]:
    starts = {s.starts for s in segments} | set(known)
    for moment in sorted(m for m in starts if m > now):
        segment = in_force(segments, moment)
        if segment is not None:
            yield _publication(model, segment, moment)


def _same_price(one: Publication, other: Publication) -> bool:
    return (one.version_id, one.is_free, one.inherited_from) == (
        other.version_id,
        other.is_free,
        other.inherited_from,
    )


def _publication(model: Model, segment: Segment, effective_from: datetime) -> Publication:
    owner = segment.version.model_id
    return Publication(
        model_id=model.id,
        effective_from=effective_from,
        version_id=segment.version.id,
        prices=segment.version.prices,
        name=model.name,
        is_free=segment.is_free,
        is_restricted=model.is_restricted,
        is_available=model.is_available,
        inherited_from=owner if owner != model.id else None,
    )
