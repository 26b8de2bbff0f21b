"""Doors for other programs: hints from Open WebUI's event webhooks, single users for services."""

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel
from starlette.responses import Response

from shared.auth import Service
from shared.http import ExactRoute, exact
from shared.problems import NotFound
from sync_service.api.context import Db, ServiceTerms, Source
from sync_service.commands.look_up_user import look_up_user
from sync_service.commands.take_hint import take_hint

router = APIRouter(tags=["sync"], route_class=ExactRoute)
_ACCEPTED = 202


class HintWire(BaseModel):
    status: str


class PersonWire(BaseModel):
    user_id: str
    name: str
    email: str
    role: str
    group_ids: list[str]


@router.post(
    "/api/sync/hints/{secret}",
    status_code=_ACCEPTED,
    response_model=HintWire,
    summary="Something changed: look now",
)
async def hint(secret: str, db: Db, terms: ServiceTerms) -> Response:
    """The answer is the same whether or not the secret is right, and the body is not read."""
    await take_hint(db, secret, terms.hint_secret)
    return exact({"status": "accepted"}, _ACCEPTED)


@router.post(
    "/internal/sync/users/{user_id}",
    response_model=PersonWire,
    summary="Look one user up in Open WebUI now",
)
async def look_up(
    user_id: Annotated[str, Path(pattern=r"^[A-Za-z0-9_:@+=~-][A-Za-z0-9._:@+=~-]{0,199}$")],
    _: Service,
    db: Db,
    source: Source,
) -> Response:
    person = await look_up_user(db, source, user_id)
    if person is None:
        raise NotFound("User not found", slug="unknown-user")
    return exact(
        {
            "user_id": person.user_id,
            "name": person.user.name,
            "email": person.user.email,
            "role": person.user.role,
            "group_ids": person.membership.group_ids,
        }
    )
