"""What operators do to single accounts: adjust, reverse, suspend, lend."""

from decimal import Decimal
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, StringConstraints, model_validator

from ledger_service.api.roles import Accountant, author_of
from ledger_service.api.wire import Lots, RequiredKey
from ledger_service.commands.adjust_balance import adjust_balance
from ledger_service.commands.change_account import AccountChange, change_account
from ledger_service.commands.reverse_transfer import reverse_transfer
from ledger_service.queries.grants import list_grants
from ledger_service.store.books import Books
from ledger_service.store.postings import present
from shared.auth import Admin
from shared.http import ExactRoute, exact, refusals
from shared.idempotency import IdempotencyKey, write_of
from shared.money import Credits, Price, to_wire
from shared.problems import Invalid

router = APIRouter(route_class=ExactRoute, tags=["adjustments"])
Id = Annotated[str, StringConstraints(min_length=1, max_length=255)]
Reason = Annotated[str, StringConstraints(min_length=1, max_length=500, strip_whitespace=True)]
TransferId = Annotated[int, Path(ge=1, lt=2**63)]


class Adjust(BaseModel):
    user_id: Id
    amount: Credits
    reason: Reason


class Why(BaseModel):
    reason: Reason


class Posted(BaseModel):
    transaction_id: int
    user_id: str
    amount: float
    balance: float
    replayed: bool


class ChangeAccount(BaseModel):
    status: Literal["open", "suspended", "closed"] | None = None
    credit_line: Price | None = None
    reason: Reason

    @model_validator(mode="after")
    def _something(self) -> "ChangeAccount":
        if self.status is None and self.credit_line is None:
            raise ValueError("status or credit_line must be given")
        return self


class ChangedAccount(BaseModel):
    user_id: str
    status: str
    credit_line: float
    balance: float
    available: float


@router.post(
    "/api/ledger/adjustments", response_model=Posted, status_code=201, summary="Add or take credits"
)
async def post_adjustment(
    body: Adjust, admin: Accountant, request: Request, idempotency_key: RequiredKey
) -> Response:
    if not body.amount:
        raise Invalid("amount", "must not be 0")
    outcome = await adjust_balance(
        request.app.state.books,
        body.user_id,
        body.amount,
        reason=body.reason,
        author=author_of(admin),
        key=idempotency_key,
    )
    answer = {
        "transaction_id": outcome.transfer_id,
        "user_id": body.user_id,
        "amount": to_wire(body.amount),
        "balance": to_wire(present(outcome.balance)),
        "replayed": outcome.replayed,
    }
    return exact(answer, 201)


@router.post(
    "/api/credits/transactions/{transaction_id}/reverse",
    response_model=Posted,
    status_code=201,
    summary="Undo a transaction, once",
)
async def post_reversal(
    transaction_id: TransferId,
    body: Why,
    admin: Accountant,
    request: Request,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    done = await reverse_transfer(
        request.app.state.books,
        transaction_id,
        reason=body.reason,
        author=author_of(admin),
        key=idempotency_key,
    )
    answer = {
        "transaction_id": done.transfer_id,
        "user_id": done.account_id,
        "amount": to_wire(done.amount),
        "balance": to_wire(done.balance),
        "replayed": done.replayed,
    }
    return exact(answer, 201)


@router.post(
    "/api/ledger/accounts/{user_id:path}",
    response_model=ChangedAccount,
    summary="Suspend, close or open an account; set its credit line",
)
async def post_account(
    user_id: str,
    body: ChangeAccount,
    admin: Accountant,
    request: Request,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    row = await change_account(
        request.app.state.books,
        user_id,
        AccountChange(body.status, body.credit_line),
        write_of(request, admin, body, idempotency_key),
        reason=body.reason,
        author=author_of(admin),
    )
    available: Decimal = row["balance"] - row["held"] + row["credit_line"]
    answer = {
        "user_id": user_id,
        "status": row["status"],
        "credit_line": to_wire(row["credit_line"]),
        "balance": to_wire(row["balance"]),
        "available": to_wire(available),
    }
    return exact(answer)


@router.get(
    "/api/credits/grants",
    response_model=Lots,
    responses=refusals(404),
    summary="The lots of a user with what is left of them",
)
async def get_grants(
    admin: Admin,
    request: Request,
    user_id: Annotated[str, Query(min_length=1, max_length=255)],
    spent: Annotated[bool, Query(description="also those with nothing left")] = False,  # noqa: FBT002
) -> Response:
    books: Books = request.app.state.books
    async with books.db.reader() as connection:
        return exact({"grants": await list_grants(connection, user_id, spent=spent)})
