"""Facts about prices. Prices are credits for one unit of usage (units: shared.rating.UNITS)."""

from datetime import datetime
from decimal import Decimal
from typing import ClassVar, Literal

from shared.contracts import Contract


class PricePublished(Contract, frozen=True, kw_only=True):
    """A price version of one model. A derived model repeats its base's (`inherited_from`)."""

    event_type: ClassVar[str] = "pricing.price_published"
    model_id: str
    name: str
    version_id: str
    effective_from: datetime
    prices: dict[str, Decimal]
    is_free: bool
    is_restricted: bool
    is_available: bool
    inherited_from: str | None = None


class UnknownModelPolicyChanged(Contract, frozen=True, kw_only=True):
    """What a model without a price costs, or that it is refused."""

    event_type: ClassVar[str] = "pricing.unknown_model_policy_changed"
    policy: Literal["default", "refuse"]
    prices: dict[str, Decimal]
    version_id: str


class SettingsChanged(Contract, frozen=True, kw_only=True):
    """The terms for new prices changed."""

    event_type: ClassVar[str] = "pricing.settings_changed"
    usd_to_credit_ratio: Decimal
    token_multiplier: int
