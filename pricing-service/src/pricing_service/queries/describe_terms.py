"""The settings as screens and older clients know them."""

from typing import Any

from pricing_service.domain.price import Terms


def describe_terms(terms: Terms) -> dict[str, Any]:
    return {
        "usd_to_credit_ratio": terms.usd_to_credit_ratio,
        "token_multiplier": terms.token_multiplier,
        "unknown_model_policy": terms.unknown_model_policy,
        "default_context_price": terms.default_prices["input"],
        "default_generation_price": terms.default_prices["output"],
        "jump_percent_max": terms.jump_percent_max,
    }
