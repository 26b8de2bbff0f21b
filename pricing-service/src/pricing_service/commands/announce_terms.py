"""Tell the listeners the settings."""

from pricing_service.domain.price import Terms
from shared import outbox
from shared.contracts.pricing import SettingsChanged, UnknownModelPolicyChanged
from shared.db import Connection


async def announce_policy(conn: Connection, terms: Terms) -> None:
    """What a model without a price costs, or that it is refused."""
    fact = UnknownModelPolicyChanged(
        policy=terms.unknown_model_policy,
        prices=dict(terms.default_prices),
        version_id=str(terms.policy_version),
    )
    await outbox.add(conn, fact, aggregate_id="unknown-model-policy")


async def announce_settings(conn: Connection, terms: Terms) -> None:
    """How many credits a dollar is, and for how many tokens prices are shown."""
    fact = SettingsChanged(
        usd_to_credit_ratio=terms.usd_to_credit_ratio, token_multiplier=terms.token_multiplier
    )
    await outbox.add(conn, fact, aggregate_id="settings")
