"""Which price applies to a model at a moment: a pure copy of what pricing-service published."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class PriceVersion:
    """Prices in credits per unit; `sequence` orders what was published about one model."""

    model_id: str
    version_id: str
    effective_from: datetime
    prices: Mapping[str, Decimal]
    is_free: bool
    sequence: int


@dataclass(frozen=True, slots=True)
class UnknownModelPolicy:
    """What a model without a price costs; `refuse` means that it may not be used."""

    refuse: bool
    version_id: str
    prices: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class PriceBook:
    """All versions of all models; `policy` is None until pricing-service has told it."""

    revision: int = -1
    versions: Mapping[str, tuple[PriceVersion, ...]] = field(default_factory=dict)
    policy: UnknownModelPolicy | None = None

    def price_of(self, model_id: str, at: datetime) -> PriceVersion | None:
        """The version in force at `at`: latest effective, then latest published; else the policy's.

        None means that the model is refused.
        """
        in_force = [v for v in self.versions.get(model_id, ()) if v.effective_from <= at]
        if in_force:
            return max(in_force, key=lambda v: (v.effective_from, v.sequence))
        if self.policy is None or self.policy.refuse:
            return None
        return PriceVersion(
            model_id, self.policy.version_id, at, self.policy.prices, is_free=False, sequence=0
        )
