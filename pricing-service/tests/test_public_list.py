"""GET /api/public/models/pricing and the hot door in front of FastAPI."""

from typing import Any

import pytest

LIST = "/api/public/models/pricing"


async def test_the_public_list_has_the_fields_that_clients_know(service: Any) -> None:
    await service.price("b", "0.5", "1", name="Beta")
    await service.price("a", "0.25", "2", name="Alpha", is_free=True)
    answer = await service.http.get(LIST)
    assert answer.headers["content-type"] == "application/json"
    known = (
        "id",
        "name",
        "context_price",
        "generation_price",
        "is_free",
        "is_restricted",
        "access_level",
    )
    assert [{name: entry[name] for name in known} for entry in answer.json()] == [
        {
            "id": "a",
            "name": "Alpha",
            "context_price": 0.25,
            "generation_price": 2.0,
            "is_free": True,
            "is_restricted": False,
            "access_level": "public",
        },
        {
            "id": "b",
            "name": "Beta",
            "context_price": 0.5,
            "generation_price": 1.0,
            "is_free": False,
            "is_restricted": False,
            "access_level": "public",
        },
    ]
    assert b'"generation_price":1.0,' in answer.content


@pytest.mark.parametrize("form", ["{0}", "W/{0}", '"other", {0}', "*"])
async def test_a_client_with_the_current_list_gets_no_body(service: Any, form: str) -> None:
    await service.price("m", "1", "2")
    etag = (await service.http.get(LIST)).headers["etag"]
    answer = await service.http.get(LIST, headers={"if-none-match": form.format(etag)})
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["etag"] == etag
    await service.price("m", "2", "2")
    assert (await service.http.get(LIST, headers={"if-none-match": etag})).status_code == 200


async def test_a_name_is_data_and_never_markup(service: Any) -> None:
    name = "<img src=x onerror=alert(1)>\"'"
    await service.price("m", "1", "2", name=name)
    answer = await service.http.get(LIST)
    assert answer.json()[0]["name"] == name
    assert answer.headers["content-type"] == "application/json"


async def test_reads_go_on_while_the_database_is_away(service: Any) -> None:
    await service.price("m", "1", "2")
    await service.app.state.pricing.db.close()
    assert "m" in await service.public()
    assert (await service.model("m"))["priced"] is True


async def test_the_door_and_fastapi_answer_the_same(service: Any) -> None:
    await service.price("m", "1", "2")
    inner = service.app.router
    door = [await service.http.get(LIST), await service.get("/api/credits/model/m", "key")]
    service.app.user_middleware[:] = [
        m for m in service.app.user_middleware if m.cls.__name__ != "PriceDoor"
    ]
    service.app.middleware_stack = service.app.build_middleware_stack()
    plain = [await service.http.get(LIST), await service.get("/api/credits/model/m", "key")]
    assert inner is service.app.router
    for hot, slow in zip(door, plain, strict=True):
        assert hot.content == slow.content
        assert hot.headers.get("etag") == slow.headers.get("etag")
        assert hot.headers.keys() == slow.headers.keys()
    etag = door[0].headers["etag"]
    unchanged = await service.http.get(LIST, headers={"if-none-match": etag})
    assert unchanged.status_code == 304


async def test_both_hot_reads_are_documented_and_counted(service: Any) -> None:
    paths = (await service.http.get("/openapi.json")).json()["paths"]
    assert LIST in paths
    assert "/api/credits/model/{model_id}" in paths
    await service.http.get(LIST)
    metrics = (await service.http.get("/metrics")).text
    assert f'route="{LIST}",service="pricing"' in metrics


async def test_a_forged_identity_reads_no_price(service: Any) -> None:
    answer = await service.http.get(
        "/api/credits/model/m", headers={"x-owc-identity": "eyJhbGciOiJub25lIn0.e30."}
    )
    assert answer.status_code == 401
