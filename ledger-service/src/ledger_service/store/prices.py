"""The ledger's copy of the published prices."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from ledger_service.domain.price_book import PriceBook, PriceVersion, UnknownModelPolicy
from shared.contracts import Event
from shared.contracts.pricing import PricePublished, UnknownModelPolicyChanged
from shared.db import Connection


def _decimals(prices: dict[str, Any]) -> dict[str, Decimal]:
    return {unit: Decimal(price) for unit, price in prices.items()}


async def revision(connection: Connection) -> int:
    found: int = await connection.fetchval("SELECT revision FROM price_book")
    return found


async def load(connection: Connection) -> PriceBook:
    """Read the whole book; the revision is read first, so a change meanwhile is seen next time."""
    at = await revision(connection)
    versions: dict[str, tuple[PriceVersion, ...]] = {}
    for row in await connection.fetch(
        """
        SELECT model_id, version_id, effective_from, prices, is_free, event_sequence
        FROM price ORDER BY model_id, event_sequence
        """
    ):
        version = PriceVersion(
            row["model_id"],
            row["version_id"],
            row["effective_from"],
            _decimals(row["prices"]),
            row["is_free"],
            row["event_sequence"],
        )
        versions[version.model_id] = (*versions.get(version.model_id, ()), version)
    policy = await connection.fetchrow(
        "SELECT policy, prices, version_id FROM unknown_model_policy"
    )
    known = policy and UnknownModelPolicy(
        policy["policy"] == "refuse", policy["version_id"], _decimals(policy["prices"])
    )
    return PriceBook(at, versions, known or None)


async def add_version(connection: Connection, event: Event[PricePublished]) -> None:
    price = event.data
    await connection.execute(
        """
        INSERT INTO price (model_id, version_id, name, effective_from, prices, is_free,
            is_restricted, is_available, inherited_from, event_sequence)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING
        """,
        price.model_id,
        price.version_id,
        price.name,
        price.effective_from,
        price.prices,
        price.is_free,
        price.is_restricted,
        price.is_available,
        price.inherited_from,
        event.sequence,
    )
    await _changed(connection)


async def forget_superseded(connection: Connection, model_id: str, now: datetime) -> None:
    """Keep what can still apply: the version in force and the future ones."""
    await connection.execute(
        """
        DELETE FROM price WHERE model_id = $1 AND (effective_from, event_sequence) <
            (SELECT effective_from, event_sequence FROM price
             WHERE model_id = $1 AND effective_from <= $2
             ORDER BY effective_from DESC, event_sequence DESC LIMIT 1)
        """,
        model_id,
        now,
    )


async def set_policy(connection: Connection, event: Event[UnknownModelPolicyChanged]) -> None:
    await connection.execute(
        """
        INSERT INTO unknown_model_policy (policy, prices, version_id, event_sequence)
        VALUES ($1, $2, $3, $4) ON CONFLICT (only_row) DO UPDATE
        SET policy = excluded.policy, prices = excluded.prices,
            version_id = excluded.version_id, event_sequence = excluded.event_sequence
        WHERE unknown_model_policy.event_sequence < excluded.event_sequence
        """,
        event.data.policy,
        event.data.prices,
        event.data.version_id,
        event.sequence,
    )
    await _changed(connection)


async def _changed(connection: Connection) -> None:
    await connection.execute("UPDATE price_book SET revision = revision + 1")
