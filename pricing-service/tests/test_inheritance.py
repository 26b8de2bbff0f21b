"""Derived models and facts from sync, on a real database."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from pricing_service.commands.apply_model_change import apply_model_change

from shared.contracts import Event
from shared.contracts.sync import ModelChanged
from shared.db import Database


async def sync(service: Any, model_id: str, sequence: int, **more: Any) -> Event[ModelChanged]:
    """Apply what sync would announce about a model."""
    fields: dict[str, Any] = {
        "model_id": model_id,
        "name": f"Name of {model_id}",
        "base_model_id": None,
        "is_active": True,
        "access": "public",
        "status": "active",
        **more,
    }
    event = Event(
        id=uuid4(),
        type=ModelChanged.event_type,
        aggregate_id=model_id,
        sequence=sequence,
        occurred_at=service.clock(),
        data=ModelChanged(**fields),
    )
    await again(service, event)
    return event


async def again(service: Any, event: Event[ModelChanged]) -> None:
    db = Database(service.database_url)
    await db.open()
    await apply_model_change(db, event, service.clock.advance(seconds=0.001))
    await db.close()
    await service.app.state.pricing.book.refresh()


async def test_a_model_from_sync_waits_for_a_price_before_it_is_public(service: Any) -> None:
    await sync(service, "gpt-4o", 1)
    assert await service.public() == {}
    (row,) = (await service.get("/api/credits/models")).json()
    assert row["priced"] is False
    assert row["context_price"] == 0.001
    await service.price("gpt-4o", "1", "2")
    assert (await service.public())["gpt-4o"]["name"] == "Name of gpt-4o"


async def test_a_derived_model_inherits_and_is_announced_with_its_base(service: Any) -> None:
    base = await service.price("base", "1", "2")
    await sync(service, "preset", 1, base_model_id="base")
    listed = (await service.public())["preset"]
    assert listed["context_price"] == Decimal("1.0")
    assert listed["inherited_from"] == "base"
    changed = await service.price("base", "3", "4")
    facts = [f for f in await service.facts() if f["model_id"] == "preset"]
    assert [f["version_id"] for f in facts] == [base["version_id"], changed["version_id"]]
    assert all(f["inherited_from"] == "base" for f in facts)
    assert (await service.model("preset"))["context_price"] == Decimal("3.0")


async def test_an_own_price_ends_the_inheritance(service: Any) -> None:
    await service.price("base", "1", "2")
    await sync(service, "preset", 1, base_model_id="base")
    await service.price("preset", "5", "6")
    await service.price("base", "3", "4")
    assert (await service.model("preset"))["context_price"] == Decimal("5.0")
    assert (await service.public())["preset"]["inherited_from"] is None


async def test_a_base_without_a_row_of_its_own_gives_its_price_later(service: Any) -> None:
    await sync(service, "preset", 1, base_model_id="plain-provider-model")
    assert (await service.model("preset"))["priced"] is False
    await service.price("plain-provider-model", "1", "2")
    assert (await service.model("preset"))["priced"] is True


async def test_free_and_restricted_survive_sync(service: Any) -> None:
    await service.price("m", "1", "2")
    free = {"model_id": "m", "is_free": True}
    service.clock.advance(seconds=1)
    assert (await service.post("/api/credits/models/update-free-status", free)).json() == {
        "status": "success",
        **free,
    }
    restricted = {"model_id": "m", "is_restricted": True}
    answer = await service.post("/api/credits/models/update-restriction-status", restricted)
    assert answer.json() == {"status": "success", **restricted}
    await sync(service, "m", 1, access="public")
    listed = (await service.public())["m"]
    assert (listed["is_free"], listed["access_level"]) == (True, "restricted")
    assert listed["context_price"] == Decimal("1.0")
    fact = (await service.facts())[-1]
    assert (fact["is_free"], fact["is_restricted"]) == (True, True)


async def test_restriction_follows_open_webui_until_an_administrator_says_otherwise(
    service: Any,
) -> None:
    await service.price("m", "1", "2")
    await sync(service, "m", 1, access="restricted")
    assert (await service.public())["m"]["is_restricted"] is True
    path = "/api/credits/models/update-restriction-status"
    await service.post(path, {"model_id": "m", "is_restricted": False})
    assert (await service.public())["m"]["is_restricted"] is False
    await service.post(path, {"model_id": "m", "is_restricted": None})
    assert (await service.public())["m"]["is_restricted"] is True


async def test_a_closed_model_is_unavailable_and_never_deleted(service: Any) -> None:
    await service.price("m", "1", "2")
    await sync(service, "m", 1, status="closed")
    assert await service.public() == {}
    assert (await service.model("m"))["context_price"] == Decimal("1.0")
    assert (await service.facts())[-1]["is_available"] is False
    await sync(service, "m", 2)
    assert "m" in await service.public()


async def test_a_fact_is_applied_once_and_an_older_one_not_at_all(service: Any) -> None:
    newer = await sync(service, "m", 7, name="new")
    await sync(service, "m", 6, name="old")
    await again(service, newer)
    assert (await service.model("m"))["name"] == "new"
    assert await service.db.fetchval("SELECT count(*) FROM inbox") == 2


async def test_a_preset_that_is_made_free_goes_on_inheriting(service: Any) -> None:
    await service.price("base", "1", "2")
    await sync(service, "preset", 1, base_model_id="base")
    path = "/api/credits/models/update-free-status"
    service.clock.advance(seconds=1)
    await service.post(path, {"model_id": "preset", "is_free": True})
    await service.price("base", "3", "4")
    assert (await service.model("preset"))["is_free"] is True
    service.clock.advance(seconds=1)
    await service.post(path, {"model_id": "preset", "is_free": False})
    preset = await service.model("preset")
    assert (preset["is_free"], preset["context_price"]) == (False, Decimal("3.0"))
    assert preset["inherited_from"] == "base"


async def test_a_price_for_later_is_announced_at_once_and_shown_when_its_time_comes(
    service: Any,
) -> None:
    await service.price("m", "1", "2")
    later: datetime = service.clock() + timedelta(days=3)
    answer = await service.price("m", "1.5", "2", effective_from=later)
    assert answer["context_price"] == Decimal("1.5")
    assert (await service.facts())[-1]["prices"]["input"] == Decimal("1.5")
    assert (await service.public())["m"]["context_price"] == Decimal("1.0")
    (row,) = (await service.get("/api/credits/models")).json()
    assert row["scheduled"][0]["prices"]["input"] == 1.5
    etag = (await service.http.get("/api/public/models/pricing")).headers["etag"]
    service.clock.set(later)
    assert (await service.public())["m"]["context_price"] == Decimal("1.5")
    assert (await service.model("m"))["context_price"] == Decimal("1.5")
    fresh = await service.http.get("/api/public/models/pricing", headers={"if-none-match": etag})
    assert fresh.status_code == 200


async def test_a_price_cannot_be_changed_in_the_past(service: Any) -> None:
    body = {
        "model_id": "m",
        "context_price": 1,
        "generation_price": 2,
        "effective_from": service.clock() - timedelta(hours=1),
    }
    assert (await service.post("/api/credits/models/update", body)).status_code == 422
