"""Tell the listeners the settings."""

from pricing_service.domain.price import Terms
from shared import outbox
from shared.contracts.pricing import SettingsChanged, UnknownModelPolicyChanged
from shared.db import Connection


async def announce_terms(conn: Connection, terms: Terms, *, with_policy: bool) -> None:
    """Ratio and multiplier, and on demand what a model without a price costs."""
    if with_policy:
        policy = UnknownModelPolicyChanged(
            policy=terms.unknown_model_policy,
            prices=dict(terms.default_prices),
            version_id=str(terms.policy_version),
        )
        await outbox.add(conn, policy, aggregate_id="unknown-model-policy")
    settings = SettingsChanged(
        usd_to_credit_ratio=terms.usd_to_credit_ratio, token_multiplier=terms.token_multiplier
    )
    await outbox.add(conn, settings, aggregate_id="settings")
