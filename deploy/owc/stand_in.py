"""Plays what is behind the system: the sessions of an Open WebUI, and a provider of models."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

# A session's token is the name of its user.
USERS = {
    "demo-admin": {"id": "demo-admin", "name": "Demo Admin", "role": "admin"},
    "demo-student": {"id": "demo-student", "name": "Demo Student", "role": "user"},
    "demo-teacher": {"id": "demo-teacher", "name": "Demo Teacher", "role": "user"},
}
_USAGE = {"prompt_tokens": 7, "completion_tokens": 5, "total_tokens": 12}
_ANSWER = {
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hello"}}],
    "data": [],
    "text": "Hello",
    "usage": {**_USAGE, "input_tokens": 7, "output_tokens": 5},
}
_CHUNK = {"choices": [{"index": 0, "delta": {"content": "Hello"}}], "usage": None}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path.startswith("/api/v1/auths/"):
            user = USERS.get(self.headers.get("Authorization", "").removeprefix("Bearer "))
            found = user and {**user, "email": f"{user['id']}@example.org"}
            self._answer(found or {"detail": "Not authenticated"}, 200 if found else 401)
        else:
            self._answer({"object": "list", "data": [{"id": "demo-small", "object": "model"}]})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path.endswith("/audio/speech"):
            self._send(b"RIFF", "audio/wav", 200)
        elif self.headers.get("Content-Type") == "application/json" and self._streams(body):
            last = {"choices": [], "usage": _USAGE}
            lines = [f"data: {json.dumps(part)}\n\n" for part in (_CHUNK, last)]
            self._send("".join([*lines, "data: [DONE]\n\n"]).encode(), "text/event-stream", 200)
        else:
            self._answer(_ANSWER)

    @staticmethod
    def _streams(body: bytes) -> bool:
        return json.loads(body).get("stream") is True

    def _answer(self, content: dict[str, Any], status: int = 200) -> None:
        self._send(json.dumps(content).encode(), "application/json", status)

    def _send(self, content: bytes, media_type: str, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing: the system's own logs tell what was asked."""


@contextmanager
def stand_in() -> Iterator[str]:
    """The address of both, for as long as the block lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
