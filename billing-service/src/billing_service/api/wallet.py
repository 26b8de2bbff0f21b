"""Lasting credits: buying them, what is left, and where they went."""

from decimal import ROUND_FLOOR, Decimal
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Header, Response
from pydantic import BaseModel, BeforeValidator, Field

from billing_service.api.callers import At, Desk, Member
from billing_service.api.failing import BillingRoute
from billing_service.api.flags import wallet_on
from billing_service.api.list_wire import (
    AutoTopUpSet,
    Done,
    Reconciliation,
    UsageEvent,
    WalletBalance,
    WalletEntry,
)
from billing_service.api.payments import PaymentAnswer, PromoText, return_url_of
from billing_service.api.wire import seconds, seconds_or_none
from billing_service.commands.reconcile_own_payment import reconcile_own_payment
from billing_service.commands.set_auto_top_up import AutoTopUpWish, set_auto_top_up
from billing_service.commands.set_contacts import set_contacts
from billing_service.commands.start_top_up import TopUp, start_top_up
from billing_service.domain.customers import Customer
from billing_service.domain.top_ups import amount_of, kopeks_of, month_max_of
from billing_service.queries.wallet import ledger_of, wallet_of
from shared.http import exact
from shared.money import to_wire
from shared.problems import Malformed

LIST_MAX = 200
router = APIRouter(route_class=BillingRoute, tags=["wallet"], dependencies=[Depends(wallet_on)])
ClientKey = Annotated[str | None, Header(alias="Idempotency-Key", max_length=255)]


def _no_boolean(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError("must be a whole number")  # noqa: TRY004 - pydantic reports ValueError
    return value


Kopeks = Annotated[int, BeforeValidator(_no_boolean), Field(ge=-(2**53), le=2**53)]


class TopUpRequest(BaseModel):
    amount_kopeks: Kopeks
    return_url: str
    promo_code: PromoText = None
    save_payment_method: bool = Field(
        default=False, description="the payer agrees that automatic top-ups charge it later"
    )


class ReconcileRequest(BaseModel):
    payment_id: str = Field(default="", max_length=64)


class AutoTopUpRequest(BaseModel):
    enabled: bool
    threshold_kopeks: Kopeks | None = None
    amount_kopeks: Kopeks | None = None
    month_max_kopeks: Kopeks | None = Field(
        default=None, description="what any 30 days may cost; null: ten purchases"
    )


def _refuse_cap(value: object) -> None:
    if value is not None:
        raise ValueError("Spending is capped by the ledger: PUT /api/me/cap")


# The contract's caps: null is no cap, and one that nobody enforced must not look accepted.
NoCap = Annotated[None, BeforeValidator(_refuse_cap)]


class SettingsRequest(BaseModel):
    billing_contact_email: str | None = Field(
        default=None, max_length=254, pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$"
    )
    billing_language: Literal["en", "ru"] | None = None
    billing_contact_phone: str | None = Field(default=None, pattern=r"^\+?\d{5,15}$")
    max_reply_cost_kopeks: NoCap = None
    daily_cap_kopeks: NoCap = None


class ContactWire(BaseModel):
    billing_contact_email: str | None
    billing_language: str | None
    billing_contact_phone: str | None


@router.post("/topup", response_model=PaymentAnswer, summary="Start buying lasting credits")
async def top_up(
    at: At, user: Member, body: TopUpRequest, client_key: ClientKey = None
) -> Response:
    wish = TopUp(
        user_id=user.id,
        email=user.email,
        amount=amount_of(body.amount_kopeks),
        return_url=return_url_of(body.return_url, at),
        client_key=client_key,
        promo_code=body.promo_code or None,
        save_method=body.save_payment_method,
    )
    started = await start_top_up(at.db, at.shop(), at.policy, wish, at.now())
    return exact(
        {
            "transaction_id": started.transaction_id,
            "payment_id": started.payment_id,
            "confirmation_url": started.confirmation_url,
            "status": started.status,
        }
    )


@router.post(
    "/topup/reconcile",
    response_model=Reconciliation,
    summary="Look at once what became of an own payment",
)
async def reconcile(at: At, user: Member, body: ReconcileRequest) -> Response:
    found = await reconcile_own_payment(
        at.db, at.shop(), at.policy, user.id, body.payment_id, at.now()
    )
    return exact(
        {
            "payment_id": found.payment_id,
            "provider_status": found.provider_status,
            "payment_status": found.payment_status,
            "credited": found.credited,
        }
    )


@router.post("/auto-topup", response_model=AutoTopUpSet, summary="Buy credits when few are left")
async def auto_top_up(at: At, user: Member, body: AutoTopUpRequest) -> Response:
    wish = AutoTopUpWish(
        body.enabled, body.threshold_kopeks, body.amount_kopeks, body.month_max_kopeks
    )
    month_max = await set_auto_top_up(at.db, at.policy, user.id, wish, at.now())
    kopeks = None if month_max is None else kopeks_of(month_max)
    return exact({"status": "ok", "month_max_kopeks": kopeks})


@router.get("/settings", response_model=ContactWire, summary="Where receipts go, as it is set")
async def read_settings(at: At, user: Member) -> Response:
    customer = (await wallet_of(at.db, user.id, at.now())).customer
    return exact(
        ContactWire(
            billing_contact_email=customer.contact_email if customer else None,
            billing_language=customer.language if customer else None,
            billing_contact_phone=customer.contact_phone if customer else None,
        )
    )


@router.post("/settings", response_model=Done, summary="Where receipts go")
async def settings(at: At, user: Member, body: SettingsRequest) -> Response:
    sent = body.model_dump(include=body.model_fields_set)
    contacts = {
        field: value
        for name, value in sent.items()
        if (field := name.removeprefix("billing_")) != name
    }
    await set_contacts(at.db, user.id, contacts, at.now())
    return exact({"status": "ok"})


@router.get(
    "/balance", response_model=WalletBalance, summary="What is left, as of the ledger's last fact"
)
async def balance(at: At, user: Member) -> Response:
    found = await wallet_of(at.db, user.id, at.now())
    left = found.balance or Decimal(0)
    return exact(
        {
            "balance_credits": to_wire(left),
            "balance_topup_kopeks": _kopeks(left, at),
            # The ledger spends all lots as one balance; which lot is left is its own knowledge.
            "balance_included_kopeks": 0,
            "included_expires_at": None,
            "max_reply_cost_kopeks": None,
            "daily_cap_kopeks": None,
            "daily_spent_kopeks": 0,
            "daily_reset_at": None,
            **_automatic(found.customer, at),
            "auto_topup_month_spent_kopeks": kopeks_of(found.month_spent),
            "auto_topup_payment_method_saved": found.has_method,
            "currency": at.policy.currency,
        }
    )


def _kopeks(lot: Decimal, at: Desk) -> int:
    amount = lot / at.policy.credits_per_unit
    return kopeks_of(amount.quantize(Decimal("0.01"), ROUND_FLOOR))


def _automatic(customer: Customer | None, at: Desk) -> dict[str, Any]:
    threshold = customer.auto_top_up_threshold if customer else None
    amount = customer.auto_top_up_amount if customer else None
    month_max = customer.auto_top_up_month_max if customer else None
    return {
        "auto_topup_month_max_kopeks": (
            None if amount is None else kopeks_of(month_max_of(amount, month_max))
        ),
        "auto_topup_enabled": bool(customer and customer.auto_top_up),
        "auto_topup_threshold_kopeks": None if threshold is None else _kopeks(threshold, at),
        "auto_topup_amount_kopeks": None if amount is None else kopeks_of(amount),
        "auto_topup_fail_count": customer.auto_top_up_failures if customer else 0,
        "auto_topup_last_failed_at": seconds_or_none(
            customer.auto_top_up_failed_at if customer else None
        ),
    }


@router.get(
    "/ledger", response_model=list[WalletEntry], summary="Every change of the balance but charges"
)
async def ledger(at: At, user: Member, limit: int = 50, skip: int = 0) -> Response:
    return exact(await _entries(at, user.id, (limit, skip), charges=False))


@router.get("/usage-events", response_model=list[UsageEvent], summary="What use of models cost")
async def usage_events(
    at: At,
    user: Member,
    limit: int = 50,
    skip: int = 0,
    billing_source: str | None = None,
) -> Response:
    if billing_source not in (None, "payg", "lead_magnet"):
        raise Malformed("Invalid billing_source", slug="invalid-billing-source")
    if billing_source == "lead_magnet":
        return exact([])
    return exact(await _entries(at, user.id, (limit, skip), charges=True))


async def _entries(
    at: Desk, user_id: str, window: tuple[int, int], *, charges: Literal[True, False]
) -> list[dict[str, Any]]:
    limit, skip = min(max(window[0], 1), LIST_MAX), min(max(window[1], 0), 10**6)
    rows = await ledger_of(at.db, user_id, charges=charges, limit=limit, skip=skip)
    for row in rows:
        row["id"] = str(row.pop("transfer_id"))
        row["amount"] = to_wire(row["amount"])
        row["balance_after"] = to_wire(row["balance_after"])
        row["created_at"] = seconds(row.pop("posted_at"))
        if charges:
            row["billing_source"] = "payg"
    return rows
