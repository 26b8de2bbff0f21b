"""What an administrator may send about a plan."""

from decimal import Decimal
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field

from shared.money import Price as CreditPrice

_MONEY_LIMIT: Final = Decimal(10) ** 10
_CENT_EXPONENT: Final = -2


def _money(amount: Decimal) -> Decimal:
    exponent = amount.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or exponent < _CENT_EXPONENT:
        raise ValueError("must have at most 2 decimals")
    if not 0 <= amount < _MONEY_LIMIT:
        raise ValueError("must be from 0 to below 10^10")
    return amount.quantize(Decimal("0.01"))


def no_boolean(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError("must be a number")  # noqa: TRY004 - pydantic reports ValueError by field
    return value


def _addressable(plan_id: str) -> str:
    # A browser or a proxy resolves such an address before anybody sees the id in it.
    if plan_id in {".", ".."}:
        raise ValueError("must not be a dot or two")
    return plan_id


def _limited(quotas: dict[str, int | None]) -> dict[str, int]:
    # A metric that is null has no limit, the same as one that is absent.
    return {metric: limit for metric, limit in quotas.items() if limit is not None}


Money = Annotated[Decimal, BeforeValidator(no_boolean), AfterValidator(_money)]
Count = Annotated[int, BeforeValidator(no_boolean), Field(ge=0, le=2**31 - 1)]
Limit = Annotated[int, BeforeValidator(no_boolean), Field(ge=0, le=2**53)]
Metric = Annotated[str, Field(min_length=1, max_length=64)]
Quotas = Annotated[dict[Metric, Limit | None], AfterValidator(_limited), Field(max_length=50)]
Features = Annotated[list[Annotated[str, Field(max_length=500)]], Field(max_length=100)]
Name = Annotated[str, Field(min_length=1, max_length=100)]
OptionalName = Annotated[str, Field(max_length=100)]
Text = Annotated[str, Field(max_length=1000)]
Currency = Literal["RUB", "USD", "EUR"]
IntervalWord = Literal["day", "week", "month", "year"]
TrialDays = Annotated[int, BeforeValidator(no_boolean), Field(ge=0, le=365)]


PlanId = Annotated[str, Field(max_length=200, pattern=r"^[^/\s]*$"), AfterValidator(_addressable)]


class CreatePlan(BaseModel):
    id: PlanId | None = None
    name: Name
    name_ru: OptionalName | None = None
    description: Text | None = None
    description_ru: Text | None = None
    price: Money
    currency: Currency = "RUB"
    interval: IntervalWord
    quotas: Quotas | None = None
    features: Features | None = None
    is_active: bool = True
    display_order: Count = 0
    included_credits: CreditPrice = Decimal(0)
    trial_days: TrialDays = 0


class UpdatePlan(BaseModel):
    """Fields that are absent stay; null clears a field that may be empty."""

    name: Name | None = None
    name_ru: OptionalName | None = None
    description: Text | None = None
    description_ru: Text | None = None
    price: Money | None = None
    currency: Currency | None = None
    interval: IntervalWord | None = None
    quotas: Quotas | None = None
    features: Features | None = None
    is_active: bool | None = None
    display_order: Count | None = None
    included_credits: CreditPrice | None = None
    trial_days: TrialDays | None = None

    def changes(self) -> dict[str, Any]:
        """Return the fields that were sent. Old clients send null for "as it was" in the others."""
        clearable = {"name_ru", "description", "description_ru", "quotas", "features"}
        sent = self.model_dump(include=self.model_fields_set)
        return {
            name: value for name, value in sent.items() if value is not None or name in clearable
        }
