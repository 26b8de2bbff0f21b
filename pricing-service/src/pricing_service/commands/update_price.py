"""An administrator sets the price of one model."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from pricing_service.commands.answer_once import answer_once
from pricing_service.commands.place_order import place_order
from pricing_service.domain.price import Order, PriceMode
from pricing_service.domain.quoting import in_credits
from pricing_service.queries.describe_model import describe_stored
from pricing_service.store import terms as terms_store
from shared.db import Connection, Database
from shared.idempotency import Write


async def update_price(
    db: Database, write: Write, order: Order, mode: PriceMode, now: datetime
) -> bytes:
    """Publish the order's prices, given in credits or dollars; the answer describes the model."""

    async def work(conn: Connection) -> dict[str, Any]:
        terms = await terms_store.current(conn)
        wanted = order
        if mode == "usd":
            ratio = terms.usd_to_credit_ratio
            wanted = replace(
                order,
                prices={
                    unit: None if price is None else in_credits(unit, price, ratio)
                    for unit, price in order.prices.items()
                },
            )
        moment = await place_order(conn, wanted, terms, write.actor, now)
        described = await describe_stored(conn, order.model_id, terms, moment)
        return {"status": "success", **described}

    return await answer_once(db, write, work)
