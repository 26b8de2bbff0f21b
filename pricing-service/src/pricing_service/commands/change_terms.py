"""An administrator changes the settings."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from pricing_service.commands.announce_terms import announce_terms
from pricing_service.commands.answer_once import answer_once
from pricing_service.domain.price import Terms
from pricing_service.queries.describe_terms import describe_terms
from pricing_service.store import audit, book
from pricing_service.store import terms as terms_store
from shared.db import Connection, Database
from shared.idempotency import Write


async def change_terms(
    db: Database, write: Write, changes: Mapping[str, Any], now: datetime
) -> bytes:
    """`changes` are fields of Terms, and `input` and `output` for the default price.

    Prices in credits stay as they are when the ratio changes; only their value in dollars moves.
    """

    async def work(conn: Connection) -> dict[str, Any]:
        before = await terms_store.current(conn)
        after = _changed(before, changes)
        if after != before:
            after = await _apply(conn, before, after)
        described = describe_terms(after)
        return {"status": "success", "message": "Settings updated", **described}

    async def _apply(conn: Connection, before: Terms, after: Terms) -> Terms:
        policy_changed = (before.unknown_model_policy, before.default_prices) != (
            after.unknown_model_policy,
            after.default_prices,
        )
        if policy_changed:
            after = replace(after, policy_version=uuid4())
        await terms_store.save(conn, after)
        await announce_terms(conn, after, with_policy=policy_changed)
        await audit.record(
            conn, "change_settings", write.actor, now, before=_plain(before), after=_plain(after)
        )
        await book.touch(conn)
        return after

    return await answer_once(db, write, work)


def _changed(before: Terms, changes: Mapping[str, Any]) -> Terms:
    prices = {unit: changes.get(unit, before.default_prices[unit]) for unit in ("input", "output")}
    fields = {name: value for name, value in changes.items() if name not in prices}
    return replace(before, default_prices=prices, **fields)


def _plain(terms: Terms) -> dict[str, Any]:
    return {**asdict(terms), "policy_version": str(terms.policy_version)}
