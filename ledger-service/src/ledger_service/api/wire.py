"""The forms of lists and reports, as they are described to callers."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Header
from pydantic import BaseModel

from shared.money import JsonNumber

# Where a second time would do harm; IdempotencyKey where it may be left out.
RequiredKey = Annotated[str, Header(min_length=1, max_length=255)]


class Removed(BaseModel):
    status: Literal["success"]
    id: str


class GroupOf(BaseModel):
    id: str
    name: str
    default_credits: JsonNumber
    is_system_group: bool


class ListedUser(BaseModel):
    id: str
    name: str
    email: str | None
    credits: JsonNumber
    total_default_credits: JsonNumber
    group_id: str | None
    groups: list[GroupOf]
    role: str | None
    avatar: str
    held: JsonNumber
    available: JsonNumber
    status: str


class ListedGroup(GroupOf):
    is_own: bool
    priority: int
    members: int


class Member(BaseModel):
    id: str
    name: str | None
    email: str | None


class Members(BaseModel):
    members: list[Member]
    total: int


class MembersChanged(BaseModel):
    """How many joined and left, of those that were named."""

    group_id: str
    joined: int
    left: int


class AllowanceChange(BaseModel):
    user_id: str
    user_name: str
    granted: JsonNumber
    now: JsonNumber
    difference: JsonNumber


class AllowancePreview(BaseModel):
    """`preview` is the mark that applying asks for."""

    preview: str
    total: JsonNumber
    changes: list[AllowanceChange]


class AllowancesApplied(BaseModel):
    users_affected: int
    total: JsonNumber


class Lot(BaseModel):
    """`expires_at` is null for credits that last."""

    id: UUID
    source: str
    amount: JsonNumber
    remaining: JsonNumber
    period: str | None
    reference: str | None
    reason: str | None
    actor: str | None
    transaction_id: int | None
    granted_at: datetime
    expires_at: datetime | None


class Lots(BaseModel):
    grants: list[Lot]


class GrantBatch(BaseModel):
    id: UUID
    status: str
    actor: str
    reason: str
    created_at: datetime
    undone_by: str | None
    lines: int
    total: JsonNumber
    granted: int
    taken_back: int


class GrantBatches(BaseModel):
    batches: list[GrantBatch]


class GrantLine(BaseModel):
    line: int
    user_id: str
    user_name: str
    amount: JsonNumber
    balance: JsonNumber
    source: str
    reason: str
    expires_at: datetime | None


class LineError(BaseModel):
    line: int
    message: str


class GrantPreview(BaseModel):
    dry_run: Literal[True]
    lines: list[GrantLine]
    total: JsonNumber
    errors: list[LineError]


class LimitOfUser(BaseModel):
    """`used` counts what open holds reserve; the limit is free again at `frees_at`."""

    id: UUID
    scope: str
    metric: str
    model_id: str | None
    per: str
    cap: JsonNumber
    used: JsonNumber
    left: JsonNumber
    source: str
    starts_at: datetime
    frees_at: datetime


class ListedTransaction(BaseModel):
    """Tokens and `usage` are null where nothing was charged. `amount` is signed."""

    id: int
    user_id: str
    amount: JsonNumber
    transaction_type: str
    reason: str
    actor: str
    balance_after: JsonNumber
    model_id: str | None
    prompt_tokens: int | None
    completion_tokens: int | None
    cached_tokens: int | None
    reasoning_tokens: int | None
    created_at: datetime
    user_name: str
    usage: dict[str, int] | None
    price_version: str | None
    hold_id: UUID | None
    sequence: int
    trace_id: str | None


class Page(BaseModel):
    """Where `total_is_exact` is false there are more than `total`, which stops at 100,000."""

    total: int
    total_is_exact: bool
    limit: int
    offset: int
    has_next: bool
    has_prev: bool


class TransactionPage(Page):
    transactions: list[ListedTransaction]


class SystemLog(BaseModel):
    """`metadata` is JSON in a string."""

    id: int
    log_type: str
    actor: str
    message: str
    metadata: str | None
    created_at: datetime


class SystemLogPage(Page):
    logs: list[SystemLog]


class AuditEntry(BaseModel):
    id: int
    at: datetime
    log_type: str
    actor: str
    message: str
    account_id: str | None
    model_id: str | None
    before: Any
    after: Any
    reason: str | None
    trace_id: str | None


class AuditEntries(Page):
    entries: list[AuditEntry]
