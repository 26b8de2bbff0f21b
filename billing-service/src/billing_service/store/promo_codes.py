"""SQL of promo codes and their uses. A use is counted in the code's own row, which has a limit."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from billing_service.domain.promo_codes import PromoCode
from billing_service.store.rows import found, value_of
from shared.db import Connection

_COLUMNS = (
    "code", "kind", "value", "currency", "plan_ids", "applies_to_top_ups", "starts_at", "ends_at",
    "max_redemptions", "max_per_user", "redemptions", "is_active", "note", "created_at",
    "updated_at",
)  # fmt: skip
_PLACES = ", ".join(f"${place}" for place in range(1, len(_COLUMNS) + 1))
EDITABLE = frozenset(_COLUMNS) - {"code", "redemptions", "created_at", "updated_at"}


@dataclass(frozen=True, slots=True)
class Use:
    id: UUID
    code: str
    user_id: str
    payment_id: UUID | None
    plan_id: str | None
    discount: Decimal
    credits: Decimal
    currency: str
    client_key: str | None
    redeemed_at: datetime


async def insert(conn: Connection, new: PromoCode) -> bool:
    """Store a code; False if it exists."""
    status = await conn.execute(
        f"INSERT INTO promo_code ({', '.join(_COLUMNS)}) VALUES ({_PLACES}) ON CONFLICT DO NOTHING",
        *(getattr(new, column) for column in _COLUMNS),
    )
    return bool(status.endswith(" 1"))


async def get(conn: Connection, code: str, *, lock: bool = False) -> PromoCode | None:
    sql = "SELECT * FROM promo_code WHERE code = $1" + (" FOR UPDATE" if lock else "")
    return found(PromoCode, await conn.fetchrow(sql, code))


async def update(conn: Connection, code: str, fields: dict[str, Any], now: datetime) -> PromoCode:
    """Write editable fields of a code that the caller has locked."""
    names = sorted(fields.keys() & EDITABLE)
    columns = "".join(f", {name} = ${place}" for place, name in enumerate(names, start=3))
    row = await conn.fetchrow(
        f"UPDATE promo_code SET updated_at = $2{columns} WHERE code = $1 RETURNING *",
        code,
        now,
        *(fields[name] for name in names),
    )
    assert row is not None  # noqa: S101 - the row is locked
    return value_of(PromoCode, row)


async def remove(conn: Connection, code: str) -> None:
    await conn.execute("DELETE FROM promo_code WHERE code = $1", code)


async def was_used(conn: Connection, code: str) -> bool:
    """Say whether there is any use, given back ones too."""
    sql = "SELECT EXISTS (SELECT FROM promo_redemption WHERE code = $1)"
    return bool(await conn.fetchval(sql, code))


async def count_use(conn: Connection, code: str) -> bool:
    """Count one more use; False if there is none left. Locks the code's row."""
    status = await conn.execute(
        """
        UPDATE promo_code SET redemptions = redemptions + 1
        WHERE code = $1 AND (max_redemptions IS NULL OR redemptions < max_redemptions)
        """,
        code,
    )
    return bool(status.endswith(" 1"))


async def free_slot(conn: Connection, code: str, user_id: str) -> int:
    """Return the number of the user's next use: the smallest that is free."""
    slot: int = await conn.fetchval(
        """
        WITH used AS (SELECT slot FROM promo_redemption
                      WHERE code = $1 AND user_id = $2 AND returned_at IS NULL)
        SELECT min(n) FROM generate_series(1, (SELECT count(*) FROM used)::int + 1) n
        WHERE n NOT IN (SELECT slot FROM used)
        """,
        code,
        user_id,
    )
    return slot


async def add_use(conn: Connection, use: Use, slot: int) -> None:
    await conn.execute(
        """
        INSERT INTO promo_redemption (id, code, user_id, slot, payment_id, plan_id, discount,
            credits, currency, client_key, redeemed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        use.id,
        use.code,
        use.user_id,
        slot,
        use.payment_id,
        use.plan_id,
        use.discount,
        use.credits,
        use.currency,
        use.client_key,
        use.redeemed_at,
    )


async def give_back(conn: Connection, payment_id: UUID, now: datetime) -> None:
    """Make the use of a payment that came to nothing free again; repeated it changes nothing."""
    await conn.execute(
        """
        WITH given AS (UPDATE promo_redemption SET returned_at = $2
                       WHERE payment_id = $1 AND returned_at IS NULL RETURNING code)
        UPDATE promo_code p SET redemptions = redemptions - 1 FROM given WHERE p.code = given.code
        """,
        payment_id,
        now,
    )


async def given_back(conn: Connection, payment_id: UUID) -> Use | None:
    """Read the use of a payment if it was given back."""
    sql = "SELECT * FROM promo_redemption WHERE payment_id = $1 AND returned_at IS NOT NULL"
    return found(Use, await conn.fetchrow(sql, payment_id))


async def take_again(conn: Connection, use: Use, slot: int) -> None:
    await conn.execute(
        "UPDATE promo_redemption SET returned_at = NULL, slot = $2 WHERE id = $1", use.id, slot
    )


async def gift_by_key(conn: Connection, user_id: str, client_key: str) -> Use | None:
    """Read the use that gave a whole period under this key."""
    sql = "SELECT * FROM promo_redemption WHERE user_id = $1 AND client_key = $2"
    return found(Use, await conn.fetchrow(sql, user_id, client_key))
