"""What each operation may answer beside success: one schema, chosen by what the operation takes."""

from typing import Any, Final

from gateway.domain.routing import Route, is_safe

Document = dict[str, Any]

_DETAIL: Final = {
    "description": "for people; of a wrong value a list of errors that name their field",
    "anyOf": [
        {"type": "string"},
        {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "loc", "msg"],
                "properties": {
                    "type": {"type": "string"},
                    "loc": {
                        "type": "array",
                        "items": {"anyOf": [{"type": "string"}, {"type": "integer"}]},
                    },
                    "msg": {"type": "string"},
                },
            },
        },
    ],
}
SCHEMAS: Final[Document] = {
    "Problem": {
        "description": "Every refusal. `type` is for programs; some have further members.",
        "type": "object",
        "required": ["detail", "type", "title", "status", "trace_id"],
        "properties": {
            "detail": _DETAIL,
            "type": {"type": "string", "pattern": "^urn:owc:problem:"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "trace_id": {"type": "string"},
        },
    },
    "ModelProblem": {
        "description": "A refusal of a model call: a Problem with the member that OpenAI has.",
        "allOf": [{"$ref": "#/components/schemas/Problem"}],
        "type": "object",
        "required": ["error"],
        "properties": {
            "error": {
                "type": "object",
                "required": ["message", "type", "code", "param"],
                "properties": {
                    "message": {"type": "string"},
                    "type": {"type": "string"},
                    "code": {"type": "string"},
                    "param": {"type": "null"},
                },
            }
        },
    },
}
_REASONS: Final = {
    400: "The request cannot be read",
    401: "Not authenticated",
    402: "Not enough credits",
    403: "Not permitted",
    404: "Not found",
    408: "The body did not arrive in time",
    409: "The idempotency key or the state excludes it",
    413: "The body is too large",
    422: "A value cannot be accepted; `detail` names the field",
    429: "Too many requests",
    502: "A third party or a service did not answer properly",
    503: "Temporarily unavailable",
    504: "A service did not answer in time",
}
_LATER: Final = {
    "Retry-After": {"required": True, "description": "seconds", "schema": {"type": "integer"}}
}
_HEADERS: Final[dict[int, Document]] = {
    401: {"WWW-Authenticate": {"required": True, "schema": {"type": "string"}}},
    429: _LATER,
    503: _LATER,
}
_FIRST_ERROR: Final = 400


def _answer(status: int, name: str) -> Document:
    return {
        "description": _REASONS[status],
        "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}},
        **({"headers": _HEADERS[status]} if status in _HEADERS else {}),
    }


ANSWERS: Final[Document] = {
    f"{name}{status}": _answer(status, name) for name in SCHEMAS for status in _REASONS
}


def describe(operation: Document, method: str, route: Route) -> None:
    """Put every refusal into `operation`. It may declare more by number, or in another form."""
    answers = operation.setdefault("responses", {})
    declared = {int(s) for s in answers if s.isdigit() and int(s) >= _FIRST_ERROR}
    name = "ModelProblem" if route.service == "models" else "Problem"
    for status in declared | _possible(operation, method, route):
        usual = _answer(status, name)
        own = _own_forms(answers.get(str(status), {}))
        answers[str(status)] = (
            usual | {"content": usual["content"] | own}
            if own
            else {"$ref": f"#/components/responses/{name}{status}"}
        )
    operation["responses"] = dict(sorted(answers.items()))


def _own_forms(answer: Document) -> Document:
    """What the operation declares itself, but for FastAPI's 422, which nobody answers."""
    return {
        media_type: form
        for media_type, form in answer.get("content", {}).items()
        if not form.get("schema", {}).get("$ref", "").endswith("/HTTPValidationError")
    }


def _possible(operation: Document, method: str, route: Route) -> set[int]:
    """What the door and the service's frame answer, whatever the operation does."""
    parameters = operation.get("parameters", [])
    by_path = any(parameter["in"] == "path" for parameter in parameters)
    has_body = "requestBody" in operation
    found = {400, 503}
    if not route.public:
        found |= {401, 403}
    if route.service != "gateway":
        found |= {502, 504}
    if by_path or not is_safe(method.upper()) or route.first_sight:
        found.add(404)
    if not is_safe(method.upper()):
        found.add(409)
    if has_body:
        found |= {408, 413}
    if has_body or parameters:
        found.add(422)
    return found
