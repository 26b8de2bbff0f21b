"""The forms of the admin app's views, as they are described to callers."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel

from ledger_service.api.me import Balance
from ledger_service.api.wire import GroupOf, ListedUser
from shared.money import JsonNumber


class AccountPage(BaseModel):
    """`total` is of all that fit; `next` leads to the next page and is null on the last."""

    accounts: list[ListedUser]
    total: int
    next: str | None


class HoldOfAccount(BaseModel):
    id: UUID
    model_id: str
    amount: JsonNumber
    counted_amount: JsonNumber
    max_tokens: int | None
    actor: str
    opened_at: datetime
    expires_at: datetime


class _Used(BaseModel):
    credits_used: JsonNumber
    transactions_count: int
    unique_users: int
    usage: dict[str, int]


class UsedOfModel(_Used):
    model: str


class UsedOnDay(_Used):
    day: date


class RecentUsage(BaseModel):
    since: date
    until: date
    by_model: list[UsedOfModel]
    by_day: list[UsedOnDay]


class AccountDetail(Balance):
    groups: list[GroupOf]
    default_credits: JsonNumber
    opened_at: datetime
    holds: list[HoldOfAccount]
    usage: RecentUsage


class AccountTotals(BaseModel):
    """`empty` can spend nothing; `remaining` counts no debts, which are in `debt`."""

    total: int
    suspended: int
    in_debt: int
    empty: int
    remaining: JsonNumber
    debt: JsonNumber
    held: JsonNumber


class DayOfUse(BaseModel):
    day: date
    credits_used: JsonNumber
    charges: int
    users: int


class Share(BaseModel):
    """`name` is null for models, which the ledger knows by id alone."""

    id: str
    name: str | None
    credits_used: JsonNumber


class Overview(BaseModel):
    since: date
    until: date
    credits_used: JsonNumber
    credits_used_before: JsonNumber
    charges: int
    active_users: int
    active_users_before: int
    models_used: int
    accounts: AccountTotals
    days: list[DayOfUse]
    models: list[Share]
    users: list[Share]
