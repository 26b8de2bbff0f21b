"""Edits a promo code. Checkouts that were begun with it keep what they were promised."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from billing_service.commands.create_promo_code import check_plans
from billing_service.domain.promo_codes import PromoCode
from billing_service.store import audit, promo_codes
from shared.db import Database
from shared.problems import Malformed, NotFound


def unknown_promo_code(code: str) -> NotFound:
    """Return the refusal of a code that does not exist."""
    return NotFound(f"Promo code '{code}' not found", slug="unknown-promo-code")


async def update_promo_code(
    db: Database, code: str, fields: dict[str, Any], actor: str, now: datetime
) -> PromoCode:
    """Write the fields that differ; an edit that changes nothing is not logged."""
    async with db.transaction() as conn:
        promo = await promo_codes.get(conn, code, lock=True)
        if promo is None:
            raise unknown_promo_code(code)
        before = asdict(promo)
        changes = {
            name: {"old": before[name], "new": value}
            for name, value in fields.items()
            if before[name] != value
        }
        if not changes:
            return promo
        _check(before | fields, promo.redemptions)
        await check_plans(conn, fields.get("plan_ids"))
        await audit.add(
            conn,
            actor=actor,
            action="promo_code_updated",
            entity=("promo_code", code),
            now=now,
            changes=changes,
        )
        return await promo_codes.update(conn, code, {name: fields[name] for name in changes}, now)


def _check(after: dict[str, Any], redemptions: int) -> None:
    limit = after["max_redemptions"]
    if limit is not None and limit < redemptions:
        raise Malformed(
            f"The promo code was redeemed {redemptions} times already", slug="promo-code-limit"
        )
    if after["starts_at"] and after["ends_at"] and after["starts_at"] >= after["ends_at"]:
        raise Malformed("starts_at must be before ends_at", slug="promo-code-window")
