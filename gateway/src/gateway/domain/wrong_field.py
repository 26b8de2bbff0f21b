"""Which field of a form a refusal is about, so that it is told beside that field."""

from typing import Final

from shared.problems import Problem

_BY_SLUG: Final = {
    "invalid-top-up": "other",
    "auto-top-up": "auto_amount",
    "auto-top-up-below-threshold": "auto_amount",
    "promo-code": "promo_code",
    "promo-code-limit": "promo_code",
}
# What the services call a value, and what our forms call it.
_BY_NAME: Final = {
    "billing_contact_email": "email",
    "billing_contact_phone": "phone",
    "cap": "cap",
    "month_max_kopeks": "month_max",
    "thresholds": "value",
}


def wrong_field(problem: Problem) -> str:
    """The name of the field, empty where it is about no single one."""
    if isinstance(problem.detail, list):
        names = [name for error in problem.detail for name in error["loc"]]
        return next((_BY_NAME[name] for name in names if name in _BY_NAME), "")
    named = str(problem.extra.get("field") or _BY_SLUG.get(problem.slug, ""))
    return _BY_NAME.get(named, named)
