"""A checkout that is asked for again is the same checkout while it can still be paid."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from billing_service.commands.store_intent import Sale, is_fresh
from billing_service.domain.payments import Payment
from billing_service.domain.promo_codes import code_of
from billing_service.store import payments, promo_codes
from shared.db import Connection
from shared.problems import Conflict

# Of these a payment can come too late, though its price is the same.
_COUNTED_ON: Final = ("from_number", "carry_used")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a client asks for: a plan, or a top-up of `amount`, before any discount.

    Its key stands for all of that: asked again with another wish, it is refused.
    """

    user_id: str
    return_url: str
    plan_id: str | None = None
    amount: Decimal | None = None
    save_method: bool = False
    client_key: str | None = None
    promo_code: str | None = None


async def answered_before(conn: Connection, wish: Wish) -> Payment | None:
    """Return the payment that this key already made; Conflict if it was for something else."""
    if not wish.client_key:
        return None
    known = await payments.by_client_key(conn, wish.user_id, wish.client_key)
    if known is None:
        return None
    code = code_of(wish.promo_code) if wish.promo_code else None
    is_other = (known.plan_id, _code(known.terms)) != (wish.plan_id, code)
    if is_other or wish.amount not in (None, _undiscounted(known)):
        raise Conflict("This Idempotency-Key was used for another payment", slug="key-reused")
    return known


async def given_before(conn: Connection, wish: Wish) -> bool:
    """Say whether this key already gave a period for nothing; Conflict if of another plan."""
    if not wish.client_key:
        return False
    known = await promo_codes.gift_by_key(conn, wish.user_id, wish.client_key)
    if known and known.plan_id != wish.plan_id:
        raise Conflict("This Idempotency-Key was used for another payment", slug="key-reused")
    return known is not None


def _code(terms: dict[str, Any]) -> str | None:
    code: str | None = terms.get("promo", {}).get("code")
    return code


def _undiscounted(payment: Payment) -> Decimal:
    return payment.amount + Decimal(payment.terms.get("promo", {}).get("discount", 0))


async def reuse_checkout(conn: Connection, sale: Sale, now: datetime) -> Payment | None:
    """Return the open checkout for the same thing; put an outdated one aside.

    The provider cannot cancel a pending payment. One that was put aside and is paid after all
    still counts: it is only not offered any more.
    """
    for known in await payments.open_checkouts(conn, sale.user_id, sale.kind, sale.plan_id):
        # The price of a change falls with every second; within the hour the offer stands.
        same_price = known.amount == sale.amount or sale.kind == "change"
        same_door = known.return_url == sale.return_url and known.consent_text == sale.consent_text
        same_terms = all(known.terms.get(name) == sale.terms.get(name) for name in _COUNTED_ON)
        same_code = _code(known.terms) == _code(sale.terms)
        if same_price and same_terms and same_door and same_code and is_fresh(known, now):
            return known
        await payments.update(conn, known.id, now, superseded_at=now)
    return None
