"""The API reference: one OpenAPI document, and a page of it that needs no other host."""

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from typing import Any, Final

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from gateway.api.own import Parts

router = APIRouter(include_in_schema=False)

_STYLE: Final = """
:root{color-scheme:light dark;--line:#8884;--soft:#8882}
body{font:15px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem}
code,pre{font-family:ui-monospace,monospace;font-size:.92em}
details{border:1px solid var(--line);border-radius:6px;margin:.4rem 0;padding:.35rem .7rem}
summary{cursor:pointer}summary b{display:inline-block;min-width:4.2rem}
table{border-collapse:collapse;margin:.5rem 0}
td,th{border-bottom:1px solid var(--line);padding:.15rem .7rem .15rem 0;text-align:left;
vertical-align:top}
pre{background:var(--soft);padding:.6rem;border-radius:6px;overflow:auto;white-space:pre-wrap}
nav a{margin-right:1rem}.get{color:#2a7}.post{color:#37c}.put,.patch{color:#b70}.delete{color:#c43}
"""
_STYLE_HASH: Final = b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_POLICY: Final = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


async def _document(request: Request, parts: Parts) -> dict[str, Any]:
    return await parts.documents.read(request.app.openapi())


@router.get("/openapi.json")
async def openapi(request: Request, parts: Parts) -> Response:
    return JSONResponse(await _document(request, parts))


@router.get("/redoc")
@router.get("/docs")
async def docs(request: Request, parts: Parts) -> Response:
    page = "".join(_page(await _document(request, parts)))
    return HTMLResponse(page, headers={"Content-Security-Policy": _POLICY})


def _page(document: dict[str, Any]) -> Iterator[str]:
    title = escape(document["info"]["title"])
    groups: dict[str, list[tuple[str, str, dict[str, Any]]]] = {}
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            groups.setdefault(operation["tags"][0], []).append((path, method, operation))
    yield f"<!doctype html><html lang=en><meta charset=utf-8><title>{title}</title>"
    yield "<meta name=viewport content='width=device-width'>"
    yield f"<style>{_STYLE}</style><h1>{title}</h1>"
    yield "<p>The same for programs: <a href=/openapi.json>/openapi.json</a></p><nav>"
    for group in groups:
        yield f"<a href='#{escape(group)}'>{escape(group)}</a>"
    yield "</nav>"
    for missing in document.get("x-missing-services", ()):
        yield f"<p>The {escape(missing)} service does not answer: its part is missing.</p>"
    for group, entries in groups.items():
        yield f"<h2 id='{escape(group)}'>{escape(group)}</h2>"
        for path, method, operation in entries:
            yield from _operation(path, method, operation, document["components"]["responses"])
    yield "<h2 id=schemas>Schemas</h2>"
    for name, schema in sorted(document["components"]["schemas"].items()):
        yield f"<details id='schema-{escape(name)}'><summary>{escape(name)}</summary>"
        yield from _properties(schema)
        yield "</details>"


def _operation(
    path: str, method: str, operation: dict[str, Any], known: dict[str, Any]
) -> Iterator[str]:
    yield f"<details><summary><b class={method}>{method.upper()}</b> <code>{escape(path)}</code> "
    yield f"{escape(operation.get('summary', ''))}</summary>"
    if operation.get("description"):
        yield f"<p>{escape(operation['description'])}</p>"
    who = [name for entry in operation.get("security", ()) for name in entry]
    yield f"<p>Who: {escape(', '.join(who) or 'anybody')}</p>"
    if operation["parameters"]:
        yield "<table><tr><th>Parameter<th>In<th>Type<th>Needed"
        for parameter in operation["parameters"]:
            yield f"<tr><td><code>{escape(parameter['name'])}</code><td>{parameter['in']}"
            yield f"<td>{_type(parameter.get('schema', {}))}"
            yield f"<td>{'yes' if parameter.get('required') else ''}"
        yield "</table>"
    for media, content in operation.get("requestBody", {}).get("content", {}).items():
        yield f"<p>Body: {escape(media)}, {_type(content.get('schema', {}))}</p>"
    yield "<table><tr><th>Answer<th><th>"
    for status, described in operation.get("responses", {}).items():
        answer = known.get(described.get("$ref", "").rpartition("/")[2], described)
        schemas = [c.get("schema", {}) for c in answer.get("content", {}).values()]
        yield f"<tr><td>{escape(status)}<td>{escape(answer.get('description', ''))}"
        yield f"<td>{', '.join(_type(schema) for schema in schemas)}"
    yield "</table></details>"


def _properties(schema: dict[str, Any]) -> Iterator[str]:
    if not schema.get("properties"):
        yield f"<p>{_type(schema)}</p>"
        return
    required = set(schema.get("required", ()))
    yield "<table><tr><th>Field<th>Type<th>Needed<th>"
    for name, field in schema["properties"].items():
        yield f"<tr><td><code>{escape(name)}</code><td>{_type(field)}"
        yield f"<td>{'yes' if name in required else ''}<td>{escape(field.get('description', ''))}"
    yield "</table>"


def _type(schema: Any) -> str:
    """A short name of a schema as HTML, with a link where it has a section."""
    if not isinstance(schema, dict) or not schema:
        return "any"
    if "$ref" in schema:
        name = escape(str(schema["$ref"]).rpartition("/")[2])
        return f"<a href='#schema-{name}'>{name}</a>"
    for union in ("anyOf", "oneOf", "allOf"):
        if union in schema:
            return " | ".join(_type(part) for part in schema[union])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items'))}"
    if "enum" in schema:
        return escape(" | ".join(map(str, schema["enum"])))
    return escape(str(schema.get("type", "any")))
