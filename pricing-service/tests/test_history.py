"""History, audit, and the two ways back: withdrawing a plan and following the base again."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from shared.codec import decode

BASE = "/api/credits/models"


async def test_the_history_says_who_set_which_price_and_why(service: Any) -> None:
    await service.price("a/b", "1", "2", reason="start")
    await service.price("a/b", "2", "2")
    page = decode((await service.get(f"{BASE}/history?model_id=a/b&limit=1")).text)
    assert (page["total"], page["has_next"], page["has_prev"]) == (2, True, False)
    (newest,) = page["versions"]
    assert newest["prices"] == {"input": Decimal("2.0"), "output": Decimal("2.0")}
    rest = decode((await service.get(f"{BASE}/history?model_id=a/b&limit=1&offset=1")).text)
    assert (rest["versions"][0]["reason"], rest["versions"][0]["actor"]) == ("start", "the admin")


async def test_the_audit_has_before_and_after_with_all_digits(service: Any) -> None:
    await service.price("m", "0.000000000001", "2")
    await service.price("m", "0.000000000002", "2")
    page = decode((await service.get(f"{BASE}/changes?model_id=m")).text)
    change = page["changes"][0]
    assert change["before"]["prices"]["input"] == Decimal("0.000000000001")
    assert change["after"]["prices"]["input"] == Decimal("0.000000000002")
    assert page["total"] == 2


async def test_a_scheduled_price_can_be_withdrawn_before_its_time(service: Any) -> None:
    await service.price("m", "1", "2")
    later = service.clock() + timedelta(days=1)
    planned = await service.price("m", "5", "6", effective_from=later)
    answer = await service.post(f"{BASE}/withdraw", {"version_id": planned["version_id"]})
    assert answer.status_code == 200, answer.text
    listed = decode((await service.get(BASE)).text)
    for model in (decode(answer.text), *listed):
        assert model["scheduled"] == []
    service.clock.set(later + timedelta(microseconds=1))
    assert (await service.model("m"))["context_price"] == Decimal("1.0")
    again = await service.post(f"{BASE}/withdraw", {"version_id": planned["version_id"]})
    assert again.json()["type"] == "urn:owc:problem:price-in-force"


async def _prices_on(service: Any, *moments: Any) -> list[int]:
    found = []
    for moment in moments:
        service.clock.set(moment)
        found.append(int((await service.model("m"))["context_price"]))
    return found


async def test_a_withdrawn_price_does_not_come_back_and_takes_no_other_back(service: Any) -> None:
    await service.price("m", "1", "1")
    days = [service.clock() + timedelta(days=n) for n in (1, 2, 3)]
    planned = [
        await service.price("m", str(n + 5), "1", effective_from=day) for n, day in enumerate(days)
    ]
    # The later one first: it must not bring back the earlier one.
    for one in (planned[1], planned[0]):
        answer = await service.post(f"{BASE}/withdraw", {"version_id": one["version_id"]})
        assert answer.status_code == 200, answer.text
    assert [one["effective_from"] for one in decode(answer.text)["scheduled"]] == [
        planned[2]["effective_from"]
    ]
    history = decode((await service.get(f"{BASE}/history?model_id=m")).text)["versions"]
    withdrawals = [version for version in history if version["source"] == "withdraw"]
    for version in (planned[0], *withdrawals):
        answer = await service.post(f"{BASE}/withdraw", {"version_id": version["version_id"]})
        assert answer.json()["type"] == "urn:owc:problem:price-withdrawn"
    # What is set after a withdrawal lasts beyond the moment of the withdrawn price.
    await service.price("m", "3", "1")
    assert await _prices_on(service, *days) == [3, 3, 7]


async def test_the_moment_of_a_withdrawn_price_is_free_for_another(service: Any) -> None:
    await service.price("m", "1", "1")
    later = service.clock() + timedelta(days=1)
    for price in ("5", "6"):
        planned = await service.price("m", price, "1", effective_from=later)
        body = {"version_id": planned["version_id"]}
        assert (await service.post(f"{BASE}/withdraw", body)).status_code == 200
    await service.price("m", "7", "1", effective_from=later)
    assert await _prices_on(service, later, later + timedelta(seconds=1)) == [1, 7]


async def test_a_price_that_another_follows_at_once_cannot_be_withdrawn(service: Any) -> None:
    await service.price("m", "1", "1")
    later = service.clock() + timedelta(days=1)
    first = await service.price("m", "5", "1", effective_from=later)
    await service.price("m", "6", "1", effective_from=later + timedelta(microseconds=1))
    answer = await service.post(f"{BASE}/withdraw", {"version_id": first["version_id"]})
    assert (answer.status_code, answer.json()["type"]) == (409, "urn:owc:problem:moment-taken")


async def test_what_cannot_be_withdrawn_says_so(service: Any) -> None:
    unknown = {"version_id": "00000000-0000-0000-0000-000000000000"}
    assert (await service.post(f"{BASE}/withdraw", unknown)).status_code == 404
    later = service.clock() + timedelta(days=1)
    first = await service.price("m", "5", "6", effective_from=later)
    answer = await service.post(f"{BASE}/withdraw", {"version_id": first["version_id"]})
    assert answer.json()["type"] == "urn:owc:problem:first-price"


async def test_two_plans_for_the_same_moment_conflict(service: Any) -> None:
    later = service.clock() + timedelta(days=1)
    await service.price("m", "5", "6", effective_from=later)
    body = {
        "model_id": "m", "context_price": 1, "generation_price": 1, "confirm_jump": True,
        "effective_from": later,
    }  # fmt: skip
    answer = await service.post(f"{BASE}/update", body)
    assert (answer.status_code, answer.json()["type"]) == (409, "urn:owc:problem:moment-taken")


async def test_a_model_can_give_up_its_own_price_and_follow_its_base(service: Any) -> None:
    await service.price("base", "1", "2")
    await service.price("preset", "3", "4")
    missing = await service.post(f"{BASE}/follow-base", {"model_id": "preset"})
    assert missing.json()["type"] == "urn:owc:problem:no-base-price"
    await service.db.execute("UPDATE model SET base_model_id = 'base' WHERE id = 'preset'")
    service.clock.advance(seconds=1)
    answer = await service.post(f"{BASE}/follow-base", {"model_id": "preset"})
    assert answer.json()["inherited_from"] == "base"
    await service.price("base", "2", "2")
    preset = await service.model("preset")
    assert (preset["context_price"], preset["inherited_from"]) == (Decimal("2.0"), "base")


@pytest.mark.parametrize("path", ["history?model_id=m", "changes"])
async def test_history_is_for_administrators(service: Any, path: str) -> None:
    assert (await service.get(f"{BASE}/{path}", "key")).status_code == 403


async def test_the_whole_book_is_announced_again_before_it_leaves_the_outbox(
    service: Any,
) -> None:
    from pricing_service.commands.repeat_announcements import repeat_announcements

    from shared.db import Database

    await service.price("m", "1", "2")
    db = Database(service.database_url)
    await db.open()
    await service.db.execute("UPDATE book SET announced_at = $1", service.clock())
    await repeat_announcements(db, service.clock.advance(timedelta(days=4)))
    assert len(await service.facts()) == 1
    for _ in range(2):
        await repeat_announcements(db, service.clock.advance(timedelta(days=2)))
    await db.close()
    first, repeated = await service.facts()
    assert first == repeated
    assert len(await service.facts("pricing.unknown_model_policy_changed")) == 2
