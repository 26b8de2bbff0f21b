"""What billing keeps about a person: a copy of name and address, contacts and top-up wishes."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from billing_service.domain.mails import Language


@dataclass(frozen=True, slots=True)
class Customer:
    user_id: str
    name: str
    email: str
    role: str
    is_closed: bool
    contact_email: str | None
    contact_phone: str | None
    auto_top_up: bool
    auto_top_up_threshold: Decimal | None
    auto_top_up_amount: Decimal | None
    auto_top_up_month_max: Decimal | None
    auto_top_up_failures: int
    auto_top_up_failed_at: datetime | None
    language: Language | None
