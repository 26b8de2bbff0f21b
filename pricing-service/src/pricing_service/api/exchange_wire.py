"""Wire models of imports, proposals, history and audit."""

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel

from pricing_service.api.wire import Amount


class SkippedEntry(BaseModel):
    model_id: str
    reason: str


class Imported(BaseModel):
    """What a file proposed. `skipped` lists the first 200 of `skipped_total`.

    `unknown` counts prices of models that we do not know and that were not asked for.
    """

    status: Literal["success"]
    batch_id: str
    source: str
    read: int
    proposed: int
    unchanged: int
    unknown: int
    skipped_total: int
    skipped: list[SkippedEntry]


class ProposedPrice(BaseModel):
    """`jumps` are units whose approval needs confirm_jump.

    Where the file does not say whether the model is free, `is_free` is null, and the model stays as
    it is when the proposal is approved.
    """

    id: str
    batch_id: str
    source: str
    model_id: str
    name: str | None
    prices: dict[str, Amount]
    is_free: bool | None
    current_prices: dict[str, Amount] | None
    jumps: list[str]
    note: str
    status: Literal["open", "approved", "rejected", "superseded"]
    created_by: str
    created_at: datetime
    decided_by: str | None
    decided_at: datetime | None


class Page(BaseModel):
    total: int
    limit: int
    offset: int
    has_next: bool
    has_prev: bool


class ProposalPage(Page):
    proposals: list[ProposedPrice]


class Decided(BaseModel):
    """A proposal that is still open says why in `problem`."""

    id: str
    model_id: str
    status: Literal["open", "approved", "rejected"]
    problem: dict[str, Any] | None = None


class Decisions(BaseModel):
    status: Literal["success"]
    results: list[Decided]
    not_open: list[str]
    decided: int


class PastVersion(BaseModel):
    """A version of a model's own price; one that `inherits` has no prices."""

    version_id: str
    model_id: str
    effective_from: datetime
    inherits: bool
    is_free: bool
    source: str
    actor: str
    reason: str
    created_at: datetime
    prices: dict[str, Amount]


class HistoryPage(Page):
    versions: list[PastVersion]


class Change(BaseModel):
    id: int
    at: datetime
    action: str
    model_id: str | None
    actor_kind: str
    actor_id: str
    actor: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    reason: str
    trace_id: str


class ChangePage(Page):
    changes: list[Change]
