"""What administrators may ask the lists of payments, refunds and subscriptions for."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints, ValidationInfo, field_validator

from billing_service.api.wire import moment_or_none
from billing_service.domain import payments, refunds, subscriptions
from billing_service.queries.sales import SalesFilter

_Moment = Annotated[int, Field(ge=0, le=253_402_300_799)]
_Text = Annotated[str, StringConstraints(min_length=1, max_length=255)]


class SalesQuery(BaseModel):
    """A page of a list. `to` is exclusive, `before` is the `next` of the page before."""

    status: str | None = None
    kind: str | None = None
    search: _Text | None = None
    user_id: _Text | None = None
    plan_id: _Text | None = None
    since: _Moment | None = Field(default=None, alias="from", description="unix seconds")
    until: _Moment | None = Field(default=None, alias="to", description="unix seconds")
    limit: Annotated[int, Field(ge=1, le=200)] = 50
    before: UUID | None = None

    @field_validator("until")
    @classmethod
    def _not_before_since(cls, until: int | None, known: ValidationInfo) -> int | None:
        since = known.data.get("since")
        if since is not None and until is not None and until < since:
            raise ValueError("must not be before from")
        return until

    def as_filter(self) -> SalesFilter:
        return SalesFilter(
            self.search,
            self.status,
            self.kind,
            self.user_id,
            self.plan_id,
            moment_or_none(self.since),
            moment_or_none(self.until),
        )


class PaymentsQuery(SalesQuery):
    status: payments.Status | None = None
    kind: payments.Kind | None = None


class RefundsQuery(SalesQuery):
    """`kind` is who gave the money back."""

    status: refunds.Status | None = None
    kind: Literal["admin", "provider"] | None = None


class SubscriptionsQuery(SalesQuery):
    """Subscriptions are of one kind: asking for any is a mistake."""

    status: subscriptions.Status | None = None
    kind: None = None
