"""Which version applies when: inheritance, cycles, and what listeners must be told."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from pricing_service.domain.announcement import announcements
from pricing_service.domain.price import Model, Publication, Version
from pricing_service.domain.timeline import Family, free_moment, in_force, timeline

from shared.problems import Conflict

START = datetime(2026, 1, 1, tzinfo=UTC)
NOW = START + timedelta(days=10)


def at(day: int) -> datetime:
    return START + timedelta(days=day)


def version(model: str, day: int, price: str = "1", **more: bool) -> Version:
    prices = {} if more.get("inherits") else {"input": Decimal(price), "output": Decimal(price)}
    return Version(uuid4(), model, at(day), prices, **more)


def family(*versions: Version, **bases: str) -> Family:
    by_model: dict[str, list[Version]] = {}
    for found in versions:
        by_model.setdefault(found.model_id, []).append(found)
    return Family(by_model, bases)


def ids(found: list[Publication]) -> list[tuple[datetime, UUID]]:
    return [(p.effective_from, p.version_id) for p in found]


def heard(model: Model, relatives: Family, told: list[Publication], now: datetime = NOW) -> object:
    """What a listener charges from, after the announcements that follow."""
    new = announcements(model, timeline(model.id, relatives), told, now)
    book = {p.effective_from: p for p in [*told, *new]}
    current = [p for p in book.values() if p.effective_from <= now]
    return max(current, key=lambda p: p.effective_from).version_id if current else None


def test_a_derived_model_has_the_price_of_its_base_until_it_has_its_own() -> None:
    base, own = version("base", 0), version("preset", 5)
    found = timeline("preset", family(base, own, preset="base"))
    assert [(s.starts, s.version) for s in found] == [(at(0), base), (at(5), own)]


def test_a_version_that_inherits_returns_to_the_base() -> None:
    base, own = version("base", 0), version("preset", 2)
    back, later = version("preset", 4, inherits=True), version("base", 6)
    found = timeline("preset", family(base, later, own, back, preset="base"))
    assert [(s.starts, s.version) for s in found] == [
        (at(0), base),
        (at(2), own),
        (at(4), base),
        (at(6), later),
    ]


def test_a_model_that_inherits_may_be_free_while_its_base_is_not() -> None:
    base, free = version("base", 0), version("preset", 4, inherits=True, is_free=True)
    found = timeline("preset", family(base, free, preset="base"))
    assert [s.is_free for s in found] == [False, True]
    assert found[-1].version is base


def test_a_cycle_of_bases_ends() -> None:
    only = version("a", 0)
    assert [s.version for s in timeline("b", family(only, a="b", b="a"))] == [only]


def test_before_the_first_price_nothing_is_in_force() -> None:
    assert in_force(timeline("m", family(version("m", 11))), NOW) is None


def test_what_was_announced_is_not_announced_again() -> None:
    model, relatives = Model("m", "m"), family(version("m", 0), version("m", 20))
    first = announcements(model, timeline("m", relatives), [], NOW)
    assert len(first) == 2
    assert announcements(model, timeline("m", relatives), first, NOW) == []


def test_a_new_name_repeats_the_announcement_for_the_same_moment() -> None:
    relatives = family(version("m", 0))
    first = announcements(Model("m", "old"), timeline("m", relatives), [], NOW)
    again = announcements(Model("m", "new"), timeline("m", relatives), first, NOW)
    assert ids(again) == ids(first)
    assert again[0].name == "new"


def test_another_base_counts_from_now_although_its_price_is_older() -> None:
    one, other = version("one", 5), version("other", 0)
    model = Model("preset", "preset", base_model_id="one")
    told = announcements(model, timeline("preset", family(one, preset="one")), [], NOW)
    moved = family(one, other, preset="other")
    assert heard(model, moved, told) == other.id
    assert heard(model, family(one, other, preset="one"), told) == one.id


def test_an_own_price_replaces_what_was_announced_of_the_base_for_later() -> None:
    model = Model("preset", "preset", base_model_id="base")
    base, planned = version("base", 0), version("base", 20)
    told = announcements(model, timeline("preset", family(base, planned, preset="base")), [], NOW)
    own = version("preset", 10)
    relatives = family(base, planned, own, preset="base")
    new = announcements(model, timeline("preset", relatives), told, NOW)
    assert ids(new) == [(at(10), own.id), (at(20), own.id)]


def test_a_model_that_loses_its_base_keeps_the_price_announced_before() -> None:
    base = version("base", 0)
    model = Model("preset", "preset")
    told = announcements(model, timeline("preset", family(base, preset="base")), [], NOW)
    assert announcements(model, timeline("preset", family(base)), told, NOW) == []


def test_two_scheduled_prices_cannot_have_the_same_moment() -> None:
    with pytest.raises(Conflict):
        free_moment([version("m", 20, scheduled=True)], at(20), scheduled=True)


def test_a_change_for_now_wins_over_one_made_by_a_faster_clock() -> None:
    ahead = version("m", 11)
    assert free_moment([ahead], NOW, scheduled=False) > ahead.effective_from
    planned = version("m", 20, scheduled=True)
    assert free_moment([planned], NOW, scheduled=False) == NOW
