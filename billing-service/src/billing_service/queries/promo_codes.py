"""Promo codes and who used them, for administrators."""

from typing import Any

from billing_service.domain.promo_codes import PromoCode
from billing_service.store import promo_codes
from billing_service.store.rows import value_of
from shared.db import Database


async def promo_code_list(
    db: Database, page: int, page_size: int, *, is_active: bool | None
) -> tuple[list[PromoCode], int]:
    """Newest first, with the number of all that match."""
    matches = "($1::boolean IS NULL OR is_active = $1)"
    async with db.reader() as conn:
        total: int = await conn.fetchval(
            f"SELECT count(*) FROM promo_code WHERE {matches}", is_active
        )
        rows = await conn.fetch(
            f"""
            SELECT * FROM promo_code WHERE {matches}
            ORDER BY created_at DESC, code LIMIT $2 OFFSET $3
            """,
            is_active,
            page_size,
            (page - 1) * page_size,
        )
    return [value_of(PromoCode, row) for row in rows], total


async def promo_code_detail(db: Database, code: str) -> PromoCode | None:
    async with db.reader() as conn:
        return await promo_codes.get(conn, code)


async def promo_code_uses(
    db: Database, code: str, page: int, page_size: int
) -> tuple[list[dict[str, Any]], int]:
    """Newest first; uses that were given back too."""
    async with db.reader() as conn:
        total: int = await conn.fetchval(
            "SELECT count(*) FROM promo_redemption WHERE code = $1", code
        )
        rows = await conn.fetch(
            """
            SELECT r.id, r.user_id, r.payment_id, r.plan_id, r.discount, r.credits, r.currency,
                   r.redeemed_at, r.returned_at, p.status AS payment_status
            FROM promo_redemption r LEFT JOIN payment p ON p.id = r.payment_id
            WHERE r.code = $1 ORDER BY r.redeemed_at DESC, r.id LIMIT $2 OFFSET $3
            """,
            code,
            page_size,
            (page - 1) * page_size,
        )
    return [dict(row) for row in rows], total
