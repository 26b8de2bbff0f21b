"""Promo codes and their uses."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Boolean, ForeignKey, Index, Integer
from sqlalchemy import Text as SqlText
from sqlalchemy import Uuid as SqlUuid
from sqlalchemy import text as sql

from billing_service.store.tables.columns import CREDITS, MOMENT, MONEY, Table
from shared.columns import column


class PromoCodeRow(Table, table=True):
    __tablename__ = "promo_code"
    code: str = column(SqlText, key=True)
    kind: str = column(SqlText)
    value: Decimal = column(CREDITS)
    currency: str | None = column(SqlText, null=True)
    plan_ids: Any = column(ARRAY(SqlText), null=True)
    applies_to_top_ups: bool = column(Boolean)
    starts_at: datetime | None = column(MOMENT, null=True)
    ends_at: datetime | None = column(MOMENT, null=True)
    max_redemptions: int | None = column(Integer, null=True)
    max_per_user: int | None = column(Integer, null=True)
    redemptions: int = column(Integer)
    is_active: bool = column(Boolean)
    note: str | None = column(SqlText, null=True)
    created_at: datetime = column(MOMENT)
    updated_at: datetime = column(MOMENT)


class PromoRedemptionRow(Table, table=True):
    __tablename__ = "promo_redemption"
    __table_args__ = (
        Index(
            "promo_redemption_slot",
            "code",
            "user_id",
            "slot",
            unique=True,
            postgresql_where=sql("returned_at IS NULL"),
        ),
        Index(
            "promo_redemption_client_key",
            "user_id",
            "client_key",
            unique=True,
            postgresql_where=sql("client_key IS NOT NULL"),
        ),
        Index("promo_redemption_of_code", "code", "redeemed_at"),
    )
    id: UUID = column(SqlUuid, key=True)
    code: str = column(SqlText, ForeignKey("promo_code.code"))
    user_id: str = column(SqlText)
    slot: int = column(Integer)
    payment_id: UUID | None = column(SqlUuid, ForeignKey("payment.id"), null=True, unique=True)
    plan_id: str | None = column(SqlText, ForeignKey("plan.id"), null=True)
    discount: Decimal = column(MONEY)
    credits: Decimal = column(CREDITS)
    currency: str = column(SqlText)
    client_key: str | None = column(SqlText, null=True)
    redeemed_at: datetime = column(MOMENT)
    returned_at: datetime | None = column(MOMENT, null=True)
