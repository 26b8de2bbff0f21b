"""A model provider on loopback which speaks Chat Completions and logs what it really did.

Its log is the truth that the ledger is compared with. It knows nothing of credits.
Directives in the last user message steer one call: [[words=5]] length of the answer, [[slow=0.1]]
seconds between words, [[hang=2]] seconds before the first byte, [[tool]] call the first offered
tool for [[rounds=2]] rounds, [[err=500]] HTTP error, [[err_mid]] error chunk after three words,
[[drop]] connection lost after three words, [[usage=never]] report nothing, [[forged]] also report
negative numbers, [[running]] report a running total in every chunk.
"""

import json
import re
import socket
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

Json = dict[str, Any]
MODELS = ("fake-small", "fake-large", "fake-reasoner")
BREAK_AFTER = 3
THOUGHT = 7


def text_of(content: Any) -> str:
    if isinstance(content, list):
        return " ".join(str(part.get("text", "")) for part in content)
    return str(content or "")


def spoken(tool_call: Json) -> str:
    return str(tool_call["function"]["name"] + tool_call["function"]["arguments"])


@dataclass
class UpstreamCall:
    """One request as the provider saw it."""

    body: Json
    outcome: str = "running"
    usage: Json | None = None
    written: str = ""

    @property
    def asked(self) -> str:
        texts = [m["content"] for m in self.body["messages"] if m.get("role") == "user"]
        last = text_of(texts[-1]) if texts else ""
        return "" if self.is_task else last

    @property
    def is_task(self) -> bool:
        return "### Task:" in text_of(self.body["messages"][-1].get("content"))

    def directive(self, name: str, default: str = "") -> str:
        found = re.search(rf"\[\[{name}=([^\]]+)\]\]", self.asked)
        return found[1] if found else default

    def has(self, flag: str) -> bool:
        return f"[[{flag}]]" in self.asked

    @property
    def tool_call(self) -> Json | None:
        results = 0
        for message in reversed(self.body["messages"]):
            if message.get("role") == "user":
                break
            results += message.get("role") == "tool"
        tools = self.body.get("tools") or []
        if not (tools and self.has("tool")) or results >= int(self.directive("rounds", "1")):
            return None
        function = tools[0]["function"]
        wanted = function.get("parameters", {}).get("properties", {})
        arguments = json.dumps(dict.fromkeys(wanted, 1))
        call = {"name": function["name"], "arguments": arguments}
        return {"index": 0, "id": f"call_{results}", "type": "function", "function": call}

    def count(self, words: int) -> Json:
        prompt = 4 + sum(len(text_of(m.get("content")).split()) for m in self.body["messages"])
        thought = THOUGHT if self.body["model"] == "fake-reasoner" else 0
        return {
            "prompt_tokens": prompt,
            "completion_tokens": words + thought,
            "total_tokens": prompt + words + thought,
            "prompt_tokens_details": {"cached_tokens": prompt // 2},
            "completion_tokens_details": {"reasoning_tokens": thought},
        }


@dataclass
class Provider:
    """`says`: what it answers with in place of numbered words."""

    says: str = ""
    calls: list[UpstreamCall] = field(default_factory=list)
    server: ThreadingHTTPServer = field(init=False)

    def __enter__(self) -> Self:
        handler = type("BoundHandler", (Handler,), {"provider": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self.server.shutdown()
        self.server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/v1"

    def answered(self, marker: str) -> list[UpstreamCall]:
        """The calls of one turn, found by a word which only its prompt contains."""
        return [call for call in self.calls if marker in call.asked]


class Handler(BaseHTTPRequestHandler):
    provider: Provider
    protocol_version = "HTTP/1.1"

    def log_message(self, *_args: Any) -> None:
        """The default writes each request to stderr."""

    def do_GET(self) -> None:
        models = [{"id": name, "object": "model", "owned_by": "fake"} for name in MODELS]
        self.reply({"object": "list", "data": models})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self.path.endswith("/chat/completions"):
            self.reply({"error": {"message": "no such endpoint"}}, 404)
            return
        call = UpstreamCall(body)
        self.provider.calls.append(call)
        time.sleep(float(call.directive("hang", "0")))
        if error := call.directive("err"):
            call.outcome = f"http_{error}"
            self.reply({"error": {"message": "provider error"}}, int(error))
            return
        try:
            (self.stream if body.get("stream") else self.answer)(call)
        except (BrokenPipeError, ConnectionResetError):
            call.outcome = "client_left"
            self.close_connection = True

    def reply(self, answer: Json, status: int = 200) -> None:
        data = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def answer(self, call: UpstreamCall) -> None:
        words, tool = self.words(call), call.tool_call
        message: Json = {"role": "assistant", "content": None if tool else " ".join(words)}
        if tool:
            message["tool_calls"] = [tool]
        reason = "tool_calls" if tool else "stop"
        choice = {"index": 0, "message": message, "finish_reason": reason}
        answer: Json = {"id": "chat", "object": "chat.completion", "choices": [choice]}
        if call.directive("usage") != "never":
            answer["usage"] = call.usage = call.count(len(words))
        call.written = spoken(tool) if tool else " ".join(words)
        self.reply(answer)
        call.outcome = "ok"

    def words(self, call: UpstreamCall) -> list[str]:
        if call.is_task:
            return ['{"title": "A title", "tags": ["one"], "follow_ups": ["And then?"]}']
        if self.provider.says:
            return self.provider.says.split(" ")
        wanted = int(call.directive("words", "12"))
        return [f"w{n}" for n in range(min(wanted, call.body.get("max_tokens", wanted)))]

    def send(self, chunk: Json | str) -> None:
        text = chunk if isinstance(chunk, str) else json.dumps(chunk)
        data = f"data: {text}\n\n".encode()
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.flush()

    def delta(self, call: UpstreamCall, delta: Json, reason: str | None = None) -> None:
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        chunk: Json = {"id": "chat", "object": "chat.completion.chunk", "choices": [choice]}
        if call.has("running"):
            chunk["usage"] = call.count(len(call.written.split()))
        if call.has("forged"):
            chunk["usage"] = {"prompt_tokens": -1000, "completion_tokens": -1000}
        self.send(chunk | {"model": call.body["model"]})

    def stream(self, call: UpstreamCall) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        tool, words = call.tool_call, self.words(call)
        self.delta(call, {"role": "assistant", "content": ""})
        if tool:
            self.delta(call, {"tool_calls": [tool]})
            call.written = spoken(tool)
        elif not self.say(call, words):
            return
        self.delta(call, {}, "tool_calls" if tool else "stop")
        asked = (call.body.get("stream_options") or {}).get("include_usage")
        if asked and call.directive("usage") != "never":
            call.usage = call.count(len(words))
            self.send({"id": "chat", "choices": [], "usage": call.usage})
        self.send("[DONE]")
        self.wfile.write(b"0\r\n\r\n")
        call.outcome = "ok"

    def say(self, call: UpstreamCall, words: list[str]) -> bool:
        """Stream the words; False if the answer was broken off on demand."""
        for number, word in enumerate(words):
            if number == BREAK_AFTER and call.has("err_mid"):
                call.outcome = "error_chunk"
                self.send({"error": {"message": "provider error", "code": 500}})
                self.send("[DONE]")
                self.wfile.write(b"0\r\n\r\n")
                return False
            if number == BREAK_AFTER and call.has("drop"):
                call.outcome = "dropped"
                self.connection.shutdown(socket.SHUT_RDWR)
                self.close_connection = True
                return False
            self.delta(call, {"content": f"{word} "})
            call.written += f"{word} "
            time.sleep(float(call.directive("slow", "0.005")))
        return True
