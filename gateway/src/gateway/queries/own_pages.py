"""What the pages of one user read, each from several services at once."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from gateway.clients.services import UserServices
from shared.problems import NotFound, Unavailable

_BILLING: Final = "/api/v1/billing"
_LATEST: Final = 5
HISTORY_PAGE: Final = 25
PAYMENTS_PAGE: Final = 20


@dataclass(frozen=True, slots=True)
class Own:
    """What billing knows of the user. `away`: it does not answer; the rest is shown without it."""

    subscription: dict[str, Any] | None = None
    plan: dict[str, Any] | None = None
    usage: dict[str, Any] = field(default_factory=dict)
    transactions: list[dict[str, Any]] = field(default_factory=list)
    away: bool = False


@dataclass(frozen=True, slots=True)
class Overview:
    balance: dict[str, Any]
    usage: dict[str, Any]
    latest: list[dict[str, Any]]
    raised: list[dict[str, Any]]
    billing: Own


@dataclass(frozen=True, slots=True)
class Shop:
    """`plans` None: plans are not sold here."""

    billing: Own
    plans: list[dict[str, Any]] | None
    offer: dict[str, Any]


async def overview(services: UserServices) -> Overview:
    # First alone: a newcomer's account is opened by it, and renewed by nothing else.
    balance = await services.get("ledger", "/api/me/balance")
    usage, history, alerts, billing = await asyncio.gather(
        services.get("ledger", "/api/me/usage", by="day"),
        services.get("ledger", "/api/me/history", limit=_LATEST),
        services.get("ledger", "/api/me/alerts"),
        own_billing(services),
    )
    raised = [each for each in alerts["thresholds"] if each["raised_at"]]
    return Overview(balance, usage, history["transactions"], raised, billing)


async def own_billing(services: UserServices) -> Own:
    try:
        found = await services.get("billing", f"{_BILLING}/me")
    except Unavailable:
        return Own(away=True)
    except NotFound:
        return Own()
    return Own(found["subscription"], found["plan"], found["usage"], found["transactions"])


async def shop(services: UserServices) -> Shop:
    billing, plans, offer = await asyncio.gather(
        own_billing(services),
        _sold(services.get("billing", f"{_BILLING}/plans")),
        services.get("billing", f"{_BILLING}/offer"),
    )
    return Shop(billing, plans, offer)


async def _sold(asked: Awaitable[Any]) -> Any:
    """None where the owner of the installation switched it off."""
    try:
        return await asked
    except NotFound:
        return None


async def plans(services: UserServices) -> dict[str, Any]:
    """The plans on sale by their id, for their names."""
    found = await _sold(services.get("billing", f"{_BILLING}/plans"))
    return {plan["id"]: plan for plan in found or ()}


async def usage(services: UserServices, days: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """By day and by model, for the last `days`."""
    probe = await services.get("ledger", "/api/me/usage", by="day")
    # The ledger's own today, which need not be that of UTC.
    last = date.fromisoformat(probe["to"])
    first = last - timedelta(days=days - 1)
    span = {"from_": first.isoformat(), "to": last.isoformat()}
    by_day, by_model = await asyncio.gather(
        services.get("ledger", "/api/me/usage", by="day", **span),
        services.get("ledger", "/api/me/usage", by="model", **span),
    )
    return by_day, by_model


async def payments(services: UserServices, skip: int) -> list[dict[str, Any]]:
    """One more than a page, where there is more."""
    found: list[dict[str, Any]] = await services.get(
        "billing", f"{_BILLING}/transactions", limit=PAYMENTS_PAGE + 1, skip=skip
    )
    return found


async def latest_payment(services: UserServices) -> dict[str, Any] | None:
    """The newest payment as it stands now: an open one is looked up at the provider first."""
    found = await services.get("billing", f"{_BILLING}/transactions", limit=1)
    if not found:
        return None
    payment: dict[str, Any] = found[0]
    if payment["status"] == "pending" and payment["yookassa_payment_id"]:
        try:
            body = {"payment_id": payment["yookassa_payment_id"]}
            await services.send("billing", f"{_BILLING}/topup/reconcile", body)
        except (NotFound, Unavailable):
            return payment
        (payment,) = await services.get("billing", f"{_BILLING}/transactions", limit=1)
    return payment


async def has_arrived(services: UserServices, payment: dict[str, Any]) -> bool:
    """Whether the ledger has the credits that were bought. A plan may give none: it has begun."""
    if payment["kind"] != "top_up" or payment["status"] != "succeeded":
        return True
    found = await services.get("ledger", "/api/me/history", type="grant", limit=HISTORY_PAGE)
    return any(payment["id"] in entry["reason"] for entry in found["transactions"])


@dataclass(frozen=True, slots=True)
class Settings:
    balance: dict[str, Any]
    alerts: list[dict[str, Any]]
    contact: dict[str, Any] | None
    wallet: dict[str, Any] | None
    offer: dict[str, Any] | None


async def settings(services: UserServices) -> Settings:
    balance, alerts, contact, wallet, offer = await asyncio.gather(
        services.get("ledger", "/api/me/balance"),
        services.get("ledger", "/api/me/alerts"),
        _sold_and_there(services.get("billing", f"{_BILLING}/settings")),
        _sold_and_there(services.get("billing", f"{_BILLING}/balance")),
        _sold_and_there(services.get("billing", f"{_BILLING}/offer")),
    )
    return Settings(balance, alerts["thresholds"], contact, wallet, offer)


async def _sold_and_there(asked: Awaitable[Any]) -> Any:
    try:
        return await asked
    except (NotFound, Unavailable):
        return None
