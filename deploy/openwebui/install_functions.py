#!/usr/bin/env python3
r"""Put the credit functions into an Open WebUI through its REST API, or check that they still run.

Needs Python 3.11 and nothing else. Running it twice changes nothing the second time.

    OPENWEBUI_API_KEY=sk-… CREDITS_API_KEY=… install_functions.py \\
        --openwebui https://chat.example.org --credits https://credits.example.org
    install_functions.py --openwebui https://chat.example.org --check

The administrator's key of Open WebUI and the key of the credit system come from the environment,
so that neither shows in a process list. --check exits with 1 if a function is missing, off or not
global: Open WebUI switches a filter off by itself when it once fails to load.
"""

import argparse
import json
import os
import re
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

Json = dict[str, Any]
FUNCTIONS = Path(__file__).resolve().parents[2] / "functions"
TIMEOUT_S = 30
HTTP_BAD_REQUEST = 400


class RefusedError(Exception):
    """Open WebUI said no; the text says to what."""


class OpenWebUI:
    def __init__(self, base: str, key: str) -> None:
        self.base, self.key = base.rstrip("/"), key

    def call(self, method: str, path: str, body: Json | None = None) -> Any:
        request = urllib.request.Request(  # noqa: S310 - the operator's own address
            self.base + (path if path.startswith("/") else f"/api/v1/functions/{path}"),
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"},
            method=method,
        )
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_S) as reply:  # noqa: S310
                return json.load(reply)
        except urllib.error.HTTPError as error:
            detail = error.read().decode(errors="replace")[:300]
            raise RefusedError(f"{method} {path}: {error.code} {detail}") from None
        except (urllib.error.URLError, TimeoutError, ValueError) as error:
            raise RefusedError(f"{method} {path}: {error}") from None

    def put(self, path: Path, valves: Json, *, known: bool) -> Json:
        """Valves before the switch, so that a filter never runs without them."""
        function_id, source = path.stem, path.read_text(encoding="utf-8")
        manifest = front_matter(source)
        form = {
            "id": function_id,
            "name": manifest.get("title", function_id),
            "content": source,
            "meta": {"description": manifest.get("description", ""), "manifest": manifest},
        }
        if not known:
            self.call("POST", "create", form)
        elif self.call("GET", f"id/{function_id}")["content"] != source:
            self.call("POST", f"id/{function_id}/update", form)
        stored = self.call("GET", f"id/{function_id}/valves") or {}
        if {**stored, **valves} != stored:  # what is posted replaces the whole set
            self.call("POST", f"id/{function_id}/valves/update", {**stored, **valves})
        state: Json = self.call("GET", f"id/{function_id}")
        for switch, route in (("is_active", "toggle"), ("is_global", "toggle/global")):
            if not state[switch]:
                state = self.call("POST", f"id/{function_id}/{route}", {})
        return state


def front_matter(source: str) -> dict[str, str]:
    head = source.split('"""')[1]
    return dict(re.findall(r"^([a-z_]+):\s*(.*?)\s*$", head, re.MULTILINE))


def valves_for(path: Path, wanted: Json) -> Json:
    """Only those valves which that function has."""
    source = path.read_text(encoding="utf-8")
    return {name: value for name, value in wanted.items() if f"        {name}: " in source}


def wanted_valves(arguments: argparse.Namespace) -> Json:
    valves: Json = {}
    if arguments.credits:
        address = urlsplit(arguments.credits)
        valves["credits_api_protocol"] = address.scheme
        valves["credits_api_host"] = address.netloc + address.path.rstrip("/")
    if key := os.environ.get("CREDITS_API_KEY"):
        valves["api_key"] = key
    for pair in arguments.valve:
        name, _, value = pair.partition("=")
        valves[name] = json.loads(value) if re.fullmatch(r"true|false|[\d.]+", value) else value
    return valves


def broken(openwebui: OpenWebUI, files: list[Path]) -> list[str]:
    states = {state["id"]: state for state in openwebui.call("GET", "")}
    faults = []
    for path in files:
        state = states.get(path.stem)
        if state is None:
            faults.append(f"{path.stem}: not installed")
        elif not (state["is_active"] and state["is_global"]):
            switches = f"active={state['is_active']} global={state['is_global']}"
            faults.append(f"{path.stem}: {switches}")
    return faults


def install(openwebui: OpenWebUI, files: list[Path], valves: Json) -> None:
    known = {state["id"] for state in openwebui.call("GET", "")}
    for path in files:
        state = openwebui.put(path, valves_for(path, valves), known=path.stem in known)
        print(f"{path.stem}: active={state['is_active']} global={state['is_global']}")
    openwebui.call("GET", "/api/models?refresh=true")  # a button is offered only after this


def parse(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--openwebui", required=True, metavar="URL")
    parser.add_argument("--credits", metavar="URL", help="address of the credit system")
    parser.add_argument("--only", action="append", default=[], metavar="FUNCTION")
    parser.add_argument("--valve", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--check", action="store_true", help="change nothing, report faults")
    return parser.parse_args(words)


def main(words: list[str] | None = None) -> int:
    arguments = parse(words)
    openwebui = OpenWebUI(arguments.openwebui, os.environ.get("OPENWEBUI_API_KEY", ""))
    files = sorted(FUNCTIONS.glob("*.py"))
    files = [path for path in files if not arguments.only or path.stem in arguments.only]
    try:
        if not arguments.check:
            install(openwebui, files, wanted_valves(arguments))
        faults = broken(openwebui, files)
    except RefusedError as error:
        faults = [str(error)]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
