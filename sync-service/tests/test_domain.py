"""The rules alone: hierarchy, access, differences and doubts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sync_service.domain import access, hierarchy
from sync_service.domain.difference import Difference, Known, Limits, difference, disbelief
from sync_service.domain.directory import (
    Access,
    Group,
    Kind,
    Membership,
    Model,
    Reading,
    State,
    User,
)

GRANT = access.Grant


def test_members_inherit_every_group_above_and_circles_end() -> None:
    parents = {"c": "b", "b": "a", "a": None, "x": "y", "y": "x"}
    assert hierarchy.membership(["c"], parents).group_ids == ("a", "b", "c")
    assert hierarchy.membership(["x"], parents).group_ids == ("x", "y")
    assert hierarchy.membership(["gone", "a"], parents).group_ids == ("a",)
    assert hierarchy.membership(["a"], {"a": "gone"}).group_ids == ("a",)


def test_everybody_has_a_membership_and_strangers_have_none() -> None:
    found = hierarchy.memberships(["u", "v"], [("a", "u"), ("a", "stranger")], {"a": None})
    assert found == {"u": Membership(("a",)), "v": Membership(())}


@pytest.mark.parametrize(
    ("grants", "expected"),
    [
        ([], "private"),
        ([GRANT("user", "*", "read")], "public"),
        ([GRANT("anyone", "*", "read")], "public"),
        ([GRANT("group", "g", "read")], "restricted"),
        ([GRANT("group", "g", "write"), GRANT("user", "*", "write")], "private"),
        ([GRANT("user", "u", "read"), GRANT("user", "*", "read")], "public"),
    ],
)
def test_grants_say_who_may_use_a_model(grants: list[access.Grant], expected: str) -> None:
    assert access.of_grants(grants) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "public"),
        ({}, "private"),
        ({"read": {"group_ids": ["g"]}}, "restricted"),
        ({"read": {"user_ids": ["u"], "group_ids": []}}, "restricted"),
        ({"read": {"group_ids": []}}, "private"),
        ({"read": "all"}, "private"),
        ("broken", "private"),
    ],
)
def test_the_former_column_says_it_too(value: object, expected: str) -> None:
    assert access.of_access_control(value) == expected


def test_access_is_limited_by_every_base() -> None:
    def model(base: str | None, seen: Access) -> Model:
        return Model("m", base, is_active=True, access=seen)

    models = {
        "base": model(None, "restricted"),
        "middle": model("base", "public"),
        "top": model("middle", "public"),
        "orphan": model("unknown", "public"),
        "a": model("b", "public"),
        "b": model("a", "restricted"),
    }
    found = {one: seen.access for one, seen in access.limited_by_base(models).items()}
    assert found == {
        "base": "restricted",
        "middle": "restricted",
        "top": "restricted",
        "orphan": "private",
        "a": "restricted",
        "b": "restricted",
    }


def _known(state: State, *, is_open: bool = True, settled: bool = True) -> Known:
    return Known(state, is_open=is_open, settled=settled)


def test_what_is_newer_than_the_reading_is_left_alone() -> None:
    mirror = {
        "a": _known(Group("new"), settled=False),
        "b": _known(Group("b"), settled=False),
        "c": _known(Group("c"), is_open=False),
    }
    found = difference("groups", Reading({"a": Group("old")}, "database"), mirror)
    assert (dict(found.written), found.closed) == ({}, ())


IDS = st.sampled_from("abcdefgh")
STATES = st.dictionaries(IDS, st.sampled_from([User("n", "e", "user"), User("m", "e", "admin")]))


@given(before=STATES, after=STATES)
def test_applying_a_difference_makes_the_mirror_equal(
    before: dict[str, User], after: dict[str, User]
) -> None:
    mirror = {one: _known(state) for one, state in before.items()}
    reading = Reading(after, "database")
    found = difference("users", reading, mirror)
    result: dict[str, State] = {**before, **found.written}
    for one in found.closed:
        del result[one]
    assert result == after
    assert found.created == len(after.keys() - before.keys())
    applied = {one: _known(state) for one, state in result.items()}
    again = difference("users", reading, applied)
    assert (dict(again.written), again.closed) == ({}, ())


@pytest.mark.parametrize(
    ("kind", "left", "doubted"),
    [("groups", 5, False), ("groups", 4, True), ("users", 4, True), ("users", 0, True)],
)
def test_too_large_a_loss_is_doubted(kind: Kind, left: int, *, doubted: bool) -> None:
    mirror = {str(i): _known(Group("g")) for i in range(10)}
    states = {str(i): Group("g") for i in range(left)}
    found = difference(kind, Reading(states, "database"), mirror)
    assert (disbelief(found, mirror, Limits(50, 5)) is not None) is doubted


def test_few_may_always_go_but_never_all_users() -> None:
    mirror = {str(i): _known(Group("g")) for i in range(3)}
    groups = difference("groups", Reading({}, "database"), mirror)
    assert disbelief(groups, mirror, Limits(50, 5)) is None
    users = difference("users", Reading({}, "database"), mirror)
    doubt = disbelief(users, mirror, Limits(50, 5))
    assert doubt is not None
    assert doubt.code == "empty"
    assert disbelief(Difference("users"), {}, Limits(0, 0)) is None
