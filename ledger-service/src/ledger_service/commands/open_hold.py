"""Reserve credits before a model is called, so that the limit is real."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

from ledger_service.commands.post_item import digest, post_item
from ledger_service.domain.reservations import Bound, upper_bound
from ledger_service.store.books import Books
from ledger_service.store.postings import Item, Outcome
from shared import codec
from shared.money import ZERO, checked
from shared.problems import Invalid


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldRequest:
    """A coming model call. `amount` reserves exactly that; else the bound is computed from tokens.

    `allow_partial` lets the ledger reserve fewer output tokens when the balance affords no more.
    """

    account_id: str
    model_id: str
    prompt_tokens: int
    max_tokens: int
    usage: Mapping[str, int] = field(default_factory=dict)
    amount: Decimal | None
    allow_partial: bool
    ttl_s: int
    actor: str
    key: str


@dataclass(frozen=True, slots=True)
class OpenedHold:
    outcome: Outcome
    is_free: bool


async def open_hold(books: Books, request: HoldRequest) -> OpenedHold:
    """Open the hold or refuse with PaymentRequired; the same key answers with the first hold."""
    price = books.price_of(request.model_id)
    if request.amount is not None:
        amount = ZERO if price.is_free else request.amount
        bound, partial = Bound(amount, amount, ZERO, request.max_tokens), False
    else:
        bound = upper_bound(
            price.prices,
            free=price.is_free,
            prompt_tokens=request.prompt_tokens,
            max_tokens=request.max_tokens,
            usage=request.usage,
        )
        partial = request.allow_partial
    try:
        checked(bound.amount)
    except ValueError as error:
        raise Invalid("max_tokens", f"the amount to reserve {error}") from None
    item = Item(
        op="hold",
        account_id=request.account_id,
        idempotency_key=request.key,
        request_hash=digest(
            request.model_id,
            request.prompt_tokens,
            request.max_tokens,
            request.amount,
            sorted(request.usage.items()),
        ),
        amount=bound.amount,
        amount_min=bound.amount_min if partial else None,
        unit_amount=bound.unit_amount,
        max_tokens=bound.max_tokens,
        hold_id=uuid4(),
        model_id=request.model_id,
        price_version=price.version_id,
        prices=codec.encode(price.prices).decode(),
        usage=codec.encode({**request.usage, "input": request.prompt_tokens}).decode(),
        is_free=price.is_free,
        expires_at=books.now() + timedelta(seconds=request.ttl_s),
        actor=request.actor,
    )
    return OpenedHold(await post_item(books, item), price.is_free)
