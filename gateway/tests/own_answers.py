"""What the services answer on the pages of one user, with names that would like to be scripts."""

from typing import Any

NASTY = "<script>alert(1)</script>"
ACCOUNT: dict[str, Any] = {
    "id": "u1", "name": NASTY, "email": "s@example.org", "role": "user", "status": "active",
    "balance": 1234.5, "held": 0.25, "credit_line": 0.0, "available": 1234.25,
    "lots": [{"id": "l", "source": "purchase", "amount": 2000.0, "remaining": 1234.5,
              "granted_at": "2026-01-01T00:00:00Z", "expires_at": None}],
    "limits": [{"id": "c", "metric": "credits", "model_id": None, "per": "day", "source": "self",
                "cap": 10.0, "used": 9.5, "left": 0.5, "starts_at": "2026-01-02T00:00:00Z",
                "frees_at": "2026-01-03T00:00:00Z"}],
    "next_allowance": {"at": "2026-02-01T00:00:00Z", "amount": 50.0},
}  # fmt: skip
CHARGE: dict[str, Any] = {
    "id": 7, "sequence": 7, "type": "charge", "amount": -0.52, "balance_after": 1234.5,
    "reason": "", "model_id": NASTY, "usage": {"input": 1200}, "posted_at": "2026-01-02T10:00:00Z",
}  # fmt: skip
RECEIPT = CHARGE | {
    "lines": [{"unit": "input", "count": 1200, "price": 0.00000015, "amount": 0.00018}],
    "price_version": "v1", "covered": 0.52, "shortfall": 0.0, "debt": 0.0, "hold": None,
    "trace_id": "t",
    "lots": [{"id": "l", "source": "purchase", "amount": 2000.0, "paid": 0.00019,
              "granted_at": "2026-01-01T00:00:00Z", "expires_at": None}],
}  # fmt: skip
USAGE = {
    "by": "day", "from": "2026-01-01", "to": "2026-01-07", "time_zone": "UTC", "charges": 2,
    "amount": 0.52,
    "rows": [{"day": "2026-01-02", "model": NASTY, "charges": 2, "amount": 0.52, "usage": {}}],
}  # fmt: skip
PLAN = {
    "id": "plus", "name": NASTY, "name_ru": "Плюс", "description": None, "description_ru": None,
    "price": 990.0, "currency": "RUB", "interval": "month", "quotas": {"requests": 10},
    "features": [NASTY], "included_credits": 100.0, "trial_days": 3,
}  # fmt: skip
SUBSCRIPTION = {
    "id": "s", "plan_id": "plus", "status": "active", "current_period_start": 1767225600,
    "current_period_end": 1769904000, "cancel_at_period_end": False, "auto_renew": False,
    "next_plan_id": None,
}  # fmt: skip
PAYMENT = {
    "id": "p", "amount": 290.5, "currency": "RUB", "status": "pending", "kind": "top_up",
    "yookassa_payment_id": None, "description": NASTY, "refunded_amount": 0.0,
    "extra_metadata": None, "created_at": 1767225600, "updated_at": 1767225600,
}  # fmt: skip
OFFER = {
    "subscriptions": True, "renewals": True, "top_ups": True, "packages": [500.0],
    "any_amount": True, "min": 100.0, "max": 350000.0, "credits_per_unit": 1.0, "currency": "RUB",
}  # fmt: skip
CONTACT = {"billing_contact_email": NASTY, "billing_contact_phone": None, "billing_language": None}
ANSWERS: dict[str, Any] = {
    "/api/v1/auths/": {"id": "u1", "name": NASTY, "email": "s@example.org", "role": "user"},
    "/api/me/balance": ACCOUNT,
    "/api/me/usage": USAGE,
    "/api/me/history": {"transactions": [CHARGE], "next_before": 7},
    "/api/me/receipts/7": RECEIPT,
    "/api/me/alerts": {"thresholds": [{"kind": "balance_below", "value": 5.0, "raised_at": None}]},
    "/api/v1/billing/me": {"subscription": SUBSCRIPTION, "plan": PLAN, "transactions": [PAYMENT],
                           "usage": {"requests": {"current": 4, "limit": 10}}},
    "/api/v1/billing/plans": [PLAN],
    "/api/v1/billing/offer": OFFER,
    "/api/v1/billing/settings": CONTACT,
    "/api/v1/billing/balance": {
        "auto_topup_payment_method_saved": True, "auto_topup_enabled": True,
        "auto_topup_threshold_kopeks": 5000, "auto_topup_amount_kopeks": 100050,
        "auto_topup_month_max_kopeks": 500000, "auto_topup_month_spent_kopeks": 100050,
        "auto_topup_fail_count": 1, "auto_topup_last_failed_at": 1767225600,
    },
    "/api/v1/billing/transactions": [PAYMENT],
}  # fmt: skip
COOKIE = {"Cookie": "token=student"}
