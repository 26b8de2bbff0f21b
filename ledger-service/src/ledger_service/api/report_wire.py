"""The forms of usage reports, as they are described to callers."""

from datetime import date, datetime

from pydantic import BaseModel

from shared.money import JsonNumber


class MonthOfUser(BaseModel):
    """Without an id and without moments where nothing was used."""

    id: int | None = None
    user_id: str
    year: int
    month: int
    credits_used: JsonNumber
    transactions_count: int
    models_used: list[str]
    balance_before_reset: JsonNumber | None
    created_at: datetime | None = None
    updated_at: datetime | None = None


class Owner(BaseModel):
    user_id: str
    user_name: str
    user_email: str | None
    current_balance: JsonNumber
    group_name: str | None


class UserStatistics(Owner):
    current_month_usage: MonthOfUser
    historical_statistics: list[MonthOfUser]


class Totals(BaseModel):
    total_credits_used: JsonNumber
    total_transactions: int
    unique_users: int
    total_entries: int
    unique_models: int


class MonthRow(MonthOfUser, Owner):
    user_id: str


class MonthlyStatistics(BaseModel):
    year: int
    month: int
    summary: Totals | None
    user_statistics: list[MonthRow]


class CurrentUser(Owner):
    usage: MonthOfUser


class CurrentUsage(BaseModel):
    year: int
    month: int
    current_usage: list[CurrentUser]


class MonthOfYear(BaseModel):
    month: int
    month_name: str
    summary: Totals | None


class YearlyStatistics(BaseModel):
    year: int
    yearly_summary: Totals | None
    monthly_breakdown: list[MonthOfYear]


class BreakdownRow(BaseModel):
    """One of the four names, as `by` says."""

    day: date | None = None
    model: str | None = None
    group: str | None = None
    user: str | None = None
    credits_used: JsonNumber
    transactions_count: int
    unique_users: int
    usage: dict[str, int]


class Breakdown(BaseModel):
    by: str
    since: date
    until: date
    rows: list[BreakdownRow]
