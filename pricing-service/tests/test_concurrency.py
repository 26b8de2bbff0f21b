"""Several writers at once."""

import asyncio
from datetime import timedelta
from decimal import Decimal
from typing import Any

from shared.codec import decode
from shared.testing import eventually

UPDATE = "/api/credits/models/update"


async def test_writers_at_the_same_moment_each_get_a_version_and_one_wins_everywhere(
    service: Any,
) -> None:
    await service.price("base", "1", "1")
    await service.price("preset", "1", "1")
    await service.db.execute("UPDATE model SET base_model_id = 'base' WHERE id = 'preset'")
    bodies = [
        {"model_id": model, "context_price": Decimal(n), "generation_price": 1}
        for n in range(2, 10)
        for model in ("base", "preset")
    ]
    answers = await asyncio.gather(*(service.post(UPDATE, body) for body in bodies))
    assert {answer.status_code for answer in answers} == {200}
    versions = [decode(answer.text)["version_id"] for answer in answers]
    assert len(set(versions)) == len(versions)
    service.clock.advance(seconds=1)
    for model in ("base", "preset"):
        facts = [f for f in await service.facts() if f["model_id"] == model]
        newest = max(facts, key=lambda f: f["effective_from"])

        async def read(model: str = model, version: str = newest["version_id"]) -> bool:
            return bool((await service.model(model))["version_id"] == version)

        await eventually(read)


async def test_one_key_used_at_once_by_many_publishes_once(service: Any) -> None:
    body = {"model_id": "m", "context_price": 1, "generation_price": 1}
    answers = await asyncio.gather(*(service.post(UPDATE, body, key="k") for _ in range(10)))
    assert len({answer.content for answer in answers}) == 1
    assert await service.db.fetchval("SELECT count(*) FROM price_version") == 1


async def test_units_set_by_another_writer_at_the_same_moment_are_kept(service: Any) -> None:
    await service.price("m", "1", "1")
    service.clock.advance(timedelta(seconds=1))
    with_image = {
        "model_id": "m", "context_price": 1, "generation_price": 1, "prices": {"image": 7},
    }  # fmt: skip
    await service.post(UPDATE, with_image)
    await service.post(UPDATE, {"model_id": "m", "context_price": 2, "generation_price": 1})
    service.clock.advance(timedelta(seconds=1))
    assert (await service.model("m"))["prices"] == {
        "input": Decimal("2.0"), "output": Decimal("1.0"), "image": Decimal("7.0"),
    }  # fmt: skip
