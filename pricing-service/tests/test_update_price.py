"""POST /api/credits/models/update: the contract of older clients, and what they could break."""

from decimal import Decimal
from typing import Any

import pytest

from shared.codec import decode

UPDATE = "/api/credits/models/update"


async def test_a_price_is_answered_as_older_clients_know_it(service: Any) -> None:
    answer = await service.price("gpt-4o", "0.25", "1")
    expected = {
        "status": "success",
        "id": "gpt-4o",
        "context_price": Decimal("0.25"),
        "generation_price": Decimal("1.0"),
        "context_price_usd": Decimal("0.00025"),
        "generation_price_usd": Decimal("0.001"),
        "is_free": False,
        "is_available": True,
        "is_restricted": False,
    }
    assert {name: answer[name] for name in expected} == expected


async def test_a_published_price_is_read_at_once_and_announced(service: Any) -> None:
    answer = await service.price("openai/gpt-4o", "0.000000000001", "0.004")
    one = await service.model("openai/gpt-4o")
    assert one["context_price"] == Decimal("0.000000000001")
    assert one["version_id"] == answer["version_id"]
    listed = (await service.public())["openai/gpt-4o"]
    assert listed["generation_price"] == Decimal("0.004")
    assert listed["access_level"] == "public"
    (fact,) = await service.facts()
    assert fact["prices"] == {"input": Decimal("0.000000000001"), "output": Decimal("0.004")}
    assert fact["version_id"] == answer["version_id"]


async def test_prices_in_dollars_become_exact_credits(service: Any) -> None:
    answer = await service.price("m", "0.0000025", "0.00001", price_mode="usd")
    assert answer["context_price"] == Decimal("0.0025")
    assert answer["generation_price"] == Decimal("0.01")
    assert answer["context_price_usd"] == Decimal("0.0000025")


async def test_dollars_that_no_price_can_hold_are_refused(service: Any) -> None:
    body = (
        b'{"model_id":"m","context_price":0.0000000000000001,"generation_price":1,'
        b'"price_mode":"usd"}'
    )
    assert (await service.post(UPDATE, body)).status_code == 422


@pytest.mark.parametrize(
    "price", [b"-0.1", b"NaN", b"Infinity", b"1e308", b'"NaN"', b"true", b"null", b"1e-13", b"[]"]
)
async def test_a_price_that_is_no_price_is_refused(service: Any, price: bytes) -> None:
    body = b'{"model_id":"m","context_price":' + price + b',"generation_price":1}'
    answer = await service.post(UPDATE, body)
    assert answer.status_code == 422
    assert await service.public() == {}


async def test_editing_a_price_keeps_the_display_name(service: Any) -> None:
    await service.price("m", "1", "1", name="The Model")
    await service.price("m", "2", "2")
    assert (await service.model("m"))["name"] == "The Model"


async def test_reading_an_unknown_model_creates_and_publishes_nothing(service: Any) -> None:
    answer = await service.model("typo/of a model")
    assert answer["priced"] is False
    assert answer["name"] == "typo/of a model"
    assert (answer["context_price"], answer["generation_price"]) == (
        Decimal("0.001"),
        Decimal("0.004"),
    )
    assert answer["is_free"] is False
    assert await service.public() == {}
    assert await service.db.fetchval("SELECT count(*) FROM model") == 0
    assert await service.facts() == []


async def test_an_unknown_model_is_refused_where_the_policy_says_so(service: Any) -> None:
    await service.post("/api/credits/settings", {"unknown_model_policy": "refuse"})
    answer = await service.get("/api/credits/model/nothing", "key")
    assert answer.status_code == 404
    assert answer.json()["detail"] == "Model pricing not found"


async def test_the_same_key_and_body_answer_the_same_and_publish_once(service: Any) -> None:
    body = {"model_id": "m", "context_price": 1, "generation_price": 2}
    first = await service.post(UPDATE, body, key="k1")
    again = await service.post(UPDATE, body, key="k1")
    assert first.content == again.content
    assert len(await service.facts()) == 1


async def test_the_same_key_with_another_body_is_a_conflict(service: Any) -> None:
    body = {"model_id": "m", "context_price": 1, "generation_price": 2}
    await service.post(UPDATE, body, key="k1")
    answer = await service.post(UPDATE, {**body, "context_price": 3}, key="k1")
    assert answer.status_code == 409
    assert answer.json()["type"] == "urn:owc:problem:idempotency-key-reused"


async def test_the_actor_is_the_identity_and_not_what_the_body_says(service: Any) -> None:
    await service.price("m", "1", "1", actor="somebody else", reason="spring prices")
    row = await service.db.fetchrow("SELECT actor, actor_kind, reason FROM price_change")
    assert dict(row) == {"actor": "the admin", "actor_kind": "admin", "reason": "spring prices"}


@pytest.mark.parametrize(("who", "status"), [("nobody", 401), ("key", 403), ("user", 403)])
async def test_only_administrators_set_prices(service: Any, who: str, status: int) -> None:
    body = {"model_id": "m", "context_price": 1, "generation_price": 2}
    assert (await service.post(UPDATE, body, who)).status_code == status


@pytest.mark.parametrize(("who", "status"), [("nobody", 401), ("user", 403), ("admin", 200)])
async def test_a_model_is_read_by_keys_and_administrators(
    service: Any, who: str, status: int
) -> None:
    assert (await service.get("/api/credits/model/m", who)).status_code == status


async def test_prices_of_all_units_are_kept_until_taken_away(service: Any) -> None:
    units = {
        "cached_input": "0.1",
        "cache_write": "1.25",
        "reasoning": "3",
        "image": "40",
        "audio_second": "2",
        "request": "0.5",
    }
    await service.price("m", "1", "2", prices={u: Decimal(p) for u, p in units.items()})
    await service.price("m", "1", "2.5")
    kept = (await service.model("m"))["prices"]
    assert kept["image"] == Decimal(40)
    assert kept["output"] == Decimal("2.5")
    assert len(kept) == 8
    await service.price("m", "1", "2.5", prices={"image": None})
    assert "image" not in (await service.model("m"))["prices"]


async def test_an_unknown_unit_is_refused_by_name(service: Any) -> None:
    body = {"model_id": "m", "context_price": 1, "generation_price": 2, "prices": {"minute": 1}}
    answer = await service.post(UPDATE, body)
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["loc"] == ["body", "prices", "minute"]


async def test_a_jump_needs_a_person_who_confirms_it(service: Any) -> None:
    await service.price("m", "0.001", "0.004")
    body = {"model_id": "m", "context_price": 1000, "generation_price": Decimal("0.004")}
    answer = await service.post(UPDATE, body)
    assert answer.status_code == 409
    problem = decode(answer.text)
    assert problem["type"] == "urn:owc:problem:price-jump"
    assert problem["jumps"] == {"input": {"from": Decimal("0.001"), "to": Decimal(1000)}}
    confirmed = await service.post(UPDATE, {**body, "confirm_jump": True})
    assert confirmed.status_code == 200


async def test_saving_the_same_price_again_adds_no_version(service: Any) -> None:
    first = await service.price("m", "1", "2")
    again = await service.price("m", "1", "2")
    assert first["version_id"] == again["version_id"]
    assert len(await service.facts()) == 1


@pytest.mark.parametrize("model_id", ["", "a\nb", "a\u007fb", "x" * 1025, None, 5])
async def test_an_id_that_no_model_has_is_refused(service: Any, model_id: object) -> None:
    body = {"model_id": model_id, "context_price": 1, "generation_price": 1}
    assert (await service.post(UPDATE, body)).status_code == 422
