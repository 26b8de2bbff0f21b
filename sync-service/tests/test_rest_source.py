"""Open WebUI through its REST API: what is read, and every way in which it can go wrong."""

from typing import Any

import pytest
from sync_service.clients.open_webui import OpenWebUI
from sync_service.clients.source import SourceError
from sync_service.commands.synchronize import Order, synchronize
from sync_service.domain.difference import Limits, Rules
from sync_service.domain.directory import KINDS, Membership, Model, Snapshot, User

from shared.db import Database

RULES = Rules(30.0, Limits(50, 5))
MANUAL = Order(manual=True, actor="ada")


async def _fetched(source: OpenWebUI, *kinds: Any) -> Snapshot:
    try:
        return await source.fetch(kinds or KINDS)
    finally:
        await source.close()


def _states(found: Snapshot) -> dict[str, dict[str, Any]]:
    return {kind: dict(reading.states) for kind, reading in found.readings.items()}


def _crowd(rest: Any, count: int) -> None:
    for number in range(count):
        name = f"u{number:04}"
        email = f"{name}@example.org"
        rest.users.append(
            {"id": name, "name": name, "email": email, "role": "user", "group_ids": ["class"]}
        )


async def test_everything_is_read(rest: Any) -> None:
    found = await _fetched(rest.source())
    assert found.failures == ()
    states = _states(found)
    assert states["users"]["cid"] == User("Cid", "cid@example.org", "pending")
    assert sorted(states["groups"]) == ["class", "school"]
    assert states["user_groups"] == {
        "ada": Membership(("school",)),
        "ben": Membership(("class", "school")),
        "cid": Membership(()),
    }
    assert states["models"] == {
        "gpt": Model("GPT", None, is_active=True, access="public"),
        "raw": Model("raw", None, is_active=True, access="private"),
        "tutor": Model("TUTOR", "gpt", is_active=True, access="public"),
        "off": Model("OFF", "gpt", is_active=False, access="public"),
    }


async def test_a_model_derived_from_a_private_one_is_private(rest: Any) -> None:
    rest.rows = [rest.public("tutor", "raw")]
    found = await _fetched(rest.source(), "models")
    assert _states(found)["models"]["tutor"].access == "private"
    open_to_all = await _fetched(rest.source(everyone=True), "models")
    assert {model.access for model in _states(open_to_all)["models"].values()} == {"public"}


async def test_an_override_of_a_model_that_does_not_answer_is_inactive_and_not_gone(
    rest: Any,
) -> None:
    rest.base = [{"id": "raw"}]
    found = _states(await _fetched(rest.source(), "models"))["models"]
    assert (found["gpt"].is_active, found["gpt"].access) == (False, "public")


async def test_models_of_a_version_without_rows_come_from_the_effective_list(rest: Any) -> None:
    rest.trouble["/api/v1/models/all"] = 404
    control = {"read": {"group_ids": ["class"]}}
    info = {"id": "lab", "name": "Lab", "base_model_id": "gpt", "access_control": control}
    arena = {"id": "arena", "name": "Arena", "arena": True, "info": {"meta": {}}}
    rest.effective = [{"id": "lab", "info": info}, arena, {"id": "gpt"}]
    found = _states(await _fetched(rest.source(), "models"))["models"]
    assert found["lab"] == Model("Lab", "gpt", is_active=True, access="restricted")
    assert found["arena"].access == "private"


async def test_without_a_whole_list_users_are_read_by_pages(rest: Any) -> None:
    _crowd(rest, 95)
    rest.trouble["/api/v1/users/all"] = "web page"
    found = _states(await _fetched(rest.source()))
    assert (len(found["users"]), len(found["user_groups"])) == (98, 98)
    assert found["user_groups"]["u0094"] == Membership(("class", "school"))
    assert sum("page=" in call for call in rest.asked) == 4


async def test_members_are_asked_by_group_where_that_is_less_work(rest: Any) -> None:
    _crowd(rest, 95)
    found = _states(await _fetched(rest.source()))
    assert found["user_groups"]["u0094"] == Membership(("class", "school"))
    assert sum(call.startswith("POST") for call in rest.asked) == 2
    assert not any("page=" in call for call in rest.asked)


async def test_users_that_change_between_pages_are_not_believed(rest: Any) -> None:
    _crowd(rest, 95)
    rest.trouble["/api/v1/users/all"] = 404
    rest.trouble["/api/v1/users/?page=3"] = {"users": rest.users[61:91], "total": 97}
    found = await _fetched(rest.source())
    people = {"groups", "users", "user_groups"}
    assert {failure.kind for failure in found.failures} == people
    assert {failure.code for failure in found.failures} == {"changing"}
    assert sum("page=1" in call for call in rest.asked) == 2


@pytest.mark.parametrize(
    ("path", "trouble", "codes"),
    [
        ("/api/v1/users", 500, {"bad-status"}),
        ("/api/v1/users", 401, {"key-refused"}),
        ("/api/v1/users", "truncate", {"unreadable"}),
        ("/api/v1/users", {"users": [], "total": 0}, {"empty"}),
        ("/api/v1/users", {"users": [{"id": "ada"}]}, {"unreadable"}),
        ("/api/v1/users", {"users": [], "total": 3}, {"empty"}),
        ("/api/v1/users", 404, {"not-offered"}),
        ("/api/v1/groups/", 500, {"bad-status"}),
        ("/api/v1/groups/", "truncate", {"unreadable"}),
        ("/api/v1/groups/", {"detail": "?"}, {"unreadable"}),
        ("/api/v1/groups/id/", 502, {"bad-status"}),
        ("/api/models/base", {"data": []}, {"empty"}),
        ("/api/models", 503, {"bad-status"}),
        ("/api/v1/models/all", 500, {"bad-status"}),
        ("/api", 302, {"bad-status"}),
    ],
)
async def test_whatever_goes_wrong_closes_nothing(
    rest: Any, db: Database, told: Any, path: str, trouble: Any, codes: set[str]
) -> None:
    _crowd(rest, 70)
    source = rest.source()
    assert (await synchronize(db, source, MANUAL, RULES)).status == "succeeded"  # type: ignore[union-attr]
    await told()
    rest.trouble[path] = trouble
    report = await synchronize(db, source, MANUAL, RULES)
    await source.close()
    assert report is not None
    assert {error.code for error in report.errors} == codes
    assert await told() == []
    assert "127.0.0.1" not in str(report)


async def test_a_500_on_page_two_closes_nothing(rest: Any, db: Database, told: Any) -> None:
    _crowd(rest, 95)
    rest.trouble["/api/v1/users/all"] = 404
    source = rest.source()
    await synchronize(db, source, MANUAL, RULES)
    await told()
    rest.trouble["/api/v1/users/?page=2"] = 500
    report = await synchronize(db, source, MANUAL, RULES)
    await source.close()
    assert report is not None
    assert {error.kind for error in report.errors} == {"groups", "users", "user_groups"}
    assert report.counts["models"]["seen"] == 4
    assert await told() == []


async def test_an_answer_that_never_comes_is_given_up(rest: Any) -> None:
    rest.trouble["/api/v1/groups/"] = "hang"
    found = await _fetched(rest.source(timeout_s=0.3))
    assert sorted(found.readings) == ["models", "users"]
    assert {failure.code for failure in found.failures} == {"timeout"}


async def test_a_wrong_key_and_a_closed_door_are_told_apart(rest: Any) -> None:
    wrong = await _fetched(rest.source(key="sk-somebody"))
    assert {failure.code for failure in wrong.failures} == {"key-refused"}
    away = await _fetched(rest.source(url="http://127.0.0.1:1"))
    assert {failure.code for failure in away.failures} == {"unreachable"}
    assert len(away.failures) == 4


async def test_one_user_is_found_or_not_or_nobody_can_say(rest: Any) -> None:
    source = rest.source()
    ben = await source.find("ben")
    assert ben is not None
    assert (ben.user.email, ben.membership.group_ids) == ("ben@example.org", ("class", "school"))
    assert await source.find("nobody") is None
    rest.trouble["/api/v1/users/ben"] = 500
    with pytest.raises(SourceError):
        await source.find("ben")
    await source.close()


async def test_models_come_from_rest_and_people_from_the_database_if_both_are_known(
    rest: Any, vendor: Any, db: Database, told: Any
) -> None:
    source = rest.source(sqlite=str(vendor.path))
    assert source.told_by() == {
        "groups": "database",
        "users": "database",
        "user_groups": "database",
        "models": "rest",
    }
    found = await _fetched(source)
    assert sorted(found.readings["models"].states) == ["gpt", "off", "raw", "tutor"]
    assert not any("users" in call for call in rest.asked)

    both, alone = rest.source(sqlite=str(vendor.path)), vendor.source()
    await synchronize(db, both, MANUAL, RULES)
    await told()
    await both.close()
    report = await synchronize(db, alone, MANUAL, RULES)
    assert report is not None
    assert report.errors == ()
    closed = [data["model_id"] for _, data in await told() if data.get("status") == "closed"]
    # The database has no row of `off`; of `raw`, a base model, it never could have one.
    assert closed == ["off"]


async def test_without_any_source_the_run_says_so(db: Database, vendor: Any) -> None:
    source = vendor.source(sqlite=None)
    report = await synchronize(db, source, MANUAL, RULES)
    assert report is not None
    assert {error.code for error in report.errors} == {"not-configured"}


async def test_a_base_model_that_vanishes_is_unusable_first_and_closed_after_a_day(
    rest: Any, db: Database, told: Any
) -> None:
    source = rest.source()
    await synchronize(db, source, MANUAL, RULES)
    await told()
    rest.base = [{"id": "gpt"}]
    await synchronize(db, source, MANUAL, RULES)
    [(_, data)] = await told()
    assert (data["model_id"], data["is_active"], data["status"]) == ("raw", False, "active")
    await synchronize(db, source, MANUAL, RULES)
    assert await told() == []
    async with db.transaction() as connection:
        await connection.execute("UPDATE mirror_model SET changed_at = now() - interval '25 hours'")
    await synchronize(db, source, MANUAL, RULES)
    await source.close()
    [(_, data)] = await told()
    assert (data["model_id"], data["status"]) == ("raw", "closed")
