"""How an attempt to pay ends: outcome scripts, test cards and the reasons of a decline."""

import re
from dataclasses import dataclass

from yookassa_simulator.errors import invalid

_LATER = re.compile(r"pending->(succeeded|canceled(?::[a-z0-9_]+)?):(\d+(?:\.\d+)?)s")
_REASON = re.compile(r"[a-z0-9_]+")

# The reasons the confirmation page offers. A script may use any word: the list is open.
REASONS = (
    "insufficient_funds", "general_decline", "card_expired", "call_issuer", "issuer_unavailable",
    "payment_method_limit_exceeded", "payment_method_restricted", "fraud_suspected",
    "invalid_card_number", "invalid_csc", "country_forbidden", "identification_required",
    "permission_revoked", "internal_timeout",
)  # fmt: skip

TEST_CARDS = {
    "5555555555554444": "succeeded",
    "5555555555554477": "succeeded",
    "5555555555554600": "canceled:insufficient_funds",
    "5555555555554543": "canceled:card_expired",
    "5555555555554592": "canceled:3d_secure_failed",
    "5555555555554527": "canceled:general_decline",
    "5555555555554568": "canceled:fraud_suspected",
    "5555555555554501": "canceled:issuer_unavailable",
    "5555555555554576": "canceled:payment_method_limit_exceeded",
    "5555555555554550": "canceled:payment_method_restricted",
}
DEFAULT_CARD = "5555555555554444"
_BY_MERCHANT = ("canceled_by_merchant", "expired_on_capture")
_BY_NETWORK = (
    "3d_secure_failed", "call_issuer", "card_expired", "insufficient_funds", "issuer_unavailable",
    "invalid_card_number", "invalid_csc", "payment_method_limit_exceeded",
    "payment_method_restricted",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """`reason` is set for a decline; `after_s` for an outcome that is not known at once."""

    reason: str | None = None
    after_s: float | None = None


def parse_outcome(text: object) -> Outcome:
    """Read `succeeded`, `canceled:REASON` or `pending->succeeded:30s`."""
    if text == "succeeded":
        return Outcome()
    if isinstance(text, str):
        later = _LATER.fullmatch(text)
        if later:
            final = parse_outcome(later[1])
            return Outcome(final.reason, float(later[2]))
        word, _, reason = text.partition(":")
        if word == "canceled" and (not reason or _REASON.fullmatch(reason)):
            return Outcome(reason or "general_decline")
    raise invalid("outcome", f"Unknown outcome {text!r}")


def party_of(reason: str) -> str:
    if reason in _BY_MERCHANT:
        return "merchant"
    return "payment_network" if reason in _BY_NETWORK else "yoo_money"
