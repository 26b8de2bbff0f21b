"""Which version a model has at each time, with inheritance from its base resolved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from pricing_service.domain.price import Version
from shared.problems import Conflict

# Longer chains of derived models are cut here; a cycle ends at its second visit.
DEPTH_MAX = 8
TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Segment:
    """From `starts` until the next segment, `version` applies."""

    starts: datetime
    version: Version
    is_free: bool


@dataclass(frozen=True, slots=True)
class Family:
    """Versions by model in order of time, and the base of each derived model."""

    versions: Mapping[str, Sequence[Version]]
    bases: Mapping[str, str | None]


def timeline(model_id: str, family: Family, _seen: frozenset[str] = frozenset()) -> list[Segment]:
    """Segments in order of time: the base's until the first own version, then the own ones."""
    base = family.bases.get(model_id)
    inherited: list[Segment] = []
    seen = _seen | {model_id}
    if base is not None and base not in seen and len(seen) < DEPTH_MAX:
        inherited = timeline(base, family, seen)
    own = standing(family.versions.get(model_id, ()))
    segments = _clip(inherited, None, own[0].effective_from if own else None)
    for number, version in enumerate(own):
        ends = own[number + 1].effective_from if number + 1 < len(own) else None
        if version.inherits:
            borrowed = _clip(inherited, version.effective_from, ends)
            segments += [replace(s, is_free=s.is_free or version.is_free) for s in borrowed]
        else:
            segments.append(Segment(version.effective_from, version, version.is_free))
    return segments


def standing(own: Sequence[Version]) -> list[Version]:
    """Without what was withdrawn, and what withdrew it; `own` is in order of time."""
    kept: list[Version] = []
    for version in own:
        if not version.withdraws:
            kept.append(version)
        elif kept and kept[-1].effective_from == version.effective_from - TICK:
            kept.pop()
    return kept


def withdrawal_moment(own: Sequence[Version], withdrawn: Version) -> datetime:
    """The tick after it, at which a version says that it does not count."""
    if withdrawn.id not in {version.id for version in standing(own)}:
        raise Conflict("This price has been withdrawn already", slug="price-withdrawn")
    moment = withdrawn.effective_from + TICK
    if moment in {version.effective_from for version in own}:
        raise Conflict(
            "Another price is scheduled for the next microsecond",
            slug="moment-taken",
            effective_from=moment,
        )
    return moment


def _clip(
    segments: Sequence[Segment], starts: datetime | None, ends: datetime | None
) -> list[Segment]:
    inside = [s for s in segments if ends is None or s.starts < ends]
    if starts is None:
        return inside
    before = [s for s in inside if s.starts <= starts]
    later = [s for s in inside if s.starts > starts]
    return [replace(before[-1], starts=starts), *later] if before else later


def in_force(segments: Sequence[Segment], at: datetime) -> Segment | None:
    """The segment that covers `at`, or None before the first price."""
    begun = [s for s in segments if s.starts <= at]
    return begun[-1] if begun else None


def free_moment(own: Sequence[Version], wanted: datetime, *, scheduled: bool) -> datetime:
    """`wanted` for a scheduled price, which no other may have; else a moment after it.

    Where the other was withdrawn, the moment after that is free.

    A change for now must win over every earlier change for now, also where a replica with a
    faster clock made that one.
    """
    taken = {version.effective_from for version in own}
    stand = {version.effective_from for version in standing(own)}
    at_once = [version.effective_from for version in own if not version.scheduled]
    moment = wanted if scheduled else max([wanted, *(begun + TICK for begun in at_once)])
    while moment in taken:
        if scheduled and moment in stand:
            raise Conflict(
                "Another price of this model is scheduled for the same moment",
                slug="moment-taken",
                effective_from=wanted,
            )
        moment += TICK
    return moment
