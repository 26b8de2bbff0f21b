"""Parts of billing that an installation can switch off."""

from billing_service.api.callers import At
from shared.problems import NotFound


def subscriptions_on(at: At) -> None:
    """Plans, subscriptions and their payments."""
    if not at.policy.subscriptions_enabled:
        raise NotFound("Billing subscriptions are disabled", slug="disabled")


def wallet_on(at: At) -> None:
    """Top-ups and everything around lasting credits."""
    if not at.policy.top_ups_enabled:
        raise NotFound("Billing wallet is disabled", slug="disabled")
