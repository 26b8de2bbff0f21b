"""One API reference of everything behind the door, and the pages around it."""

import asyncio
import json
from typing import Any

from gateway.domain.openapi import merge
from gateway.domain.route_table import TABLE


def _document(path: str, schema: dict[str, Any]) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
    operation = {"responses": {"200": {"description": "Done", "content": content}}}
    paths = {path: {"get": operation}, "/internal/secret": {"get": operation}}
    return {
        "info": {"title": "x", "version": "1"},
        "paths": paths,
        "components": {"schemas": {"Thing": schema}},
    }


def test_only_what_passes_the_door_is_documented_and_no_name_means_two_things() -> None:
    own = _document("/auth/me", {"type": "object"})
    ledger = _document("/api/credits/user/{user_id}", {"type": "string"})
    pricing = _document("/api/credits/users", {"type": "object"})
    merged = merge(own, {"ledger": ledger, "pricing": pricing, "sync": None}, TABLE)
    paths = {path for path in merged["paths"] if not path.startswith("/v1/")}
    assert paths == {"/auth/me", "/api/credits/user/{user_id}"}
    schemas = {name for name in merged["components"]["schemas"] if "Problem" not in name}
    assert schemas == {"Thing", "LedgerThing"}
    assert merged["x-missing-services"] == ["sync"]
    operation = merged["paths"]["/api/credits/user/{user_id}"]["get"]
    assert operation["security"] == [{"admin": []}, {"key": []}]
    content = operation["responses"]["200"]["content"]["application/json"]
    assert content["schema"]["$ref"] == "#/components/schemas/LedgerThing"


async def test_the_door_serves_one_document_and_a_page_without_another_host(
    gateway: Any, services: Any
) -> None:
    document = json.dumps(_document("/api/credits/users", {"type": "object"})).encode()

    async def play(_: Any, __: Any, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(document) + document)

    services["ledger"].play = play
    merged = (await gateway.http.get("/openapi.json")).json()
    assert "/api/credits/users" in merged["paths"]
    assert "/auth/login" in merged["paths"]
    assert set(merged["components"]["securitySchemes"]) == {"admin", "key", "user"}
    for address in ("/docs", "/redoc"):
        page = await gateway.http.get(address)
        assert page.headers["content-type"].startswith("text/html")
        assert "/api/credits/users" in page.text
        assert "http://" not in page.text.replace("http://127.0.0.1", "")
        assert "https://" not in page.text
        assert "default-src 'none'" in page.headers["content-security-policy"]


async def test_health_names_every_part(start: Any, redis_url: str) -> None:
    whole = (await (await start(redis_url=redis_url)).http.get("/health")).json()
    assert whole["status"] == "healthy"
    parts = {"database", "administrator", "redis", "ledger", "billing", "pricing", "sync"}
    assert set(whole["dependencies"]) == parts
    broken = await start(redis_url=redis_url, billing_url="http://127.0.0.1:9")
    reply = await broken.http.get("/health")
    assert reply.status_code == 200
    assert reply.json()["status"] == "degraded"
    assert reply.json()["dependencies"]["billing"]["state"] == "down"
    assert (await broken.http.get("/health/ready")).status_code == 200
    assert (await broken.http.get("/health/live")).json() == {"status": "alive"}


async def test_metrics_are_not_for_everybody_and_count_by_route(gateway: Any) -> None:
    key = {"X-API-Key": "bootstrap-key-of-the-tests"}
    assert (await gateway.http.get("/metrics")).status_code == 401
    await gateway.http.get("/api/credits/user/somebody", headers=key)
    text = (await gateway.http.get("/metrics", headers=key)).text
    assert 'route="/api/credits/user/{id}"' in text
    assert "somebody" not in text
