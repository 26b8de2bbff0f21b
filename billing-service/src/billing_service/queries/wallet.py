"""A user's credits as billing knows them from the ledger's facts."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from billing_service.domain.customers import Customer
from billing_service.store import auto_top_ups, customers, ledger_entries, methods
from shared.db import Database


@dataclass(frozen=True, slots=True)
class Wallet:
    customer: Customer | None
    balance: Decimal | None
    has_method: bool
    month_spent: Decimal


async def wallet_of(db: Database, user_id: str, now: datetime) -> Wallet:
    """Balance None: the ledger has told nothing yet. `month_spent`: by automatic top-ups."""
    async with db.reader() as conn:
        return Wallet(
            await customers.get(conn, user_id),
            await ledger_entries.last_balance(conn, user_id),
            await methods.has_any(conn, user_id),
            await auto_top_ups.spent(conn, user_id, now),
        )


async def ledger_of(
    db: Database, user_id: str, *, charges: bool, limit: int, skip: int
) -> list[dict[str, Any]]:
    """Newest first."""
    async with db.reader() as conn:
        return await ledger_entries.list_of(conn, user_id, charges=charges, limit=limit, skip=skip)
