"""Configuration of pricing-service; prices and terms live in the database once it has started."""

from decimal import Decimal
from pathlib import Path
from typing import Literal
from uuid import uuid4

from pydantic import Field

from pricing_service.domain.price import Terms
from shared.money import Price
from shared.settings import ServiceSettings


class PricingSettings(ServiceSettings):
    """The `pricing_*` fields seed an empty database and are changed by the settings API after."""

    migrations = Path(__file__).parents[2] / "migrations"

    # Published price lists of providers are larger than the usual limit.
    body_limit_bytes: int = Field(
        default=8 * 1_048_576,
        ge=1024,
        description="largest body of a request; price lists of providers are large",
    )
    public_url: str = Field(
        default="",
        pattern=r"^(https?://[^/?#]+)?/?$",
        description="origin at which people reach the gateway; for canonical links and the sitemap",
    )
    pricing_noindex: bool = Field(
        default=False, description="ask search engines to leave out the public price pages"
    )
    pricing_unknown_model: Literal["default", "refuse"] = Field(
        default="default",
        description="what a model without a price does: cost the default, or be refused",
    )
    pricing_default_context_price: Price = Field(
        default=Decimal("0.001"), description="default price of an input token, in credits"
    )
    pricing_default_generation_price: Price = Field(
        default=Decimal("0.004"), description="default price of an output token, in credits"
    )
    pricing_usd_to_credit_ratio: Price = Field(
        default=Decimal(1000), gt=0, description="credits for one dollar of a published price list"
    )
    pricing_token_multiplier: int = Field(
        default=1000,
        ge=1,
        le=1_000_000_000,
        description="tokens for which people are shown a price",
    )
    pricing_jump_percent_max: Price = Field(
        default=Decimal(1000),
        gt=0,
        description="a change of a price by more per cent needs `force`",
    )

    def seed(self) -> Terms:
        """The terms of an installation that starts for the first time."""
        return Terms(
            usd_to_credit_ratio=self.pricing_usd_to_credit_ratio,
            token_multiplier=self.pricing_token_multiplier,
            unknown_model_policy=self.pricing_unknown_model,
            default_prices={
                "input": self.pricing_default_context_price,
                "output": self.pricing_default_generation_price,
            },
            policy_version=uuid4(),
            jump_percent_max=self.pricing_jump_percent_max,
        )
