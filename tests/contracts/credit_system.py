"""The HTTP contract of the first system: every address with what it takes and what it answers.

Its functions, scripts and pages call these addresses; they must find here what they found there.
"""

from typing import Final

from tests.contracts.refusals import REFUSALS
from tests.contracts.words import (
    APPLICANT,
    COUNTS,
    FLAGS,
    GROUP,
    MEMBERSHIP,
    MODEL,
    OWNER,
    PAGE,
    PRICE,
    PRICES,
    SUCCESS,
    SYNCED,
    TERMS,
    TOTALS,
    TRANSACTIONS,
    USAGE,
    USD,
    USED,
    USER,
    Endpoint,
)


def _page(call: str) -> Endpoint:
    return Endpoint(auth="public", call=call, media="text/html")


PAGES_AND_HEALTH: Final = (
    _page("GET /"),
    _page("HEAD /"),
    _page("GET /pricing"),
    _page("HEAD /pricing"),
    _page("GET /waiting-list"),
    _page("GET /static/index.html"),
    _page("GET /static/pricing.html"),
    _page("GET /static/waiting_list.html"),
    Endpoint(
        auth="public",
        call="GET /health",
        answer={"status": "=healthy", "service": "text", "version": "text"},
    ),
    Endpoint(auth="public", call="HEAD /health"),
)
SIGN_IN: Final = (
    Endpoint(auth="admin", call="GET /auth/me", answer={"username": "text", "is_admin": "bool"}),
    Endpoint(
        auth="public", call="POST /auth/logout", answer={"message": "=Successfully logged out"}
    ),
)
EXTENSIONS: Final = (
    Endpoint(
        auth="key",
        call=f"GET /api/credits/user/{USER}",
        answer={
            "id": "text", "credits": "number", "groups": [MEMBERSHIP], "group_name": "text?",
            "default_credits": "number", "group_id": "text?",
        },
    ),
    Endpoint(
        auth="key",
        call=f"GET /api/credits/model/{MODEL}",
        answer={"id": "text", "name": "text", **PRICES, "is_free": "bool"},
    ),
    Endpoint(
        auth="key",
        call="GET /api/credits/model/vendor/with/slashes",
        answer={"id": "=vendor/with/slashes", "name": "text", **PRICES, "is_free": "bool"},
    ),
    Endpoint(
        auth="key",
        call="POST /api/credits/deduct-tokens",
        json={
            "user_id": USER, "model_id": MODEL, "prompt_tokens": 12, "completion_tokens": 3,
            "cached_tokens": 2, "reasoning_tokens": 1, "actor": "model-usage", "extra": "ignored",
        },
        answer={
            "success": "bool", "cost": "number", "deducted": "number", "new_balance": "number",
            "prompt_cost": "number", "completion_cost": "number", "cached_tokens": "int",
            "reasoning_tokens": "int", "is_free": "bool",
        },
    ),
)  # fmt: skip
ADMINISTRATION: Final = (
    Endpoint(
        auth="admin",
        call="GET /api/credits/users",
        answer=[{
            "id": "text", "name": "text", "email": "text", "credits": "number",
            "total_default_credits": "number", "group_id": "text?", "groups": [MEMBERSHIP],
            "role": "text?", "avatar": "text?",
        }],
    ),
    Endpoint(
        auth="admin",
        call="GET /api/credits/models",
        answer=[{"id": "text", "name": "text", **PRICES, **USD, **FLAGS}],
    ),
    Endpoint(auth="admin", call="GET /api/credits/groups", answer=[GROUP]),
    Endpoint(
        auth="admin",
        call="POST /api/credits/update",
        json={"user_id": USER, "credits": 100.5, "actor": "somebody"},
        answer=SUCCESS | {"id": f"={USER}", "credits": "number"},
    ),
    Endpoint(
        auth="admin",
        call="POST /api/credits/models/update",
        json=PRICE | {"price_mode": "credits", "is_free": False, "actor": "somebody"},
        answer=SUCCESS | {"id": f"={MODEL}", **PRICES, **USD, **FLAGS},
    ),
    Endpoint(
        auth="admin",
        call="POST /api/credits/models/update-free-status",
        json={"model_id": MODEL, "is_free": False, "actor": "somebody"},
        answer=SUCCESS | {"model_id": f"={MODEL}", "is_free": "bool"},
    ),
    Endpoint(
        auth="admin", call="POST /api/credits/models/update-free-status", json={}, status=400,
        answer={"detail": "=model_id is required"},
    ),
    Endpoint(
        auth="admin",
        call="POST /api/credits/models/update-restriction-status",
        json={"model_id": MODEL, "is_restricted": False, "actor": "somebody"},
        answer=SUCCESS | {"model_id": f"={MODEL}", "is_restricted": "bool"},
    ),
    Endpoint(
        auth="admin",
        call="POST /api/credits/models/update-restriction-status", json={}, status=400,
        answer={"detail": "=model_id is required"},
    ),
    Endpoint(
        auth="admin",
        call="POST /api/credits/groups/update",
        json={"group_id": "demo-students", "name": "Students", "default_credits": 100.0,
              "actor": "somebody"},
        answer=SUCCESS | {**GROUP, "id": "=demo-students"},
    ),
    Endpoint(auth="admin", call="GET /api/credits/settings", answer=TERMS),
    Endpoint(
        auth="admin",
        call="POST /api/credits/settings",
        json={"usd_to_credit_ratio": 1000.0, "token_multiplier": 1000, "actor": "somebody"},
        answer=SYNCED | TERMS,
    ),
    Endpoint(
        auth="admin", call="POST /api/credits/settings", json={}, status=400,
        answer={"detail": "=No valid settings provided"},
    ),
    Endpoint(
        auth="admin",
        call=f"GET /api/credits/user/{USER}/transactions?limit=5&offset=0",
        answer=TRANSACTIONS,
    ),
    Endpoint(
        auth="admin", call="GET /api/credits/transactions?limit=5&offset=0", answer=TRANSACTIONS
    ),
    Endpoint(
        auth="admin",
        call="GET /api/credits/system-logs?limit=5&offset=0",
        answer=PAGE | {"logs": [{
            "id": "int", "log_type": "text", "actor": "text", "message": "text",
            "metadata": "text?", "created_at": "moment",
        }]},
    ),
    Endpoint(auth="admin", call="POST /api/credits/sync-users", answer=SYNCED),
    Endpoint(auth="admin", call="POST /api/credits/sync-groups", answer=SYNCED),
    Endpoint(auth="admin", call="POST /api/credits/sync-user-groups", answer=SYNCED),
    Endpoint(auth="admin", call="POST /api/credits/sync-models", answer=SYNCED),
    Endpoint(
        auth="admin", call="POST /api/credits/sync-all", answer=SYNCED | {"details": COUNTS}
    ),
    Endpoint(
        auth="admin", call="POST /api/reset/manual?force=true",
        answer={
            "success": "bool", "message": "text", "users_affected": "int",
            "total_credits_reset": "number", "reset_id": "int", "reset_date": "date",
        },
    ),
)  # fmt: skip
STATISTICS: Final = (
    Endpoint(
        auth="admin",
        call=f"GET /api/credits/statistics/user/{USER}",
        answer={
            "user_id": f"={USER}", **OWNER, "current_month_usage": USED,
            "historical_statistics": [USED],
        },
    ),
    Endpoint(
        auth="admin",
        call="GET /api/credits/statistics/monthly",
        answer={
            "year": "int", "month": "int", "summary": TOTALS, "user_statistics": [USED | OWNER],
        },
    ),
    Endpoint(
        auth="admin",
        call="GET /api/credits/statistics/monthly?year=2001&month=2",
        answer={"year": "int", "month": "int", "summary": "object?"},
    ),
    Endpoint(
        auth="admin",
        call="GET /api/credits/statistics/current-usage",
        answer={
            "year": "int", "month": "int",
            "current_usage": [{"user_id": "text", **OWNER, "usage": USAGE}],
        },
    ),
    Endpoint(
        auth="admin",
        call="GET /api/credits/statistics/yearly",
        answer={
            "year": "int", "yearly_summary": TOTALS,
            "monthly_breakdown": [{"month": "int", "month_name": "text", "summary": "object?"}],
        },
    ),
)  # fmt: skip
PUBLIC_AND_OTHER: Final = (
    Endpoint(
        auth="public",
        call="GET /api/public/models/pricing",
        answer=[{
            "id": "text", "name": "text", **PRICES, "is_free": "bool", "is_restricted": "bool",
            "access_level": "text",
        }],
    ),
    Endpoint(
        auth="admin",
        call="GET /api/reset/status",
        answer={
            "needs_reset": "bool", "last_reset_date": "date?", "checker_status": "=running",
            "reset_history": [{
                "id": "int", "reset_type": "text", "reset_date": "date",
                "reset_timestamp": "moment", "users_affected": "int",
                "total_credits_reset": "number", "status": "text", "error_message": "text?",
                "metadata": "object",
            }],
        },
    ),
    Endpoint(
        auth="public",
        call="POST /waiting-list/register",
        json={"full_name": "A", "email": "Somebody@Example.org", "password": "not stored"},
        answer={"status": "=success", "message": "=Registered to waiting list"},
    ),
    Endpoint(
        auth="public",
        call="POST /waiting-list/register",
        json={"email": "somebody@example.org", "password": "not stored"},
        status=422,
        answer={"detail": [{"type": "text", "msg": "text"}]},
    ),
    Endpoint(
        auth="admin", call="GET /api/credits/admin/waiting-list?limit=100", answer=[APPLICANT]
    ),
    Endpoint(
        auth="admin", call="GET /api/credits/admin/waiting-list/download?processed=false",
        media="text/csv",
    ),
    Endpoint(
        auth="admin", call="POST /api/credits/admin/waiting-list/{applicant}/process",
        answer=APPLICANT,
    ),
    Endpoint(
        auth="admin", call="POST /api/credits/admin/waiting-list/999999999/process", status=404,
        answer={"detail": "=Waiting list entry not found or could not be processed"},
    ),
    Endpoint(
        auth="admin", call="POST /api/credits/admin/waiting-list/cleanup?action=clear",
        answer=SYNCED,
    ),
    Endpoint(
        auth="admin", call="POST /api/credits/admin/waiting-list/clear-hashes",
        answer={"status": "=ok", "message": "text"},
    ),
)  # fmt: skip
ENDPOINTS: Final = (
    *PAGES_AND_HEALTH,
    *SIGN_IN,
    *EXTENSIONS,
    *ADMINISTRATION,
    *STATISTICS,
    *PUBLIC_AND_OTHER,
    *REFUSALS,
)
