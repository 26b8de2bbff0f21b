"""A card that is bound without a payment, so that a trial can become a paid subscription."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal
from uuid import UUID

# The provider's link lives for an hour; one that is about to die is not given out.
BIND_WITHIN: Final = timedelta(minutes=50)


@dataclass(frozen=True, slots=True)
class Binding:
    """`pending` waits for the payer; `active` was followed by the trial, `failed` by nothing."""

    id: UUID
    user_id: str
    plan_id: str
    idempotence_key: str
    request: bytes
    consent_text: str
    status: Literal["sent", "pending", "active", "inactive", "failed"]
    provider_id: str | None
    confirmation_url: str | None
    error: str | None
    next_check_at: datetime | None
    checks: int
    created_at: datetime
    updated_at: datetime
