"""Wire models of prices. Prices are credits per single unit, as JSON numbers with all digits."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel

from shared.money import JsonNumber

Amount = JsonNumber


class ListedModel(BaseModel):
    """One entry of the public list."""

    id: str
    name: str
    context_price: Amount
    generation_price: Amount
    is_free: bool
    is_restricted: bool
    access_level: Literal["public", "restricted"]
    prices: dict[str, Amount]
    version_id: str
    effective_from: datetime
    inherited_from: str | None


class ModelPrice(BaseModel):
    """The price of one model. `priced` is false where the default price applies."""

    id: str
    name: str
    context_price: Amount
    generation_price: Amount
    is_free: bool
    priced: bool
    prices: dict[str, Amount]
    version_id: str
    is_restricted: bool | None = None
    is_available: bool | None = None
    effective_from: datetime | None = None
    inherited_from: str | None = None


class Scheduled(BaseModel):
    """A price that applies from a moment in the future on."""

    prices: dict[str, Amount]
    version_id: str
    effective_from: datetime
    inherited_from: str | None
    is_free: bool


class ManagedModel(BaseModel):
    """A model as administrators see it."""

    id: str
    name: str
    context_price: Amount
    generation_price: Amount
    context_price_usd: Amount
    generation_price_usd: Amount
    is_available: bool
    is_free: bool
    is_restricted: bool
    priced: bool
    prices: dict[str, Amount]
    prices_usd: dict[str, Amount]
    version_id: str | None
    effective_from: datetime | None
    inherited_from: str | None
    base_model_id: str | None
    access: Literal["public", "restricted", "private"]
    is_active: bool
    state: Literal["active", "closed"]
    restricted_by_admin: bool | None
    scheduled: list[Scheduled]


class UpdatedModel(ManagedModel):
    """The model as it is from the new price on."""

    status: Literal["success"]


class FreeStatus(BaseModel):
    status: Literal["success"]
    model_id: str
    is_free: bool


class RestrictionStatus(BaseModel):
    status: Literal["success"]
    model_id: str
    is_restricted: bool


class TermsWire(BaseModel):
    """Settings that are not about one model."""

    usd_to_credit_ratio: Amount
    token_multiplier: int
    unknown_model_policy: Literal["default", "refuse"]
    default_context_price: Amount
    default_generation_price: Amount
    jump_percent_max: Amount


class UpdatedTerms(TermsWire):
    status: Literal["success"]
    message: str
