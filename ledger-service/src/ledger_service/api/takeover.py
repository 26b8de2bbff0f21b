"""Taking over from a system that was used before: balances, and its history for reading."""

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import (
    AfterValidator,
    BaseModel,
    Field,
    StrictBool,
    StringConstraints,
    model_validator,
)

from ledger_service.api.history import Filters
from ledger_service.api.roles import Accountant, author_of
from ledger_service.commands.archive_history import archive_history
from ledger_service.commands.open_balances import Opened, open_balances
from ledger_service.domain.opening import Opening
from ledger_service.queries.archive import Kind, Search, archived_before
from ledger_service.store import archive
from ledger_service.store.books import Books
from shared.auth import Admin
from shared.http import ExactRoute, exact
from shared.moments import ZonedMoment
from shared.money import ZERO, Credits, JsonNumber, Price, to_wire

router = APIRouter(route_class=ExactRoute, tags=["takeover"])
Source = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]{0,63}$")]


def _no_house(user_id: str) -> str:
    if user_id.startswith("house:"):
        raise ValueError("must not begin with house:")
    return user_id


AccountId = Annotated[
    str, StringConstraints(min_length=1, max_length=255), AfterValidator(_no_house)
]
Text = Annotated[str, StringConstraints(max_length=10_000)]
Count = Annotated[int, Field(strict=True, ge=-(2**63), lt=2**63)]
_BALANCES_MAX = 500
_ENTRIES_MAX = 1000


class OpeningBalance(BaseModel):
    """`allowance`: what the user was given there for the running month, spent or not."""

    user_id: AccountId
    balance: Credits
    allowance: Price = ZERO


class OpeningBalances(BaseModel):
    """`source` names the system: a user's balance is taken over once per source. `dry_run` does
    all of it and then takes it back.
    """

    source: Source
    balances: Annotated[list[OpeningBalance], Field(min_length=1, max_length=_BALANCES_MAX)]
    only_known: StrictBool = False
    dry_run: StrictBool = False

    @model_validator(mode="after")
    def _once_each(self) -> "OpeningBalances":
        if len({row.user_id for row in self.balances}) < len(self.balances):
            raise ValueError("balances must not name a user twice")
        return self


class OpenedBalance(BaseModel):
    """`amount` is what was taken over, now or before (then it may differ from what is asked)."""

    user_id: str
    status: Literal["opened", "replayed", "differs", "unknown"]
    amount: JsonNumber | None
    transaction_id: int | None
    balance: JsonNumber | None
    is_new_account: bool
    allowance_taken_back: JsonNumber


class OpenedBalances(BaseModel):
    balances: list[OpenedBalance]


class ArchiveEntry(BaseModel):
    entry_id: Annotated[int, Field(ge=1, lt=2**63)]
    kind: Kind = "transaction"
    user_id: Annotated[str, StringConstraints(max_length=255)] = ""
    type: Annotated[str, StringConstraints(min_length=1, max_length=255)]
    amount: Credits | None = None
    balance_after: Credits | None = None
    model_id: Text | None = None
    prompt_tokens: Count | None = None
    completion_tokens: Count | None = None
    cached_tokens: Count | None = None
    reasoning_tokens: Count | None = None
    actor: Text = ""
    reason: Text = ""
    metadata: Text | None = None
    created_at: ZonedMoment | None = None

    def row(self) -> dict[str, Any]:
        fields = self.model_dump(exclude={"user_id", "metadata"})
        return fields | {"account_id": self.user_id, "details": self.metadata}


class History(BaseModel):
    source: Source
    entries: Annotated[list[ArchiveEntry], Field(min_length=1, max_length=_ENTRIES_MAX)]


class Archived(BaseModel):
    archived: int
    known: int


class ArchivedEntry(BaseModel):
    id: int
    source: str
    kind: Kind
    entry_id: int
    user_id: str | None
    user_name: str | None
    type: str
    amount: JsonNumber | None
    balance_after: JsonNumber | None
    model_id: str | None
    prompt_tokens: int | None
    completion_tokens: int | None
    cached_tokens: int | None
    reasoning_tokens: int | None
    actor: str
    reason: str
    metadata: str | None
    created_at: datetime | None


class ArchivePage(BaseModel):
    """`next_before` leads to the next page and is null on the last."""

    entries: list[ArchivedEntry]
    next_before: int | None


class ArchivePosition(BaseModel):
    """The number of the last entry that is archived, by kind; 0 for none."""

    transaction: int
    log: int


@router.post(
    "/api/ledger/opening-balances",
    response_model=OpenedBalances,
    summary="Take over balances from another system, once per source and user",
)
async def post_openings(body: OpeningBalances, admin: Accountant, request: Request) -> Response:
    openings = [Opening(row.user_id, row.balance, row.allowance) for row in body.balances]
    done = await open_balances(
        request.app.state.books,
        body.source,
        openings,
        only_known=body.only_known,
        dry_run=body.dry_run,
        author=author_of(admin),
    )
    return exact({"balances": [_opened(opened) for opened in done]})


@router.post("/api/ledger/archive", response_model=Archived, summary="Archive another's history")
async def post_archive(body: History, admin: Accountant, request: Request) -> Response:
    rows = [entry.row() for entry in body.entries]
    added = await archive_history(request.app.state.books, body.source, rows, author_of(admin))
    return exact({"archived": added, "known": len(rows) - added})


@router.get(
    "/api/ledger/archive",
    response_model=ArchivePage,
    summary="History of the system before, newest first",
)
async def get_archive(
    admin: Admin,
    request: Request,
    filters: Filters,
    source: Source | None = None,
    kind: Kind | None = None,
    type: Annotated[str | None, Query(min_length=1, max_length=255)] = None,  # noqa: A002
    before: Annotated[int | None, Query(ge=1, lt=2**63)] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 50,
) -> Response:
    wanted = filters.wanted(type)
    search = Search(
        source=source,
        kind=kind,
        account_id=wanted.account_id,
        type=wanted.type,
        model_id=wanted.model_id,
        actor=wanted.actor,
        since=wanted.since,
        until=wanted.until,
    )
    books: Books = request.app.state.books
    async with books.db.reader() as connection:
        entries = await archived_before(connection, search, before, limit + 1)
    more = entries[limit - 1]["id"] if len(entries) > limit else None
    return exact({"entries": entries[:limit], "next_before": more})


@router.get(
    "/api/ledger/archive/position",
    response_model=ArchivePosition,
    summary="How far a source is archived",
)
async def get_position(admin: Admin, request: Request, source: Source) -> Response:
    books: Books = request.app.state.books
    async with books.db.reader() as connection:
        return exact(dict(await archive.positions(connection, source)))


def _opened(opened: Opened) -> dict[str, Any]:
    amount, balance = opened.amount, opened.balance
    return {
        "user_id": opened.account_id,
        "status": opened.status,
        "amount": None if amount is None else to_wire(amount),
        "transaction_id": opened.transaction_id,
        "balance": None if balance is None else to_wire(balance),
        "is_new_account": opened.is_new_account,
        "allowance_taken_back": to_wire(opened.allowance_taken_back),
    }
