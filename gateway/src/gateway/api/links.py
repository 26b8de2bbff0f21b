"""Links to a user's own page, for programs that know the user: the functions in Open WebUI."""

from datetime import UTC, datetime
from typing import Annotated, Final

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field, StringConstraints
from starlette.responses import Response

from gateway.api.own import Asked, Parts, own_address
from gateway.commands.issue_link import Person, issue_link
from shared.auth import Key, Principal, sign_identity
from shared.http import ExactRoute, exact
from shared.problems import NotPermitted

router = APIRouter(route_class=ExactRoute, tags=["access"])
_NOT_FOR: Final = frozenset({"pending", "closed"})


class IssueLink(BaseModel):
    user_id: Annotated[str, StringConstraints(min_length=1, max_length=255)]


class Link(BaseModel):
    url: str = Field(description="opens the user's own page, once")
    expires_at: datetime


@router.post(
    "/api/me/links",
    response_model=Link,
    status_code=201,
    summary="Issue a link that opens a user's own page",
)
async def issue(_: Key, request: Request, parts: Parts, asked: Asked, body: IssueLink) -> Response:
    """Good for 5 minutes and for one use; whoever opens it is that user for an hour."""
    principal = Principal("user", body.user_id)
    identity = sign_identity(principal, parts.secrets.identity, datetime.now(UTC)).encode("ascii")
    services = parts.services.of_user(body.user_id, identity)
    account = await services.get("ledger", "/api/me/balance")
    if {account["role"], account["status"]} & _NOT_FOR:
        raise NotPermitted("This user's account is not active")
    person = Person(body.user_id, account["name"], account["email"])
    issued = await issue_link(parts.db, parts.secrets.links, person, asked)
    url = f"{own_address(request, parts)}/me?code={issued.code}"
    answer = exact(Link(url=url, expires_at=issued.expires_at), 201)
    answer.headers["Cache-Control"] = "no-store"
    return answer
