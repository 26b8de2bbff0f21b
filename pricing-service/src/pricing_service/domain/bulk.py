"""One change of many prices: which models, and what becomes of each price."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Final, Literal

from pricing_service.domain.price import Model, Publication
from pricing_service.domain.quoting import completed, rounded
from shared.money import EXACT, checked
from shared.problems import Invalid
from shared.rating import Prices

Show = Literal["all", "public", "restricted", "private", "free", "unpriced", "inherited"]


@dataclass(frozen=True, slots=True)
class Selection:
    """Models by id, or by what an administrator sees of them."""

    model_ids: frozenset[str] | None = None
    search: str = ""
    show: Show = "all"

    def covers(self, model: Model, current: Publication | None) -> bool:
        """Whether `model`, which costs `current` now, is meant."""
        if self.model_ids is not None and model.id not in self.model_ids:
            return False
        wanted = self.search.casefold()
        if wanted and wanted not in model.id.casefold() and wanted not in model.name.casefold():
            return False
        return {
            "all": True,
            "public": model.is_available and not model.is_restricted,
            "restricted": model.is_available and model.is_restricted,
            "private": not model.is_available,
            "free": current is not None and current.is_free,
            "unpriced": current is None,
            "inherited": current is not None and current.inherited_from is not None,
        }[self.show]


ALL: Final = Selection()


@dataclass(frozen=True, slots=True)
class BulkChange:
    """`multiply` acts on present prices, then `prices` replaces or takes away single ones."""

    selection: Selection
    multiply: Decimal | None = None
    prices: Mapping[str, Decimal | None] = field(default_factory=dict)
    is_free: bool | None = None
    effective_from: datetime | None = None

    def apply(self, current: Prices) -> dict[str, Decimal]:
        """The whole new prices; products are rounded to 12 decimals, the preview shows them."""
        changed: dict[str, Decimal | None] = dict(current)
        if self.multiply is not None:
            for unit, price in current.items():
                try:
                    changed[unit] = checked(rounded(EXACT.multiply(price, self.multiply)))
                except (ValueError, ArithmeticError) as error:
                    raise Invalid("multiply", f"makes a price that {error}") from None
        return completed(self.prices, {u: p for u, p in changed.items() if p is not None})
