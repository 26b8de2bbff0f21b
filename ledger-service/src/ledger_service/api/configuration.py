"""What was decided about allowances and holds when the service was started."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic import BaseModel

from shared.auth import Admin
from shared.http import ExactRoute, exact

router = APIRouter(route_class=ExactRoute, prefix="/api/ledger", tags=["screens"])


class StartSetting(BaseModel):
    """A variable of the environment. It changes with a restart."""

    name: str
    value: str
    description: str


@router.get("/settings", response_model=list[StartSetting], summary="Settings of the start")
async def get_settings(admin: Admin, request: Request) -> Response:
    return exact(request.app.state.configured)
