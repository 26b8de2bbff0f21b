"""Groups, who belongs to our own, and what they give their members for a period."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field, StrictBool, StringConstraints

from ledger_service.api.roles import Accountant, author_of
from ledger_service.api.wire import (
    AllowancePreview,
    AllowancesApplied,
    ListedGroup,
    Members,
    MembersChanged,
    Removed,
)
from ledger_service.commands.apply_allowances import apply_allowances, preview_allowances
from ledger_service.commands.change_members import change_members
from ledger_service.commands.delete_group import delete_group
from ledger_service.commands.update_group import update_group
from ledger_service.queries.accounts import list_groups, list_members
from ledger_service.store.books import Books
from shared.auth import Admin
from shared.http import ExactRoute, exact
from shared.idempotency import IdempotencyKey, write_of
from shared.money import ZERO, Price, to_wire

router = APIRouter(route_class=ExactRoute, tags=["groups"])
Name = Annotated[str, StringConstraints(min_length=1, max_length=255)]
GroupId = Annotated[str, Path(min_length=1, max_length=255)]
Why = Annotated[str, StringConstraints(max_length=500)]
_MEMBERS_MAX = 5000


class UpdateGroup(BaseModel):
    """`priority` decides under the rule `priority`: the lowest wins."""

    group_id: Name
    name: Name
    default_credits: Price
    priority: Annotated[int, Field(strict=True, ge=-1_000_000, le=1_000_000)] | None = None
    reason: Why = ""


class UpdatedGroup(BaseModel):
    status: str
    id: str
    name: str
    default_credits: float
    priority: int
    is_own: bool


class ChangeMembers(BaseModel):
    add: Annotated[list[Name], Field(max_length=_MEMBERS_MAX)] = []
    remove: Annotated[list[Name], Field(max_length=_MEMBERS_MAX)] = []
    reason: Why = ""


class ApplyAllowances(BaseModel):
    """`preview` is the mark of the preview that was looked at."""

    preview: Name
    lower: StrictBool = False
    reason: Why = ""


@router.get("/api/credits/groups", response_model=list[ListedGroup], summary="All groups")
async def get_groups(admin: Admin, request: Request) -> Response:
    async with request.app.state.books.db.reader() as connection:
        return exact(await list_groups(connection))


@router.post(
    "/api/credits/groups/update", response_model=UpdatedGroup, summary="Set a group's default"
)
async def post_update(
    body: UpdateGroup, admin: Accountant, request: Request, idempotency_key: IdempotencyKey = None
) -> Response:
    row = await update_group(
        request.app.state.books,
        body.group_id,
        body.name,
        body.default_credits,
        body.priority,
        author_of(admin),
        body.reason,
        write_of(request, admin, body, idempotency_key),
    )
    answer = {**row, "default_credits": to_wire(row["default_credits"])}
    return exact({"status": "success", **answer})


@router.delete(
    "/api/ledger/groups/{group_id:path}",
    response_model=Removed,
    summary="Delete an unused group of our own",
)
async def delete(
    group_id: GroupId, admin: Accountant, request: Request, reason: Why = ""
) -> Response:
    await delete_group(request.app.state.books, group_id, author_of(admin), reason)
    return exact({"status": "success", "id": group_id})


@router.get(
    "/api/ledger/groups/{group_id:path}/members",
    response_model=Members,
    summary="Who belongs to a group",
)
async def get_members(
    group_id: GroupId,
    admin: Admin,
    request: Request,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    offset: Annotated[int, Query(ge=0, le=1_000_000_000)] = 0,
) -> Response:
    async with request.app.state.books.db.reader() as connection:
        return exact(await list_members(connection, group_id, limit, offset))


@router.post(
    "/api/ledger/groups/{group_id:path}/members",
    response_model=MembersChanged,
    summary="Change who belongs to a group of our own",
)
async def post_members(
    group_id: GroupId, body: ChangeMembers, admin: Accountant, request: Request
) -> Response:
    joined, left = await change_members(
        request.app.state.books,
        group_id,
        add=body.add,
        remove=body.remove,
        author=author_of(admin),
        reason=body.reason,
    )
    return exact({"group_id": group_id, "joined": joined, "left": left})


@router.get(
    "/api/ledger/allowances/preview",
    response_model=AllowancePreview,
    summary="What applying changed defaults would do",
)
async def get_preview(admin: Admin, request: Request) -> Response:
    books: Books = request.app.state.books
    changes, mark = await preview_allowances(books)
    rows: list[dict[str, Any]] = [
        {
            "user_id": change.account_id,
            "user_name": change.name or "Unknown",
            "granted": to_wire(change.granted),
            "now": to_wire(change.now),
            "difference": to_wire(change.now - change.granted),
        }
        for change in changes
    ]
    total = sum((change.now - change.granted for change in changes), ZERO)
    return exact({"preview": mark, "total": to_wire(total), "changes": rows})


@router.post(
    "/api/ledger/allowances/apply",
    response_model=AllowancesApplied,
    summary="Apply changed defaults to this period",
)
async def post_apply(body: ApplyAllowances, admin: Accountant, request: Request) -> Response:
    users, total = await apply_allowances(
        request.app.state.books,
        preview=body.preview,
        lower=body.lower,
        author=author_of(admin),
        reason=body.reason,
    )
    return exact({"users_affected": users, "total": to_wire(total)})
