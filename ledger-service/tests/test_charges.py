"""Charging usage: POST /api/credits/deduct-tokens."""

import asyncio
from decimal import Decimal
from typing import Any

import pytest

from shared.testing import eventually


async def test_a_charge_takes_exactly_what_the_tokens_cost(ledger: Any) -> None:
    await ledger.give("10")
    answer = await ledger.charge(250, completion_tokens=100)
    assert answer.status == 200
    assert answer.body["success"] is True
    assert answer.body["cost"] == answer.body["deducted"] == Decimal("0.45")
    assert answer.body["prompt_cost"] == Decimal("0.25")
    assert answer.body["completion_cost"] == Decimal("0.2")
    assert answer.body["new_balance"] == Decimal("9.55")
    assert (await ledger.user())["credits"] == Decimal("9.55")


async def test_twenty_tiny_charges_from_a_million_are_all_taken(ledger: Any) -> None:
    await ledger.give("1000000")
    for _ in range(20):
        await ledger.charge(1)
    assert (await ledger.user())["credits"] == Decimal("999999.98")


async def test_a_replayed_charge_returns_the_first_answer(ledger: Any) -> None:
    await ledger.give("10")
    first = await ledger.charge(100, "key-1")
    await ledger.charge(500)
    again = await ledger.charge(100, "key-1")
    assert again.body == first.body | {"replayed": True}
    assert (await ledger.user())["credits"] == Decimal("9.4")


async def test_the_same_key_with_another_body_is_a_conflict(ledger: Any) -> None:
    await ledger.give("10")
    await ledger.charge(100, "key-1")
    answer = await ledger.charge(101, "key-1")
    assert answer.status == 409
    assert answer.body["type"] == "urn:owc:problem:idempotency-key-reused"
    assert (await ledger.user())["credits"] == Decimal("9.9")


async def test_the_header_and_the_field_are_one_key(ledger: Any) -> None:
    await ledger.give("10")
    await ledger.charge(100, "key-1")
    body = {"user_id": "u", "model_id": "m", "prompt_tokens": 100, "completion_tokens": 0}
    answer = await ledger.post("deduct-tokens", body, idempotency_key="key-1")
    assert answer.body["replayed"] is True


async def test_what_the_balance_does_not_cover_becomes_debt_and_is_told(ledger: Any) -> None:
    await ledger.give("0.5")
    answer = await ledger.charge(750)
    assert answer.status == 200
    assert answer.body["cost"] == Decimal("0.75")
    assert answer.body["deducted"] == Decimal("0.5")
    assert answer.body["shortfall"] == Decimal("0.25")
    assert (await ledger.user())["credits"] == Decimal("-0.25")
    await ledger.give("1")
    assert (await ledger.user())["credits"] == Decimal("0.75")


async def test_no_digit_of_the_largest_charge_is_lost(ledger: Any) -> None:
    await ledger.set_price("dear", {"input": Decimal("465661287.307739257812")})
    await ledger.give("0.000000000001")
    answer = await ledger.charge(2**31 - 1, model_id="dear")
    assert answer.body["cost"] == Decimal("999999999534338712.691187000364")
    assert answer.body["shortfall"] == Decimal("999999999534338712.691187000363")
    assert (await ledger.user())["credits"] == -answer.body["shortfall"]


async def test_a_free_model_costs_nothing_but_its_usage_is_recorded(ledger: Any) -> None:
    await ledger.set_price("free", {"input": Decimal(1)}, is_free=True)
    answer = await ledger.charge(1000, model_id="free")
    assert answer.body["is_free"] is True
    assert answer.body["cost"] == 0
    page = (await ledger.call("GET", "/api/credits/user/u/transactions")).body
    assert page["transactions"][0]["prompt_tokens"] == 1000


async def test_cached_and_reasoning_tokens_have_their_own_prices(ledger: Any) -> None:
    prices = {"input": "1", "cached_input": "0.1", "output": "2", "reasoning": "3"}
    await ledger.set_price("r", {unit: Decimal(price) for unit, price in prices.items()})
    answer = await ledger.charge(
        10, model_id="r", completion_tokens=10, cached_tokens=4, reasoning_tokens=5
    )
    assert answer.body["prompt_cost"] == Decimal("6.4")
    assert answer.body["completion_cost"] == Decimal(25)
    assert answer.body["cached_tokens"] == 4


async def test_null_details_are_none(ledger: Any) -> None:
    answer = await ledger.charge(10, cached_tokens=None, reasoning_tokens=None)
    assert answer.status == 200


async def test_usage_by_unit_replaces_the_token_counts_or_is_added_to_them(ledger: Any) -> None:
    prices = {"image": Decimal("2.5"), "request": Decimal("0.5"), "input": Decimal("0.1")}
    await ledger.set_price("img", prices)
    added = await ledger.charge(3, model_id="img", usage={"image": 2, "request": 1})
    assert added.body["cost"] == Decimal("5.8")
    replaced = await ledger.charge(3, model_id="img", usage={"image": 2, "input": 1})
    assert replaced.body["cost"] == Decimal("5.1")
    refused = await ledger.charge(0, model_id="img", usage={"pictures": 2})
    assert refused.status == 422
    assert refused.body["detail"][0]["loc"] == ["body", "usage", "pictures"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("prompt_tokens", -1),
        ("prompt_tokens", 2**31),
        ("prompt_tokens", 2**63),
        ("prompt_tokens", Decimal("1.5")),
        ("prompt_tokens", "many"),
        ("prompt_tokens", None),
        ("prompt_tokens", []),
        ("completion_tokens", -1_000_000),
        ("cached_tokens", -5),
        ("reasoning_tokens", 10**30),
        ("user_id", ""),
        ("user_id", 7),
        ("model_id", ""),
        ("model_id", {"id": "m"}),
        ("actor", "x" * 300),
        ("idempotency_key", ""),
    ],
)
async def test_a_wrong_value_is_refused_by_name_and_changes_nothing(
    ledger: Any, field: str, value: Any
) -> None:
    await ledger.give("10")
    answer = await ledger.charge(1, **{field: value})
    assert answer.status == 422, answer.body
    assert answer.body["detail"][0]["loc"][:2] == ["body", field]
    assert (await ledger.user())["credits"] == 10


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"",
        b"null",
        b"[]",
        b'{"prompt_tokens": NaN}',
        b'{"prompt_tokens": 1e308, "completion_tokens": 0, "user_id": "u", "model_id": "m"}',
        b'{"user_id": "u\\u0000", "model_id": "m", "prompt_tokens": 1, "completion_tokens": 1}',
        b'{"user_id": "\\ud800", "model_id": "m", "prompt_tokens": 1, "completion_tokens": 1}',
        b"[" * 100_000,
    ],
)
async def test_an_unreadable_body_is_refused_and_changes_nothing(ledger: Any, body: bytes) -> None:
    await ledger.give("10")
    answer = await ledger.post("deduct-tokens", body)
    assert answer.status in {400, 422}, answer.body
    assert (await ledger.user())["credits"] == 10


async def test_a_body_of_ten_megabytes_is_too_large(ledger: Any) -> None:
    answer = await ledger.post("deduct-tokens", b" " * 10_000_000)
    assert answer.status == 413


async def test_an_unknown_user_and_an_unknown_model_are_not_found(ledger: Any) -> None:
    answer = await ledger.charge(1, user_id="ghost")
    assert (answer.status, answer.body["detail"]) == (404, "User not found")
    answer = await ledger.charge(1, model_id="ghost")
    assert (answer.status, answer.body["detail"]) == (404, "Model pricing not found")


async def test_a_cost_beyond_any_balance_is_refused(ledger: Any) -> None:
    await ledger.set_price("gold", {"input": Decimal(10) ** 12})
    answer = await ledger.charge(2**31 - 1, model_id="gold")
    assert answer.status == 422
    assert (await ledger.user())["credits"] == 0


async def test_only_keys_and_administrators_may_charge(ledger: Any) -> None:
    body = {"user_id": "u", "model_id": "m", "prompt_tokens": 1, "completion_tokens": 0}
    assert (await ledger.post("deduct-tokens", body, kind="key")).status == 200
    assert (await ledger.post("deduct-tokens", body, kind="user")).status == 403
    answer = await ledger.http.post("/api/credits/deduct-tokens", json=body)
    assert answer.status_code == 401


async def test_four_hundred_concurrent_charges_take_exactly_four_hundred(ledger: Any) -> None:
    await ledger.give("1000")
    answers = await asyncio.gather(*(ledger.charge(1000) for _ in range(400)))
    assert {answer.status for answer in answers} == {200}
    assert (await ledger.user())["credits"] == 600


async def test_a_charge_does_not_wait_for_an_account_that_somebody_else_has_locked(
    ledger: Any,
) -> None:
    await ledger.add_user("busy")
    for user_id in ("busy", "u"):
        assert (await ledger.charge(1, user_id=user_id)).status == 200

    async def waits(connection: Any) -> bool:
        asked = "SELECT count(*) FROM pg_locks WHERE NOT granted AND pid = ANY($1)"
        mine = "SELECT array_agg(pid) FROM pg_stat_activity WHERE datname = current_database()"
        return bool(await connection.fetchval(asked, await connection.fetchval(mine)))

    async with ledger.books.db.transaction() as connection:
        await connection.execute("SELECT FROM account WHERE account_id = 'busy' FOR UPDATE")
        waiting = asyncio.create_task(ledger.charge(1, user_id="busy"))
        await eventually(lambda: waits(connection))
        assert (await asyncio.wait_for(ledger.charge(1), 5)).status == 200
        assert not waiting.done()
    assert (await waiting).status == 200
