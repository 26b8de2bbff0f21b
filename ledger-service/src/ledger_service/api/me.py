"""What a signed-in user of Open WebUI reads of their own account; nobody else's is reachable."""

from datetime import date, datetime
from typing import Annotated, Final, Literal
from uuid import UUID

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel, Field, StringConstraints

from ledger_service.commands.renew_account import renew_account
from ledger_service.queries.own_account import is_due, own_balance
from ledger_service.queries.own_export import own_export
from ledger_service.queries.own_history import Filter, own_history, own_receipt
from ledger_service.queries.own_usage import Days, own_usage
from ledger_service.store.books import Books
from shared.auth import User
from shared.http import ExactRoute, exact, files
from shared.moments import Day
from shared.problems import Invalid

router = APIRouter(route_class=ExactRoute, tags=["me"])
_DAYS_MAX: Final = 366
_DEFAULT_DAYS: Final = 30
_ID_MAX: Final = 2**63 - 1

Kind = Literal[
    "charge", "allowance", "grant", "adjustment", "expiry", "reversal", "refund", "opening"
]
Text = Annotated[str, StringConstraints(min_length=1, max_length=255)]
FromDay = Annotated[Day | None, Query(alias="from", description="first day, included")]
ToDay = Annotated[Day | None, Query(alias="to", description="last day, included")]


class Lot(BaseModel):
    """`expires_at` is null for credits that last."""

    id: UUID
    source: str
    amount: float
    remaining: float
    granted_at: datetime
    expires_at: datetime | None


class NextAllowance(BaseModel):
    at: datetime
    amount: float


class LimitLeft(BaseModel):
    """`used` counts what open holds reserve; the limit is free again at `frees_at`."""

    id: UUID
    metric: str
    model_id: str | None
    per: str
    source: str
    cap: float
    used: float
    left: float
    starts_at: datetime
    frees_at: datetime


class Balance(BaseModel):
    """The lots are in the order in which they are spent, and sum to a balance that is no debt."""

    id: str
    name: str
    email: str
    role: str
    balance: float
    held: float
    credit_line: float
    available: float
    status: str
    lots: list[Lot]
    next_allowance: NextAllowance | None
    limits: list[LimitLeft]


class Transaction(BaseModel):
    """`amount` is signed as the account feels it."""

    id: int
    sequence: int
    type: str
    amount: float
    balance_after: float
    reason: str
    model_id: str | None
    usage: dict[str, int] | None
    posted_at: datetime


class History(BaseModel):
    transactions: list[Transaction]
    next_before: int | None


class Line(BaseModel):
    """`count` units at `price` credits each make `amount`."""

    unit: str
    count: int
    price: float
    amount: float


class LotThen(BaseModel):
    """A lot that paid for a charge. Where `paid` is null it cannot be told; it may have paid."""

    id: UUID
    source: str
    amount: float
    paid: float | None
    granted_at: datetime
    expires_at: datetime | None


class HoldThen(BaseModel):
    id: UUID
    status: str
    amount: float
    max_tokens: int | None
    opened_at: datetime
    ended_at: datetime | None


class Receipt(Transaction):
    """The lines sum to the amount; so does what the lots `paid`, with the `debt`.

    `covered` is what was available when charged, with the credit line and without what other
    calls had reserved; the `shortfall` is the rest.
    """

    lines: list[Line]
    price_version: str | None
    covered: float
    shortfall: float
    lots: list[LotThen]
    debt: float
    hold: HoldThen | None
    trace_id: str


class UsageRow(BaseModel):
    day: date | None = None
    model: str | None = None
    charges: int
    amount: float
    usage: dict[str, int]


class Usage(BaseModel):
    """Days are those of `time_zone`."""

    by: str
    from_: Annotated[date, Field(alias="from")]
    to: date
    time_zone: str
    charges: int
    amount: float
    rows: list[UsageRow]


@router.get("/api/me/balance", response_model=Balance, summary="Your credits, by lot")
async def get_balance(user: User, request: Request) -> Response:
    books: Books = request.app.state.books
    async with books.db.reader() as connection:
        due = await is_due(connection, user.id, books.now())
    if due:
        await renew_account(books, user.id)
    async with books.db.reader() as connection:
        shown = await own_balance(
            connection, user.id, rule=books.allowance_rule, zone=books.zone, now=books.now()
        )
    return exact(shown)


@router.get("/api/me/history", response_model=History, summary="Your transactions, newest first")
async def get_history(
    user: User,
    request: Request,
    before: Annotated[int | None, Query(ge=1, le=_ID_MAX)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    kind: Annotated[Kind | None, Query(alias="type")] = None,
    model: Annotated[Text | None, Query()] = None,
    first: FromDay = None,
    last: ToDay = None,
) -> Response:
    books: Books = request.app.state.books
    wanted = Filter(zone=str(books.zone), kind=kind, model_id=model, first_day=first, last_day=last)
    async with books.db.reader() as connection:
        page = await own_history(connection, user.id, wanted, before=before, limit=limit)
    return exact(page)


@router.get("/api/me/usage", response_model=Usage, summary="What you used, by day or by model")
async def get_usage(
    user: User,
    request: Request,
    by: Literal["day", "model"] = "day",
    first: FromDay = None,
    last: ToDay = None,
) -> Response:
    books: Books = request.app.state.books
    until = last or books.now().astimezone(books.zone).date()
    since = first or date.fromordinal(max(1, until.toordinal() - _DEFAULT_DAYS + 1))
    if not 0 <= (until - since).days < _DAYS_MAX:
        raise Invalid("from", f"must not be after `to`, nor {_DAYS_MAX} days or more before it")
    days = Days(since, until, str(books.zone))
    async with books.db.reader() as connection:
        return exact(await own_usage(connection, user.id, by, days))


@router.get(
    "/api/me/receipts/{transaction_id}",
    response_model=Receipt,
    summary="How the amount of one of your transactions came about",
)
async def get_receipt(
    transaction_id: Annotated[int, Path(ge=1, le=_ID_MAX)], user: User, request: Request
) -> Response:
    async with request.app.state.books.db.reader() as connection:
        return exact(await own_receipt(connection, user.id, transaction_id))


@router.get(
    "/api/me/export",
    summary="All that is kept about you",
    response_class=Response,
    responses=files("application/json"),
)
async def get_export(user: User, request: Request) -> Response:
    books: Books = request.app.state.books
    now = books.now()
    pieces = await own_export(books.db, user.id, now)
    headers = {
        "Content-Disposition": f'attachment; filename="credits-{now:%Y-%m-%d}.json"',
        "Cache-Control": "no-store",
    }
    return StreamingResponse(pieces, media_type="application/json", headers=headers)
