"""The settings as screens and older clients know them."""

from typing import Any

from pricing_service.domain.price import Terms
from shared.money import to_wire


def describe_terms(terms: Terms) -> dict[str, Any]:
    return {
        "usd_to_credit_ratio": to_wire(terms.usd_to_credit_ratio),
        "token_multiplier": terms.token_multiplier,
        "unknown_model_policy": terms.unknown_model_policy,
        "default_context_price": to_wire(terms.default_prices["input"]),
        "default_generation_price": to_wire(terms.default_prices["output"]),
        "jump_percent_max": to_wire(terms.jump_percent_max),
    }
