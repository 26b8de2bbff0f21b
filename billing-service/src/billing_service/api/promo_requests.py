"""What an administrator may send about a promo code, and what is answered."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, model_validator

from billing_service.api.plan_requests import Currency, no_boolean
from billing_service.api.wire import seconds, seconds_or_none
from billing_service.domain.promo_codes import PromoCode, code_of
from shared.money import JsonNumber, Price, to_wire

_CENT_EXPONENT = -2


def _moment(value: int) -> datetime:
    return datetime.fromtimestamp(value, UTC)


Code = Annotated[
    str, AfterValidator(code_of), Field(pattern=r"^\s*[A-Za-z0-9][A-Za-z0-9_-]{2,63}\s*$")
]
Moment = Annotated[
    int, BeforeValidator(no_boolean), Field(ge=0, le=253_402_300_799), AfterValidator(_moment)
]
Times = Annotated[int, BeforeValidator(no_boolean), Field(ge=1, le=2**31 - 1)]
PlanId = Annotated[str, Field(min_length=1, max_length=200)]
PlanIds = Annotated[list[PlanId], Field(max_length=200)]
Value = Annotated[Price, Field(gt=0, lt=10**10)]
Note = Annotated[str, Field(max_length=1000)]


class CreatePromoCode(BaseModel):
    """`plan_ids` null: every plan, empty: none. Limits null: none."""

    code: Code | None = None
    kind: Literal["percent", "amount", "credits"]
    value: Value
    currency: Currency | None = Field(default=None, description="of a fixed amount")
    plan_ids: PlanIds | None = None
    applies_to_top_ups: bool = True
    starts_at: Moment | None = None
    ends_at: Moment | None = None
    max_redemptions: Times | None = None
    max_per_user: Times | None = 1
    is_active: bool = True
    note: Note | None = None

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if (self.kind == "amount") != (self.currency is not None):
            raise ValueError("currency belongs to a fixed amount, and to nothing else")
        refusal = value_refusal(self.kind, self.value)
        if refusal:
            raise ValueError(refusal)
        if self.starts_at and self.ends_at and self.starts_at >= self.ends_at:
            raise ValueError("starts_at must be before ends_at")
        return self


class UpdatePromoCode(BaseModel):
    """Fields that are absent stay. What a code is worth never changes: make another one."""

    plan_ids: PlanIds | None = None
    applies_to_top_ups: bool | None = None
    starts_at: Moment | None = None
    ends_at: Moment | None = None
    max_redemptions: Times | None = None
    max_per_user: Times | None = None
    is_active: bool | None = None
    note: Note | None = None

    def changes(self) -> dict[str, Any]:
        """Return the fields that were sent; null is no value of a switch."""
        # Not dumped: what checking has made of a moment is no longer the whole number of its field.
        switches = {"applies_to_top_ups", "is_active"}
        return {
            name: value
            for name, value in self
            if name in self.model_fields_set and (value is not None or name not in switches)
        }


def value_refusal(kind: str, value: Decimal) -> str | None:
    """Return why a code cannot be worth this, None if it can."""
    exponent = value.normalize().as_tuple().exponent
    if kind == "percent" and value > 100:  # noqa: PLR2004
        return "a percentage must be at most 100"
    if kind != "credits" and (not isinstance(exponent, int) or exponent < _CENT_EXPONENT):
        return "value must have at most 2 decimals"
    return None


class PromoCodeWire(BaseModel):
    code: str
    kind: str
    value: JsonNumber
    currency: str | None
    plan_ids: list[str] | None
    applies_to_top_ups: bool
    starts_at: int | None
    ends_at: int | None
    max_redemptions: int | None
    max_per_user: int | None
    redemptions: int
    is_active: bool
    note: str | None
    created_at: int
    updated_at: int

    @classmethod
    def of(cls, promo: PromoCode) -> "PromoCodeWire":
        return cls(
            code=promo.code,
            kind=promo.kind,
            value=to_wire(promo.value),
            currency=promo.currency,
            plan_ids=promo.plan_ids,
            applies_to_top_ups=promo.applies_to_top_ups,
            starts_at=seconds_or_none(promo.starts_at),
            ends_at=seconds_or_none(promo.ends_at),
            max_redemptions=promo.max_redemptions,
            max_per_user=promo.max_per_user,
            redemptions=promo.redemptions,
            is_active=promo.is_active,
            note=promo.note,
            created_at=seconds(promo.created_at),
            updated_at=seconds(promo.updated_at),
        )
