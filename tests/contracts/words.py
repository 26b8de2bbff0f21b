"""How an address of the contract is written down, and the shapes that several answers share."""

from dataclasses import dataclass
from typing import Any, Final, Literal

from tests.contracts.shape import Shape

Auth = Literal["admin", "key", "public"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """`{applicant}` in a path stands for somebody on the waiting list."""

    auth: Auth
    call: str
    answer: Shape | None = None
    json: Any = None
    form: dict[str, str] | None = None
    status: int = 200
    media: str = "application/json"


USER: Final = "demo-student"
MODEL: Final = "demo-small"
GROUP: Final = {"id": "text", "name": "text", "default_credits": "number"}
MEMBERSHIP: Final = GROUP | {"is_system_group": "bool"}
PRICES: Final = {"context_price": "number", "generation_price": "number"}
USD: Final = {"context_price_usd": "number", "generation_price_usd": "number"}
FLAGS: Final = {"is_available": "bool", "is_free": "bool", "is_restricted": "bool"}
OWNER: Final = {
    "user_name": "text", "user_email": "text", "current_balance": "number", "group_name": "text?",
}  # fmt: skip
USAGE: Final = {
    "user_id": "text", "year": "int", "month": "int", "credits_used": "number",
    "transactions_count": "int", "balance_before_reset": "number?",
}  # fmt: skip
USED: Final = USAGE | {
    "id": "int", "models_used": ["text"], "created_at": "moment", "updated_at": "moment",
}  # fmt: skip
TOTALS: Final = {
    "total_credits_used": "number", "total_transactions": "int", "unique_users": "int",
    "total_entries": "int", "unique_models": "int",
}  # fmt: skip
PAGE: Final = {
    "total": "int", "limit": "int", "offset": "int", "has_next": "bool", "has_prev": "bool",
}  # fmt: skip
TRANSACTIONS: Final = PAGE | {
    "transactions": [{
        "id": "int", "user_id": "text", "amount": "number", "transaction_type": "text",
        "reason": "text", "actor": "text", "balance_after": "number", "model_id": "text?",
        "prompt_tokens": "int?", "completion_tokens": "int?", "cached_tokens": "int?",
        "reasoning_tokens": "int?", "created_at": "moment", "user_name": "text",
    }],
}  # fmt: skip
SUCCESS: Final = {"status": "=success"}
SYNCED: Final = SUCCESS | {"message": "text"}
COUNTS: Final = {"users": "int", "models": "int", "groups": "int", "user_groups": "int"}
APPLICANT: Final = {
    "id": "int", "full_name": "text", "email": "text", "created_at": "moment", "processed": "bool",
    "processed_at": "moment?",
}  # fmt: skip
TERMS: Final = {"usd_to_credit_ratio": "number", "token_multiplier": "int"}
PRICE: Final = {"model_id": MODEL, "context_price": 0.001, "generation_price": 0.004}
