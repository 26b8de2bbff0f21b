"""Bulk edit: what is applied is exactly what was previewed."""

from decimal import Decimal
from typing import Any

import pytest

from shared.codec import decode

PREVIEW = "/api/credits/models/bulk/preview"
APPLY = "/api/credits/models/bulk/apply"


async def previewed(service: Any, **body: Any) -> Any:
    answer = await service.post(PREVIEW, body)
    assert answer.status_code == 200, answer.text
    return decode(answer.text)


async def test_a_preview_changes_nothing_and_applying_it_changes_exactly_that(
    service: Any,
) -> None:
    await service.price("a", "1", "2", prices={"cached_input": Decimal("0.1")})
    await service.price("b", "0.333333333333", "4")
    preview = await previewed(service, multiply=Decimal("1.1"))
    assert [item["after"]["prices"] for item in preview["changes"]] == [
        {"input": Decimal("1.1"), "cached_input": Decimal("0.11"), "output": Decimal("2.2")},
        {"input": Decimal("0.366666666666"), "output": Decimal("4.4")},
    ]
    assert (await service.model("a"))["context_price"] == Decimal("1.0")
    service.clock.advance(seconds=1)
    body = {"multiply": Decimal("1.1"), "digest": preview["digest"]}
    answer = await service.post(APPLY, body, key="spring")
    assert answer.json() == {"status": "success", "changed": 2}
    again = await service.post(APPLY, body, key="spring")
    assert again.content == answer.content
    assert (await service.model("a"))["prices"]["cached_input"] == Decimal("0.11")
    assert (await service.model("b"))["generation_price"] == Decimal("4.4")


async def test_prices_that_changed_since_the_preview_are_not_overwritten(service: Any) -> None:
    await service.price("a", "1", "2")
    preview = await previewed(service, multiply=2)
    await service.price("a", "3", "2")
    answer = await service.post(APPLY, {"multiply": 2, "digest": preview["digest"]})
    assert (answer.status_code, answer.json()["type"]) == (
        409,
        "urn:owc:problem:preview-outdated",
    )
    assert (await service.model("a"))["context_price"] == Decimal("3.0")


async def test_one_jump_that_nobody_confirmed_stops_the_whole(service: Any) -> None:
    await service.price("a", "1", "2")
    await service.price("b", "1", "2")
    preview = await previewed(service, multiply=1000, show="public")
    assert preview["jumps"] == 2
    body = {"multiply": 1000, "show": "public", "digest": preview["digest"]}
    service.clock.advance(seconds=1)
    assert (await service.post(APPLY, body)).status_code == 409
    assert (await service.model("b"))["context_price"] == Decimal("1.0")
    confirmed = await service.post(APPLY, {**body, "confirm_jump": True, "reason": "new credits"})
    assert confirmed.json()["changed"] == 2
    row = await service.db.fetchrow("SELECT action, reason FROM price_change ORDER BY id DESC")
    assert tuple(row) == ("bulk", "new credits")


async def test_models_are_chosen_by_id_by_text_or_by_kind(service: Any) -> None:
    await service.price("openai/a", "1", "2")
    await service.price("openai/b", "1", "2", is_free=True)
    await service.price("other", "1", "2", is_restricted=True)

    async def chosen(**selection: Any) -> list[str]:
        found = await previewed(service, multiply=2, **selection)
        return [item["id"] for item in found["changes"]]

    assert await chosen(search="OPENAI/") == ["openai/a", "openai/b"]
    assert await chosen(show="free") == ["openai/b"]
    assert await chosen(show="restricted") == ["other"]
    assert await chosen(model_ids=["other", "unknown"]) == ["other"]


async def test_a_unit_can_be_set_and_taken_away_for_many(service: Any) -> None:
    await service.price("a", "1", "2", prices={"request": 5})
    preview = await previewed(
        service,
        prices={"request": None, "image": Decimal("0.01")},
        price_mode="usd",
        is_free=True,
    )
    (item,) = preview["changes"]
    assert item["after"] == {
        "prices": {"input": Decimal("1.0"), "output": Decimal("2.0"), "image": Decimal("10.00")},
        "is_free": True,
    }


@pytest.mark.parametrize(
    "body", [{}, {"multiply": 0}, {"multiply": -1}, {"prices": {"input": -1}}, {"show": "x"}]
)
async def test_a_bulk_change_that_says_nothing_sensible_is_refused(service: Any, body: Any) -> None:
    assert (await service.post(PREVIEW, body)).status_code == 422


@pytest.mark.parametrize(("who", "status"), [("nobody", 401), ("key", 403)])
async def test_bulk_edit_is_for_administrators(service: Any, who: str, status: int) -> None:
    assert (await service.post(PREVIEW, {"multiply": 2}, who)).status_code == status
    body = {"multiply": 2, "digest": "0" * 64}
    assert (await service.post(APPLY, body, who)).status_code == status
