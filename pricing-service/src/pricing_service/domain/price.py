"""The nouns of pricing. A version never changes; what changes is which version applies when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

from shared.rating import Prices

Access = Literal["public", "restricted", "private"]
Policy = Literal["default", "refuse"]
PriceMode = Literal["credits", "usd"]


@dataclass(frozen=True, slots=True)
class Model:
    """A model as sync and administrators see it. `restricted_by_admin` outlives every sync."""

    id: str
    name: str
    base_model_id: str | None = None
    access: Access = "public"
    is_active: bool = True
    status: Literal["active", "closed"] = "active"
    restricted_by_admin: bool | None = None
    sync_sequence: int = 0

    @property
    def is_restricted(self) -> bool:
        """The administrator's word, else what Open WebUI says."""
        if self.restricted_by_admin is not None:
            return self.restricted_by_admin
        return self.access == "restricted"

    @property
    def is_available(self) -> bool:
        """Offered to people at all: a private, inactive or closed model is not."""
        return self.status == "active" and self.is_active and self.access != "private"


@dataclass(frozen=True, slots=True)
class Version:
    """What one unit costs from `effective_from` on; `inherits` means "as the base model".

    `scheduled` tells a price that was planned ahead from one that was made to apply at once. One
    that `withdraws` is no price: it takes back the one a tick before it.
    """

    id: UUID
    model_id: str
    effective_from: datetime
    prices: Prices
    is_free: bool = False
    inherits: bool = False
    scheduled: bool = False
    withdraws: bool = False


@dataclass(frozen=True, slots=True)
class Publication:
    """What was announced about a model: from this moment on, that version."""

    model_id: str
    effective_from: datetime
    version_id: UUID
    prices: Prices
    name: str
    is_free: bool
    is_restricted: bool
    is_available: bool
    inherited_from: str | None


@dataclass(frozen=True, slots=True)
class Terms:
    """Settings that are not about one model."""

    usd_to_credit_ratio: Decimal
    token_multiplier: int
    unknown_model_policy: Policy
    default_prices: Prices
    policy_version: UUID
    jump_percent_max: Decimal


@dataclass(frozen=True, slots=True)
class Order:
    """A wish for a new price. `prices` are credits; None takes a unit's own price away.

    A unit that is not named keeps the price it has at `effective_from`; so does `is_free`, if None.
    """

    model_id: str
    prices: Mapping[str, Decimal | None]
    is_free: bool | None
    source: str
    effective_from: datetime | None = None
    confirm_jump: bool = False
    name: str | None = None
    name_if_new: str | None = None
    restricted_by_admin: bool | None = None
    reason: str = ""
