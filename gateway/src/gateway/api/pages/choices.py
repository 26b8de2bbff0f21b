"""What a user decides about their own account: caps, alerts, contact, cards, data."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final

from fastapi import APIRouter
from starlette.responses import Response, StreamingResponse

from gateway.api.pages.rendering import PageRoute, Sent, Visit, Visited
from gateway.clients.services import UserServices
from gateway.queries import own_pages
from shared import codec
from shared.money import parse
from shared.problems import Malformed, Problem, Unavailable

router = APIRouter(prefix="/me/settings", route_class=PageRoute, include_in_schema=False)
PERS: Final = ("day", "week", "month")
_BILLING: Final = "/api/v1/billing"
_HERE: Final = "/me/settings"
_OK: Final = 200
_EXPORT_PAGE: Final = 100


@router.get("")
async def settings(by: Visited) -> Response:
    return await _page(by)


async def _page(by: Visit, problem: Problem | None = None) -> Response:
    found = await own_pages.settings(by.services)
    return by.page("settings", problem, found=found, pers=PERS)


async def _change(by: Visit, done: str, service: str, path: str, **more: Any) -> Response:
    try:
        await by.services.send(service, path, **more)
    except Problem as problem:
        return await _page(by, problem)
    return by.back(_HERE, done)


def _amount(form: dict[str, str], field: str) -> Decimal:
    try:
        return parse(form.get(field, "").replace(",", ".").replace("\u00a0", "").replace(" ", ""))
    except ValueError:
        raise Malformed("Please give a number", slug="no-number") from None


@router.post("/cap")
async def cap(by: Visited, form: Sent) -> Response:
    per = form.get("per", "")
    if form.get("action") == "remove":
        path = f"/api/me/cap?per={per if per in PERS else 'none'}"
        return await _change(by, "cap-removed", "ledger", path, method="DELETE")
    try:
        body = {"per": per, "cap": _amount(form, "cap")}
    except Malformed as problem:
        return await _page(by, problem)
    return await _change(by, "cap-set", "ledger", "/api/me/cap", body=body, method="PUT")


@router.post("/alerts")
async def alerts(by: Visited, form: Sent) -> Response:
    """The list is set as a whole; the form adds one to it or takes one away."""
    known = await by.services.get("ledger", "/api/me/alerts")
    listed = [{"kind": each["kind"], "value": each["value"]} for each in known["thresholds"]]
    try:
        given = {"kind": form.get("kind", ""), "value": _amount(form, "value")}
    except Malformed as problem:
        return await _page(by, problem)
    wanted = [each for each in listed if each != given]
    removes = form.get("action") == "remove"
    body = {"thresholds": wanted if removes else [*wanted, given]}
    done = "alert-removed" if removes else "alert-set"
    return await _change(by, done, "ledger", "/api/me/alerts", body=body, method="PUT")


@router.post("/contact")
async def contact(by: Visited, form: Sent) -> Response:
    body = {
        "billing_contact_email": form.get("email", "").strip() or None,
        "billing_contact_phone": form.get("phone", "").strip() or None,
        "billing_language": form.get("language") or None,
    }
    return await _change(by, "contact-set", "billing", f"{_BILLING}/settings", body=body)


@router.post("/cards/unlink")
async def unlink(by: Visited, form: Sent) -> Response:
    return await _change(by, "unlinked", "billing", f"{_BILLING}/payment-methods/unlink")


@router.get("/export")
async def export(by: Visited) -> Response:
    """One file with everything: what billing keeps, and the ledger's document as it comes."""
    billing = {
        "billing": await by.services.get("billing", f"{_BILLING}/me"),
        "contact": await by.services.get("billing", f"{_BILLING}/settings"),
        "payments": [payment async for payment in _every_payment(by.services)],
    }
    ledger = await by.services.stream("ledger", "/api/me/export")
    if ledger.status_code != _OK:
        await ledger.aclose()
        raise Unavailable("The ledger cannot export right now", slug="upstream-away")

    async def pieces() -> AsyncIterator[bytes]:
        try:
            yield codec.encode(billing)[:-1] + b',"credits":'
            async for piece in ledger.aiter_bytes():
                yield piece
            yield b"}"
        finally:
            await ledger.aclose()

    name = f"credits-{datetime.now(UTC):%Y-%m-%d}.json"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    return StreamingResponse(pieces(), media_type="application/json", headers=headers)


async def _every_payment(services: UserServices) -> AsyncIterator[dict[str, Any]]:
    skip = 0
    while True:
        path = f"{_BILLING}/transactions"
        found = await services.get("billing", path, limit=_EXPORT_PAGE, skip=skip)
        for payment in found:
            yield payment
        if len(found) < _EXPORT_PAGE:
            return
        skip += len(found)
