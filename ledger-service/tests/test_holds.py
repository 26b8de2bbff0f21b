"""Holds: what makes the limit real."""

import asyncio
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from ledger_service.commands.expire_holds import expire_holds


async def open_hold(ledger: Any, **fields: Any) -> Any:
    return await ledger.post("holds", {"user_id": "u", "model_id": "m"} | fields)


async def settle(ledger: Any, hold_id: str, prompt: int, completion: int = 0) -> Any:
    body = {"prompt_tokens": prompt, "completion_tokens": completion}
    return await ledger.post(f"holds/{hold_id}/settle", body)


async def test_a_hold_reserves_the_prompt_and_the_longest_answer(ledger: Any) -> None:
    await ledger.give("10")
    opened = await open_hold(ledger, prompt_tokens=1000, max_tokens=500)
    assert opened.status == 201
    assert opened.body["amount"] == Decimal(2)
    assert opened.body["max_tokens"] == 500
    assert opened.body["available"] == Decimal(8)
    user = await ledger.user()
    assert (user["credits"], user["held"], user["available"]) == (10, 2, 8)


async def test_settling_charges_what_was_used_and_frees_the_rest(ledger: Any) -> None:
    await ledger.give("10")
    opened = await open_hold(ledger, prompt_tokens=1000, max_tokens=500)
    settled = await settle(ledger, opened.body["hold_id"], 1000, 100)
    assert settled.body["cost"] == settled.body["deducted"] == Decimal("1.2")
    user = await ledger.user()
    assert (user["credits"], user["held"]) == (Decimal("8.8"), 0)


async def test_settling_again_answers_the_same_and_another_usage_is_a_conflict(
    ledger: Any,
) -> None:
    await ledger.give("10")
    opened = await open_hold(ledger, prompt_tokens=10, max_tokens=10)
    first = await settle(ledger, opened.body["hold_id"], 10, 5)
    again = await settle(ledger, opened.body["hold_id"], 10, 5)
    assert again.body == first.body | {"replayed": True}
    assert (await settle(ledger, opened.body["hold_id"], 10, 6)).status == 409


async def test_settling_twice_in_one_batch_charges_once_and_answers_alike(
    ledger: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ledger.give("10")
    hold_id = (await open_hold(ledger, prompt_tokens=10, max_tokens=10)).body["hold_id"]
    together, submit = asyncio.Barrier(2), ledger.books.batcher.submit
    meet = iter([True, True])

    async def submit_together(item: Any) -> Any:
        if next(meet, False):
            await together.wait()
        return await submit(item)

    monkeypatch.setattr(ledger.books.batcher, "submit", submit_together)
    answers = await asyncio.gather(*(settle(ledger, hold_id, 10, 5) for _ in range(2)))
    assert {answer.status for answer in answers} == {200}
    assert len({answer.body["transaction_id"] for answer in answers}) == 1
    assert (await ledger.user())["credits"] == Decimal("9.98")


async def test_a_hold_is_fitted_to_what_the_balance_affords(ledger: Any) -> None:
    await ledger.give("1.0009")
    opened = await open_hold(ledger, prompt_tokens=400, max_tokens=4000)
    assert opened.status == 201
    assert opened.body["max_tokens"] == 300
    assert opened.body["amount"] == Decimal(1)
    assert opened.body["available"] == Decimal("0.0009")


async def test_a_hold_that_not_even_one_token_fits_into_is_refused(ledger: Any) -> None:
    await ledger.give("0.4")
    refused = await open_hold(ledger, prompt_tokens=400, max_tokens=4000)
    assert refused.status == 402
    assert refused.body["type"] == "urn:owc:problem:insufficient-credits"
    assert refused.body["available"] == Decimal("0.4")
    assert refused.body["required"] == Decimal("0.402")
    assert (await ledger.user())["held"] == 0


async def test_without_partial_holds_it_is_all_or_nothing(ledger: Any) -> None:
    await ledger.give("1")
    refused = await open_hold(ledger, prompt_tokens=1, max_tokens=4000, allow_partial=False)
    assert refused.status == 402


async def test_a_thousand_concurrent_holds_admit_exactly_what_the_balance_covers(
    ledger: Any,
) -> None:
    await ledger.give("5")
    answers = await asyncio.gather(*(open_hold(ledger, amount=Decimal("0.1")) for _ in range(1000)))
    assert sorted(answer.status for answer in answers) == [201] * 50 + [402] * 950
    assert (await ledger.user())["available"] == 0


async def test_a_replayed_hold_reserves_once(ledger: Any) -> None:
    await ledger.give("5")
    first = await open_hold(ledger, amount=1, idempotency_key="k")
    again = await open_hold(ledger, amount=1, idempotency_key="k")
    assert again.body["hold_id"] == first.body["hold_id"]
    assert (await ledger.user())["held"] == 1
    assert (await open_hold(ledger, amount=2, idempotency_key="k")).status == 409


async def test_a_released_hold_gives_everything_back_once(ledger: Any) -> None:
    await ledger.give("5")
    hold_id = (await open_hold(ledger, amount=2)).body["hold_id"]
    for _ in range(2):
        released = await ledger.post(f"holds/{hold_id}/release", {})
        assert released.body == {"hold_id": hold_id, "status": "released"}
    assert (await ledger.user())["available"] == 5
    assert (await settle(ledger, hold_id, 1)).status == 409


async def test_a_settled_hold_cannot_be_released_or_extended(ledger: Any) -> None:
    await ledger.give("5")
    hold_id = (await open_hold(ledger, amount=2)).body["hold_id"]
    await settle(ledger, hold_id, 1)
    assert (await ledger.post(f"holds/{hold_id}/release", {})).status == 409
    usage = {"prompt_tokens": 1, "completion_tokens": 1}
    assert (await ledger.post(f"holds/{hold_id}/extend", usage)).status == 409


async def test_the_price_at_opening_is_the_price_at_settling(ledger: Any) -> None:
    await ledger.give("5")
    hold_id = (await open_hold(ledger, prompt_tokens=100, max_tokens=0)).body["hold_id"]
    await ledger.set_price("m", {"input": Decimal(7)})
    assert (await settle(ledger, hold_id, 100)).body["cost"] == Decimal("0.1")


async def expire(ledger: Any) -> int:
    later = datetime.now(UTC) + timedelta(hours=2)
    ledger.books.clock = lambda: later
    ledger.books.batcher._clock = ledger.books.clock
    done = await expire_holds(ledger.books)
    ledger.books.clock = ledger.books.batcher._clock = lambda: None
    return done


async def test_an_expired_hold_with_nothing_counted_costs_nothing(ledger: Any) -> None:
    await ledger.give("5")
    await open_hold(ledger, amount=2)
    assert await expire(ledger) == 1
    user = await ledger.user()
    assert (user["credits"], user["held"]) == (5, 0)


async def test_expiry_charges_what_a_long_stream_has_counted(ledger: Any) -> None:
    await ledger.give("5")
    hold_id = (await open_hold(ledger, prompt_tokens=100, max_tokens=1000)).body["hold_id"]
    counted = {"prompt_tokens": 100, "completion_tokens": 200}
    extended = await ledger.post(f"holds/{hold_id}/extend", counted | {"ttl_s": 600})
    assert extended.status == 200
    await expire(ledger)
    assert (await ledger.user())["credits"] == Decimal("4.5")
    late = await settle(ledger, hold_id, 100, 450)
    assert late.body["cost"] == Decimal("0.5")
    assert (await ledger.user())["credits"] == Decimal(4)
    again = await settle(ledger, hold_id, 100, 450)
    assert again.body["replayed"] is True
    assert (await settle(ledger, hold_id, 100, 451)).status == 409


async def test_a_stream_that_counts_more_than_it_reserved_raises_the_reservation(
    ledger: Any,
) -> None:
    await ledger.give("5")
    hold_id = (await open_hold(ledger, amount=1)).body["hold_id"]
    counted = {"prompt_tokens": 0, "completion_tokens": 1500}
    extended = await ledger.post(f"holds/{hold_id}/extend", counted)
    assert extended.body["amount"] == 3
    assert extended.body["available"] == 2


async def test_a_suspended_or_closed_account_opens_no_hold(ledger: Any) -> None:
    await ledger.give("5")
    async with ledger.books.db.transaction() as connection:
        await connection.execute("UPDATE account SET status = 'suspended'")
    refused = await open_hold(ledger, amount=1)
    assert (refused.status, refused.body["type"]) == (403, "urn:owc:problem:account-suspended")


async def test_a_free_model_needs_no_balance(ledger: Any) -> None:
    await ledger.set_price("free", {"input": Decimal(1)}, is_free=True)
    opened = await open_hold(ledger, model_id="free", prompt_tokens=10)
    assert (opened.status, opened.body["amount"], opened.body["is_free"]) == (201, 0, True)


async def test_bad_holds_are_refused_by_field(ledger: Any) -> None:
    for field, value in [
        ("amount", -1),
        ("amount", Decimal("1e-13")),
        ("amount", Decimal("1e308")),
        ("max_tokens", -1),
        ("prompt_tokens", 2**63),
        ("ttl_s", 0),
        ("user_id", ""),
    ]:
        refused = await open_hold(ledger, **{field: value})
        assert refused.status == 422
        assert refused.body["detail"][0]["loc"] == ["body", field]
    for hold_id in (uuid4(), "nonsense"):
        assert (await settle(ledger, str(hold_id), 1)).status == 404


async def test_an_operator_ends_a_hold_and_nothing_is_lost(ledger: Any) -> None:
    await ledger.give("10")
    idle, busy, done = [
        (await open_hold(ledger, prompt_tokens=1000, max_tokens=500)).body["hold_id"]
        for _ in range(3)
    ]
    await ledger.post(f"holds/{busy}/extend", {"prompt_tokens": 1000, "completion_tokens": 100})
    await settle(ledger, done, 500)
    page = await ledger.get("/api/ledger/holds?limit=1")
    rest = await ledger.get(f"/api/ledger/holds?after={page['next']}")
    assert [hold["id"] for hold in page["holds"] + rest["holds"]] == [busy, idle]
    assert (page["holds"][0]["counted_amount"], rest["next"]) == (Decimal("1.2"), None)

    async def end(hold_id: Any, **who: str) -> Any:
        path = f"/api/ledger/holds/{hold_id}/release"
        return await ledger.call("POST", path, {"reason": "its process died"}, **who)

    assert (await end(idle, role="support")).status == 403
    ended = [await end(hold_id) for hold_id in (idle, idle, busy)]
    assert [one.body["status"] for one in ended] == ["expired"] * 3
    assert [len(one.body["transaction_ids"]) for one in ended] == [0, 0, 1]
    user = await ledger.user()
    assert (user["credits"], user["held"]) == (Decimal("8.3"), 0)
    assert (await settle(ledger, idle, 1000)).body["cost"] == 1
    assert (await end(done)).body["type"] == "urn:owc:problem:hold-ended"
    assert (await end(uuid4())).status == 404
    assert (await ledger.call("GET", "/api/ledger/holds?status=settled")).status == 422
    ended_ones = await ledger.get("/api/ledger/holds?status=expired&user_id=u")
    assert len(ended_ones["holds"]) == 2
    told = await ledger.get("/api/credits/system-logs?type=hold_released")
    assert told["total"] == 2
