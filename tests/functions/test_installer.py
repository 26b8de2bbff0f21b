"""The script which puts the functions into Open WebUI, against a small double of its API."""

import importlib.util
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "deploy/openwebui/install_functions.py"
CHARGING = "credit_charging_filter"
Json = dict[str, Any]


class OpenWebUI(BaseHTTPRequestHandler):
    """Functions are toggled, never set, and new ones are off: as Open WebUI 0.12.4 does it."""

    functions: dict[str, Json]
    changes: list[str]

    def log_message(self, *_args: Any) -> None:
        """The default writes each request to stderr."""

    def do_GET(self) -> None:
        name, _, part = (
            self.path.removeprefix("/api/v1/functions/").removeprefix("id/").partition("/")
        )
        if self.path.startswith("/api/models"):
            self.reply({})
        elif not name:
            self.reply(list(self.functions.values()))
        else:
            self.reply(self.functions[name]["valves"] if part else self.functions[name])

    def do_POST(self) -> None:
        form = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        path = self.path.removeprefix("/api/v1/functions/").removeprefix("id/")
        self.changes.append(path)
        if path == "create":
            new = {**form, "is_active": False, "is_global": False, "valves": {}}
            self.reply(self.functions.setdefault(form["id"], new))
            return
        name, _, verb = path.partition("/")
        function = self.functions[name]
        if verb == "update":
            function |= form
        elif verb == "valves/update":
            function["valves"] = form
        else:
            switch = "is_global" if verb.endswith("global") else "is_active"
            function[switch] = not function[switch]
        self.reply(function)

    def reply(self, answer: Any) -> None:
        data = json.dumps(answer).encode()
        self.send_response(200 if self.headers["Authorization"] == "Bearer sk-admin" else 401)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@pytest.fixture
def double(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, type[OpenWebUI]]]:
    monkeypatch.setenv("OPENWEBUI_API_KEY", "sk-admin")
    monkeypatch.setenv("CREDITS_API_KEY", "secret")
    handler = type("Double", (OpenWebUI,), {"functions": {}, "changes": []})
    server = HTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", handler
    server.shutdown()
    server.server_close()


def run(base: str, *words: str) -> int:
    spec = importlib.util.spec_from_file_location("install_functions", SCRIPT)
    assert spec
    assert spec.loader
    script: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    code: int = script.main(["--openwebui", base, *words])
    return code


def test_all_functions_are_installed_configured_and_on(
    double: tuple[str, type[OpenWebUI]],
) -> None:
    base, owui = double
    assert run(base, "--credits", "https://c.example.org/x/", "--valve", "timeout_s=2.5") == 0
    assert len(owui.functions) == 4
    assert all(one["is_active"] and one["is_global"] for one in owui.functions.values())
    assert owui.functions[CHARGING]["valves"] == {
        "credits_api_protocol": "https",
        "credits_api_host": "c.example.org/x",
        "api_key": "secret",
        "timeout_s": 2.5,
    }


def test_a_second_run_changes_nothing(double: tuple[str, type[OpenWebUI]]) -> None:
    base, owui = double
    run(base, "--credits", "https://c.example.org")
    owui.changes.clear()
    assert run(base, "--credits", "https://c.example.org") == 0
    assert owui.changes == []


def test_valves_set_by_hand_are_kept(double: tuple[str, type[OpenWebUI]]) -> None:
    base, owui = double
    run(base)
    owui.functions[CHARGING]["valves"]["on_failure"] = "open"
    run(base, "--valve", "show_status=false")
    valves = owui.functions[CHARGING]["valves"]
    assert (valves["on_failure"], valves["show_status"]) == ("open", False)


def test_the_check_finds_what_is_off_or_missing(
    double: tuple[str, type[OpenWebUI]], capsys: pytest.CaptureFixture[str]
) -> None:
    base, owui = double
    run(base, "--only", CHARGING)
    assert run(base, "--check", "--only", CHARGING) == 0
    owui.functions[CHARGING]["is_active"] = False
    owui.changes.clear()
    assert run(base, "--check") == 1
    faults = capsys.readouterr().err
    assert f"{CHARGING}: active=False global=True" in faults
    assert "credit_management_models: not installed" in faults
    assert owui.changes == []


def test_a_wrong_key_is_said(
    double: tuple[str, type[OpenWebUI]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("OPENWEBUI_API_KEY", "sk-other")
    assert run(double[0]) == 1
    assert "401" in capsys.readouterr().err
