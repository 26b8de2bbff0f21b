"""Groups and what they give their members for a period."""

from typing import Annotated

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic import BaseModel, StringConstraints

from ledger_service.commands.update_group import update_group
from ledger_service.queries.accounts import list_groups
from shared.auth import Admin
from shared.http import ExactRoute, exact
from shared.money import Price, to_wire

router = APIRouter(route_class=ExactRoute, tags=["groups"])
Name = Annotated[str, StringConstraints(min_length=1, max_length=255)]


class UpdateGroup(BaseModel):
    group_id: Name
    name: Name
    default_credits: Price


class UpdatedGroup(BaseModel):
    status: str
    id: str
    name: str
    default_credits: float


@router.get("/api/credits/groups", summary="All groups")
async def get_groups(admin: Admin, request: Request) -> Response:
    async with request.app.state.books.db.reader() as connection:
        return exact(await list_groups(connection))


@router.post(
    "/api/credits/groups/update", response_model=UpdatedGroup, summary="Set a group's default"
)
async def post_update(body: UpdateGroup, admin: Admin, request: Request) -> Response:
    row = await update_group(
        request.app.state.books, body.group_id, body.name, body.default_credits
    )
    answer = {**row, "default_credits": to_wire(row["default_credits"])}
    return exact({"status": "success", **answer})
