"""Caps: enforced with the hold and the charge, in the same transaction."""

import asyncio
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from ledger_service.commands import set_limit as setting
from ledger_service.commands.roll_up_usage import roll_up_usage

from shared.contracts.billing import EntitlementChanged
from shared.testing.identity import identity_headers


async def set_limit(ledger: Any, cap: Any, **fields: Any) -> Any:
    body = {"scope": "user", "subject": "u", "metric": "credits", "per": "day", "cap": cap}
    answer = await ledger.post("limits", body | fields)
    assert answer.status == 200, answer.body
    return answer.body


async def open_hold(ledger: Any, **fields: Any) -> Any:
    return await ledger.post("holds", {"user_id": "u", "model_id": "m"} | fields)


async def left(ledger: Any, user_id: str = "u") -> dict[str, Decimal]:
    rows = (await ledger.call("GET", f"/api/credits/user/{user_id}/limits")).body
    return {row["metric"]: row["left"] for row in rows}


async def test_a_hold_beyond_a_cap_is_refused_and_told_which_and_until_when(ledger: Any) -> None:
    await ledger.give("100")
    limit = await set_limit(ledger, 2)
    assert (await open_hold(ledger, amount=Decimal("1.5"))).status == 201
    refused = await open_hold(ledger, amount=1)
    assert refused.status == 429
    assert refused.body["type"] == "urn:owc:problem:limit-reached"
    assert refused.body["limit_id"] == limit["id"]
    assert refused.body["left"] == Decimal("0.5")
    assert "2.0 credits per day for this user" in refused.body["detail"]
    midnight = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    tomorrow = midnight + timedelta(days=1)
    assert f"It frees again at {tomorrow:%Y-%m-%d} 00:00 UTC." in refused.body["detail"]
    assert datetime.fromisoformat(refused.body["frees_at"]) == midnight + timedelta(days=1)
    assert 0 < int(refused.headers["retry-after"]) <= 86_400


async def test_a_hold_is_fitted_to_what_a_cap_leaves(ledger: Any) -> None:
    await ledger.give("100")
    await set_limit(ledger, 1)
    opened = await open_hold(ledger, prompt_tokens=500, max_tokens=4000)
    assert (opened.body["max_tokens"], opened.body["amount"]) == (250, 1)
    await ledger.post(f"holds/{opened.body['hold_id']}/release", {})
    await set_limit(ledger, 30, metric="tokens_output")
    opened = await open_hold(ledger, prompt_tokens=500, max_tokens=4000)
    assert (opened.body["max_tokens"], opened.body["amount"]) == (30, Decimal("0.56"))


async def test_what_a_hold_did_not_use_is_free_again(ledger: Any) -> None:
    await ledger.give("100")
    await set_limit(ledger, 5)
    for end, usage, expected in (("settle", 1000, 4), ("release", None, 4)):
        hold = (await open_hold(ledger, amount=2)).body["hold_id"]
        assert (await left(ledger))["credits"] == expected + (1 if end == "settle" else 0) - 2
        body = {"prompt_tokens": usage, "completion_tokens": 0} if usage else {}
        assert (await ledger.post(f"holds/{hold}/{end}", body)).status == 200
        assert (await left(ledger))["credits"] == expected


async def test_twenty_parallel_holds_against_a_limit_of_one_request_admit_one(ledger: Any) -> None:
    await ledger.give("100")
    await set_limit(ledger, 1, metric="requests")
    answers = await asyncio.gather(*(open_hold(ledger, amount=1) for _ in range(20)))
    assert sorted(answer.status for answer in answers) == [201] + [429] * 19


async def test_a_charge_without_a_hold_passes_a_limit_once_and_is_refused_then(ledger: Any) -> None:
    await ledger.give("100")
    await set_limit(ledger, 1)
    held = (await open_hold(ledger, amount=Decimal("0.5"))).body["hold_id"]
    assert (await ledger.charge(400)).status == 200
    assert (await ledger.charge(200, only_if_allowed=True)).status == 429
    assert (await ledger.charge(100, only_if_allowed=True)).status == 200
    refused = await ledger.charge(100)
    assert (refused.status, refused.body["left"], "retry-after" in refused.headers) == (
        429,
        0,
        True,
    )
    body = {"prompt_tokens": 300, "completion_tokens": 0}
    assert (await ledger.post(f"holds/{held}/settle", body)).status == 200
    assert (await ledger.charge(900)).status == 200
    answers = await asyncio.gather(*(ledger.charge(10) for _ in range(20)))
    assert {answer.status for answer in answers} == {429}
    assert (await ledger.charge(10, only_if_allowed=False)).status == 200
    assert (await left(ledger))["credits"] == 0
    assert (await ledger.charge(99_000, only_if_allowed=True)).status == 402


async def test_a_cap_of_one_model_leaves_the_others_alone(ledger: Any) -> None:
    await ledger.give("100")
    await ledger.set_price("other", {"input": Decimal(1)})
    await set_limit(ledger, 1, model_id="m")
    assert (await open_hold(ledger, amount=2)).status == 429
    assert (await open_hold(ledger, amount=2, model_id="other")).status == 201


async def test_a_groups_cap_holds_for_each_of_its_members_and_nobody_else(ledger: Any) -> None:
    await ledger.add_group("course", "10")
    await ledger.add_user("u", "course")
    await ledger.add_user("outsider")
    await ledger.give("50", user_id="outsider")
    await set_limit(ledger, 3, scope="group", subject="course")
    assert (await open_hold(ledger, amount=4)).status == 429
    assert (await open_hold(ledger, amount=4, user_id="outsider")).status == 201
    await set_limit(ledger, 3, scope="everyone", subject=None)
    assert (await open_hold(ledger, amount=4, user_id="outsider")).status == 429


async def test_a_cap_knows_what_was_used_of_the_month_before_it_was_set(ledger: Any) -> None:
    await ledger.add_group("course", "10")
    await ledger.add_user("u", "course")
    await ledger.add_user("outsider")
    await ledger.set_price("other", {"input": Decimal("0.001")})
    month = datetime.now(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    for moment in (month - timedelta(hours=1), month, month + timedelta(days=9, hours=3)):
        ledger.at(moment)
        await ledger.charge(1000, completion_tokens=10)
        await ledger.charge(500, model_id="other", cached_tokens=200)
        await roll_up_usage(ledger.books)
    # These two are known from the facts alone when the caps are set.
    await ledger.charge(100)
    await ledger.charge(9000, user_id="outsider")
    wanted = {"per": "month", "cap": 10_000}
    await set_limit(ledger, **wanted)
    await set_limit(ledger, **wanted, metric="requests", scope="group", subject="course")
    await set_limit(ledger, **wanted, metric="tokens_input", scope="everyone", subject=None)
    await set_limit(ledger, **wanted, metric="tokens_output", model_id="m")
    await set_limit(ledger, 100, per="day", metric="images")
    assert await left(ledger) == {
        "credits": 10_000 - Decimal("3.14"),
        "requests": 10_000 - 5,
        "tokens_input": 10_000 - 3100,
        "tokens_output": 10_000 - 20,
        "images": 100,
    }
    others = (await ledger.call("GET", "/api/credits/user/outsider/limits")).body
    assert [(row["metric"], row["used"]) for row in others] == [("tokens_input", 9000)]
    logs = await ledger.get("/api/credits/system-logs?type=limit_set")
    assert (logs["total"], logs["logs"][0]["actor"]) == (5, "tester")


async def test_a_cap_set_among_charges_misses_none_of_them(
    ledger: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setting, "PAGE", 1)
    users = ["a", "u", "z"]
    for user_id in users:
        await ledger.add_user(user_id)
    everybody = {"scope": "everyone", "subject": None, "metric": "requests"}
    cap = asyncio.create_task(set_limit(ledger, 1000, **everybody))
    charges = (ledger.charge(1, user_id=user_id) for _ in range(20) for user_id in users)
    assert {answer.status for answer in await asyncio.gather(*charges)} == {200}
    await cap
    for user_id in users:
        assert (await left(ledger, user_id))["requests"] == 1000 - 20


async def test_a_cap_that_is_set_again_counts_what_a_crash_left_out(
    ledger: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ledger.charge(1000)
    with monkeypatch.context() as crash:
        crash.setattr(setting, "PAGE", "none")
        answer = await ledger.post("limits", {"scope": "everyone", "per": "day", "cap": 5})
        assert answer.status == 500
    assert await left(ledger) == {"credits": 5}
    await set_limit(ledger, 5, scope="everyone", subject=None)
    assert await left(ledger) == {"credits": 4}


async def test_a_new_day_frees_the_cap(ledger: Any) -> None:
    now = datetime.now(UTC) + timedelta(days=1)
    ledger.books.clock = ledger.books.batcher._clock = lambda: now
    await ledger.give("100")
    await set_limit(ledger, 1)
    await ledger.charge(1000)
    assert (await open_hold(ledger, amount=1)).status == 429
    now += timedelta(days=1)
    assert (await open_hold(ledger, amount=1)).status == 201


async def test_the_quotas_of_a_plan_are_enforced_and_replaced(ledger: Any) -> None:
    await ledger.give("100")
    now = datetime.now(UTC)

    async def entitle(sequence: int, **quotas: int) -> None:
        fact = EntitlementChanged(
            user_id="u",
            subscription_id="s",
            starts_at=now - timedelta(days=1),
            ends_at=now + timedelta(days=1),
            quotas=quotas,
        )
        await ledger.tell(fact, "u", sequence)

    await entitle(1, requests=1, audio_minutes=2)
    assert await left(ledger) == {"requests": 1, "audio_seconds": 120}
    assert (await open_hold(ledger, amount=1)).status == 201
    assert (await open_hold(ledger, amount=1)).status == 429
    assert (await ledger.charge(10)).status == 429
    await entitle(3, requests=5)
    assert await left(ledger) == {"requests": 4}
    await entitle(2)  # older, and late
    assert await left(ledger) == {"requests": 4}
    await entitle(4)
    assert await left(ledger) == {}


async def test_bad_limits_are_refused_by_field(ledger: Any) -> None:
    good = {"scope": "user", "subject": "u", "metric": "credits", "per": "day", "cap": 1}
    for field, value in [("cap", -1), ("per", "year"), ("metric", "money"), ("scope", "planet")]:
        refused = await ledger.post("limits", good | {field: value})
        assert refused.status == 422
        assert refused.body["detail"][0]["loc"] == ["body", field]
    assert (await ledger.post("limits", good | {"subject": None})).status == 422
    for scope in ("user", "group"):
        typo = await ledger.post("limits", good | {"scope": scope, "subject": "nobody"})
        assert (typo.status, typo.body["detail"][0]["loc"]) == (422, ["body", "subject"])
    assert await ledger.get("/api/credits/limits") == []
    limit = await set_limit(ledger, 1)
    for status in (200, 404):
        gone = await ledger.call("DELETE", f"/api/credits/limits/{limit['id']}")
        assert gone.status == status


async def test_of_a_cap_that_was_passed_nothing_is_left(ledger: Any) -> None:
    await set_limit(ledger, 1)
    await ledger.charge(1500)
    answer = await ledger.http.get(
        "/api/credits/user/u/limits", headers=identity_headers("key", scopes=["credits:read"])
    )
    assert b'"used":1.5,"left":0.0,' in answer.content


async def test_a_key_that_comes_again_changes_no_terms_again(ledger: Any) -> None:
    """Else a retry whose answer was lost would undo what somebody else did since."""
    group = {"group_id": "own", "name": "Own", "default_credits": 1}
    writes = {
        "/api/credits/limits": {"scope": "user", "subject": "u", "per": "day", "cap": 5},
        "/api/ledger/accounts/u": {"credit_line": 5, "reason": "once"},
        "/api/credits/groups/update": group,
    }
    for path, body in writes.items():
        first = await ledger.call("POST", path, body, idempotency_key=path)
        changed = dict.fromkeys({"cap", "credit_line", "default_credits"} & set(body), 7)
        assert (await ledger.call("POST", path, body | changed)).status == 200
        again = await ledger.call("POST", path, body, idempotency_key=path)
        assert (first.status, again.body) == (200, first.body)
        other = await ledger.call("POST", path, body | changed, idempotency_key=path)
        assert (other.status, other.body["type"]) == (409, "urn:owc:problem:idempotency-key-reused")
    limits = await ledger.get("/api/credits/limits")
    assert [one["cap"] for one in limits] == [7]
    address = f"/api/credits/limits/{limits[0]['id']}"
    gone = [await ledger.call("DELETE", address, idempotency_key="gone") for _ in range(2)]
    assert [one.status for one in gone] == [200, 200]
