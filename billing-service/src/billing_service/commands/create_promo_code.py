"""Creates a promo code; one that nobody can guess where none is given."""

import secrets
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

from billing_service.domain.promo_codes import PromoCode
from billing_service.store import audit, plans, promo_codes
from shared.db import Connection, Database
from shared.problems import Invalid, Malformed

# Without the letters and digits that look alike.
_ALPHABET: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_LENGTH: Final = 12


async def create_promo_code(
    db: Database, fields: dict[str, Any], actor: str, now: datetime
) -> PromoCode:
    """Store the code and the audit entry in one transaction."""
    code = fields.pop("code", None) or "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    promo = PromoCode(code=code, redemptions=0, created_at=now, updated_at=now, **fields)
    async with db.transaction() as conn:
        await check_plans(conn, promo.plan_ids)
        if not await promo_codes.insert(conn, promo):
            raise Malformed(f"Promo code '{code}' already exists", slug="promo-code-exists")
        await audit.add(
            conn,
            actor=actor,
            action="promo_code_created",
            entity=("promo_code", code),
            now=now,
            metadata={"promo_code": auditable(promo)},
        )
    return promo


async def check_plans(conn: Connection, plan_ids: list[str] | None) -> None:
    """Refuse a plan that does not exist: the code would silently fit nothing."""
    for plan_id in plan_ids or ():
        if await plans.get(conn, plan_id) is None:
            raise Invalid("plan_ids", f"Plan '{plan_id}' not found")


def auditable(promo: PromoCode) -> dict[str, Any]:
    """Return the code as the audit log keeps it."""
    dates = {"created_at", "updated_at"}
    return {name: value for name, value in asdict(promo).items() if name not in dates}
