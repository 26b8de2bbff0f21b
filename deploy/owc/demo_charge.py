"""Gives the demo prices, plans, credits and one charge, through the same API as everybody else."""

import json
import os
import shlex
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
# Credits to top up with come from billing's own settings.
PLANS: tuple[dict[str, Any], ...] = (
    {
        "id": "demo-basic",
        "name": "Basic",
        "name_ru": "Базовый",
        "description": "For a question now and then",
        "description_ru": "Для вопросов время от времени",
        "price": 290,
        "included_credits": 300,
        "display_order": 1,
    },
    {
        "id": "demo-plus",
        "name": "Plus",
        "name_ru": "Плюс",
        "description": "For work every day",
        "description_ru": "Для ежедневной работы",
        "price": 990,
        "included_credits": 1200,
        "quotas": {"requests": 3000},
        "display_order": 2,
    },
)
_PLANS = "/api/v1/admin/billing/plans"
WHO: dict[str, Any] = {"user_id": STUDENT}
CHARGE: dict[str, Any] = {
    "user_id": STUDENT,
    "model_id": MODEL,
    "prompt_tokens": 1200,
    "completion_tokens": 350,
}


def prepare(admin: Api, key: Api) -> None:
    """Wait for the demo users and models to arrive, then give prices, credits and plans.

    Plans come last: where all are, it was done before, and what people changed since then stays.
    """
    there = {row["plan"]["id"] for row in admin.get(_PLANS)}
    missing = [plan for plan in PLANS if plan["id"] not in there]
    if not missing:
        return
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
    for plan in missing:
        admin.post(_PLANS, {"currency": "RUB", "interval": "month", **plan})


def charge(key: Api) -> str:
    """The answer of the ledger, as it came."""
    return key.post_raw("/api/credits/deduct-tokens", CHARGE)


def own_page(key: Api) -> str:
    """A link that signs a browser in as the demo user, once."""
    return str(key.post("/api/me/links", WHO)["url"])


def charge_line(url: str, api_key: str) -> str:
    """What a person can paste to do the same charge."""
    return _curl(f"{url}/api/credits/deduct-tokens", api_key, CHARGE)


def link_line(url: str, api_key: str) -> str:
    """What a person can paste to get another link."""
    return _curl(f"{url}/api/me/links", api_key, WHO)


def _curl(url: str, api_key: str, body: dict[str, Any]) -> str:
    certificate = os.environ.get("OWC_SSL_CERTFILE") if url.startswith("https:") else None
    trust = f"--cacert {shlex.quote(certificate)} " if certificate else ""
    return (
        f"curl -s {trust}{url} -H 'X-API-Key: {api_key}' "
        f"-H 'Content-Type: application/json' -d '{json.dumps(body)}'"
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
