"""How much a hold reserves: an upper bound of what the coming model call can cost."""

from dataclasses import dataclass
from decimal import Decimal

from shared.money import EXACT, ZERO
from shared.rating import Prices, Usage, rate, unit_price


@dataclass(frozen=True, slots=True)
class Bound:
    """`amount` for everything asked; `amount_min` for the prompt and one token of answer."""

    amount: Decimal
    amount_min: Decimal
    unit_amount: Decimal
    max_tokens: int


def upper_bound(
    prices: Prices, *, free: bool, prompt_tokens: int, max_tokens: int, usage: Usage
) -> Bound:
    """Bound of a model call: the dearest way each token can be priced, plus the request itself.

    `usage` are units known beforehand, such as the images that were asked for.

    Cached input may be dearer than plain (a cache write), reasoning dearer than output.
    """
    if free:
        return Bound(ZERO, ZERO, ZERO, max_tokens)
    per_input = max(unit_price(prices, u) for u in ("input", "cached_input", "cache_write"))
    per_output = max(unit_price(prices, u) for u in ("output", "reasoning"))
    fixed = EXACT.add(
        EXACT.multiply(per_input, Decimal(prompt_tokens)), unit_price(prices, "request")
    )
    fixed = EXACT.add(fixed, rate(usage, prices).total)
    amount = EXACT.add(fixed, EXACT.multiply(per_output, Decimal(max_tokens)))
    least = EXACT.add(fixed, per_output if max_tokens else ZERO)
    return Bound(amount, least, per_output, max_tokens)
