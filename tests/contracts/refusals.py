"""What the first system refused, and in which words."""

from typing import Final

from tests.contracts.words import MODEL, USER, Endpoint

REFUSALS: Final = (
    Endpoint(
        auth="public", call="POST /auth/login", status=401,
        form={"username": "nobody", "password": "wrong"},
        answer={"detail": "=Incorrect username or password"},
    ),
    Endpoint(
        auth="public", call="POST /auth/login", status=422,
        json={"username": "admin", "password": "wrong"},
        answer={"detail": [{"type": "text", "msg": "text"}]},
    ),
    Endpoint(
        auth="key", call="GET /api/credits/user/nobody-of-this-name", status=404,
        answer={"detail": "=User not found"},
    ),
    Endpoint(
        auth="key", call="POST /api/credits/deduct-tokens", status=404,
        json={"user_id": "nobody-of-this-name", "model_id": MODEL, "prompt_tokens": 1,
              "completion_tokens": 1},
        answer={"detail": "=User not found"},
    ),
    Endpoint(
        auth="key", call="POST /api/credits/deduct-tokens", status=422,
        json={"user_id": USER, "model_id": MODEL, "prompt_tokens": 1.5},
        answer={"detail": [{"type": "text", "msg": "text"}]},
    ),
    Endpoint(
        auth="public", call="GET /no/such/address", status=404, answer={"detail": "=Not Found"}
    ),
    Endpoint(
        auth="public", call="DELETE /auth/login", status=405,
        answer={"detail": "=Method Not Allowed"},
    ),
)  # fmt: skip
