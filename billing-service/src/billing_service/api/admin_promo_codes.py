"""Promo codes for administrators."""

from typing import Any

from fastapi import APIRouter, Response

from billing_service.api.admin_plans import PAGE_SIZE, PAGE_SIZE_MAX
from billing_service.api.callers import Administrator, At
from billing_service.api.failing import BillingRoute
from billing_service.api.list_wire import Deleted, PromoCodes, Redemptions
from billing_service.api.promo_requests import CreatePromoCode, PromoCodeWire, UpdatePromoCode
from billing_service.api.wire import seconds, seconds_or_none
from billing_service.commands.create_promo_code import create_promo_code
from billing_service.commands.delete_promo_code import delete_promo_code
from billing_service.commands.update_promo_code import unknown_promo_code, update_promo_code
from billing_service.domain.promo_codes import code_of
from billing_service.queries.plan_subscribers import pages_of
from billing_service.queries.promo_codes import (
    promo_code_detail,
    promo_code_list,
    promo_code_uses,
)
from shared.http import exact
from shared.money import to_wire

router = APIRouter(prefix="/promo-codes", route_class=BillingRoute, tags=["promo codes (admin)"])


def _window(page: int, page_size: int) -> tuple[int, int]:
    size = PAGE_SIZE if page_size < 1 else min(page_size, PAGE_SIZE_MAX)
    return min(max(page, 1), 10**6), size


def _paged(items: list[Any], total: int, page: int, page_size: int) -> Response:
    return exact(
        {
            "items": items,
            "total": total,
            "page": page,
            "page_size": page_size,
            "total_pages": pages_of(total, page_size),
        }
    )


@router.get("", response_model=PromoCodes, summary="All promo codes, newest first")
async def list_codes(
    at: At,
    _: Administrator,
    is_active: bool | None = None,  # noqa: FBT001 - a query parameter
    page: int = 1,
    page_size: int = PAGE_SIZE,
) -> Response:
    page, page_size = _window(page, page_size)
    found, total = await promo_code_list(at.db, page, page_size, is_active=is_active)
    return _paged([PromoCodeWire.of(promo) for promo in found], total, page, page_size)


@router.post("", response_model=PromoCodeWire, status_code=201, summary="Create a promo code")
async def create(at: At, admin: Administrator, body: CreatePromoCode) -> Response:
    promo = await create_promo_code(at.db, dict(body), admin.id, at.now())
    return exact(PromoCodeWire.of(promo), 201)


@router.get("/{code}", response_model=PromoCodeWire, summary="One promo code")
async def read(at: At, _: Administrator, code: str) -> Response:
    promo = await promo_code_detail(at.db, code_of(code))
    if promo is None:
        raise unknown_promo_code(code)
    return exact(PromoCodeWire.of(promo))


@router.put("/{code}", response_model=PromoCodeWire, summary="Edit a promo code")
async def update(at: At, admin: Administrator, code: str, body: UpdatePromoCode) -> Response:
    promo = await update_promo_code(at.db, code_of(code), body.changes(), admin.id, at.now())
    return exact(PromoCodeWire.of(promo))


@router.delete("/{code}", response_model=Deleted, summary="Delete a promo code that was never used")
async def delete(at: At, admin: Administrator, code: str) -> Response:
    await delete_promo_code(at.db, code_of(code), admin.id, at.now())
    return exact({"success": True, "message": f"Promo code '{code_of(code)}' deleted"})


@router.get("/{code}/redemptions", response_model=Redemptions, summary="Who used a promo code")
async def redemptions(
    at: At, _: Administrator, code: str, page: int = 1, page_size: int = PAGE_SIZE
) -> Response:
    if await promo_code_detail(at.db, code_of(code)) is None:
        raise unknown_promo_code(code)
    page, page_size = _window(page, page_size)
    rows, total = await promo_code_uses(at.db, code_of(code), page, page_size)
    return _paged([_use(row) for row in rows], total, page, page_size)


def _use(row: dict[str, Any]) -> dict[str, Any]:
    return row | {
        "id": str(row["id"]),
        "payment_id": str(row["payment_id"]) if row["payment_id"] else None,
        "discount": to_wire(row["discount"]),
        "credits": to_wire(row["credits"]),
        "redeemed_at": seconds(row["redeemed_at"]),
        "returned_at": seconds_or_none(row["returned_at"]),
    }
