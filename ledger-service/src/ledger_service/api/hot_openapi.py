"""The hot routes in the OpenAPI of their service: FastAPI does not know them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

import msgspec
from fastapi import FastAPI

from ledger_service.api.hot import HotRoute
from shared.http import refusals


def document(api: FastAPI, routes: Sequence[HotRoute]) -> None:
    """Add `routes` to the OpenAPI of `api`."""
    structs = [t for route in routes for t in (route.body, route.answer) if t is not None]
    built = FastAPI.openapi

    def openapi() -> dict[str, Any]:
        if api.openapi_schema is None:
            schema = built(api)
            template = "#/components/schemas/{name}"
            _, components = msgspec.json.schema_components(structs, ref_template=template)
            _as_numbers(components)
            parts = schema.setdefault("components", {}).setdefault("schemas", {})
            parts.update(components)
            for route in routes:
                path = re.sub(r":path\}", "}", route.path)
                schema["paths"].setdefault(path, {})[route.method.lower()] = _operation(route)
        return cast("dict[str, Any]", api.openapi_schema)

    api.openapi = openapi  # type: ignore[method-assign]


def _as_numbers(schema: Any) -> None:
    """Decimals travel as JSON numbers, in requests and answers (shared.codec)."""
    if isinstance(schema, dict):
        if schema.get("format") == "decimal":
            del schema["format"]
            schema["type"] = "number"
        for part in schema.values():
            _as_numbers(part)
    elif isinstance(schema, list):
        for part in schema:
            _as_numbers(part)


def _operation(route: HotRoute) -> dict[str, Any]:
    def content(struct: type[msgspec.Struct]) -> Mapping[str, Any]:
        ref = {"$ref": f"#/components/schemas/{struct.__name__}"}
        return {"application/json": {"schema": ref}}

    operation: dict[str, Any] = {
        "summary": route.summary,
        "operationId": re.sub(r"\W+", "_", f"{route.method}_{route.path}").lower(),
        "parameters": [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
            for name in re.findall(r"\{(\w+)", route.path)
        ],
        "responses": {
            str(route.status): {"description": "Done", "content": content(route.answer)},
            **{str(status): how for status, how in refusals(*route.refusals).items()},
        },
    }
    if route.body is not None:
        operation["requestBody"] = {"required": True, "content": content(route.body)}
        key = {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string"}}
        operation["parameters"].append(key)
    return operation
