"""The routes, each under both prefixes of the contract."""

from fastapi import APIRouter

from billing_service.api import (
    admin_audit,
    admin_payments,
    admin_plans,
    admin_promo_codes,
    admin_reports,
    admin_sales,
    admin_users,
    offer,
    payments,
    plans,
    subscription,
    usage,
    wallet,
    webhook,
)

PREFIXES = ("/api/v1", "")
_PUBLIC = (
    plans.router,
    subscription.router,
    payments.router,
    usage.router,
    wallet.router,
    offer.router,
    webhook.router,
)
_ADMIN = (
    admin_plans.router,
    admin_promo_codes.router,
    admin_payments.router,
    admin_sales.router,
    admin_reports.router,
    admin_audit.router,
    admin_users.router,
)


def all_routers() -> list[APIRouter]:
    """Every router once per prefix."""
    found: list[APIRouter] = []
    for prefix in PREFIXES:
        public = APIRouter(prefix=f"{prefix}/billing")
        for router in _PUBLIC:
            public.include_router(router)
        admin = APIRouter(prefix=f"{prefix}/admin/billing")
        for router in _ADMIN:
            admin.include_router(router)
        found += [public, admin]
    return found
