"""A real Open WebUI on loopback: start, seed, stop, and REST as an administrator or a user."""

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

Json = dict[str, Any]
ENCODER = msgspec.json.Encoder(decimal_format="number")
DECODER = msgspec.json.Decoder(float_hook=Decimal)
PASSWORD = "Test-pass-1"
EVERYBODY = [{"principal_type": "user", "principal_id": "*", "permission": "read"}]
TOOL = '''"""
title: Calc
"""
class Tools:
    async def add(self, a: int, b: int) -> str:
        """Add two integers.
        :param a: first
        :param b: second
        """
        return str(a + b)
'''


class ApiError(Exception):
    def __init__(self, status: int, answer: Any, where: str) -> None:
        super().__init__(f"{status} {where}: {answer}")
        self.status, self.answer = status, answer


@dataclass
class Rest:
    """JSON over HTTP with exact decimals; an error status raises ApiError."""

    base: str
    headers: dict[str, str] = field(default_factory=dict)
    timeout_s: float = 60

    def call(self, method: str, path: str, body: Json | None = None) -> Any:
        data = None if body is None else ENCODER.encode(body)
        headers = {"Content-Type": "application/json", **self.headers}
        request = urllib.request.Request(  # noqa: S310 - a loopback address
            self.base + path, data=data, headers=headers, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=self.timeout_s) as reply:  # noqa: S310
                return decoded(reply.read())
        except urllib.error.HTTPError as error:
            with error:
                answer = decoded(error.read())
            raise ApiError(error.code, answer, f"{method} {path}") from None

    def get(self, path: str) -> Any:
        return self.call("GET", path)

    def post(self, path: str, body: Json | None = None) -> Any:
        return self.call("POST", path, body or {})


def decoded(data: bytes) -> Any:
    text = data.decode()
    try:
        return DECODER.decode(text)
    except msgspec.DecodeError:
        return text


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Person:
    user_id: str
    token: str
    api_key: str


@dataclass
class OpenWebUI:
    venv: Path
    home: Path
    provider_url: str
    port: int = field(default_factory=free_port)
    extra: dict[str, str] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def admin(self) -> Rest:
        return Rest(self.base, {"Authorization": f"Bearer {self.people['admin'].token}"})

    def settings(self) -> dict[str, str]:
        return {
            "DATA_DIR": str(self.home / "data"),
            "WEBUI_SECRET_KEY": "openwebui-acceptance-tests-only-0123456789",
            "ENABLE_PERSISTENT_CONFIG": "False",
            "ENABLE_API_KEYS": "True",
            "USER_PERMISSIONS_FEATURES_API_KEYS": "True",
            "ENABLE_OLLAMA_API": "False",
            "OPENAI_API_BASE_URLS": self.provider_url,
            "OPENAI_API_KEYS": "sk-provider",
            "CORS_ALLOW_ORIGIN": self.base,
            # Nothing may leave this machine: no model hub, no telemetry, no pip.
            "OFFLINE_MODE": "True",
            "HF_HUB_OFFLINE": "1",
            "RAG_EMBEDDING_ENGINE": "openai",
            "RAG_OPENAI_API_BASE_URL": self.provider_url,
            "RAG_OPENAI_API_KEY": "sk-provider",
            "ENABLE_VERSION_UPDATE_CHECK": "False",
            "ANONYMIZED_TELEMETRY": "False",
            "SCARF_NO_ANALYTICS": "true",
            "ENABLE_PIP_INSTALL_FRONTMATTER_REQUIREMENTS": "False",
            **self.extra,
        }

    def start(self, within_s: float = 240) -> None:
        (self.home / "data").mkdir(parents=True, exist_ok=True)
        command = [str(self.venv / "bin/open-webui"), "serve", "--host", "127.0.0.1"]
        with (self.home / "openwebui.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "--port", str(self.port)],
                cwd=self.home,
                env={**os.environ, **self.settings()},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        deadline = time.monotonic() + within_s
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            try:
                Rest(self.base, timeout_s=3).get("/health")
            except (OSError, ApiError):
                time.sleep(0.5)
            else:
                return
        raise RuntimeError(f"Open WebUI did not start, see {self.home / 'openwebui.log'}")

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(10)

    def kill(self) -> None:
        """As a power failure does: no handler of the process runs."""
        assert self.process
        self.process.kill()
        self.process.wait(10)

    def seed(self) -> None:
        first = {"name": "Admin", "email": "admin@example.test", "password": PASSWORD}
        session = Rest(self.base).post("/api/v1/auths/signup", first)
        self.people["admin"] = self.person(session)
        self.add_person("student")
        self.add_person("teacher")
        tool = {"id": "calc", "name": "Calc", "content": TOOL, "meta": {"description": "adds"}}
        self.admin.post("/api/v1/tools/create", {**tool, "access_grants": EVERYBODY})
        self.add_model("fake-small", usage=True)
        self.add_model("fake-large", usage=False)
        self.add_model("fake-reasoner", usage=True)
        self.add_model("helper", usage=True, base="fake-small", system="You are a helper.")
        self.admin.get("/api/models?refresh=true")

    def add_person(self, name: str) -> Person:
        form = {"name": name, "email": f"{name}@example.test", "password": PASSWORD}
        self.admin.post("/api/v1/auths/add", {**form, "role": "user"})
        form.pop("name")
        session = Rest(self.base).post("/api/v1/auths/signin", form)
        self.people[name] = self.person(session)
        return self.people[name]

    def person(self, session: Json) -> Person:
        own = Rest(self.base, {"Authorization": f"Bearer {session['token']}"})
        key = own.post("/api/v1/auths/api_key")["api_key"]
        return Person(session["id"], session["token"], key)

    def add_model(self, model_id: str, *, usage: bool, base: str = "", system: str = "") -> None:
        form = {
            "id": model_id,
            "base_model_id": base or None,
            "name": model_id,
            "params": {"system": system} if system else {},
            "access_grants": EVERYBODY,
            "is_active": True,
            "meta": {"description": model_id, "capabilities": {"usage": usage}},
        }
        self.admin.post("/api/v1/models/create", form)
