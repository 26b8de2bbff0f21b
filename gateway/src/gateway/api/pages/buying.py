"""Pages on which money moves: plans, top-ups, and what became of a payment."""

from typing import Annotated, Any, Final
from urllib.parse import urlsplit

from fastapi import APIRouter, Query
from starlette.responses import RedirectResponse, Response

from gateway.api.own import own_address
from gateway.api.pages.reading import kopeks
from gateway.api.pages.rendering import Form, PageRoute, Sent, Visit, Visited
from gateway.domain.own_page import quotas
from gateway.queries import own_pages
from shared.problems import NotFound, Problem, Unavailable

router = APIRouter(prefix="/me", route_class=PageRoute, include_in_schema=False)
_BILLING: Final = "/api/v1/billing"
_SETTLES_WITHIN_S: Final = 15
_OPEN: Final = frozenset({"pending"})
PlanId = Annotated[str, Query(max_length=200)]


@router.get("/plan")
async def plan(by: Visited) -> Response:
    return await _plan_page(by)


async def _plan_page(by: Visit, problem: Problem | None = None) -> Response:
    shop = await own_pages.shop(by.services)
    return by.page("plan", problem, shop=shop, quotas=quotas(shop.billing.plan, shop.billing.usage))


@router.get("/plan/buy")
async def choose(by: Visited, plan: PlanId = "") -> Response:
    return await _order_page(by, {"plan": plan}) if plan else by.back("/me/plan")


async def _order_page(by: Visit, form: Form, problem: Problem | None = None) -> Response:
    shop = await own_pages.shop(by.services)
    wanted = next((each for each in shop.plans or () if each["id"] == form.get("plan")), None)
    if wanted is None:
        raise NotFound("This plan is not on sale", slug="unknown-plan")
    return by.page("order", problem, form, wanted=wanted, shop=shop)


@router.post("/plan/buy")
async def buy(by: Visited, form: Sent) -> Response:
    body = {
        "plan_id": form.get("plan", ""),
        "return_url": f"{own_address(by.request, by.parts)}/me/payment",
        "promo_code": form.get("promo_code", "").strip() or None,
        "save_payment_method": form.get("save") == "1",
    }
    try:
        started = await by.services.send(
            "billing", f"{_BILLING}/payment", body, key=form.get("key", "")
        )
    except Problem as problem:
        return await _order_page(by, form, problem)
    return _on_the_way(by, started, done_at="/me/plan")


@router.post("/plan/trial")
async def trial(by: Visited, form: Sent) -> Response:
    return await _change(by, "subscription/trial", {"plan_id": form.get("plan", "")}, "trial")


@router.get("/plan/cancel")
async def ask_cancel(by: Visited) -> Response:
    billing = await own_pages.own_billing(by.services)
    if billing.subscription is None:
        return by.back("/me/plan")
    return by.page("cancel", billing=billing)


@router.post("/plan/cancel")
async def cancel(by: Visited, form: Sent) -> Response:
    immediate = form.get("when") == "now"
    done = "canceled-now" if immediate else "canceled"
    return await _change(by, "subscription/cancel", {"immediate": immediate}, done)


@router.post("/plan/resume")
async def resume(by: Visited, form: Sent) -> Response:
    return await _change(by, "subscription/resume", {}, "resumed")


async def _change(by: Visit, path: str, body: dict[str, Any], done: str) -> Response:
    try:
        await by.services.send("billing", f"{_BILLING}/{path}", body)
    except Problem as problem:
        return await _plan_page(by, problem)
    return by.back("/me/plan", done)


@router.get("/top-up")
async def top_up(by: Visited) -> Response:
    return await _top_up_page(by, {})


async def _top_up_page(by: Visit, form: Form, problem: Problem | None = None) -> Response:
    shop = await own_pages.shop(by.services)
    balance = await by.services.get("ledger", "/api/me/balance")
    return by.page("top_up", problem, form, offer=shop.offer, balance=balance)


@router.post("/top-up")
async def buy_credits(by: Visited, form: Sent) -> Response:
    chosen = "amount" if form.get("amount") and not form.get("other") else "other"
    try:
        body = {
            "amount_kopeks": kopeks(form, chosen, by.language),
            "return_url": f"{own_address(by.request, by.parts)}/me/payment",
            "promo_code": form.get("promo_code", "").strip() or None,
            "save_payment_method": form.get("save") == "1",
        }
        path = f"{_BILLING}/topup"
        started = await by.services.send("billing", path, body, key=form.get("key", ""))
    except Problem as problem:
        return await _top_up_page(by, form, problem)
    return _on_the_way(by, started, done_at="/me/payment")


def _on_the_way(by: Visit, started: dict[str, Any], *, done_at: str) -> Response:
    """On to the provider, from a page of ours: browsers let no form lead to another host."""
    if started["payment_id"] is None or started["status"] != "pending":
        return by.back(done_at, started["status"])
    address = str(started["confirmation_url"])
    if not address.isprintable() or urlsplit(address).scheme not in {"https", "http"}:
        raise Unavailable("The provider gave no address", slug="provider-away")
    answer = by.page("to_provider", address=address)
    answer.headers["Refresh"] = f"0; url={address}"
    return answer


@router.get("/payment")
async def payment(by: Visited) -> Response:
    """Where the provider sends the payer back to. What it says is never believed: we look."""
    found = await own_pages.latest_payment(by.services)
    if found is None:
        return RedirectResponse("/me/payments", 303)
    balance = await by.services.get("ledger", "/api/me/balance")
    # Credits follow a payment by an event, so a page that is young looks once more.
    age_s = by.parts.clock.now().timestamp() - found["updated_at"]
    has_arrived = await own_pages.has_arrived(by.services, found)
    return by.page(
        "payment",
        payment=found,
        has_arrived=has_arrived,
        looks_again=found["status"] in _OPEN or not has_arrived or age_s < _SETTLES_WITHIN_S,
        plans=await own_pages.plans(by.services),
        balance=balance,
    )


@router.get("/payments")
async def payments(by: Visited, skip: Annotated[int, Query(ge=0, le=10**6)] = 0) -> Response:
    found = await own_pages.payments(by.services, skip)
    page = own_pages.PAYMENTS_PAGE
    more = skip + page if len(found) > page else None
    plans = await own_pages.plans(by.services)
    return by.page("payments", payments=found[:page], more=more, plans=plans)
