"""Gives the demo prices, credits and one charge, through the same API as everybody else."""

import json
import time
from collections.abc import Callable
from typing import Any

from owc.api import Api, ApiError
from owc.demo_openwebui import STUDENT

MODEL = "demo-small"
WITHIN_S = 30.0
# Credits per token: (context, generation).
PRICES = {
    "demo-small": (0.0002, 0.0008),
    "demo-large": (0.003, 0.015),
    "demo-research": (0.004, 0.02),
}
ALLOWANCES = {"demo-students": ("Students", 50), "demo-teachers": ("Teachers", 200)}
CREDITS = 100
CHARGE: dict[str, Any] = {
    "user_id": STUDENT,
    "model_id": MODEL,
    "prompt_tokens": 1200,
    "completion_tokens": 350,
}


def prepare(admin: Api, key: Api) -> None:
    """Wait for the demo users and models to arrive, then give prices and credits."""
    admin.post("/api/credits/sync-all", {})
    _until("the demo users", lambda: STUDENT in _ids(admin.get("/api/credits/users")))
    _until("the demo models", lambda: set(PRICES) <= _ids(admin.get("/api/credits/models")))
    for model, (context, generation) in PRICES.items():
        body = {"model_id": model, "context_price": context, "generation_price": generation}
        admin.post("/api/credits/models/update", body)
    for group, (name, credits_) in ALLOWANCES.items():
        body = {"group_id": group, "name": name, "default_credits": credits_}
        admin.post("/api/credits/groups/update", body)
    admin.post("/api/credits/update", {"user_id": STUDENT, "credits": CREDITS, "actor": "admin"})
    _until("the demo prices at the ledger", lambda: _ledger_knows_price(key))


def charge(key: Api) -> str:
    """The answer of the ledger, as it came."""
    return key.post_raw("/api/credits/deduct-tokens", CHARGE)


def curl_line(url: str, api_key: str) -> str:
    """What a person can paste to do the same charge."""
    return (
        f"curl -s {url}/api/credits/deduct-tokens -H 'X-API-Key: {api_key}' "
        f"-H 'Content-Type: application/json' -d '{json.dumps(CHARGE)}'"
    )


def _ledger_knows_price(key: Api) -> bool:
    """A hold names the price version it was rated with; releasing it changes no balance."""
    body = {"user_id": STUDENT, "model_id": MODEL, "prompt_tokens": 1, "max_tokens": 1, "ttl_s": 60}
    hold = key.post("/api/credits/holds", body)
    key.post(f"/api/credits/holds/{hold['hold_id']}/release", {})
    published = key.get(f"/api/credits/model/{MODEL}").get("version_id")
    return bool(hold["price_version"]) and hold["price_version"] == published


def _ids(rows: list[dict[str, Any]]) -> set[str]:
    return {row["id"] for row in rows}


def _until(what: str, done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + WITHIN_S
    last = "not there"
    while time.monotonic() < deadline:
        try:
            if done():
                return
        except ApiError as error:
            last = str(error)
        time.sleep(0.1)
    raise ApiError(0, f"{what}: {last} after {WITHIN_S:.0f} s")
