"""Users' balances: read by functions and operators, set by operators."""

from typing import Annotated

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field, StringConstraints

from ledger_service.api.hot import Call, HotRoute, Surroundings
from ledger_service.api.roles import Accountant, author_of
from ledger_service.api.wire import ListedUser, RequiredKey
from ledger_service.commands.issue_grant import GrantRequest, issue_grant
from ledger_service.commands.renew_account import renew_account
from ledger_service.commands.set_balance import set_balance
from ledger_service.queries.accounts import UserCredits, list_users, user_credits
from ledger_service.store.books import Books
from ledger_service.store.postings import present
from shared.auth import Admin
from shared.http import ExactRoute, exact
from shared.idempotency import IdempotencyKey
from shared.moments import Moment
from shared.money import Credits, to_wire
from shared.problems import Invalid, NotFound

router = APIRouter(route_class=ExactRoute, tags=["accounts"])
Id = Annotated[str, StringConstraints(min_length=1, max_length=255)]


async def get_user(around: Surroundings, call: Call[None]) -> UserCredits:
    books = around.books
    found = await _read(books, call.parameter)
    if found is not None and found[1]:
        await renew_account(books, call.parameter)
        found = await _read(books, call.parameter)
    if found is None:
        raise NotFound("User not found", slug="unknown-account")
    return found[0]


async def _read(books: Books, account_id: str) -> tuple[UserCredits, bool] | None:
    async with books.db.reader() as connection:
        return await user_credits(connection, account_id, books.allowance_rule, books.now())


HOT_ROUTES = [
    HotRoute(
        "GET",
        "/api/credits/user/{user_id:path}",
        ("key", "admin"),
        get_user,
        UserCredits,
        summary="A user's credits, groups and allowance",
        not_below=("/limits", "/transactions"),
    )
]


class SetCredits(BaseModel):
    user_id: Id
    credits: Credits
    reason: Annotated[str, StringConstraints(max_length=500)] = ""


class CreditsSet(BaseModel):
    status: str
    id: str
    credits: float


class IssueGrant(BaseModel):
    user_id: Id
    amount: Annotated[Credits, Field(gt=0)]
    reason: Annotated[str, StringConstraints(min_length=1, max_length=500)]
    source: Annotated[str, StringConstraints(pattern="^(manual|promo|purchase)$")] = "manual"
    expires_at: Moment | None = None


class Granted(BaseModel):
    transaction_id: int
    user_id: str
    amount: float
    balance: float
    replayed: bool


@router.get(
    "/api/credits/users", response_model=list[ListedUser], summary="All users with their balances"
)
async def get_users(admin: Admin, request: Request) -> Response:
    books: Books = request.app.state.books
    async with books.db.reader() as connection:
        return exact(await list_users(connection, books.allowance_rule))


@router.post("/api/credits/update", response_model=CreditsSet, summary="Set a user's balance")
async def post_update(
    body: SetCredits, admin: Accountant, request: Request, idempotency_key: IdempotencyKey = None
) -> Response:
    balance = await set_balance(
        request.app.state.books,
        body.user_id,
        body.credits,
        author=author_of(admin),
        key=idempotency_key,
        reason=body.reason,
    )
    return exact({"status": "success", "id": body.user_id, "credits": to_wire(balance)})


@router.post("/api/credits/grants", response_model=Granted, status_code=201, summary="Give credits")
async def post_grant(
    body: IssueGrant,
    admin: Accountant,
    request: Request,
    idempotency_key: RequiredKey,
) -> Response:
    books: Books = request.app.state.books
    if body.expires_at is not None and (
        body.expires_at.tzinfo is None or body.expires_at <= books.now()
    ):
        raise Invalid("expires_at", "must be in the future and name its time zone")
    grant = GrantRequest(
        account_id=body.user_id,
        source=body.source,
        amount=body.amount,
        reason=body.reason,
        actor=admin.actor,
        key=f"grant:{idempotency_key}",
        expires_at=body.expires_at,
    )
    outcome = await issue_grant(books, grant, author_of(admin))
    answer = {
        "transaction_id": outcome.transfer_id,
        "user_id": body.user_id,
        "amount": to_wire(body.amount),
        "balance": to_wire(present(outcome.balance)),
        "replayed": outcome.replayed,
    }
    return exact(answer, 201)
