"""Configuration of pricing-service; prices and terms live in the database once it has started."""

from decimal import Decimal
from typing import Literal
from uuid import uuid4

from pydantic import Field

from pricing_service.domain.price import Terms
from shared.money import Price
from shared.settings import ServiceSettings


class PricingSettings(ServiceSettings):
    """The `pricing_*` fields seed an empty database and are changed by the settings API after."""

    # Published price lists of providers are larger than the usual limit.
    body_limit_bytes: int = Field(default=8 * 1_048_576, ge=1024)
    public_url: str = Field(
        default="",
        pattern=r"^(https?://[^/?#]+)?/?$",
        description="origin at which people reach the gateway; for canonical links and the sitemap",
    )
    pricing_noindex: bool = Field(
        default=False, description="ask search engines to leave out the public price pages"
    )
    pricing_unknown_model: Literal["default", "refuse"] = "default"
    pricing_default_context_price: Price = Decimal("0.001")
    pricing_default_generation_price: Price = Decimal("0.004")
    pricing_usd_to_credit_ratio: Price = Field(default=Decimal(1000), gt=0)
    pricing_token_multiplier: int = Field(default=1000, ge=1, le=1_000_000_000)
    pricing_jump_percent_max: Price = Field(default=Decimal(1000), gt=0)

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
