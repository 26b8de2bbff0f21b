"""When which price applied to a model, told from what was announced."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from pricing_service.domain.price import Publication
from shared.rating import Prices

# A price that was withdrawn or replaced in the moment in which it began was nobody's price.
_NEVER_APPLIED = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Period:
    """From `starts` until `ends` (None: until further notice) these prices apply."""

    starts: datetime
    ends: datetime | None
    prices: Prices
    is_free: bool
    state: Literal["past", "current", "coming"]


def lasting(announced: Sequence[Publication]) -> list[Publication]:
    """Without what was withdrawn or replaced; `announced` is in order of time."""
    following = [*(publication.effective_from for publication in announced[1:]), None]
    return [
        publication
        for publication, ends in zip(announced, following, strict=False)
        if ends is None or ends - publication.effective_from >= _NEVER_APPLIED
    ]


def changes(
    announced: Sequence[Publication], before: Publication | None = None
) -> list[Publication]:
    """Those that bring another price than the one before them; `announced` is in order of time."""
    kept: list[Publication] = []
    for publication in lasting(announced):
        known = kept[-1] if kept else before
        if known is None or _price(known) != _price(publication):
            kept.append(publication)
    return kept


def price_history(announced: Sequence[Publication], now: datetime) -> list[Period]:
    """Newest first; `announced` is in order of time. Neighbours with one price are one period."""
    kept = changes(announced)
    ends = [*(publication.effective_from for publication in kept[1:]), None]
    periods = [_period(publication, end, now) for publication, end in zip(kept, ends, strict=True)]
    return periods[::-1]


def _price(publication: Publication) -> tuple[Prices, bool]:
    return dict(publication.prices), publication.is_free


def _period(publication: Publication, ends: datetime | None, now: datetime) -> Period:
    starts = publication.effective_from
    past = ends is not None and ends <= now
    state: Literal["past", "current", "coming"] = "past" if past else "current"
    return Period(
        starts=starts,
        ends=ends,
        prices=publication.prices,
        is_free=publication.is_free,
        state="coming" if starts > now else state,
    )
