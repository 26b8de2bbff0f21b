"""The forms of reports, as they are described to callers."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, Field

from shared.http import files
from shared.money import JsonNumber
from shared.table_files import MEDIA_TYPES

FILES = files(*MEDIA_TYPES.values())


class Report(BaseModel):
    """`truncated`: there is more, which the file has."""

    from_: Annotated[int, Field(alias="from")]
    to: int
    truncated: bool


class SummaryRow(BaseModel):
    currency: str
    mrr: JsonNumber
    arr: JsonNumber
    arpu: JsonNumber | None
    subscribers: int
    payments: int
    gross: JsonNumber
    refunded: JsonNumber
    net: JsonNumber
    payers: int
    failed_payments: int
    churn: JsonNumber | None


class RevenueRow(BaseModel):
    day: date
    currency: str
    kind: str
    payments: int
    gross: JsonNumber
    refunds: int
    refunded: JsonNumber
    net: JsonNumber


class ChurnRow(BaseModel):
    since: int
    until: int
    currency: str
    at_start: int
    gained: int
    lost: int
    at_end: int
    churn: JsonNumber | None


class FailedPayment(BaseModel):
    id: str
    created_at: int
    user_id: str
    email: str
    kind: str
    plan_id: str | None
    amount: JsonNumber
    currency: str
    status: str
    reason: str | None
    attempt: int | None
    provider_id: str | None


class SummaryReport(Report):
    items: list[SummaryRow]


class RevenueReport(Report):
    items: list[RevenueRow]


class ChurnReport(Report):
    items: list[ChurnRow]


class FailedPaymentsReport(Report):
    items: list[FailedPayment]
