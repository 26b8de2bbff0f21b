"""The door to the posting engine: the only way a balance changes.

The engine is post_items in migrations/posting_engine.sql.
"""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Final, NamedTuple, TypeVar
from uuid import UUID

from msgspec import Struct
from msgspec.structs import astuple

from shared.db import Connection

ValueT = TypeVar("ValueT")
HOUSE_USAGE: Final = "house:usage"
HOUSE_GRANTS: Final = "house:grants"
HOUSE_PAYMENTS: Final = "house:payments"
HOUSE_ADJUSTMENTS: Final = "house:adjustments"
HOUSE_EXPIRY: Final = "house:expiry"
HOUSE_OPENING: Final = "house:opening"


class Item(Struct, kw_only=True):
    """One thing to post; the fields are those of the database type posting_item, in its order."""

    op: str
    account_id: str
    idempotency_key: str | None = None
    request_hash: bytes | None = None
    kind: str | None = None
    house_account: str | None = None
    amount: Decimal | None = None
    amount_min: Decimal | None = None
    unit_amount: Decimal | None = None
    max_tokens: int | None = None
    hold_id: UUID | None = None
    model_id: str | None = None
    price_version: str | None = None
    prices: str | None = None
    lines: str | None = None
    usage: str | None = None
    is_free: bool | None = None
    expires_at: datetime | None = None
    reason: str | None = None
    actor: str | None = None
    traceparent: str | None = None
    only_if_allowed: bool | None = None


class Outcome(NamedTuple):
    """What the engine decided. `verdict` is `ok` or the reason why nothing changed."""

    item: int
    verdict: str
    replayed: bool
    transfer_id: int | None
    sequence: int | None
    amount: Decimal | None
    covered: Decimal | None
    balance: Decimal | None
    available: Decimal | None
    hold_id: UUID | None
    max_tokens: int | None
    expires_at: datetime | None
    lines: str | None
    price_version: str | None
    freed: Decimal | None
    limit_id: UUID | None
    limit_left: Decimal | None
    limit_frees_at: datetime | None


def present(figure: ValueT | None) -> ValueT:
    """A figure that every outcome of this verdict has: no other may stand in for it, 0 neither."""
    assert figure is not None, "the engine left out a figure"  # noqa: S101
    return figure


async def post(
    connection: Connection, items: Sequence[Item], at: datetime | None = None
) -> list[Outcome]:
    """Post a batch in one statement; outcomes come back in the order of the items.

    `at` replaces the database's clock (test clocks only).
    """
    order = sorted(range(len(items)), key=lambda n: items[n].account_id)
    rows = await connection.fetch(
        "SELECT * FROM post_items($1::posting_item[], $2)", [astuple(items[n]) for n in order], at
    )
    outcomes = [Outcome(*row) for row in rows]
    return [outcome for _, outcome in sorted(zip(order, outcomes, strict=True))]
