"""Property: whoever applies our announcements knows at every time the price that we mean."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random
from uuid import uuid4

import pytest
from pricing_service.domain.announcement import announcements
from pricing_service.domain.price import Model, Publication, Version
from pricing_service.domain.timeline import Family, free_moment, in_force, timeline

from shared.problems import Conflict

NAMES = ("a", "b", "c")
TICK = timedelta(microseconds=1)


@dataclass(slots=True)
class World:
    """Three models that may derive from each other, our book, and a listener's."""

    now: datetime = datetime(2026, 1, 1, tzinfo=UTC)
    bases: dict[str, str | None] = field(default_factory=lambda: dict.fromkeys(NAMES))
    versions: dict[str, list[Version]] = field(default_factory=lambda: {n: [] for n in NAMES})
    told: dict[str, list[Publication]] = field(default_factory=lambda: {n: [] for n in NAMES})

    def add(self, name: str, days: int, *, inherits: bool, is_free: bool) -> None:
        """A version for now (0 days) or for later, if the rules allow it."""
        wanted = self.now + timedelta(days=days)
        try:
            moment = free_moment(self.versions[name], wanted, scheduled=days > 0)
        except Conflict:
            return
        base = self.bases[name]
        family = Family(self.versions, self.bases)
        if inherits and (base is None or in_force(timeline(base, family), moment) is None):
            return
        prices = {} if inherits else {"input": Decimal(1), "output": Decimal(1)}
        version = Version(uuid4(), name, moment, prices, is_free, inherits, days > 0)
        self.versions[name] = sorted(
            [*self.versions[name], version], key=lambda v: v.effective_from
        )

    def announce(self) -> None:
        """To all at once; what is told stays told, the later announcement wins its moment."""
        for name in NAMES:
            found = timeline(name, Family(self.versions, self.bases))
            known = {p.effective_from: p for p in self.told[name]}
            current = [p for p in known.values() if p.effective_from <= self.now]
            latest = max(current, key=lambda p: p.effective_from, default=None)
            coming = [p for p in known.values() if p.effective_from > self.now]
            stored = ([latest] if latest else []) + coming
            for new in announcements(Model(name, name), found, stored, self.now):
                known[new.effective_from] = new
            self.told[name] = list(known.values())

    def check(self) -> None:
        """At now and at every later moment at which anything could switch."""
        moments = {self.now} | {p.effective_from for found in self.told.values() for p in found}
        moments |= {v.effective_from for found in self.versions.values() for v in found}
        for name in NAMES:
            segments = timeline(name, Family(self.versions, self.bases))
            for moment in sorted(m for m in moments if m >= self.now):
                meant = in_force(segments, moment)
                begun = [p for p in self.told[name] if p.effective_from <= moment]
                heard = max(begun, key=lambda p: p.effective_from, default=None)
                if meant is not None:
                    assert heard is not None
                    assert (heard.version_id, heard.is_free) == (meant.version.id, meant.is_free)


def step(world: World, chance: Random) -> None:
    """One thing that an administrator, sync or the clock may do."""
    name = chance.choice(NAMES)
    kind = chance.choice(("price", "price", "rebase", "time"))
    if kind == "price":
        free, inherits = chance.random() < 0.3, chance.random() < 0.3
        world.add(name, chance.choice((0, 0, 1, 2)), inherits=inherits, is_free=free)
    elif kind == "rebase":
        world.bases[name] = chance.choice((None, *NAMES))
    else:
        world.now += timedelta(days=chance.choice((1, 2)))
    world.now += TICK


@pytest.mark.parametrize("seed", range(4))
def test_a_listener_always_knows_the_price_that_we_mean(seed: int) -> None:
    chance = Random(seed)
    for _ in range(60):
        world = World()
        for _ in range(25):
            step(world, chance)
            world.announce()
            world.check()
