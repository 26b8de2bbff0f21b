"""What follows a renewal that was declined: another attempt, or another payment method."""

from datetime import datetime, timedelta
from typing import Final

# A later attempt may find money on the card.
_SOFT: Final = frozenset({
    "insufficient_funds",
    "issuer_unavailable",
    "internal_timeout",
    "payment_method_limit_exceeded",
    "call_issuer",
    "general_decline",
})  # fmt: skip
# The method is of no use any more: charging it again only angers the bank.
_HARD: Final = frozenset({
    "permission_revoked",
    "card_expired",
    "payment_method_restricted",
    "invalid_card_number",
    "invalid_csc",
    "fraud_suspected",
    "country_forbidden",
    "3d_secure_failed",
    "identification_required",
})  # fmt: skip
# Days after the attempt before: 1, 3, 5 and 7 days after the first one.
_DELAYS: Final = tuple(timedelta(days=days) for days in (1, 2, 2, 2))


def next_attempt(reason: str | None, attempts: int, declined_at: datetime) -> datetime | None:
    """Return when to charge again after `attempts` tries, None if never.

    Each delay counts from the attempt before. A reason nobody knows gets one more try.
    """
    if reason in _HARD:
        return None
    allowed = len(_DELAYS) if reason in _SOFT else 1
    if attempts > allowed:
        return None
    return declined_at + _DELAYS[attempts - 1]


def method_is_dead(reason: str | None) -> bool:
    """Say whether the saved method must not be charged any more."""
    return reason in _HARD
