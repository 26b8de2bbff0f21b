"""A user's credits as billing knows them from the ledger's facts."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from billing_service.domain.customers import Customer
from billing_service.store import customers, ledger_entries, methods
from shared.db import Database


@dataclass(frozen=True, slots=True)
class Wallet:
    customer: Customer | None
    balance: Decimal | None
    has_method: bool


async def wallet_of(db: Database, user_id: str) -> Wallet:
    """Balance None: the ledger has told nothing about the user yet."""
    async with db.reader() as conn:
        return Wallet(
            await customers.get(conn, user_id),
            await ledger_entries.last_balance(conn, user_id),
            await methods.has_any(conn, user_id),
        )


async def ledger_of(
    db: Database, user_id: str, *, charges: bool, limit: int, skip: int
) -> list[dict[str, Any]]:
    """Newest first."""
    async with db.reader() as conn:
        return await ledger_entries.list_of(conn, user_id, charges=charges, limit=limit, skip=skip)
