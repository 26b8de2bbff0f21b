"""Deletes a promo code that nobody ever used."""

from datetime import datetime

from billing_service.commands.create_promo_code import auditable
from billing_service.commands.update_promo_code import unknown_promo_code
from billing_service.store import audit, promo_codes
from shared.db import Database
from shared.problems import Malformed


async def delete_promo_code(db: Database, code: str, actor: str, now: datetime) -> None:
    """Refused once it was used: payments point at it."""
    async with db.transaction() as conn:
        promo = await promo_codes.get(conn, code, lock=True)
        if promo is None:
            raise unknown_promo_code(code)
        if await promo_codes.was_used(conn, code):
            raise Malformed(
                "Cannot delete a promo code that was used. Deactivate it instead.",
                slug="promo-code-in-use",
            )
        await promo_codes.remove(conn, code)
        await audit.add(
            conn,
            actor=actor,
            action="promo_code_deleted",
            entity=("promo_code", code),
            now=now,
            metadata={"promo_code": auditable(promo)},
        )
