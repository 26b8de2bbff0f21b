"""An administrator's role decides what may be written; the gateway asks too, but is not trusted."""

from typing import Any

import pytest

WRITES = [
    ("POST", "/api/credits/update"),
    ("POST", "/api/credits/grants"),
    ("POST", "/api/credits/limits"),
    ("DELETE", "/api/credits/limits/00000000-0000-0000-0000-000000000000"),
    ("POST", "/api/credits/deduct-tokens"),
    ("POST", "/api/credits/holds"),
    ("POST", "/api/ledger/accounts/u"),
    ("POST", "/api/ledger/grant-batches?reason=r"),
]
# Complete, so that nothing but the role can be what is refused.
BODY = {
    "user_id": "u", "model_id": "m", "prompt_tokens": 1, "completion_tokens": 1, "credits": 1,
    "amount": 1, "reason": "r", "scope": "everyone", "per": "day", "cap": 1, "status": "open",
}  # fmt: skip


@pytest.mark.parametrize(("method", "path"), WRITES)
async def test_a_role_that_may_only_read_writes_nothing(
    ledger: Any, method: str, path: str
) -> None:
    for role in ("support", "read-only", ""):
        refused = await ledger.call(method, path, BODY, role=role, idempotency_key="k")
        assert refused.status == 403, refused.body
    assert (await ledger.get("/api/credits/transactions"))["total"] == 0


async def test_an_accountant_writes(ledger: Any) -> None:
    answer = await ledger.call(
        "POST", "/api/credits/grants", BODY, role="accountant", idempotency_key="k"
    )
    assert answer.status == 201
