"""What a user decides about their own account: caps, alerts, contact, cards, data."""

from collections.abc import AsyncIterator, Awaitable
from datetime import UTC, datetime
from typing import Any, Final

from fastapi import APIRouter
from starlette.responses import Response, StreamingResponse

from gateway.api.pages.reading import kopeks, kopeks_worth, number
from gateway.api.pages.rendering import Form, PageRoute, Sent, Visit, Visited
from gateway.clients.services import UserServices
from gateway.domain.auto_top_up import auto_top_up_of
from gateway.queries import own_pages
from shared import codec
from shared.problems import Malformed, Problem, Unavailable

router = APIRouter(prefix="/me/settings", route_class=PageRoute, include_in_schema=False)
PERS: Final = ("day", "week", "month")
ALERTS: Final = ("balance_below", "cap_used")
_BILLING: Final = "/api/v1/billing"
_HERE: Final = "/me/settings"
_OK: Final = 200
_EXPORT_PAGE: Final = 100


@router.get("")
async def settings(by: Visited) -> Response:
    return await _page(by, {})


async def _page(by: Visit, form: Form, problem: Problem | None = None) -> Response:
    found = await own_pages.settings(by.services)
    auto = auto_top_up_of(found.wallet, found.offer)
    return by.page("settings", problem, form, found=found, auto=auto, pers=PERS, alert_kinds=ALERTS)


async def _attempt(by: Visit, form: Form, done: str, change: Awaitable[Any]) -> Response:
    """Back to the page with the good news, or the page with what was refused."""
    try:
        await change
    except Problem as problem:
        return await _page(by, form, problem)
    return by.back(_HERE, done)


@router.post("/cap")
async def cap(by: Visited, form: Sent) -> Response:
    if form.get("action") == "remove":
        return await _attempt(by, form, "cap-removed", _remove_cap(by, form.get("per", "")))
    return await _attempt(by, form, "cap-set", _set_cap(by, form))


async def _set_cap(by: Visit, form: Form) -> None:
    body = {"per": form.get("per", ""), "cap": number(form, "cap", by.language)}
    await by.services.send("ledger", "/api/me/cap", body, method="PUT")


async def _remove_cap(by: Visit, per: str) -> None:
    path = f"/api/me/cap?per={per if per in PERS else 'none'}"
    await by.services.send("ledger", path, method="DELETE")


@router.post("/alerts")
async def alerts(by: Visited, form: Sent) -> Response:
    done = "alert-removed" if form.get("action") == "remove" else "alert-set"
    return await _attempt(by, form, done, _set_alerts(by, form))


async def _set_alerts(by: Visit, form: Form) -> None:
    """The list is set as a whole; the form adds one to it or takes one away."""
    given = {"kind": form.get("kind", ""), "value": number(form, "value", by.language)}
    known = await by.services.get("ledger", "/api/me/alerts")
    listed = [{"kind": each["kind"], "value": each["value"]} for each in known["thresholds"]]
    wanted = [each for each in listed if each != given]
    if form.get("action") != "remove":
        wanted.append(given)
    await by.services.send("ledger", "/api/me/alerts", {"thresholds": wanted}, method="PUT")


@router.post("/auto-top-up")
async def auto_top_up(by: Visited, form: Sent) -> Response:
    if form.get("action") == "stop":
        path = f"{_BILLING}/auto-topup"
        stop = by.services.send("billing", path, {"enabled": False})
        return await _attempt(by, form, "auto-stopped", stop)
    return await _attempt(by, form, "auto-set", _set_auto_top_up(by, form))


async def _set_auto_top_up(by: Visit, form: Form) -> None:
    """Users think of what they have left in credits; billing counts both amounts as money."""
    least = number(form, "threshold", by.language)
    amount = kopeks(form, "auto_amount", by.language)
    offer = await by.services.get("billing", f"{_BILLING}/offer")
    threshold = kopeks_worth(least, offer["credits_per_unit"])
    if threshold <= 0:
        raise Malformed("The threshold must be positive", slug="no-threshold", field="threshold")
    body = {
        "enabled": True,
        "threshold_kopeks": threshold,
        "amount_kopeks": amount,
        "month_max_kopeks": kopeks(form, "month_max", by.language),
    }
    await by.services.send("billing", f"{_BILLING}/auto-topup", body)


@router.post("/contact")
async def contact(by: Visited, form: Sent) -> Response:
    body = {
        "billing_contact_email": form.get("email", "").strip() or None,
        "billing_contact_phone": form.get("phone", "").strip() or None,
        "billing_language": form.get("language") or None,
    }
    change = by.services.send("billing", f"{_BILLING}/settings", body)
    return await _attempt(by, form, "contact-set", change)


@router.post("/cards/unlink")
async def unlink(by: Visited, form: Sent) -> Response:
    change = by.services.send("billing", f"{_BILLING}/payment-methods/unlink")
    return await _attempt(by, form, "unlinked", change)


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
