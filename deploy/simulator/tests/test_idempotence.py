"""Idempotence-Key: one key, one body, one object, for 24 hours."""

import asyncio
from typing import Any

import httpx
import pytest
from yookassa_simulator.remote import Simulator

Body = dict[str, Any]
DAY = 24 * 3600


async def test_a_replay_returns_the_object_as_it_is_now(provider: Simulator, wish: Body) -> None:
    first = (await provider.call("POST", "/payments", wish, key="k")).json()
    await provider.finish(first["id"])
    again = (await provider.call("POST", "/payments", wish, key="k")).json()
    assert (again["id"], again["status"]) == (first["id"], "succeeded")
    assert len((await provider.state())["payment"]) == 1


async def test_another_body_under_the_same_key_is_refused(provider: Simulator, wish: Body) -> None:
    await provider.call("POST", "/payments", wish, key="k")
    answer = await provider.call("POST", "/payments", wish | {"description": "other"}, key="k")
    assert answer.status_code == 400
    assert answer.json()["description"] == "Idempotence key duplicated"
    assert answer.json()["parameter"] == "Idempotence-Key"


async def test_a_corrected_request_needs_a_new_key(provider: Simulator, wish: Body) -> None:
    wrong = wish | {"metadata": {"k": 1}}
    assert (await provider.call("POST", "/payments", wrong, key="k")).status_code == 400
    assert (await provider.call("POST", "/payments", wish, key="k")).status_code == 400
    assert (await provider.call("POST", "/payments", wish, key="k2")).status_code == 200


async def test_after_a_day_the_same_request_is_a_new_payment(
    provider: Simulator, wish: Body
) -> None:
    first = (await provider.call("POST", "/payments", wish, key="k")).json()
    await provider.advance(DAY - 60)
    assert (await provider.call("POST", "/payments", wish, key="k")).json()["id"] == first["id"]
    await provider.advance(120)
    assert (await provider.call("POST", "/payments", wish, key="k")).json()["id"] != first["id"]


async def test_parallel_requests_with_one_key_make_one_payment(
    provider: Simulator, wish: Body
) -> None:
    calls = [provider.call("POST", "/payments", wish, key="k") for _ in range(20)]
    assert len({answer.json()["id"] for answer in await asyncio.gather(*calls)}) == 1


async def test_keys_of_two_shops_are_two_keys(provider: Simulator, wish: Body) -> None:
    await provider.control("PUT", "/shops/777", {"key": "test_other"})
    mine = await provider.call("POST", "/payments", wish, key="k")
    theirs = await provider.call("POST", "/payments", wish, key="k", auth=("777", "test_other"))
    assert mine.json()["id"] != theirs.json()["id"]


@pytest.mark.parametrize("key", [None, "", "x" * 65, "a b", "ключ"])
async def test_a_missing_or_wrong_key_is_refused(
    provider: Simulator, wish: Body, key: str | None
) -> None:
    headers = {} if key is None else {"Idempotence-Key": key.encode()}
    auth = httpx.BasicAuth(provider.shop_id, provider.key)
    answer = await provider.send("POST", "/v3/payments", json=wish, headers=headers, auth=auth)
    assert answer.status_code == 400
    assert answer.json()["parameter"] == "Idempotence-Key"
