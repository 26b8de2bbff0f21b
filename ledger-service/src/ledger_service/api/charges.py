"""POST /api/credits/deduct-tokens: charge usage that has happened (credits-system contract)."""

from decimal import Decimal
from random import getrandbits
from typing import Annotated

import msgspec

from ledger_service.api.hot import Call, HotRoute, Surroundings
from ledger_service.api.roles import refuse_readers
from ledger_service.commands.charge_usage import Charge, UsageReport, charge_usage
from ledger_service.store.postings import present
from shared.money import ZERO, to_wire
from shared.problems import Invalid
from shared.rating import COUNT_LIMIT, UNITS, Usage, token_usage

Text = Annotated[str, msgspec.Meta(min_length=1, max_length=255, pattern=r"\S")]
_PROMPT = ("input", "cached_input", "cache_write")
_TOKENS = frozenset({*_PROMPT, "output", "reasoning"})
Count = Annotated[int, msgspec.Meta(ge=0, le=COUNT_LIMIT)]


def known_units(usage: Usage) -> Usage:
    """The counts that are not 0; Invalid if there is a unit that nothing can be priced by."""
    unknown = sorted(set(usage) - set(UNITS))
    if unknown:
        raise Invalid(f"usage.{unknown[0]}", f"is no unit; known are {', '.join(UNITS)}")
    return {unit: count for unit, count in usage.items() if count}


def key_of(header: str | None, field: str | None) -> str:
    """The key under which the request is done once; a new one where the caller gave none."""
    if header and field and header != field:
        raise Invalid("idempotency_key", "differs from the Idempotency-Key header")
    return header or field or f"{getrandbits(128):032x}"  # nosec B311 - a name, opens nothing


class UsageBody(msgspec.Struct, kw_only=True):
    """Token counts as providers report them, and `usage` by unit: all of it, or what they lack."""

    prompt_tokens: Count
    completion_tokens: Count
    cached_tokens: Count | None = None
    reasoning_tokens: Count | None = None
    usage: dict[str, Count] | None = None

    def counts(self) -> Usage:
        usage = known_units(self.usage) if self.usage else {}
        if self.usage and not _TOKENS.isdisjoint(self.usage):
            return usage
        tokens = token_usage(
            self.prompt_tokens,
            self.completion_tokens,
            self.cached_tokens or 0,
            self.reasoning_tokens or 0,
        )
        return {**tokens, **usage} if usage else tokens


class DeductTokens(UsageBody, kw_only=True):
    """A charge is refused where a limit is used up already; one that passes it is posted.

    `usage` by unit replaces the four token counts where it counts tokens, else it is added to them.
    `only_if_allowed` true: refuse also what the balance or a limit does not cover, instead of debt.
    False: nothing is refused, for what was used while nobody could ask.
    """

    user_id: Text
    model_id: Text
    actor: Text = "auto-system"
    idempotency_key: Text | None = None
    only_if_allowed: bool | None = None


class Deduction(msgspec.Struct, kw_only=True, omit_defaults=False):
    """What was charged. `deducted` is what the balance covered; the `shortfall` became debt."""

    success: bool
    cost: Decimal
    deducted: Decimal
    new_balance: Decimal
    prompt_cost: Decimal
    completion_cost: Decimal
    cached_tokens: int
    reasoning_tokens: int
    is_free: bool
    transaction_id: int
    price_version: str
    shortfall: Decimal
    replayed: bool
    hold_id: str | None = None


def deduction(charge: Charge, hold_id: str | None = None) -> Deduction:
    """Render a charge with its arithmetic."""
    outcome = charge.outcome
    prompt, counts = ZERO, {}
    for line in charge.lines:
        counts[line.unit] = line.count
        if line.unit in _PROMPT:
            prompt += line.amount
    cost = present(outcome.amount)
    covered = present(outcome.covered)
    return Deduction(
        success=True,
        cost=to_wire(cost),
        deducted=to_wire(covered),
        new_balance=to_wire(present(outcome.balance)),
        prompt_cost=to_wire(prompt),
        completion_cost=to_wire(cost - prompt),
        cached_tokens=counts.get("cached_input", 0),
        reasoning_tokens=counts.get("reasoning", 0),
        is_free=charge.is_free,
        transaction_id=present(outcome.transfer_id),
        price_version=present(outcome.price_version),
        shortfall=to_wire(cost - covered),
        replayed=outcome.replayed,
        hold_id=hold_id,
    )


async def deduct_tokens(around: Surroundings, call: Call[DeductTokens]) -> Deduction:
    refuse_readers(call.principal)
    body = call.body
    key = key_of(call.idempotency_key, body.idempotency_key)
    report = UsageReport(
        account_id=body.user_id,
        model_id=body.model_id,
        usage=body.counts(),
        actor=body.actor,
        key=f"deduct:{key}",
        only_if_allowed=body.only_if_allowed,
    )
    return deduction(await charge_usage(around.books, report))


ROUTES = [
    HotRoute(
        "POST",
        "/api/credits/deduct-tokens",
        ("key", "admin"),
        deduct_tokens,
        Deduction,
        DeductTokens,
        summary="Charge usage that has happened",
        refusals=(402, 429),
    )
]
