"""Merges the OpenAPI documents of the services into one: only what the door lets through."""

import copy
from collections.abc import Iterator, Mapping
from typing import Any, Final

from gateway.domain import model_calls, refusals
from gateway.domain.refusals import Document
from gateway.domain.routing import Route, RouteTable

_METHODS: Final = ("get", "post", "put", "patch", "delete")
_REFERENCE: Final = "#/components/schemas/"
SECURITY_SCHEMES: Final[dict[str, Any]] = {
    "admin": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "access_token of POST /auth/login; the admin app has it in a cookie",
    },
    "key": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
    "user": {
        "type": "apiKey",
        "in": "cookie",
        "name": "token",
        "description": "session of Open WebUI; also accepted as a bearer token",
    },
}


def merge(own: Document, services: Mapping[str, Document | None], table: RouteTable) -> Document:
    """One document, sorted. A service whose document is None is in `x-missing-services`."""
    merged: Document = {
        "openapi": "3.1.0",
        "info": own["info"],
        "paths": {},
        "components": {
            "schemas": dict(refusals.SCHEMAS),
            "responses": refusals.ANSWERS,
            "securitySchemes": SECURITY_SCHEMES,
        },
    }
    for service, document in {"gateway": own, **services, "models": model_calls.DOCUMENT}.items():
        if document is not None:
            _add(merged, service, copy.deepcopy(document), table)
    merged["components"]["schemas"] = _used(merged)
    missing = sorted(name for name, document in services.items() if document is None)
    if missing:
        merged["x-missing-services"] = missing
    merged["paths"] = dict(sorted(merged["paths"].items()))
    return merged


def _add(merged: Document, service: str, document: Document, table: RouteTable) -> None:
    taken = merged["components"]["schemas"]
    schemas = document.get("components", {}).get("schemas", {})
    # Two services may use one name for two things; the second gets its service's name in front.
    renamed = {
        name: f"{service.capitalize()}{name}"
        for name, schema in schemas.items()
        if name in taken and taken[name] != schema
    }
    for node in _nodes(document):
        reference = node.get("$ref")
        if isinstance(reference, str) and reference.startswith(_REFERENCE):
            name = reference.removeprefix(_REFERENCE)
            node["$ref"] = _REFERENCE + renamed.get(name, name)
    taken.update({renamed.get(name, name): schema for name, schema in schemas.items()})
    for path, operations in document.get("paths", {}).items():
        for method in _METHODS:
            route = table.find(method.upper(), path)
            if method in operations and route is not None and route.service == service:
                described = _described(operations[method], service, method, route)
                merged["paths"].setdefault(path, {})[method] = described


def _described(operation: Document, service: str, method: str, route: Route) -> Document:
    kept = [p for p in operation.get("parameters", []) if p.get("name") != "x-owc-identity"]
    operation["parameters"] = kept
    name = operation.get("operationId") or f"{method}_{route.path}"
    operation["operationId"] = f"{service}_{name}"
    operation["tags"] = [service]
    if not route.public:
        operation["security"] = [{kind: []} for kind in sorted(route.who)]
    notes = []
    if route.scope:
        notes.append(f"API key scope: `{route.scope}`.")
    if "admin" in route.who:
        notes.append(f"Administrator permission: `{route.permission}`.")
    if notes:
        operation["description"] = "\n\n".join(
            part for part in (operation.get("description", ""), " ".join(notes)) if part
        )
    refusals.describe(operation, method, route)
    return operation


def _used(merged: Document) -> Document:
    """The schemas that an operation or a refusal reaches, by name."""
    schemas = merged["components"]["schemas"]
    reached: set[str] = set()
    ahead = [merged["paths"], merged["components"]["responses"]]
    while ahead:
        references = [node.get("$ref") for node in _nodes(ahead.pop())]
        names = {
            reference.removeprefix(_REFERENCE)
            for reference in references
            if isinstance(reference, str) and reference.startswith(_REFERENCE)
        }
        ahead += [schemas[name] for name in names - reached]
        reached |= names
    return {name: schemas[name] for name in sorted(reached)}


def _nodes(value: Any) -> Iterator[Document]:
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from _nodes(part)
    elif isinstance(value, list):
        for part in value:
            yield from _nodes(part)
