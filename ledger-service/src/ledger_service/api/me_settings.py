"""What a signed-in user of Open WebUI sets for their own account: caps and alerts."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field, model_validator

from ledger_service.api.me import LimitLeft
from ledger_service.commands.remove_own_cap import remove_own_cap
from ledger_service.commands.set_alerts import set_alerts
from ledger_service.commands.set_own_cap import set_own_cap
from ledger_service.domain.alerts import Kind, Threshold
from ledger_service.queries.own_account import limit_of, refuse_unknown
from ledger_service.queries.own_export import own_alerts, shown_alerts
from ledger_service.store.books import Books
from shared.auth import User
from shared.http import ExactRoute, exact
from shared.money import Price

router = APIRouter(route_class=ExactRoute, tags=["me"])
CapPer = Literal["day", "week", "month"]
_ALL = Decimal(100)


class SetCap(BaseModel):
    """At most `cap` credits in each calendar day, week or month."""

    per: CapPer
    cap: Price


class AlertThreshold(BaseModel):
    """`balance_below` counts credits, `cap_used` per cent of each limit that applies."""

    kind: Kind
    value: Price

    @model_validator(mode="after")
    def _percentage(self) -> "AlertThreshold":
        if self.kind == "cap_used" and not 0 < self.value <= _ALL:
            raise ValueError("value must be above 0 and at most 100 per cent")
        return self


class SetAlerts(BaseModel):
    thresholds: Annotated[list[AlertThreshold], Field(max_length=20)]

    @model_validator(mode="after")
    def _once_each(self) -> "SetAlerts":
        if len({(each.kind, each.value) for each in self.thresholds}) < len(self.thresholds):
            raise ValueError("thresholds must differ")
        return self


class Alert(BaseModel):
    """`raised_at` tells since when the threshold is crossed, null if it is not."""

    kind: str
    value: float
    raised_at: datetime | None


class Alerts(BaseModel):
    thresholds: list[Alert]


@router.put("/api/me/cap", response_model=LimitLeft, summary="Cap your own spending")
async def put_cap(body: SetCap, user: User, request: Request) -> Response:
    books: Books = request.app.state.books
    return exact(limit_of(await set_own_cap(books, user.id, body.per, body.cap)))


@router.delete("/api/me/cap", status_code=204, summary="Take your own cap away")
async def delete_cap(per: Annotated[CapPer, Query()], user: User, request: Request) -> Response:
    await remove_own_cap(request.app.state.books, user.id, per)
    return Response(status_code=204)


@router.get("/api/me/alerts", response_model=Alerts, summary="When you want to be told")
async def get_alerts(user: User, request: Request) -> Response:
    async with request.app.state.books.db.reader() as connection:
        await refuse_unknown(connection, user.id)
        return exact({"thresholds": await own_alerts(connection, user.id)})


@router.put("/api/me/alerts", response_model=Alerts, summary="Set when you want to be told")
async def put_alerts(body: SetAlerts, user: User, request: Request) -> Response:
    thresholds = [Threshold(each.kind, each.value) for each in body.thresholds]
    watch = await set_alerts(request.app.state.books, user.id, thresholds)
    return exact({"thresholds": shown_alerts(watch)})
