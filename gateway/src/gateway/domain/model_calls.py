"""The OpenAPI of the metering door; what it passes on unread is left open."""

from typing import Any, Final

from gateway.domain.metered_requests import KINDS, Kind
from gateway.domain.refusals import Document

_TEXT: Final = {"type": "string"}
_OBJECTS: Final = {"type": "array", "items": {"type": "object"}}
_TOKENS: Final = {"type": "integer", "minimum": 1}
_PROMPT: Final = {"anyOf": [_TEXT, {"type": "array"}]}
_MODEL: Final = {"type": "string", "minLength": 1, "maxLength": 255}
_EVENTS: Final = {"description": "server-sent events, each with a JSON object"}
_STREAM: Final = {"type": "boolean"}
_FIELDS: Final[dict[Kind, Document]] = {
    "chat": {
        "messages": _OBJECTS,
        "stream": _STREAM,
        "max_tokens": _TOKENS,
        "max_completion_tokens": _TOKENS,
    },
    "completion": {"prompt": _PROMPT, "stream": _STREAM, "max_tokens": _TOKENS},
    "embedding": {"input": _PROMPT},
    "response": {"input": _PROMPT, "stream": _STREAM, "max_output_tokens": _TOKENS},
    "image": {"prompt": _TEXT, "n": {"type": "integer", "minimum": 1, "maximum": 128}},
    "speech": {"input": _TEXT, "voice": _TEXT},
    "transcription": {"file": {"type": "string", "contentMediaType": "application/octet-stream"}},
}
_SUMMARIES: Final[dict[Kind, str]] = {
    "chat": "A chat turn, metered",
    "completion": "A completion, metered",
    "embedding": "Embeddings, metered",
    "response": "A response, metered",
    "image": "Pictures, metered",
    "speech": "Speech, metered",
    "transcription": "A transcription, metered",
}
# Whom Open WebUI names as the user; which of the two is believed, the installation decides.
_PAYER: Final = [
    {"name": name, "in": "header", "required": False, "schema": _TEXT}
    for name in ("X-OpenWebUI-User-Id", "X-OpenWebUI-User-Jwt")
]
# More than the door itself refuses: a provider's refusal is passed back as it came.
_REFUSALS: Final = ("402", "404", "429")


def _operation(path: str, kind: Kind) -> Document:
    form = kind == "transcription"
    schema = {
        "type": "object",
        "required": ["model"],
        "properties": {"model": _MODEL, **_FIELDS[kind]},
    }
    media = "multipart/form-data" if form else "application/json"
    return {
        "summary": _SUMMARIES[kind],
        "operationId": path.strip("/").replace("/", "_"),
        "parameters": _PAYER,
        "requestBody": {"required": True, "content": {media: {"schema": schema}}},
        "responses": {
            "200": {"description": "The provider's answer", "content": _answer(kind)},
            **{status: {} for status in _REFUSALS},
        },
    }


def _answer(kind: Kind) -> Document:
    objects: Document = {"application/json": {"schema": {"type": "object"}}}
    if kind == "speech":
        return {"audio/*": {"schema": {"type": "string", "format": "binary"}}}
    if kind == "transcription":
        return objects | {"text/plain": {"schema": _TEXT}}
    streams = "stream" in _FIELDS[kind]
    return objects | ({"text/event-stream": {"schema": _EVENTS}} if streams else {})


_MODELS: Final[Document] = {
    "summary": "The provider's models",
    "operationId": "v1_models",
    "parameters": [],
    "responses": {
        "200": {
            "description": "The provider's answer",
            "content": {"application/json": {"schema": {"type": "object"}}},
        }
    },
}
DOCUMENT: Final[dict[str, Any]] = {
    "paths": {
        "/v1/models": {"get": _MODELS},
        **{path: {"post": _operation(path, kind)} for path, kind in KINDS.items()},
    }
}
